"""What the parts of a split are compared with: their own same weekdays, the period before, their targets."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from metrics.history import base_of
from metrics.metric import Metric
from metrics.period import Period, before
from ui import answers, filters
from ui.judged import TARGETS

Row = Mapping[str, object]
Numbers = Mapping[str, float | None]


def bases(asked: Sequence[Metric], dimension: str, during: Period) -> dict[object, Numbers]:
    """What each part is compared with: for one day the same weekday's median, else the period before."""
    if during.days > 1:
        rows = answers.ask(asked, before(during), (dimension,), filters.where()).to_pylist()
        return {row[dimension]: {metric.name: number(row[metric.name]) for metric in asked} for row in rows}
    weeks = Period(during.last - timedelta(weeks=4), during.last)
    known: dict[object, dict[date, Row]] = {}
    for row in answers.ask(asked, weeks, (dimension, "day"), filters.where()).to_pylist():
        known.setdefault(row[dimension], {})[row["day"]] = row
    return {part: {m.name: _weekday(days, m.name, during.last) for m in asked} for part, days in known.items()}


def targets(metrics: Sequence[Metric], dimension: str, during: Period) -> dict[object, Numbers]:
    """The targets of each shop; no other dimension has any by day."""
    planned = {metric.name: TARGETS[metric.name] for metric in metrics if metric.name in TARGETS}
    if dimension != "shop" or not planned:
        return {}
    rows = answers.ask(list(planned.values()), during, ("shop",), filters.where()).to_pylist()
    return {row["shop"]: {name: number(row[goal.name]) for name, goal in planned.items()} for row in rows}


def number(value: object) -> float | None:
    """A value of an answer as a float; missing stays missing."""
    return None if value is None else float(str(value))


def _weekday(days: Mapping[date, Row], name: str, last: date) -> float | None:
    return number(base_of({day: number(row[name]) for day, row in days.items()}, last))
