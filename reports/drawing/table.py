"""A table: numbers to the right in one scale a column, words broken into lines, a judgement as shape and word."""

from collections.abc import Iterator
from dataclasses import replace

from metrics.judgement.limits import Judgement
from reports.drawing import panel
from reports.drawing.density import Density
from reports.drawing.marks import Anchor, Box, Mark, Run, rule
from reports.drawing.shapes import RADIUS, judged, shape
from reports.drawing.table_columns import Grid, grid, run_of
from reports.drawing.text.wrapping import wrapped
from reports.drawing.text.writing import paragraph, tall
from reports.slide.slide import Cell, Table
from text import Language

LEADING, STRETCHED = 1.28, 1.2


def table(part: Table, box: Box, density: Density, language: Language) -> Iterator[Mark]:
    """The panel: title, heads, and rows as tall as there is room, but no taller than the density's."""
    title, note = _words(part, language)
    yield from panel.head(box, title, note, density)
    inside = box.below(panel.head_height(box.width, title, note, density))
    laid = grid(part, inside, density, language)
    heights = _row_heights(part, laid, language)
    head = _head_height(laid)
    yield from _heads(laid, inside, head)
    spare = max(0.0, (inside.height - head - sum(heights)) / max(len(heights), 1))
    y = inside.y + head
    for row, least in zip(part.rows, heights, strict=True):
        height = max(least, min(least + spare, density.row * STRETCHED))
        yield from _row(row, laid, Box(inside.x, y, inside.width, height), language)
        y += height


def table_least(part: Table, width: float, density: Density, language: Language) -> float:
    """The least height at which every row holds its text."""
    laid = grid(part, Box(0, 0, width, 0), density, language)
    above = panel.head_height(width, *_words(part, language), density) + _head_height(laid)
    return above + sum(_row_heights(part, laid, language))


def split(part: Table, box: Box, density: Density, language: Language) -> list[Table]:
    """The table in as many tables as it needs to fit the box each, rows in their order; the heads are repeated."""
    laid = grid(part, box, density, language)
    room = box.height - panel.head_height(box.width, *_words(part, language), density) - _head_height(laid)
    pieces: list[list[tuple[Cell, ...]]] = [[]]
    used = 0.0
    for row, least in zip(part.rows, _row_heights(part, laid, language), strict=True):
        height = max(least, density.row)
        if pieces[-1] and used + height > room:
            pieces.append([])
            used = 0.0
        pieces[-1].append(row)
        used += height
    return [replace(part, rows=tuple(piece), among=part.among or part.rows) for piece in pieces]


def _words(part: Table, language: Language) -> tuple[str, str]:
    return part.title.to(language), part.note.to(language) if part.note else ""


def _row_heights(part: Table, laid: Grid, language: Language) -> list[float]:
    return [_lines(row, laid, language) * laid.size * LEADING + 6 for row in part.rows]


def _lines(row: tuple[Cell, ...], laid: Grid, language: Language) -> int:
    text_cells = [(at, value) for at, value in enumerate(row) if not isinstance(value, Judgement)]
    return max(
        [1, *(len(wrapped(run_of(value, laid, at, language), laid.widths[at], laid.size)) for at, value in text_cells)]
    )


def _head_height(laid: Grid) -> float:
    heads = [tall((Run(laid.title(at)),), laid.widths[at], laid.head_size, LEADING) for at in range(len(laid.heads))]
    return max([0.0, *heads]) + 8


def _heads(laid: Grid, box: Box, height: float) -> Iterator[Mark]:
    for at in range(len(laid.heads)):
        title = (Run(laid.title(at), colour="ink3"),)
        own = tall(title, laid.widths[at], laid.head_size, LEADING)
        column = Box(laid.starts[at], box.y + height - 8 - own, laid.widths[at], own)
        yield from paragraph(title, column, laid.head_size, LEADING, _anchor(laid, at))


def _row(row: tuple[Cell, ...], laid: Grid, box: Box, language: Language) -> Iterator[Mark]:
    yield rule(box, box.y)
    middle = box.y + box.height / 2
    for at, value in enumerate(row):
        x, width = laid.starts[at], laid.widths[at]
        if isinstance(value, Judgement):
            yield from _judgement(value, x, middle, laid, language)
            continue
        runs = run_of(value, laid, at, language)
        own = tall(runs, width, laid.size, LEADING)
        yield from paragraph(runs, Box(x, middle - own / 2, width, own), laid.size, LEADING, _anchor(laid, at))


def _judgement(value: Judgement, x: float, middle: float, laid: Grid, language: Language) -> Iterator[Mark]:
    if laid.worded:
        yield from judged(value.level, x, middle + laid.size * 0.37, laid.size, language)
    else:
        yield shape(value.level, x + laid.size * RADIUS, middle, laid.size)


def _anchor(laid: Grid, at: int) -> Anchor:
    return "end" if laid.kinds[at] == "number" else "start"
