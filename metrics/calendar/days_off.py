"""Days off and days worked instead: as announced, as entered by the shop, else as the law alone gives them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from lunar_python.util import HolidayUtil

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.calendar.statutory import IN_FORCE, statutory
from text import Text, same

FEWEST_ANNOUNCED = 7
"""A year of which fewer days are known is not known as a whole."""

NAMES = {
    "元旦节": Text("元旦", "New Year"),
    "元旦": Text("元旦", "New Year"),
    "春节": Text("春节", "Spring Festival"),
    "清明节": Text("清明节", "Qingming"),
    "劳动节": Text("劳动节", "Labour Day"),
    "端午节": Text("端午节", "Dragon Boat Festival"),
    "中秋节": Text("中秋节", "Mid-Autumn Festival"),
    "国庆节": Text("国庆节", "National Day"),
    "国庆中秋": Text("国庆节、中秋节", "National Day and Mid-Autumn Festival"),
    "抗战胜利日": Text("抗战胜利日", "Victory Day"),
    "": Text("放假", "Day off"),
}
NOT_ANNOUNCED = Text(
    "{year}年的调休还没有公布，或这版日历还没收；法定节假日已按规定算作放假，补班日暂按周一至周五算。"
    "公布后更新看板，或导入「放假安排」",
    "The days worked instead in {year} are not announced, or this calendar has yet to learn them. Statutory days count"
    " as off; besides them Monday to Friday are worked. Once announced, update the board or import a sheet of days off",
)
BEFORE_THE_RULE = Text(
    "{year}年的放假与调休不在这版日历里，只按周一至周五算",
    "The days off of {year} are not in this calendar: Monday to Friday count as working days",
)


class EnteredDay(NamedTuple):
    """What a sheet of days off says of a day: whether it is worked, and the festival, which may be empty."""

    worked: bool
    festival: str


Entered = Mapping[date, EnteredDay]
NOTHING: Entered = {}

ENTERED = (
    "SELECT day AS listed, arg_min(worked, coalesce(shop, '')) AS worked,"
    " arg_min(coalesce(festival, ''), coalesce(shop, '')) AS festival"
    " FROM days_off WHERE worked IS NOT NULL GROUP BY day"
)
"""SQL for the days of the sheets: a department's own row goes before one that names a shop."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A festival's days off, weekends among them (None where only days worked are known), and those worked instead."""

    name: Text
    off: Period | None
    worked: tuple[date, ...]


def entered(warehouse: Warehouse) -> Entered:
    """What the sheets of days off say, by day."""
    return {day: EnteredDay(worked, festival) for day, worked, festival in warehouse.rows(ENTERED)}


def announced(year: int, entered: Entered = NOTHING) -> bool:
    """Whether the days worked instead in a year are known: the State Council announces them the November before."""
    return _in_package(year) or sum(day.year == year for day in entered) >= FEWEST_ANNOUNCED


@lru_cache(maxsize=64)
def _in_package(year: int) -> bool:
    return len(HolidayUtil.getHolidays(str(year))) >= FEWEST_ANNOUNCED


def holiday(when: date, entered: Entered = NOTHING) -> Text | None:
    """The festival whose day off it is, None on other days."""
    if when in entered:
        return None if entered[when].worked else _named(entered[when].festival)
    return next((each.name for each in holidays(when.year) if each.off and when in each.off), None)


def holidays(year: int, entered: Entered = NOTHING) -> tuple[Holiday, ...]:
    """The festivals of a year in its order: as entered, else as announced, else the statutory days alone."""
    own = {day: origin for day, origin in entered.items() if day.year == year}
    others = () if len(own) >= FEWEST_ANNOUNCED else _shipped(year)
    return tuple(sorted((*others, *_grouped(own)), key=_begins))


@lru_cache(maxsize=64)
def _shipped(year: int) -> tuple[Holiday, ...]:
    if not _in_package(year):
        return tuple(Holiday(_named(each.name), each.off, ()) for each in statutory(year))
    groups: dict[tuple[str, str], dict[date, bool]] = {}
    for each in HolidayUtil.getHolidays(str(year)):
        days = groups.setdefault((each.getTarget(), each.getName()), {})
        days[date.fromisoformat(each.getDay())] = bool(each.isWork())
    return tuple(_holiday(_named(name), days) for (_, name), days in sorted(groups.items()))


def _named(festival: str) -> Text:
    return NAMES.get(festival) or same(festival)


def _holiday(name: Text, days: Mapping[date, bool]) -> Holiday:
    off = sorted(when for when, works in days.items() if not works)
    return Holiday(name, Period(off[0], off[-1]) if off else None, tuple(sorted(days.keys() - {*off})))


def _grouped(own: Entered) -> Iterable[Holiday]:
    """A holiday for each run of days off of one festival; the days worked instead stand with its first."""
    for festival in dict.fromkeys(origin.festival for origin in own.values()):
        days = {day: origin.worked for day, origin in sorted(own.items()) if origin.festival == festival}
        first, *others = _runs([day for day, works in days.items() if not works]) or [[]]
        worked = {day: works for day, works in days.items() if works}
        yield _holiday(_named(festival), worked | dict.fromkeys(first, False))
        yield from (_holiday(_named(festival), dict.fromkeys(run, False)) for run in others)


def _runs(days: Sequence[date]) -> list[list[date]]:
    """Days in order, as runs without a gap."""
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _begins(each: Holiday) -> date:
    return each.off.first if each.off else each.worked[0]


def unannounced(period: Period, entered: Entered = NOTHING) -> Text | None:
    """The sentence that says of which year of a period the days worked instead are not known; None where all are."""
    years = range(period.first.year, period.last.year + 1)
    year = next((year for year in years if not announced(year, entered)), None)
    if year is None:
        return None
    return (NOT_ANNOUNCED if year >= IN_FORCE else BEFORE_THE_RULE).filled(year=year)
