"""The weekly deck: its slides and the pages of its appendix, made of a week, frozen for a meeting, refreshed in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.explanation.actions import LookedBack
from reports.deck.assembly import Details, Slides, Tables, assembled, detailed, of
from reports.findings.conclusions import conclusions
from reports.numbers.actions import agreed_since, all_actions, reviewed, with_begun_since
from reports.numbers.completeness import checked
from reports.numbers.cover import cover as cover_numbers
from reports.numbers.daily import CASES, daily, sales_days
from reports.numbers.days import DailyParts, days
from reports.numbers.earlier_deck import begin, changes
from reports.numbers.query import WeekQuery
from reports.numbers.service.after_sales import fulfilment as fulfilment_numbers
from reports.numbers.service.after_sales import reasons, scores
from reports.numbers.service.faults import faults as fault_numbers
from reports.numbers.service.service import all_agents, service_days
from reports.numbers.service.service import service as service_numbers
from reports.numbers.service.workload import workload as workload_numbers
from reports.numbers.summary import summary as summary_numbers
from reports.numbers.targets.gap import gap as gap_numbers
from reports.numbers.targets.next_week import next_week as next_week_numbers
from reports.numbers.targets.pace import pace as pace_numbers
from reports.numbers.targets.tree import tree as tree_numbers
from reports.numbers.trade.campaigns import activities as activity_numbers
from reports.numbers.trade.channels import channels
from reports.numbers.trade.products import conversion_and_products
from reports.numbers.trade.products import products as product_weeks
from reports.numbers.trade.promotion import AD_METRICS, plans
from reports.numbers.trade.promotion import promotion as promotion_numbers
from reports.numbers.trade.traffic import traffic as traffic_numbers
from reports.numbers.week_query import week_query
from reports.slide.deck import Deck
from reports.slides import (
    actions_reviewed,
    activities,
    cover,
    faults,
    fulfilment,
    gap,
    next_week,
    pace,
    products,
    promotion,
    service,
    summary,
    traffic,
    tree,
    workload,
)
from reports.slides.appendix import money, pages, people

SLIDES: Slides = {
    "cover": of(cover_numbers, cover.slide),
    "summary": of(summary_numbers, lambda numbers: summary.slide(numbers, conclusions(numbers))),
    "actions_reviewed": of(reviewed, actions_reviewed.slide),
    "pace": of(pace_numbers, pace.slide),
    "gap": of(gap_numbers, gap.slide),
    "tree": of(tree_numbers, tree.slide),
    "traffic": of(traffic_numbers, traffic.slide),
    "products": of(conversion_and_products, products.slide),
    "promotion": of(promotion_numbers, promotion.slide),
    "activities": of(activity_numbers, activities.slide),
    "service": of(service_numbers, service.slide),
    "fulfilment": of(fulfilment_numbers, fulfilment.slide),
    "workload": of(workload_numbers, workload.slide),
    "faults": of(fault_numbers, faults.slide),
    "next_week": of(next_week_numbers, next_week.slide),
}
"""In the order in which they are shown, from causes to results."""

APPENDIX: Tables = {
    "days": of(sales_days, pages.all_days),
    "channels": of(channels, pages.all_channels),
    "products_all": of(product_weeks, pages.all_products),
    "tree_all": of(tree_numbers, pages.whole_tree),
    "promotion_days": of(daily(*AD_METRICS), money.promotion_days),
    "tools_all": of(plans, money.all_tools),
    "activities_ran": of(activity_numbers, money.all_past),
    "activities_coming": of(activity_numbers, money.all_coming),
    "service_days": of(service_days, people.service_days),
    "agents_all": of(all_agents, people.all_agents),
    "after_sales_days": of(daily(*CASES), people.after_sales_days),
    "reasons_all": of(reasons, people.all_reasons),
    "scores_all": of(scores, people.all_scores),
    "tasks_all": of(workload_numbers, people.all_tasks),
    "teams_all": of(workload_numbers, people.all_teams),
    "faults_all": of(fault_numbers, money.all_faults),
    "actions_all": of(all_actions, pages.all_actions),
    "agreement": of(checked, pages.files_agree),
    "changes": of(changes, pages.all_changes),
}
"""In the order of the slides whose whole they are; a page that has nothing to show is left out."""

DETAILS: Details = {
    "summary": ("days",),
    "actions_reviewed": ("actions_all",),
    "pace": ("days",),
    "gap": ("days", "channels"),
    "tree": ("tree_all",),
    "traffic": ("days", "channels"),
    "products": ("products_all",),
    "promotion": ("promotion_days", "tools_all"),
    "activities": ("activities_ran", "activities_coming"),
    "service": ("service_days", "agents_all"),
    "fulfilment": ("reasons_all", "scores_all", "after_sales_days"),
    "workload": ("tasks_all", "teams_all"),
    "faults": ("faults_all",),
    "next_week": ("tree_all", "actions_all"),
}


@dataclass(frozen=True, slots=True)
class Edition:
    """What is taken away of a week: the deck, the days of its six weeks, and the actions that are looked back on."""

    deck: Deck
    days: DailyParts
    reviewed: tuple[LookedBack, ...]


def deck(
    warehouse: Warehouse, week: Period, shop: str | None, today: date, masks: Mapping[str, str] | None = None
) -> Deck:
    """The deck of a week (Monday to Sunday); the same warehouse gives the same deck.

    To freeze it for a meeting, ask a warehouse `as_known` at a moment. `masks` gives the name to show for a person.
    """
    return assembled(week_query(warehouse, shop, week, today, masks), SLIDES, APPENDIX, DETAILS)


def edition(
    warehouse: Warehouse, week: Period, shop: str | None, today: date, masks: Mapping[str, str] | None = None
) -> Edition:
    """A shop's week, or that of all shops, ready for any outlet."""
    query = week_query(warehouse, shop, week, today, masks)
    return Edition(assembled(query, SLIDES, APPENDIX, DETAILS), days(query), reviewed(query).actions)


def refreshed(then: Edition, query: WeekQuery) -> Edition:
    """A frozen edition whose live pages give the plans, owners and days of `query`; what they measured stays."""
    agreed = agreed_since(query, then.reviewed)
    live = {
        "actions_reviewed": lambda: actions_reviewed.slide(agreed),
        "next_week": lambda: next_week.slide(next_week_numbers(query)),
    }
    slides = tuple(
        detailed(live[slide.key](), then.deck.appendix, DETAILS) if slide.live else slide for slide in then.deck.slides
    )
    actions = pages.all_actions(with_begun_since(query, agreed))
    appendix = tuple(actions if actions and page.key == actions.key else page for page in then.deck.appendix)
    return replace(then, deck=replace(then.deck, slides=slides, appendix=appendix))


def begin_meeting(
    made: Deck,
    frozen: Warehouse,
    living: Warehouse,
    today: date,
    moment: datetime,
    *,
    by: str,
    now: datetime | None = None,
) -> int:
    """Remember for the week after what a deck said that was made of `frozen`, the living warehouse as of a moment.

    Returns the meeting's number, by which `data.meetings.close_meeting` ends it.
    """
    metrics = list(dict.fromkeys(metric for slide in made.pages for metric in slide.metrics))
    return begin(week_query(frozen, made.shop, made.week, today), living, metrics, moment, by=by, now=now)
