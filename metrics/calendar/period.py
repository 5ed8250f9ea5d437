"""Period: the days a question is about, and the days it is compared with."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from text import Language

WEEKDAYS = {"zh": "一二三四五六日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `first` to `last`, both included; ValueError when they are the wrong way round."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.first} is after {self.last}")

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range(self.days))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def label(self, language: Language) -> str:
        """6月12日（周五）, 6月1日（周一）至 7日（周日）, 2026年6月; the year stands where two years meet."""
        if self == month_of(self.first):
            year, month = self.first.year, self.first.month
            return f"{year}年{month}月" if language == "zh" else f"{MONTHS[month - 1]} {year}"
        two_years = self.first.year != self.last.year
        if self.days == 1:
            return _written(self.last, language)
        if language == "zh":
            last = _written(self.last, "zh", year=two_years, month=self.first.month != self.last.month or two_years)
            return f"{_written(self.first, 'zh', year=two_years)}至 {last}"
        return f"{_written(self.first, 'en', year=two_years)} – {_written(self.last, 'en', year=two_years)}"


def _written(when: date, language: Language, *, year: bool = False, month: bool = True) -> str:
    weekday = WEEKDAYS[language][when.weekday()]
    if language == "en":
        return f"{weekday} {when.day} {MONTHS[when.month - 1]}" + (f" {when.year}" if year else "")
    written = f"{when.year}年" if year else ""
    written += f"{when.month}月" if month else ""
    return f"{written}{when.day}日（周{weekday}）"


def short(when: date, language: Language) -> str:
    """A day without its weekday: 6月12日, 12 Jun."""
    return f"{when.month}月{when.day}日" if language == "zh" else f"{when.day} {MONTHS[when.month - 1]}"


def spelled_out(period: Period, language: Language, *, year: bool = False) -> str:
    """A span without weekdays, both its months written: 6月1日至6月11日, 1 Jun to 11 Jun; with the year if asked."""
    two_years = period.first.year != period.last.year
    zh = language == "zh"
    first = _dated(period.first, language, year=two_years or (year and (zh or period.days == 1)))
    last = _dated(period.last, language, year=two_years or (year and not zh))
    return first if period.days == 1 else f"{first}至{last}" if zh else f"{first} to {last}"


def _dated(when: date, language: Language, *, year: bool) -> str:
    if not year:
        return short(when, language)
    return f"{when.year}年{short(when, 'zh')}" if language == "zh" else f"{short(when, 'en')} {when.year}"


def day(when: date) -> Period:
    """That one day."""
    return Period(when, when)


def last_days(when: date, count: int) -> Period:
    """`count` days, the last of which is `when`."""
    return Period(when - timedelta(days=count - 1), when)


def week_of(when: date) -> Period:
    """Monday to Sunday around a day."""
    monday = when - timedelta(days=when.weekday())
    return Period(monday, monday + timedelta(days=6))


def month_of(when: date) -> Period:
    """The calendar month around a day."""
    return Period(when.replace(day=1), when.replace(day=monthrange(when.year, when.month)[1]))


def month_to_date(when: date) -> Period:
    """From the first of the month to that day."""
    return Period(when.replace(day=1), when)


def quarter_of(when: date) -> Period:
    """The calendar quarter around a day."""
    first = when.replace(month=(when.month - 1) // 3 * 3 + 1, day=1)
    return Period(first, _months_back(first, -3) - timedelta(days=1))


def year_of(when: date) -> Period:
    """The calendar year around a day."""
    return Period(date(when.year, 1, 1), date(when.year, 12, 31))


def week_to_date(when: date) -> Period:
    """From Monday to that day."""
    return Period(week_of(when).first, when)


def quarter_to_date(when: date) -> Period:
    """From the first of the quarter to that day."""
    return Period(quarter_of(when).first, when)


def year_to_date(when: date) -> Period:
    """From the first of January to that day."""
    return Period(year_of(when).first, when)


def until(period: Period, last: date | None) -> Period | None:
    """The part of a period that ends with a day, such as the last that is loaded; None where none of it is left."""
    if last is None or last < period.first:
        return None
    return Period(period.first, min(period.last, last))


def same_weekdays(when: date, weeks: int = 4) -> list[date]:
    """The same weekday of the weeks before, the oldest first."""
    return [when - timedelta(weeks=n) for n in range(weeks, 0, -1)]


def before(period: Period) -> Period:
    """As many days directly before."""
    return last_days(period.first - timedelta(days=1), period.days)


def same_days_last_year(period: Period) -> Period:
    """The same days a year before; 29 February becomes the 28th."""
    return Period(_months_back(period.first, 12), _months_back(period.last, 12))


def _months_back(when: date, months: int) -> date:
    year, month = divmod(when.year * 12 + when.month - 1 - months, 12)
    return date(year, month + 1, min(when.day, monthrange(year, month + 1)[1]))
