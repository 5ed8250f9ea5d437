"""How many visitors today will bring, and how wrong such a forecast was on the days before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, exp, log
from statistics import median

from metrics.calendar.period import Period
from metrics.catalogue.trade.traffic import VISITORS
from metrics.definition.refusals import Unanswerable
from metrics.query.requests import QueryPlan, Question
from metrics.wording.figure import Number

WEEKS, FEWEST, TREND_DAYS, TRIED = 8, 3, 7, 56
INSIDE = 0.8
"""The share of days that should come out inside their band."""

FEWEST_TRIED = 14
Series = Mapping[date, Number | None]


@dataclass(frozen=True, slots=True)
class Coming:
    """Visitors expected on a day; the band is None where fewer than two weeks of forecasts can be tried."""

    visitors: float
    low: float | None
    high: float | None


def coming(today: date, where: Mapping[str, str]) -> QueryPlan[Coming | None]:
    """The forecast of a day from the days before it; None for several shops, whose visitors are never added."""
    span = Period(today - timedelta(days=TRIED + (WEEKS + 1) * 7), today - timedelta(days=1))
    (table,) = yield [Question([VISITORS], span, ("day",), where)]
    if isinstance(table, Unanswerable):
        return None
    return foreseen({row["day"]: row[VISITORS.name] for row in table.to_pylist()}, today)


def foreseen(series: Series, day: date) -> Coming | None:
    """The forecast for a day from a series; its band holds four of five forecasts of the eight weeks before."""
    value = _forecast(series, day)
    if value is None:
        return None
    errors = sorted(
        error for n in range(1, TRIED + 1) if (error := _error(series, day - timedelta(days=n))) is not None
    )
    if len(errors) < FEWEST_TRIED:
        return Coming(value, None, None)
    off = errors[min(len(errors), ceil(INSIDE * (len(errors) + 1))) - 1]
    return Coming(value, value / exp(off), value * exp(off))


def _forecast(series: Series, day: date) -> float | None:
    """The weekday's median of eight weeks, times how the last seven days stood to theirs."""
    usual = _usual(series, day)
    if usual is None:
        return None
    ratios = [
        float(value) / base
        for n in range(1, TREND_DAYS + 1)
        if (value := series.get(day - timedelta(days=n))) and (base := _usual(series, day - timedelta(days=n)))
    ]
    return usual * (median(ratios) if ratios else 1)


def _usual(series: Series, day: date) -> float | None:
    same = [float(value) for n in range(1, WEEKS + 1) if (value := series.get(day - timedelta(weeks=n)))]
    return median(same) if len(same) >= FEWEST else None


def _error(series: Series, day: date) -> float | None:
    value, actual = _forecast(series, day), series.get(day)
    return abs(log(float(actual) / value)) if value and actual else None
