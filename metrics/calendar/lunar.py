"""Lunar dates, the new year, festivals of the lunar calendar, and what lies a lunar year before."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from lunar_python import Lunar, LunarMonth, LunarYear, Solar

from metrics.calendar.period import Period, day
from text import Language, Text


@dataclass(frozen=True, slots=True)
class LunarDate:
    """A day of the lunar calendar; `leap` is the second month of that number."""

    year: int
    month: int
    day: int
    leap: bool = False

    def label(self, language: Language) -> str:
        """正月初一, 闰六月初八; 1st lunar month, day 1."""
        if language == "en":
            return f"lunar month {self.month}{' (leap)' if self.leap else ''}, day {self.day}"
        lunar_date = Lunar.fromYmd(self.year, -self.month if self.leap else self.month, self.day)
        return f"{lunar_date.getMonthInChinese()}月{lunar_date.getDayInChinese()}"


@lru_cache(maxsize=4096)
def lunar(when: date) -> LunarDate:
    """The lunar date of a day."""
    lunar_date = Solar.fromYmd(when.year, when.month, when.day).getLunar()
    return LunarDate(lunar_date.getYear(), abs(lunar_date.getMonth()), lunar_date.getDay(), lunar_date.getMonth() < 0)


@lru_cache(maxsize=4096)
def from_lunar(lunar_date: LunarDate) -> date:
    """The day of a lunar date; a leap month the year lacks is the plain one, a 30th the month lacks the 29th."""
    leap = lunar_date.leap and LunarYear.fromYear(lunar_date.year).getLeapMonth() == lunar_date.month
    month = -lunar_date.month if leap else lunar_date.month
    length = LunarMonth.fromYm(lunar_date.year, month).getDayCount()
    solar = Lunar.fromYmd(lunar_date.year, month, min(lunar_date.day, length)).getSolar()
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


def new_year(year: int) -> date:
    """The first day of the lunar year that begins in a calendar year."""
    return from_lunar(LunarDate(year, 1, 1))


def a_lunar_year_before(when: date) -> date:
    """The day with the same lunar date a lunar year before; from mid-December on, as many days before the new year."""
    lunar_date = lunar(when)
    if lunar_date.month == 12 and lunar_date.day > 15:
        return new_year(lunar_date.year) - (new_year(lunar_date.year + 1) - when)
    return from_lunar(LunarDate(lunar_date.year - 1, lunar_date.month, lunar_date.day, lunar_date.leap))


def span_a_lunar_year_before(period: Period) -> Period:
    """As many days, beginning on the lunar date of the first a lunar year before."""
    first = a_lunar_year_before(period.first)
    return Period(first, first + timedelta(days=period.days - 1)) if period.days > 1 else day(first)


def festivals(year: int) -> tuple[tuple[Text, date], ...]:
    """The lunar festivals of a calendar year in its order, known long before their days off are announced."""
    eve = Text("除夕", "New Year's Eve")
    lunar_days = (
        (Text("元宵节", "Lantern Festival"), (1, 15)),
        (Text("端午节", "Dragon Boat Festival"), (5, 5)),
        (Text("七夕", "Qixi"), (7, 7)),
        (Text("中秋节", "Mid-Autumn Festival"), (8, 15)),
        (Text("重阳节", "Double Ninth"), (9, 9)),
    )
    first = new_year(year)
    others = [(name, from_lunar(LunarDate(year, month, day_of))) for name, (month, day_of) in lunar_days]
    return ((eve, first - timedelta(days=1)), (Text("春节", "Spring Festival"), first), *others)


def qingming(year: int) -> date:
    """The day on which the sun reaches the fifth solar term, 4 to 6 April."""
    solar = Lunar.fromYmd(year, 1, 1).getJieQiTable()["清明"]
    return date(solar.getYear(), solar.getMonth(), solar.getDay())
