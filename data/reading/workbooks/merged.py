"""Values merged downwards over data rows (a date, a shop, a team) stand in each of those rows; headings stay one."""

import re
from collections.abc import Collection, Sequence

from data.formats.heading import normalised

Range = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell, each a row and a column, counted from 0."""

AMOUNT = re.compile(r"[-+¥￥]?[\d,]{1,14}(\.\d+)?(%|元|秒)?")
DAY = re.compile(r"20\d{6}")
FEWEST = 3
"""Filled cells in a row of headings of which not two are known."""


def fill(rows: list[list[str]], start: tuple[int, int], ranges: Collection[Range], headings: Collection[str]) -> None:
    """Write each value merged downwards below a header into the rows it covers that hold anything else.

    `start` is the sheet's cell of the first row and column. An amount merged over rows counts once and stays alone.
    `headings`, normalised, are those that somebody reads.
    """
    header = _header(rows, headings) if ranges else 0
    for (top, left), (bottom, _) in sorted(ranges):
        first, last, column = top - start[0], bottom - start[0], left - start[1]
        inside = header < first < min(last, len(rows)) and 0 <= column < len(rows[first])
        if inside and _is_spread(rows[first], column, headings):
            for row in rows[first + 1 : last + 1]:
                if any(row) and not row[column]:
                    row[column] = rows[first][column]


def _is_spread(row: Sequence[str], column: int, headings: Collection[str]) -> bool:
    """Whether a merged text counts for every row that it covers."""
    return bool(row[column]) and not _is_amount(row[column]) and not _names_columns(row, headings)


def _is_amount(text: str) -> bool:
    return bool(AMOUNT.fullmatch(text)) and not DAY.fullmatch(text)


def _header(rows: Sequence[Sequence[str]], headings: Collection[str]) -> int:
    """Where the first row stands that looks like headings; the last row if there is none."""
    wide = (at for at, row in enumerate(rows) if _names_columns(row, headings) or sum(map(bool, row)) >= FEWEST)
    return next(wide, len(rows))


def _names_columns(row: Sequence[str], headings: Collection[str]) -> bool:
    return sum(normalised(text) in headings for text in row if text) >= 2
