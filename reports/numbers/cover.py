"""Cover: what a week's deck was made from, and which definitions changed since the meeting before."""

from dataclasses import dataclass
from datetime import date, timedelta

from metrics.calendar.days_off import entered, unannounced
from metrics.calendar.period import Period
from metrics.definition.metric import Metric
from reports.numbers.completeness import Expected, expected
from reports.numbers.earlier_deck import before, redefined
from reports.numbers.query import WeekQuery
from reports.numbers.stamp import stamp
from reports.numbers.week import Week
from reports.slide.stamp import Stamp


@dataclass(frozen=True, slots=True)
class CoverNumbers:
    """The stamp, every file expected, and the metrics `redefined` since the day of the `meeting` before.

    Without a meeting before, `meeting` is None; `unannounced` is the year of the week or the next one whose days worked
    instead are not announced, None where they are.
    """

    week: Week
    stamp: Stamp
    files: tuple[Expected, ...]
    meeting: date | None
    redefined: tuple[Metric, ...]
    unannounced: int | None = None


def cover(query: WeekQuery) -> CoverNumbers:
    """What the cover says of the week."""
    then, week = before(query), query.week.period
    ahead = Period(week.first, week.first + timedelta(days=13))
    return CoverNumbers(
        query.week,
        stamp(query),
        tuple(expected(query)),
        then.opened_at.date() if then else None,
        tuple(redefined(query, then)) if then else (),
        ahead.last.year if unannounced(ahead, entered(query.warehouse)) else None,
    )
