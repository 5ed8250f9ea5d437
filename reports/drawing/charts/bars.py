"""Lying bars from zero: label with its judgement, bar, tick of what it should reach, value, note."""

from collections.abc import Iterator
from dataclasses import dataclass

from metrics.wording.scale import Scale
from reports.drawing import panel
from reports.drawing.density import Density
from reports.drawing.marks import SMALLEST, Box, Colour, Mark, Rect, Run, rule
from reports.drawing.shapes import RADIUS, shape
from reports.drawing.text.wrapping import wide, wrapped
from reports.drawing.text.writing import baseline, paragraph, spread, tall, words
from reports.slide.slide import Bars, TargetBar
from reports.slide.written import number, scale_of_chart
from text import Language, Text

TICK = Text("{unit}，竖线为{word}", "{unit}, tick: {word}")
THICK = 0.42
LEAST_BAR = 130
TALLEST = 100
LONGEST = 0.45
"""The share of the width from which labels are broken into lines."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the labels, the bars with their values, and the notes stand, and how large their text is.

    `indent` is what the shapes of judgements take before the labels, 0 where nothing is judged.
    """

    indent: float
    labels: float
    bars: Box
    notes: float
    size: float
    small: float


def bars(part: Bars, box: Box, density: Density, language: Language) -> Iterator[Mark]:
    """The panel, from its section rule down to its note."""
    scale = scale_of_chart(part, language)
    title, note = part.title.to(language), _unit(part, scale, language)
    yield from panel.head(box, title, note, density)
    inside = box.below(panel.head_height(box.width, title, note, density))
    ending = _ending(part, box.width, density, language)
    columns = _columns(part, inside, density, scale, language)
    least = max((_row_height(bar, columns, language) for bar in part.bars), default=0)
    height = max(least, min(TALLEST, (inside.height - ending) / max(len(part.bars), 1)))
    rows = [Box(inside.x, inside.y + at * height, inside.width, height) for at in range(len(part.bars))]
    for bar, row in zip(part.bars, rows, strict=True):
        yield rule(row, row.y)
        yield from _named(bar, row, columns, language)
    yield from _marks(part, rows, columns, scale)
    if part.note:
        under = inside.y + height * len(rows)
        yield rule(box, under)
        note_box = Box(box.x, under + 16, box.width, 0)
        yield from paragraph((Run(part.note.to(language)),), note_box, max(SMALLEST, density.small), 1.45)


def bars_least(part: Bars, width: float, density: Density, language: Language) -> float:
    """The least height at which every row holds its label."""
    scale = scale_of_chart(part, language)
    columns = _columns(part, Box(0, 0, width, 0), density, scale, language)
    rows = [_row_height(bar, columns, language) for bar in part.bars]
    above = panel.head_height(width, part.title.to(language), _unit(part, scale, language), density)
    return above + max(rows, default=0) * len(rows) + _ending(part, width, density, language)


def _row_height(bar: TargetBar, columns: Columns, language: Language) -> float:
    label = tall((Run(bar.label.to(language)),), columns.labels - columns.indent, columns.size, 1.25)
    note = tall((Run(bar.note.to(language)),), columns.notes, columns.small, 1.25) if bar.note else 0
    return max(label, note, columns.size * 1.25) + 8


def _ending(part: Bars, width: float, density: Density, language: Language) -> float:
    note = (Run(part.note.to(language) if part.note else ""),)
    return 24 + tall(note, width, max(SMALLEST, density.small), 1.45) if part.note else 0


def _unit(part: Bars, scale: Scale, language: Language) -> str:
    unit = Text(scale.title("zh"), scale.title("en"))
    if part.target_word and any(bar.target is not None for bar in part.bars):
        return TICK.filled(unit=unit, word=part.target_word).to(language)
    return unit.to(language)


