"""The Chinese calendar: days off and days worked instead, as announced year by year, and lunar dates."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from lunar_python import Lunar, LunarMonth, LunarYear, Solar
from lunar_python.util import HolidayUtil

from metrics.calendar.period import Period, day
from text import Language, Text

FEWEST_ANNOUNCED = 7
"""A year of which fewer days are known is not known as a whole."""

HOLIDAYS = {
    "元旦节": Text("元旦", "New Year"),
    "春节": Text("春节", "Spring Festival"),
    "清明节": Text("清明节", "Qingming"),
    "劳动节": Text("劳动节", "Labour Day"),
    "端午节": Text("端午节", "Dragon Boat Festival"),
    "中秋节": Text("中秋节", "Mid-Autumn Festival"),
    "国庆节": Text("国庆节", "National Day"),
    "国庆中秋": Text("国庆节、中秋节", "National Day and Mid-Autumn Festival"),
    "抗战胜利日": Text("抗战胜利日", "Victory Day"),
}
NOT_ANNOUNCED = Text(
    "{year}年的放假与调休还没有公布，或这版日历还没收；不作推算，只按周一至周五算",
    "The days off of {year} are not announced, or this calendar has yet to learn them: nothing is guessed, Monday to"
    " Friday count as working days",
)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A festival's days off, weekends among them, and the weekend days worked instead."""

    name: Text
    off: Period
    worked: tuple[date, ...]


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
        said = Lunar.fromYmd(self.year, -self.month if self.leap else self.month, self.day)
        return f"{said.getMonthInChinese()}月{said.getDayInChinese()}"


@lru_cache(maxsize=64)
def announced(year: int) -> bool:
    """Whether the days off of a year are known. They are announced each November for the year after."""
    return len(HolidayUtil.getHolidays(str(year))) >= FEWEST_ANNOUNCED


def holiday(when: date) -> Text | None:
    """The festival whose day off it is; None on other days, and in a year that is not announced."""
    found = HolidayUtil.getHoliday(when.isoformat())
    return None if not found or found.isWork() else HOLIDAYS[found.getName()]


def holidays(year: int) -> tuple[Holiday, ...]:
    """The festivals of a year in its order; none where the year is not announced."""
    groups: dict[tuple[str, str], list[tuple[date, bool]]] = {}
    for each in HolidayUtil.getHolidays(str(year)) if announced(year) else ():
        said = (date.fromisoformat(each.getDay()), bool(each.isWork()))
        groups.setdefault((each.getTarget(), each.getName()), []).append(said)
    return tuple(_holiday(name, days) for (_, name), days in sorted(groups.items()))


def _holiday(name: str, days: list[tuple[date, bool]]) -> Holiday:
    off = sorted(when for when, works in days if not works)
    return Holiday(HOLIDAYS[name], Period(off[0], off[-1]), tuple(sorted(when for when, works in days if works)))


def unannounced(period: Period) -> Text | None:
    """The sentence that says of which year of a period the days off are not known; None where all are."""
    year = next((year for year in range(period.first.year, period.last.year + 1) if not announced(year)), None)
    return None if year is None else NOT_ANNOUNCED.filled(year=year)


@lru_cache(maxsize=4096)
def lunar(when: date) -> LunarDate:
    """The lunar date of a day."""
    said = Solar.fromYmd(when.year, when.month, when.day).getLunar()
    return LunarDate(said.getYear(), abs(said.getMonth()), said.getDay(), said.getMonth() < 0)


@lru_cache(maxsize=4096)
def from_lunar(said: LunarDate) -> date:
    """The day of a lunar date; a leap month the year lacks is the plain one, a 30th the month lacks the 29th."""
    leap = said.leap and LunarYear.fromYear(said.year).getLeapMonth() == said.month
    month = -said.month if leap else said.month
    length = LunarMonth.fromYm(said.year, month).getDayCount()
    solar = Lunar.fromYmd(said.year, month, min(said.day, length)).getSolar()
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


def new_year(year: int) -> date:
    """The first day of the lunar year that begins in a calendar year."""
    return from_lunar(LunarDate(year, 1, 1))


def a_lunar_year_before(when: date) -> date:
    """The day with the same lunar date a lunar year before; from mid-December on, as many days before the new year."""
    said = lunar(when)
    if said.month == 12 and said.day > 15:
        return new_year(said.year) - (new_year(said.year + 1) - when)
    return from_lunar(LunarDate(said.year - 1, said.month, said.day, said.leap))


def span_a_lunar_year_before(period: Period) -> Period:
    """As many days, beginning on the lunar date of the first a lunar year before."""
    first = a_lunar_year_before(period.first)
    return Period(first, first + timedelta(days=period.days - 1)) if period.days > 1 else day(first)


def festivals(year: int) -> tuple[tuple[Text, date], ...]:
    """The lunar festivals of a calendar year in its order, known long before their days off are announced."""
    eve = Text("除夕", "New Year's Eve")
    lunar_days = (
        (Text("元宵节", "Lantern Festival"), (1, 15)),
        (HOLIDAYS["端午节"], (5, 5)),
        (Text("七夕", "Qixi"), (7, 7)),
        (HOLIDAYS["中秋节"], (8, 15)),
        (Text("重阳节", "Double Ninth"), (9, 9)),
    )
    first = new_year(year)
    others = [(name, from_lunar(LunarDate(year, month, day_of))) for name, (month, day_of) in lunar_days]
    return ((eve, first - timedelta(days=1)), (HOLIDAYS["春节"], first), *others)
