"""Occasions: festivals, and the days of the promotion calendar on which shops sell otherwise than usual."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from metrics.calendar.lunar import LunarDate, from_lunar
from metrics.calendar.period import Period
from metrics.calendar.promotions import USUAL, YEARS, Promotion, usual_days
from text import Text


@dataclass(frozen=True, slots=True)
class Festival:
    """A festival by the calendar: `first` and `last` are (month, day), solar or of the lunar calendar.

    A lunar one has one date and so many days `before` and `after` it.
    """

    name: Text
    first: tuple[int, int]
    last: tuple[int, int] | None = None
    lunar: bool = False
    before: int = 0
    after: int = 0

    def during(self, year: int) -> Period:
        """Its days in a year."""
        if self.lunar:
            when = from_lunar(LunarDate(year, *self.first))
            return Period(when - timedelta(days=self.before), when + timedelta(days=self.after))
        return Period(date(year, *self.first), date(year, *(self.last or self.first)))


FESTIVALS = (
    Festival(Text("春节", "Spring Festival"), (1, 1), lunar=True, before=9, after=9),
    Festival(Text("端午节", "Dragon Boat Festival"), (5, 5), lunar=True, after=1),
    Festival(Text("中秋节", "Mid-Autumn Festival"), (8, 15), lunar=True, after=1),
    Festival(Text("元旦", "New Year"), (1, 1), (1, 2)),
    Festival(Text("清明节", "Qingming"), (4, 4), (4, 6)),
    Festival(Text("劳动节", "Labour Day"), (5, 1), (5, 5)),
    Festival(Text("国庆节", "National Day"), (10, 1), (10, 8)),
)
"""Where two meet on a day, the earlier in this list counts; before a promotion, too."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a day is: a festival, or a day of a promotion."""

    name: Text
    lunar: bool = False
    promotion: Promotion | None = None


def occasion(when: date, promotions: Sequence[Promotion] | None = None) -> Occasion | None:
    """The occasion of a day by the promotions known, without these as they usually fall; None on ordinary days."""
    if found := _festival(when):
        return Occasion(found.name, found.lunar)
    running = usual_of(when.year) if promotions is None else promotions
    held = next((each for each in running if any(when in wave for wave in each.waves)), None)
    return Occasion(held.title, promotion=held) if held else None


@lru_cache(maxsize=4096)
def _festival(when: date) -> Festival | None:
    return next((each for each in FESTIVALS if when in each.during(when.year)), None)


@lru_cache(maxsize=64)
def usual_of(year: int) -> tuple[Promotion, ...]:
    """The promotions of a year as they usually fall."""
    return tuple(usual_days(usual, year) for usual in USUAL)


def is_special(when: date, promotions: Sequence[Promotion] = ()) -> bool:
    """Whether a day is a festival or, of the promotions known, one left out where ordinary days are compared."""
    return occasion(when, promotions) is not None


def festival_day(day: str) -> str:
    """SQL for the key of a day's festival and which day of it, null on other days: the same key every year."""
    lunar = " ".join(_lunar(day, each) for each in FESTIVALS if each.lunar)
    solar = " ".join(
        f"WHEN strftime({day}, '%m%d') BETWEEN '{_number(each.first)}' AND '{_number(each.last or each.first)}'"
        f" THEN '{each.name.zh}' || strftime({day}, '%m%d')"
        for each in FESTIVALS
        if not each.lunar
    )
    return f"CASE {lunar} {solar} END"


def _lunar(day: str, each: Festival) -> str:
    days = ", ".join(f"'{year}': DATE '{each.during(year).first}'" for year in YEARS)
    found = f"MAP {{{days}}}[year({day})::VARCHAR]"
    span = each.before + each.after
    return f"WHEN {day} - {found} BETWEEN 0 AND {span} THEN '{each.name.zh}' || ({day} - {found})"


def _number(month_day: tuple[int, int]) -> str:
    return f"{month_day[0]:02d}{month_day[1]:02d}"
