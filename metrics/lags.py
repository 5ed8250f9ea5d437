"""Lags: after how many days a metric's values stayed as they are, replayed from what the warehouse knew and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from data.as_known import as_known
from data.warehouse import Warehouse
from metrics.catalogue import METRICS
from metrics.metric import Metric
from metrics.period import Period, last_days
from metrics.question import answer

LEAST = 0.01
"""The share of itself by which a value must differ from what it came to, not to have been final."""

SETTLED, LOOKED_AT, MOMENTS = 30, 60, 6
"""Days back from the last import that are taken for settled, days looked at before each moment, moments replayed."""


@dataclass(frozen=True, slots=True)
class Lag:
    """A metric's lag as declared, and the days after which no value of this warehouse moved any more.

    `stayed` is None where no day was known at two moments; `compared` counts the days of all moments.
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
    now = {metric.name: _by_day(warehouse, metric, last_days(settled, 2 * LOOKED_AT)) for metric in late}
    moved: dict[str, list[tuple[int, bool]]] = {metric.name: [] for metric in late}
    for moment in moments:
        during = Period(moment.date() - timedelta(days=LOOKED_AT), min(moment.date(), settled))
        if during.first > during.last:
            continue
        with as_known(warehouse, moment) as then:
            for metric in late:
                of_then, of_now = _by_day(then, metric, during), now[metric.name]
                moved[metric.name] += [
                    (
                        (moment.date() - day).days,
                        abs(of_now[day] - value) >= LEAST * abs(of_now[day]) and value != of_now[day],
                    )
                    for day, value in of_then.items()
                    if day in of_now
                ]
    return [_lag(metric, moved[metric.name]) for metric in late]


def _lag(metric: Metric, moved: Sequence[tuple[int, bool]]) -> Lag:
    if not moved:
        return Lag(metric, None, 0)
    return Lag(metric, max((age + 1 for age, off in moved if off), default=0), len(moved))


def _moments(warehouse: Warehouse) -> list[datetime]:
    """The last import of each of the days that had one and can be judged, evenly thinned out, the oldest first."""
    rows = warehouse.rows(
        "SELECT max(imported_at) FROM batches WHERE withdrawn_at IS NULL GROUP BY imported_at::DATE ORDER BY 1"
    )
    every = [moment for (moment,) in rows]
    step = max(1, -(-len(every) // MOMENTS))
    return every[::-1][::step][::-1]


def _by_day(warehouse: Warehouse, metric: Metric, during: Period) -> dict[date, float]:
    by = ("shop", "day") if "shop" in metric.facts.splits else ("day",)
    found: dict[date, float] = {}
    for row in answer(warehouse, [metric], during, by).to_pylist():
        if row[metric.name] is not None:
            found[row["day"]] = found.get(row["day"], 0.0) + float(row[metric.name])
    return found
