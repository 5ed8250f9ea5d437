"""Meeting: what is remembered of a deck when a meeting opens on it, and what has changed since the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from data.records.meetings import Meeting, last_meeting, open_meeting
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period, week_of
from metrics.catalogue import METRICS
from metrics.definition.metric import Metric
from metrics.judgement.rules import Rulebook
from metrics.query.question import fits
from metrics.wording.figure import Number
from reports.numbers.query import WeekQuery

SAME = 1e-9
"""The share by which two figures may differ and still be one: they are kept as binary numbers."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A number of the week that the deck before was about: what it was then, and what the same week is now."""

    metric: Metric
    was: Number | None
    now: Number | None


def begin(
    query: WeekQuery,
    living: Warehouse,
    metrics: Sequence[Metric],
    moment: datetime,
    *,
    by: str,
    now: datetime | None = None,
) -> int:
    """Note in the living warehouse that a meeting begins on a deck of these metrics, as known at a moment.

    Returns the meeting's number.
    """
    week = week_of(query.week.first)
    return open_meeting(
        living,
        query.week.shop or "",
        week.first,
        moment=moment,
        by=by,
        definitions=definitions(query.book),
        figures={name: float(value) for name, value in figures(query, metrics, week).items() if value is not None},
        now=now,
    )


def before(query: WeekQuery) -> Meeting | None:
    """The meeting before that of this week."""
    return last_meeting(query.warehouse, query.week.shop or "", week_of(query.week.first).first)


def definitions(book: Rulebook) -> dict[str, str]:
    """Six characters for each metric that name its formula and the rules it is judged by."""
    return {
        metric.name: sha256(repr((metric.value, metric.facts.sql, book.get(metric.name, ()))).encode()).hexdigest()[:6]
        for metric in METRICS
    }


def redefined(query: WeekQuery, then: Meeting) -> list[Metric]:
    """The metrics whose formula or rules are not what they were at a meeting; one that is new is not among them."""
    now = definitions(query.book)
    return [metric for metric in METRICS if then.definitions.get(metric.name, now[metric.name]) != now[metric.name]]


@dataclass(frozen=True, slots=True)
class ChangedNumbers:
    """The day of the meeting before, and the numbers of its week that have changed since."""

    meeting: date
    changes: tuple[Changed, ...]


def changes(query: WeekQuery) -> ChangedNumbers | None:
    """What has changed since the meeting before; None where there was none."""
    then = before(query)
    return ChangedNumbers(then.opened_at.date(), tuple(changed_since(query, then))) if then else None


def figures(query: WeekQuery, metrics: Sequence[Metric], week: Period) -> dict[str, Number | None]:
    """Those of the metrics that can be asked over a week, by name, each in its own unit; None where no file has it."""
    asks = [metric for metric in metrics if fits(query.warehouse, metric, week, (), query.where)]
    rows = query.rows(asks, week, ())
    return rows[0] if rows else {}


def changed_since(query: WeekQuery, then: Meeting) -> list[Changed]:
    """The numbers of the week of a meeting that are not what they were when it opened."""
    kept = [metric for metric in METRICS if metric.name in then.figures]
    now = figures(query, kept, week_of(then.week))
    found = [Changed(metric, then.figures[metric.name], now.get(metric.name)) for metric in kept]
    return [each for each in found if not _alike(each.was, each.now)]


def _alike(one: Number | None, other: Number | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(float(one) - float(other)) <= SAME * max(1.0, abs(float(one)))
