"""Big numbers side by side: label, judgement, number, bullet bar, at most two lines of comparison."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from metrics.wording.figure import figure
from reports.drawing.density import Density
from reports.drawing.frame import HATCHED
from reports.drawing.marks import SMALLEST, Box, Hatch, Mark, Rect, Run, Words, rule
from reports.drawing.shapes import judged, judged_width
from reports.drawing.text.faces import Face
from reports.drawing.text.wrapping import important, wide, wrapped
from reports.drawing.text.writing import paragraph, tall
from reports.slide.slide import KeyNumber
from reports.slide.written import runs
from text import Language, Text

GAP = 48
TIGHT, LEAST = -0.02, 40
TRACK, VALUE = 26, 0.56
"""The height of a bullet bar, and the part of it that the value takes."""

LINES = 1.36


def row(numbers: Sequence[KeyNumber], box: Box, density: Density, language: Language) -> Iterator[Mark]:
    """Numbers beside each other, as wide as four of them or, when fewer, wider."""
    width = column_width(len(numbers), box.width)
    labels = max(label_lines(number, width, density, language) for number in numbers)
    density = unbroken(numbers, width, density, language)
    size = min(big_size(number, width, density, language) for number in numbers)
    barred = any(has_bar(number) for number in numbers)
    for at, number in enumerate(numbers):
        column = Box(box.x + at * (width + GAP), box.y, width, box.height)
        yield from key_number(number, column, density, language, labels, size, barred)


def row_height(numbers: Sequence[KeyNumber], width: float, density: Density, language: Language) -> float:
    """How tall that row is."""
    column = column_width(len(numbers), width)
    labels = max(label_lines(number, column, density, language) for number in numbers)
    density = unbroken(numbers, column, density, language)
    barred = any(has_bar(number) for number in numbers)
    return max(height(number, column, density, language, labels, barred) for number in numbers)


def unbroken(numbers: Sequence[KeyNumber], width: float, density: Density, language: Language) -> Density:
    """The density with the lines below the numbers small enough to stand unbroken, where a little less will do."""
    lines = [_runs(line, 0, language) for number in numbers for line in number.lines]
    widest = max((wide(line, 1) for line in lines), default=0)
    small = int(width / widest) if widest else density.small
    return replace(density, small=small) if max(SMALLEST, density.small - 5) <= small < density.small else density


def column_width(count: int, width: float) -> float:
    """The width of one of some numbers side by side; one alone is as wide as one of two."""
    columns = max(count, 2)
    return (width - (columns - 1) * GAP) / columns


def height(number: KeyNumber, width: float, density: Density, language: Language, labels: int, barred: bool) -> float:
    """How many pixels of the page one takes, its label on so many lines, with or without room for a bar."""
    lines = sum(tall(_runs(line, at, language), width, density.small, LINES) for at, line in enumerate(number.lines))
    return _number_baseline(density, labels) + 20 + (TRACK + 14 if barred else 0) + lines


def key_number(
    number: KeyNumber, box: Box, density: Density, language: Language, labels: int, size: float, barred: bool
) -> Iterator[Mark]:
    """One of them, from its section rule down; `size` is that of the number, `barred` keeps room for a bar."""
    yield rule(box, box.y, "heavy", 3)
    yield from _head(number, box, density, language)
    y = box.y + _number_baseline(density, labels)
    yield from _big(number, box.x, y, size, density, language)
    y += 20
    if has_bar(number):
        yield from _bullet(number, Box(box.x, y, box.width, TRACK))
    y += TRACK + 14 if barred else 0
    for at, line in enumerate(number.lines):
        line_runs = _runs(line, at, language)
        yield from paragraph(line_runs, Box(box.x, y, box.width, 0), density.small, LINES)
        y += tall(line_runs, box.width, density.small, LINES)


def _head(number: KeyNumber, box: Box, density: Density, language: Language) -> Iterator[Mark]:
    size = density.label
    yield from judged(number.judgement.level, box.right, box.y + 13 + size * 1.05, size, language, "end")
    label = (Run(number.label.to(language), Face.BOLD),)
    room = Box(box.x, box.y + 13, _label_room(number, box.width, density, language), 0)
    yield from paragraph(label, room, size, 1.3)


def _label_room(number: KeyNumber, width: float, density: Density, language: Language) -> float:
    return width - judged_width(number.judgement.level, density.label, language) - 16


def label_lines(number: KeyNumber, width: float, density: Density, language: Language) -> int:
    """On how many lines its label stands beside its judgement."""
    label = (Run(number.label.to(language), Face.BOLD),)
    return len(wrapped(label, _label_room(number, width, density, language), density.label))


def _number_baseline(density: Density, labels: int) -> float:
    return 13 + density.label * 1.3 * labels + density.number * 1.1


def big_size(number: KeyNumber, width: float, density: Density, language: Language) -> float:
    """The greatest size at which number and unit fit the width."""
    size = density.number
    while size > LEAST and sum(line.width for line in _big(number, 0, 0, size, density, language)) + 8 > width:
        size -= 2
    return size


def _big(number: KeyNumber, x: float, y: float, size: float, density: Density, language: Language) -> Iterator[Words]:
    shown = figure(number.amount.value, number.amount.unit, language)
    big = Words(x, y, (Run(shown.number, Face.BOLD),), size, tight=TIGHT)
    yield big
    # A bar shows by its hatch what may still change; a number without one says it.
    young = number.amount.young and not has_bar(number) and shown.unit
    line_runs = (Run("　" + HATCHED.to(language), Face.SANS, "ink3"),) if young else ()
    unit = (Run(shown.unit, Face.SANS, "ink2"),) if shown.unit else ()
    if unit:
        small = max(SMALLEST, density.small - 4) if line_runs else density.small
        yield Words(x + big.width + 8, y, (*unit, *line_runs), small)


def has_bar(number: KeyNumber) -> bool:
    """Whether it has a bullet bar: there is something to reach."""
    return number.target is not None or number.pace is not None


def _bullet(number: KeyNumber, track: Box) -> Iterator[Mark]:
    yield Rect(track, "band")
    value, target = float(number.amount.value or 0), float(number.target or 0)
    if number.pace is None:
        yield from _against_target(number, track, value, target)
    else:
        yield from _against_pace(number, track, value, float(number.pace), target)


def _against_target(number: KeyNumber, track: Box, value: float, target: float) -> Iterator[Mark]:
    """The value in the middle of the track, and where it should reach."""
    full = max(value, target) / 0.9
    if full > 0:
        thick = track.height * VALUE
        yield from _value(number, track, value, full, track.y + (track.height - thick) / 2, thick)
        yield from _tick(track, target, full)


def _against_pace(number: KeyNumber, track: Box, value: float, pace: float, target: float) -> Iterator[Mark]:
    """The value above, the pace it should keep below, and where both are to end."""
    full = max(value, pace) / 0.72
    if full > 0:
        yield from _value(number, track, value, full, track.y + 2, track.height * 0.5)
        if pace > 0:
            yield Rect(Box(track.x, track.bottom - 9, track.width * pace / full, 7), "reference")
        yield from _tick(track, target, full)


def _value(number: KeyNumber, track: Box, value: float, full: float, top: float, thick: float) -> Iterator[Mark]:
    if value > 0:
        bar = Box(track.x, top, track.width * value / full, thick)
        yield Hatch(bar) if number.amount.young else Rect(bar, "accent")


def _tick(track: Box, target: float, full: float) -> Iterator[Mark]:
    if 0 < target <= full:
        yield Rect(Box(track.x + track.width * target / full - 2, track.y - 3, 4, track.height + 6), "ink")


def _runs(line: Text, at: int, language: Language) -> tuple[Run, ...]:
    line_runs = important(list(runs(line.to(language))))
    return tuple(Run(run.text, run.face, "ink" if at == 0 else "ink2") for run in line_runs)
