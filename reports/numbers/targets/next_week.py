"""Next week: what each shop and team has to bring, which days weigh most, and what waits for approval.

It is asked anew whenever an action is entered in the meeting, of the living warehouse, and puts few questions to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from data.records.actions import Action
from metrics.calendar.period import Period
from metrics.calendar.promotions import Promotion
from metrics.catalogue.service.service import CS_SALES
from metrics.catalogue.targets.person_targets import PERSON_DAY_TARGET
from metrics.catalogue.targets.plans import DAY_TARGET
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.definition.metric import Metric
from metrics.planning.plan_tree import entered
from metrics.wording.figure import Number
from metrics.wording.masking import bare
from reports.numbers.actions import open_actions
from reports.numbers.query import WeekQuery
from reports.numbers.trade.campaigns import great
from reports.numbers.week import Week
from text import Text, same

WEEK = timedelta(weeks=1)
SHOP, NO_TEAM = Text("全店", "Shop"), Text("客服（未分组）", "Agents, no team")


@dataclass(frozen=True, slots=True)
class NextWeekTarget:
    """What a shop or a team of it has to bring next week and did in the week, in yuan; None where no file tells."""

    shop: str
    team: str | None
    target: Number
    done: Number | None


@dataclass(frozen=True, slots=True)
class NextWeekNumbers:
    """The targets of the `coming` days by shop and team and by day, in yuan, and the open actions, the next due first.

    `proposed` are the shops whose week has another target as entered, until somebody approves it.
    """

    week: Week
    coming: Period
    targets: tuple[NextWeekTarget, ...]
    days: Mapping[date, float]
    proposed: tuple[tuple[str, Decimal], ...]
    promotion: Promotion | None
    actions: tuple[Action, ...]


def next_week(query: WeekQuery) -> NextWeekNumbers:
    """The plan of the week after."""
    days: dict[date, float] = {}
    for row in query.rows([DAY_TARGET], _coming(query.week), ("shop", "day")):
        days[row["day"]] = days.get(row["day"], 0.0) + float(row[DAY_TARGET.name] or 0)
    return NextWeekNumbers(
        query.week, _coming(query.week), tuple(targets(query)), days, tuple(_proposed(query)), great(query),
        tuple(open_actions(query)),
    )  # fmt: skip


def targets(query: WeekQuery) -> list[NextWeekTarget]:
    """Each shop with its teams: what next week's days ask of them, and what was done in the week."""
    goals = _sums(query, DAY_TARGET, _coming(query.week))
    if not goals:
        return []
    paid = _sums(query, PAY_AMOUNT, query.week.period)
    planned = query.rows([PERSON_DAY_TARGET], _coming(query.week), ("shop", "team", "agent"))
    sold = _sold(query)
    found = []
    for shop, target in sorted(goals.items(), key=lambda pair: (-pair[1], pair[0])):
        found.append(NextWeekTarget(shop, None, target, paid.get(shop)))
        found += _teams(shop, [row for row in planned if row["shop"] == shop], sold)
    return found


def target_called(week: Week, of: NextWeekTarget) -> Text:
    """The shop's name, or the team's; of one shop alone, that it is the shop."""
    if of.team is None:
        return SHOP if week.shop else same(of.shop)
    return same(of.team) if of.team else NO_TEAM


def _coming(week: Week) -> Period:
    first = week.first + WEEK
    return Period(first, first + WEEK - timedelta(days=1))


def _teams(shop: str, planned: list[dict], sold: Mapping[tuple[str, str], float]) -> list[NextWeekTarget]:
    teams: dict[str, list[dict]] = {}
    for row in planned:
        if row[PERSON_DAY_TARGET.name] is not None:
            teams.setdefault(row["team"] or "", []).append(row)
    return [_team(shop, team, members, sold) for team, members in sorted(teams.items())]


def _team(shop: str, team: str, members: list[dict], sold: Mapping[tuple[str, str], float]) -> NextWeekTarget:
    target = sum(float(row[PERSON_DAY_TARGET.name]) for row in members)
    done = [one for row in members if (one := sold.get((shop, bare(row["agent"])))) is not None]
    return NextWeekTarget(shop, team, round(target, 2), round(sum(done), 2) if done else None)


def _sums(query: WeekQuery, metric: Metric, during: Period) -> dict[str, float]:
    """What each shop's days add up to; nothing of shops of which a day has no value."""
    days: dict[str, list[float]] = {}
    for row in query.rows([metric], during, ("shop", "day")):
        if row[metric.name] is not None:
            days.setdefault(row["shop"], []).append(float(row[metric.name]))
    return {shop: round(sum(values), 2) for shop, values in days.items() if len(values) == during.days}


def _sold(query: WeekQuery) -> dict[tuple[str, str], float]:
    """What each person sold in the week; nothing of shops whose service report lacks a day."""
    week = query.week.period
    days: dict[str, set[date]] = {}
    sums: dict[tuple[str, str], float] = {}
    for row in query.rows([CS_SALES], week, ("shop", "agent", "day")):
        if row["agent"] and row[CS_SALES.name] is not None:
            days.setdefault(row["shop"], set()).add(row["day"])
            key = row["shop"], bare(row["agent"])
            sums[key] = sums.get(key, 0.0) + float(row[CS_SALES.name])
    return {key: amount for key, amount in sums.items() if len(days[key[0]]) == week.days}


def _proposed(query: WeekQuery) -> list[tuple[str, Decimal]]:
    coming = _coming(query.week)
    counts, days = _sums(query, DAY_TARGET, coming), {day.isoformat() for day in coming}
    found = []
    for shop in query.week.shops:
        amounts = [
            amount
            for (period, team, person), amount in entered(query.warehouse, shop, PAY_AMOUNT.name).items()
            if period in days and not (team or person)
        ]
        if len(amounts) == len(days) and round(float(sum(amounts)) - counts.get(shop, 0), 2):
            found.append((shop, sum(amounts, Decimal(0))))
    return found
