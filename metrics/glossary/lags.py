"""Lags: after how many days a metric's values stayed as they are, replayed from what the warehouse knew and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from data.store.as_of import warehouse_as_of
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period, last_days
from metrics.catalogue import METRICS
from metrics.definition.metric import Metric
from metrics.query.question import answer

LEAST = 0.01
"""The share of itself by which a value must differ from what it came to, not to have been final."""

SETTLED, LOOKED_AT, MOMENTS = 30, 60, 6
"""Days back from the last import that are taken for settled, days looked at before each moment, moments replayed."""


Values = dict[tuple[str, date], float]
"""A metric by shop and day."""


@dataclass(frozen=True, slots=True)
class Lag:
    """A metric's lag as declared, and the days after which no value of this warehouse moved any more.

    `stayed` is None where no day was known at two moments; `compared` counts the days of all shops and moments.
    """

    metric: Metric
    stayed: int | None
    compared: int


def lags(warehouse: Warehouse) -> list[Lag]:
    """Every metric whose values settle late, replayed over the moments of the warehouse's own imports."""
    late = [metric for metric in METRICS if metric.final_after]
    moments = _moments(warehouse)
    if not moments:
        return [Lag(metric, None, 0) for metric in late]
    settled = moments[-1].date() - timedelta(days=SETTLED)
    now = {metric.name: _values(warehouse, metric, last_days(settled, 2 * LOOKED_AT)) for metric in late}
    moved: dict[str, list[tuple[int, bool]]] = {metric.name: [] for metric in late}
    for moment in moments:
        during = Period(moment.date() - timedelta(days=LOOKED_AT), min(moment.date(), settled))
        with warehouse_as_of(warehouse, moment) as then:
            for metric in late:
                moved[metric.name] += _compared(_values(then, metric, during), now[metric.name], moment.date())
    return [_lag(metric, moved[metric.name]) for metric in late]


def _compared(then: Values, now: Values, on: date) -> list[tuple[int, bool]]:
    """How old each value was on that day, and whether it has moved since."""
    return [((on - key[1]).days, _apart(value, now[key])) for key, value in then.items() if key in now]


def _apart(then: float, now: float) -> bool:
    return then != now and abs(now - then) >= LEAST * abs(now)


def _lag(metric: Metric, moved: Sequence[tuple[int, bool]]) -> Lag:
    if not moved:
        return Lag(metric, None, 0)
    return Lag(metric, max((age + 1 for age, off in moved if off), default=0), len(moved))


def _moments(warehouse: Warehouse) -> list[datetime]:
    """The last import of each of the days that had one, evenly thinned out, the oldest first."""
    rows = warehouse.rows(
        "SELECT max(imported_at) FROM batches WHERE withdrawn_at IS NULL GROUP BY imported_at::DATE ORDER BY 1"
    )
    every = [moment for (moment,) in rows]
    step = max(1, -(-len(every) // MOMENTS))
    return every[::-1][::step][::-1]


def _values(warehouse: Warehouse, metric: Metric, during: Period) -> Values:
    by = ("shop", "day") if "shop" in metric.facts.splits else ("day",)
    rows = answer(warehouse, [metric], during, by).to_pylist()
    return {(row.get("shop", ""), row["day"]): float(row[metric.name]) for row in rows if row[metric.name] is not None}
