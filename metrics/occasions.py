"""Occasions: the days on which shops sell otherwise than usual, year after year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from metrics.calendar import LunarDate, from_lunar
from metrics.period import Period
from metrics.sums import SQL
from text import Text


@dataclass(frozen=True, slots=True)
class Occasion:
    """A festival or promotion by the calendar: `first` and `last` are (month, day), solar or of the lunar calendar.

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


OCCASIONS = (
    Occasion(Text("元旦", "New Year"), (1, 1), (1, 2)),
    Occasion(Text("春节", "Spring Festival"), (1, 1), lunar=True, before=9, after=9),
    Occasion(Text("38 节", "8 March sale"), (3, 7), (3, 8)),
    Occasion(Text("清明节", "Qingming"), (4, 4), (4, 6)),
    Occasion(Text("劳动节", "Labour Day"), (5, 1), (5, 5)),
    Occasion(Text("端午节", "Dragon Boat Festival"), (5, 5), lunar=True, after=1),
    Occasion(Text("618 开门红", "618 opening"), (6, 1), (6, 2)),
    Occasion(Text("618", "618"), (6, 16), (6, 20)),
    Occasion(Text("99 大促", "9.9 sale"), (9, 9)),
    Occasion(Text("中秋节", "Mid-Autumn Festival"), (8, 15), lunar=True, after=1),
    Occasion(Text("国庆节", "National Day"), (10, 1), (10, 8)),
    Occasion(Text("双11 开门红", "11.11 opening"), (11, 1), (11, 2)),
    Occasion(Text("双11", "11.11"), (11, 9), (11, 13)),
    Occasion(Text("双12", "12.12"), (12, 11), (12, 12)),
)
"""Where two meet on a day, the later in this list counts. What only one shop celebrates is in its own calendar."""

NEAR_PEAK = 3
"""Of a promotion that a shop has entered, the days this near its peak are no ordinary days."""

YEARS = range(2018, 2041)


@lru_cache(maxsize=4096)
def occasion(when: date) -> Occasion | None:
    """The occasion of a day; None on ordinary days."""
    return next((each for each in reversed(OCCASIONS) if when in each.during(when.year)), None)


def is_special(when: date) -> bool:
    """Whether a day is to be left out where ordinary days are compared."""
    return occasion(when) is not None


def own_days(during: Period) -> SQL:
    """SQL for shop and day of the days near the peaks of the promotions that shops have entered themselves."""
    sql = (
        "SELECT shop, day FROM (SELECT shop, unnest(generate_series("
        f"greatest(first_day, peak - {NEAR_PEAK}), least(last_day, peak + {NEAR_PEAK}), INTERVAL 1 DAY))::DATE AS day"
        " FROM (SELECT *, coalesce(peak_day, last_day) AS peak FROM promotions)"
        " WHERE last_day >= first_day AND coalesce(level, '') NOT IN ('不参加', '取消')) WHERE day BETWEEN ? AND ?"
    )
    return sql, [during.first, during.last]


def days_by_shop(rows: Iterable[tuple[str | None, date]]) -> dict[str, frozenset[date]]:
    """Shops and days as the days of each shop; those for all shops under ''."""
    found: dict[str, set[date]] = {}
    for shop, day in rows:
        found.setdefault(shop or "", set()).add(day)
    return {shop: frozenset(days) for shop, days in found.items()}


def nth_day(day: str) -> str:
    """SQL for the key of a day's occasion and which day of it, null on ordinary days: the same key every year."""
    solar = " ".join(
        f"WHEN strftime({day}, '%m%d') BETWEEN '{_number(each.first)}' AND '{_number(each.last or each.first)}'"
        f" THEN '{each.name.zh}' || strftime({day}, '%m%d')"
        for each in reversed(OCCASIONS)
        if not each.lunar
    )
    lunar = " ".join(_lunar(day, each) for each in reversed(OCCASIONS) if each.lunar)
    return f"CASE {lunar} {solar} END"


def _lunar(day: str, each: Occasion) -> str:
    days = ", ".join(f"'{year}': DATE '{each.during(year).first}'" for year in YEARS)
    found = f"MAP {{{days}}}[year({day})::VARCHAR]"
    span = each.before + each.after
    return f"WHEN {day} - {found} BETWEEN 0 AND {span} THEN '{each.name.zh}' || ({day} - {found})"


def _number(month_day: tuple[int, int]) -> str:
    return f"{month_day[0]:02d}{month_day[1]:02d}"
