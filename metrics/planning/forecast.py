"""The forecast of a month's end: its value, and a band as wide as earlier forecasts of this shop were wrong.

The value is the metric `month_forecast`. The band asks how far, in the months before, the forecast made on the same day
of the month lay from what the month came to, as a logarithm. Of n such errors it takes the one of rank 0.8 × (n + 1),
rounded up: were the months alike, at least four of five would end inside (the split conformal rule). From fewer than
four months there is no band.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, exp, log
from typing import Any

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period, month_of, month_to_date
from metrics.catalogue.targets.pace import MONTH_FORECAST, TIME_PROGRESS
from metrics.catalogue.targets.shape import SHAPE
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.query.batching import alone
from metrics.query.requests import QueryPlan, Question, Rows
from metrics.wording.figure import Number

INSIDE = 0.8
"""The share of months that should end inside their band."""

FEWEST_MONTHS = 4
MONTHS_BACK = 24

Pairs = Sequence[tuple[float, float]]
"""Forecasts and what the months came to, in yuan."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a month will come to, in yuan; `low` and `high` are None from fewer than four months before.

    A month that is over has no doubt left: all three are what it came to.

    `months` is how many the band rests on, `flat` what the same days would give if all days were alike, `unseen` the
    days still to come of an occasion this shop has no past of: there the forecast is only as good as its targets.
    """

    value: Number
    low: float | None
    high: float | None
    months: int
    flat: float
    unseen: tuple[date, ...] = ()


def month_forecast(warehouse: Warehouse, day: date, where: Mapping[str, str] | None = None) -> Forecast | None:
    """The forecast as of a day, of a shop or of all together; None while nothing of the month is loaded."""
    return alone(warehouse, forecast(day, where or {}))


def forecast(day: date, where: Mapping[str, str]) -> QueryPlan[Forecast | None]:
    """`month_forecast()` to be asked together with others."""
    metrics = (MONTH_FORECAST, PAY_AMOUNT, TIME_PROGRESS)
    table, past, unseen = yield [
        Question(metrics, month_to_date(day), where=where),
        Question([MONTH_FORECAST, PAY_AMOUNT], _months_before(day), ("day",), where),
        _unseen(day, where.get("shop")),
    ]
    value, done, elapsed = (table[metric.name][0].as_py() for metric in metrics)
    if value is None:
        return None
    pairs = _pairs(past.to_pylist(), day)
    spread = 0.0 if float(value) <= float(done) else band(pairs)
    low, high = (None, None) if spread is None else (float(value) / exp(spread), float(value) * exp(spread))
    return Forecast(
        value,
        None if low is None else max(low, float(done)),
        high,
        len(pairs),
        float(done) / float(elapsed),
        tuple(when for (when,) in unseen),
    )


def band(pairs: Pairs) -> float | None:
    """How far, as a logarithm, four of five forecasts were wrong at most; None from fewer than four."""
    errors = sorted(abs(log(actual / forecast)) for forecast, actual in pairs if actual > 0 and forecast > 0)
    return errors[ceil(INSIDE * (len(errors) + 1)) - 1] if len(errors) >= FEWEST_MONTHS else None


def _months_before(day: date) -> Period:
    last = day.replace(day=1) - timedelta(days=1)
    return Period(month_of(last - timedelta(days=30 * MONTHS_BACK)).first, last)


def _pairs(rows: Sequence[Mapping[str, Any]], day: date) -> list[tuple[float, float]]:
    during = _months_before(day)
    by_day = {row["day"]: (float(row[MONTH_FORECAST.name]), float(row[PAY_AMOUNT.name])) for row in rows if _whole(row)}
    return [
        (by_day[then][0], sum(by_day[each][1] for each in month))
        for month in _months(during.first, during.last)
        if all(each in by_day for each in month) and (then := month.first.replace(day=min(day.day, month.days)))
    ]


def _whole(row: Mapping[str, object]) -> bool:
    return row[MONTH_FORECAST.name] is not None and row[PAY_AMOUNT.name] is not None


def _months(first: date, last: date) -> list[Period]:
    found = [month_of(first)]
    while found[-1].last < last:
        found.append(month_of(found[-1].last + timedelta(days=1)))
    return found


def _unseen(day: date, shop: str | None) -> Rows:
    return Rows(
        f"SELECT DISTINCT day FROM ({SHAPE}) WHERE unseen AND day > ? AND day <= ? AND coalesce(?, shop) = shop"
        " ORDER BY day",
        [day, month_of(day).last, shop],
    )
