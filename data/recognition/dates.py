"""Days, months and years that a title, a heading or a file's name speaks of."""

import re
from collections.abc import Sequence
from datetime import date

_DATE = re.compile(r"(?<!\d)(20\d\d)(?:(\d\d)(\d\d)(?!\d)|\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})(?!\d))")
_MONTH = re.compile(r"(?<!\d)(20\d\d)\s*[-./年]?\s*(1[0-2]|0?[1-9])(?:月|$|\D)")


def days_in(words: str) -> list[date]:
    """The dates that a text speaks of, without repeats."""
    found = []
    for year, month, day, other_month, other_day in _DATE.findall(words):
        try:
            found.append(date(int(year), int(month or other_month), int(day or other_day)))
        except ValueError:
            continue
    return list(dict.fromkeys(found))


def month_in(words: Sequence[str]) -> str | None:
    """The first month that one of some texts speaks of, as 2026-06."""
    for text in words:
        if found := _MONTH.search(text):
            return f"{found[1]}-{int(found[2]):02d}"
    return None


def year_in(words: str) -> str | None:
    """The year that a title or a file's name speaks of, if it is one year."""
    years = set(re.findall(r"(?<!\d)(20\d\d)(?=\D|\d{4}(?!\d)|$)", words))
    return years.pop() if len(years) == 1 else None


def month_of(heading: str, year: str | None) -> str | None:
    """A heading such as 6月, 2026年6月 or 2026-06 as 2026-06; None if it names no month of a known year."""
    found = re.fullmatch(r"(?:(20\d\d)\s*[-/.年]?\s*)?(1[0-2]|0?[1-9])\s*(月份?)?", heading.strip())
    if not found:
        dated = re.match(r"(20\d\d)-(\d\d)-01\b", heading)
        return f"{dated[1]}-{dated[2]}" if dated else None
    year_text = found[1] or (year if found[3] else None)
    return f"{year_text}-{int(found[2]):02d}" if year_text else None
