"""Maturity: which of a metric's days are final, and which may still change."""

from collections.abc import Mapping
from datetime import date, timedelta

from metrics.figure import Number
from metrics.metric import Metric
from metrics.period import Period, until
from text import Text

SO_FAR = Text("已定稿的{days}：{said}", "Final days {days}: {said}")
NONE_FINAL = Text("还没有定稿的日子", "No day of it is final yet")


def last_final_day(metric: Metric, today: date) -> date:
    """The last day whose value no longer changes; for a metric that is final at once that is today."""
    return today - timedelta(days=metric.final_after)


def is_final(metric: Metric, day: date, today: date) -> bool:
    """Whether a day's value no longer changes."""
    return day <= last_final_day(metric, today)


def mature(metric: Metric, during: Period, today: date) -> Period | None:
    """The part of a period whose days are final; None where none is."""
    return until(during, last_final_day(metric, today)) if metric.final_after else during


def young_part(metric: Metric, during: Period, today: date) -> Period | None:
    """The part of a period whose days may still change; None where all are final."""
    if not metric.final_after or is_final(metric, during.last, today):
        return None
    return Period(max(during.first, last_final_day(metric, today) + timedelta(days=1)), during.last)


def settled(series: Mapping[date, Number | None], metric: Metric, today: date) -> dict[date, Number | None]:
    """A metric's days without those that may still change: what averages and judgements may rest on."""
    return {day: value for day, value in series.items() if not metric.final_after or is_final(metric, day, today)}
