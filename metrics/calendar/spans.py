"""Span: a period that readers ask for by name, and the same part of the one before."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from metrics.calendar.period import (
    Period,
    before,
    day,
    last_days,
    month_of,
    month_to_date,
    quarter_of,
    quarter_to_date,
    week_of,
    week_to_date,
    year_of,
    year_to_date,
)
from text import Text

Cut = Literal["days", "week", "month", "quarter", "year"]
"""What a period is the beginning of; `days` is a count of days, or any span."""

CALENDAR: dict[Cut, Callable[[date], Period]] = {
    "week": week_of,
    "month": month_of,
    "quarter": quarter_of,
    "year": year_of,
}


@dataclass(frozen=True, slots=True)
class Span:
    """A period that readers ask for by name: `ending` gives it for its last day."""

    name: str
    label: Text
    ending: Callable[[date], Period]
    cut: Cut = "days"


SPANS = (
    Span("yesterday", Text("昨日", "Yesterday"), day),
    Span("7d", Text("近7日", "7 days"), lambda last: last_days(last, 7)),
    Span("30d", Text("近30日", "30 days"), lambda last: last_days(last, 30)),
    Span("week", Text("本周", "This week"), week_to_date, "week"),
    Span("month", Text("本月", "This month"), month_to_date, "month"),
    Span("quarter", Text("本季", "This quarter"), quarter_to_date, "quarter"),
    Span("year", Text("今年", "This year"), year_to_date, "year"),
)
"""Every period with a name, the shortest first."""


def span_named(name: str) -> Span | None:
    """The span of that name."""
    return next((span for span in SPANS if span.name == name), None)


def cut_of(period: Period) -> Cut:
    """What a span without a name is: the whole of a week, quarter or year, or the beginning of a month, else days."""
    whole: tuple[Cut, ...] = ("week", "quarter", "year")
    for cut in whole:
        if period == CALENDAR[cut](period.first):
            return cut
    return "month" if period.first.day == 1 and period.last in month_of(period.first) and period.days > 1 else "days"


def same_days_before(period: Period, cut: Cut) -> Period:
    """As many days from the beginning of the week, month, quarter or year before, but never past its end.

    6月1日至6月11日 gives 5月1日至5月11日; all of March gives all of February. A count of days gives the days directly
    before.
    """
    if cut == "days":
        return before(period)
    earlier = CALENDAR[cut](CALENDAR[cut](period.first).first - timedelta(days=1))
    first = earlier.first + (period.first - CALENDAR[cut](period.first).first)
    return Period(min(first, earlier.last), min(first + timedelta(days=period.days - 1), earlier.last))
