"""Pace: how the month and the quarter stand, what each remaining day needs, and where the month is heading."""

from dataclasses import dataclass

from metrics.catalogue.targets.pace import MONTH_FORECAST, NEED_PER_DAY
from metrics.judgement.limits import Judgement, judge
from metrics.planning.forecast import Forecast, month_forecast
from reports.numbers.judged import versus
from reports.numbers.query import WeekQuery
from reports.numbers.targets.curves import month_curve
from reports.numbers.targets.paces import Pace, days_lacking, month_pace, quarter_pace
from reports.slide.slide import Curve
from text import Text

SO_FAR = Text("本月至今日均", "the days so far")


@dataclass(frozen=True, slots=True)
class PaceNumbers:
    """The month and the quarter, the month's days (yuan a day so far, what the others need), its forecast and curve.

    `lacks` says which sales the quarter is without.
    """

    month: Pace
    quarter: Pace
    lacks: Text | None
    daily: float
    need: Judgement
    forecast: Forecast | None
    heading: Judgement
    curve: Curve


def pace(query: WeekQuery) -> PaceNumbers:
    """Pace of the month and the quarter that the week ends in."""
    month = month_pace(query)
    forecast = month_forecast(query.warehouse, query.week.last, query.where)
    daily = float(month.paid or 0) / max(1, round((month.elapsed or 0) * month.whole.days))
    rules = versus(query.book, NEED_PER_DAY, SO_FAR)
    heading = forecast.value if forecast else None
    return PaceNumbers(
        month,
        quarter_pace(query),
        days_lacking(query, query.week.quarter),
        daily,
        judge(NEED_PER_DAY, month.need_per_day, base=daily, rules=rules),
        forecast,
        judge(MONTH_FORECAST, heading, target=month.target, rules=query.book),
        month_curve(query, forecast),
    )
