"""Promotion: what a week's ads cost and brought back, by tool and by plan, and the month's budget."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from metrics.calendar.period import Period
from metrics.catalogue.trade.promotion import AD_CLICKS, AD_COST_RATIO, AD_CPC, AD_ROI, AD_SALES, AD_SPEND
from metrics.judgement.limits import Judgement
from metrics.wording.figure import Number
from reports.numbers.query import WeekQuery
from reports.numbers.trade.tools import Budget, Tool, budget, days_without, final_judgement, final_span, spent_on, tools
from reports.numbers.trends import trend
from reports.numbers.week import Week
from reports.slide.slide import Trend
from text import Text

TREND = Text("投入产出比 ROI", "Return on ad spend")
AD_METRICS = (AD_SPEND, AD_CLICKS, AD_CPC, AD_SALES, AD_ROI)


@dataclass(frozen=True, slots=True)
class PromotionNumbers:
    """Yuan spent in the week (None where no file tells) and in the one before, its return so far and share of sales.

    `final` are the days whose return is final, `missing` the days of the week of which a shop's spend is not there.
    """

    week: Week
    spend: Decimal | None
    spend_before: Decimal | None
    roi: Number | None
    cost_share: Number | None
    tools: tuple[Tool, ...]
    budget: Budget | None
    final: Period
    missing: tuple[date, ...]
    trend: Trend


def promotion(query: WeekQuery) -> PromotionNumbers:
    """Promotion of the week."""
    week = query.week
    return PromotionNumbers(
        week,
        spent_on(query, week.period),
        spent_on(query, week.before),
        query.value(AD_ROI, week.period),
        query.value(AD_COST_RATIO, week.period),
        tuple(tools(query)),
        budget(query),
        final_span(query),
        tuple(days_without(query)),
        trend(query, AD_ROI, TREND),
    )


@dataclass(frozen=True, slots=True)
class PlanWeek:
    """A plan of a tool in the week: what AD_METRICS are of it, and its return of the final days, judged."""

    plan: str
    values: Mapping[str, Number | None]
    final_roi: Number | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class ToolPlans:
    """A tool of the week, what AD_METRICS are of it, and its plans, the dearest first."""

    tool: Tool
    values: Mapping[str, Number | None]
    plans: tuple[PlanWeek, ...]


@dataclass(frozen=True, slots=True)
class PlanNumbers:
    """Every tool that cost something in the week with its plans; `final` are the days whose return is final."""

    final: Period
    tools: tuple[ToolPlans, ...]


def plans(query: WeekQuery) -> PlanNumbers:
    """The plans of every tool of the week."""
    final, period = final_span(query), query.week.period
    by_tool = {row["tool"]: row for row in query.rows(AD_METRICS, period, ("tool",))}
    by_plan = query.rows(AD_METRICS, period, ("tool", "plan"))
    rows = query.rows([AD_ROI], final, ("tool", "plan"))
    returns = {(row["tool"], row["plan"]): row[AD_ROI.name] for row in rows}
    found = []
    for each in tools(query):
        own = [row for row in by_plan if row["tool"] == each.name and row["plan"] and row[AD_SPEND.name]]
        own.sort(key=lambda row: (-float(row[AD_SPEND.name]), row["plan"]))
        weeks = tuple(_plan(query, row, returns.get((each.name, row["plan"]))) for row in own)
        found.append(ToolPlans(each, by_tool[each.name], weeks))
    return PlanNumbers(final, tuple(found))


def _plan(query: WeekQuery, row: dict, final: Number | None) -> PlanWeek:
    return PlanWeek(row["plan"], row, final, final_judgement(query, final))
