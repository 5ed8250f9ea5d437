"""Statutory days off by rule: what the law gives each year, before the days worked instead are announced.

Source: 全国年节及纪念日放假办法, as revised with effect from 1 January 2025: 13 days a year.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from metrics.calendar.lunar import LunarDate, from_lunar, new_year, qingming
from metrics.calendar.period import Period

IN_FORCE = 2025
"""The first year of this rule."""


@dataclass(frozen=True, slots=True)
class StatutoryHoliday:
    """A festival, by its Chinese name, and the days that the law itself makes off."""

    name: str
    off: Period


@lru_cache(maxsize=64)
def statutory(year: int) -> tuple[StatutoryHoliday, ...]:
    """The festivals of a year in its order; none before the rule was in force."""
    if year < IN_FORCE:
        return ()
    first = new_year(year)
    found = [
        ("元旦", _days(date(year, 1, 1))),
        ("春节", _days(first - timedelta(days=1), 4)),
        ("清明节", _days(qingming(year))),
        ("劳动节", _days(date(year, 5, 1), 2)),
        ("端午节", _days(from_lunar(LunarDate(year, 5, 5)))),
        ("中秋节", _days(from_lunar(LunarDate(year, 8, 15)))),
        ("国庆节", _days(date(year, 10, 1), 3)),
    ]
    return tuple(StatutoryHoliday(*each) for each in sorted(found, key=lambda each: each[1].first))


def _days(first: date, days: int = 1) -> Period:
    return Period(first, first + timedelta(days=days - 1))
