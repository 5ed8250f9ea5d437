"""Which Source a block of cells is, and where its header stands."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from data.formats.heading import normalised
from data.formats.mapping import NOTHING_MAPPED, Mappings
from data.formats.source import Source
from data.reading.workbook import Sheet
from data.recognition.block import Block
from data.recognition.match import Match
from data.recognition.matching import best_match
from data.sources import HEADINGS

HEADER_WITHIN = 25
"""Rows of a long sheet that may stand above its header."""

SCANNED = 4000
"""A sheet of up to this many rows may hold several tables: all its rows are looked at for headers."""


def blocks(sheet: Sheet, file: str, mappings: Mappings = NOTHING_MAPPED) -> list[Block]:
    """The tables of a sheet, top to bottom; one without a match if none is recognised, none if it is empty."""
    numbers, texts = _looked_at(sheet)
    if not any(any(line) for line in texts):
        return []
    headers = list(_headers(texts, file, sheet.name, mappings))
    headers = headers or list(_two_row_headers(texts, file, sheet.name, mappings))
    if not headers:
        return [_unrecognised(sheet, numbers, texts)]
    made = []
    begin = 0
    for (position, match, rival, header), following in zip_longest(headers, headers[1:]):
        until = _end(texts, position, following[0]) if following else sheet.cells.num_rows
        titles = tuple(" ".join(filter(None, line)) for line in texts[begin:position] if _is_title(line))
        rows = sheet.cells.slice(position + 1, until - position - 1)
        made.append(Block(sheet, numbers[position], rows, match, titles, header, rival))
        begin = position + 1
    return made


def _looked_at(sheet: Sheet) -> tuple[list[int], list[list[str]]]:
    """The rows in which headers may stand: their numbers in the sheet, and their texts."""
    cells = sheet.cells if sheet.cells.num_rows <= SCANNED else sheet.cells.slice(0, HEADER_WITHIN)
    numbers, *columns = (column.to_pylist() for column in cells.columns)
    return numbers, [[(text or "").strip() for text in line] for line in zip(*columns, strict=True)]


def _unrecognised(sheet: Sheet, numbers: Sequence[int], texts: Sequence[Sequence[str]]) -> Block:
    """All of a sheet in which no header is recognised, below the fullest of its first rows."""
    first = max(range(min(len(texts), HEADER_WITHIN)), key=lambda at: sum(map(bool, texts[at])))
    return Block(sheet, numbers[first], sheet.cells.slice(first + 1), None, header=tuple(texts[first]))


Header = tuple[int, Match, Source | None, tuple[str, ...]]
"""A header's place, how it reads, its rival, and its headings."""


def _headers(texts: list[list[str]], file: str, sheet_name: str, mappings: Mappings) -> Iterator[Header]:
    """Rows that are headers; one that only repeats the header before it is left to be skipped as a row."""
    before: list[str] | None = None
    words: list[str] = [file, sheet_name]
    for position, line in enumerate(texts):
        if _is_title(line):
            words.append(" ".join(line))
        if position >= HEADER_WITHIN and before is None:
            return
        if line == before or sum(map(bool, line)) < 2 or _is_strange(line, mappings):
            continue
        match, rival = best_match(line, " ".join(words), mappings)
        if match:
            before = line
            yield position, match, rival, tuple(line)


def _two_row_headers(texts: list[list[str]], file: str, sheet_name: str, mappings: Mappings) -> Iterator[Header]:
    """The first two rows that make a header together: groups, merged over their columns, above names."""
    words: list[str] = [file, sheet_name]
    for position, (upper, lower) in enumerate(pairwise(texts[:HEADER_WITHIN]), start=1):
        line, grouped = _joined(upper, lower)
        if grouped and not _is_strange(line, mappings):
            match, rival = best_match(line, " ".join(words), mappings)
            if match and not grouped.isdisjoint({*match.places.values(), *match.spread}):
                yield position, match, rival, tuple(line)
                return
        if _is_title(upper):
            words.append(" ".join(upper))


def _joined(upper: Sequence[str], lower: Sequence[str]) -> tuple[list[str], set[str]]:
    """Headings out of two rows, and the cell columns under a group that reaches over several.

    Of merged cells only the first is filled, so a group counts until the next one; a heading merged downwards
    has nothing below it and is no group.
    """
    line: list[str] = []
    grouped: set[str] = set()
    group = ""
    for at, (over, under) in enumerate(zip(upper, lower, strict=True)):
        if over and over != group:
            group = over if under else ""
        elif group and under:
            grouped |= {f"c{at - 1}", f"c{at}"}
        line.append(f"{group}{under}" if under else over)
    return line, grouped


def _is_strange(line: Sequence[str], mappings: Mappings) -> bool:
    """Whether no cell of a line is a heading that anybody declared or explained."""
    return HEADINGS.isdisjoint(map(normalised, line)) and not mappings.of(line)


def _is_title(line: Sequence[str]) -> bool:
    return 0 < sum(map(bool, line)) <= 2


def _end(texts: list[list[str]], header: int, following: int) -> int:
    """Where a block ends that another one follows: at the blank row or the title line between them."""
    for position in range(header + 1, following):
        if not any(texts[position]):
            return position
    end = following
    while end > header + 1 and sum(map(bool, texts[end - 1])) == 1:
        end -= 1
    return end