def _columns(part: Bars, box: Box, density: Density, scale: Scale, language: Language) -> Columns:
    size, small = max(SMALLEST, min(30, density.label)), max(SMALLEST, min(24, density.small))
    indent = size * 1.3 if any(bar.judgement for bar in part.bars) else 0
    label = max((wide((Run(bar.label.to(language)),), size) for bar in part.bars), default=0) + indent + 8
    label = min(label, LONGEST * box.width)
    note = max((wide((Run(bar.note.to(language)),), small) for bar in part.bars if bar.note), default=0)
    values = _values_width(part, scale, size)
    room = box.width - values - LEAST_BAR
    notes = min(note, max(0.4 * room, room - label - 20)) if note else 0
    labels = min(label, room - notes - (20 if note else 0))
    middle = box.width - labels - notes - (20 if note else 0) - 16
    return Columns(indent, labels, Box(box.x + labels + 16, box.y, middle, 0), notes, size, small)


def _values_width(part: Bars, scale: Scale, size: float) -> float:
    return max((spread(_value_text(bar, part, scale), size, bold=True) for bar in part.bars), default=0) + 34


def _named(bar: TargetBar, row: Box, columns: Columns, language: Language) -> Iterator[Mark]:
    size = columns.size
    middle = row.y + row.height / 2
    if bar.judgement:
        yield shape(bar.judgement.level, row.x + size * RADIUS, middle, size)
    label = (Run(bar.label.to(language)),)
    room = columns.labels - columns.indent
    place = Box(row.x + columns.indent, middle - tall(label, room, size, 1.25) / 2, room, 0)
    yield from paragraph(label, place, size, 1.25, even=True)
    if bar.note:
        note = (Run(bar.note.to(language), colour="ink3"),)
        top = middle - len(wrapped(note, columns.notes, columns.small)) * columns.small * 0.625
        notes = Box(row.right - columns.notes, top, columns.notes, 0)
        yield from paragraph(note, notes, columns.small, 1.25, "end")


def _marks(part: Bars, rows: list[Box], columns: Columns, scale: Scale) -> Iterator[Mark]:
    numbers = [float(each) for bar in part.bars for each in (bar.value, bar.target) if each is not None]
    highest, lowest = max([0.0, *numbers]), min([0.0, *numbers])
    values = _values_width(part, scale, columns.size)
    left = columns.bars.x + (0 if lowest == 0 else 2)
    width = columns.bars.width - values
    per = width / ((highest - lowest) or 1.0)
    zero = left - lowest * per
    for bar, row in zip(part.bars, rows, strict=True):
        yield from _bar(bar, row, zero, per, columns, _value_text(bar, part, scale))
    if rows:
        yield Rect(Box(zero - 1.5, rows[0].y, 3, rows[-1].bottom - rows[0].y), "ink")


def _bar(bar: TargetBar, row: Box, zero: float, per: float, columns: Columns, text: str) -> Iterator[Mark]:
    middle, end = row.y + row.height / 2, zero
    if bar.value is not None:
        length = abs(float(bar.value)) * per
        thick = min(34, row.height * THICK)
        colour: Colour = "bad" if _worst(bar) else "accent"
        yield Rect(Box(zero if bar.value >= 0 else zero - length, middle - thick / 2, length, thick), colour)
        end = max(zero, zero + float(bar.value) * per)
    if bar.target is not None:
        tick = zero + float(bar.target) * per
        high = min(46, row.height * 0.62)
        yield Rect(Box(tick - 2, middle - high / 2, 4, high), "ink")
        if end + 16 + spread(text, columns.size, bold=True) + 8 > tick:
            end = max(end, tick)
    y = baseline(middle - columns.size / 2, columns.size, 1)
    yield words(text, end + 16, y, columns.size, "ink" if bar.value is not None else "ink3", bold=bar.value is not None)


def _worst(bar: TargetBar) -> bool:
    return bar.value is not None and bar.value < 0 and bar.judgement is not None and bar.judgement.level.value == "bad"


def _value_text(bar: TargetBar, part: Bars, scale: Scale) -> str:
    signed = any(each.value is not None and each.value < 0 for each in part.bars)
    return ("+" if signed and bar.value is not None and bar.value > 0 else "") + number(bar.value, scale)
