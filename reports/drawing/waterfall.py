"""From a reference by steps to a result: the zero line is the reference, so that small effects stay visible."""

from collections.abc import Iterator
from dataclasses import dataclass

from metrics.scale import Scale
from reports.drawing import panel
from reports.drawing.density import Density
from reports.drawing.faces import Face
from reports.drawing.marks import SMALLEST, Box, Colour, Mark, Polyline, Rect, Run, rule
from reports.drawing.writing import fitting, paragraph, tall, words
from reports.slide import Step, Waterfall
from reports.written import number, scale_of_chart
from text import Language, Text

LEAST = 190
FILLED = 0.76
"""The part of its place that a bar takes."""

FROM_ZERO = Text("{unit}，从 0 起", "{unit}, from 0")
CULPRIT_INK: Colour = "ink"


@dataclass(frozen=True, slots=True)
class Hung:
    """A bar of the waterfall: from which sum to which, in the chart's own unit."""

    step: Step
    start: float
    end: float
    result: bool = False

    @property
    def fill(self) -> Colour:
        """The one culprit is vermilion, the result ink, all else accent."""
        return "ink" if self.result else "bad" if self.step.culprit else "accent"


def waterfall(part: Waterfall, box: Box, density: Density, language: Language) -> Iterator[Mark]:
    """The panel, from its section rule down to the notes under the bars."""
    scale = scale_of_chart(part, language)
    title, note = part.title.to(language), FROM_ZERO.filled(unit=scale.title(language)).to(language)
    yield from panel.head(box, title, note, density)
    bars = hung(part)
    inside = box.below(panel.head_height(box.width, title, note, density))
    foot = max(_foot_height(bar, inside.width / len(bars), density, language) for bar in bars)
    plot = Box(inside.x, inside.y, inside.width, inside.height - foot)
    yield from _plot(part, bars, plot, density, scale, language)
    place = inside.width / len(bars)
    for at, bar in enumerate(bars):
        yield from _foot(bar, Box(inside.x + at * place, plot.bottom, place, foot), density, language)


def waterfall_least(part: Waterfall, width: float, density: Density, language: Language) -> float:
    """The least height at which its bars can be told apart."""
    bars = hung(part)
    foot = max(_foot_height(bar, width / len(bars), density, language) for bar in bars)
    return panel.head_height(width, part.title.to(language), "　" * 12, density) + LEAST + foot


def hung(part: Waterfall) -> list[Hung]:
    """The steps one after the other, the result last, from zero."""
    bars, reached = [], 0.0
    for step in part.steps:
        bars.append(Hung(step, reached, reached + float(step.value)))
        reached = bars[-1].end
    return [*bars, Hung(part.result, 0, float(part.result.value) - float(part.reference.value), True)]


def _plot(
    part: Waterfall, bars: list[Hung], box: Box, density: Density, scale: Scale, language: Language
) -> Iterator[Mark]:
    reference = f"{part.reference.label.to(language)} {number(part.reference.value, scale)}"
    ends = [edge for bar in bars for edge in (bar.start, bar.end)]
    highest, lowest = max(ends), min(ends)
    above = density.label * 1.5 + (density.label * 1.6 if highest > 0 else 0)
    below = density.label * 1.6 if any(bar.end < bar.start for bar in bars) else 12
    span = (highest - lowest) or 1.0
    per = (box.height - above - below) / span
    zero = box.y + above + highest * per
    yield words(
        reference, box.x, zero - 12 - (highest * per if highest > 0 else 0) - _lift(highest, density), 28, bold=True
    )
    yield rule(box, zero - 3, "heavy", 4)
    place = box.width / len(bars)
    for at, bar in enumerate(bars):
        x = box.x + at * place + place * (1 - FILLED) / 2
        top, bottom = zero - max(bar.start, bar.end) * per, zero - min(bar.start, bar.end) * per
        drawn = Box(x, top, place * FILLED, max(bottom - top, 2))
        yield Rect(drawn, bar.fill)
        if at + 1 < len(bars):
            y = zero - bar.end * per
            yield Polyline(((drawn.right, y), (drawn.right + place * (1 - FILLED), y)), "reference", 2.5)
        yield from _value(bar, drawn, density, scale)


def _lift(highest: float, density: Density) -> float:
    return density.label * 1.6 if highest > 0 else 0


def _value(bar: Hung, box: Box, density: Density, scale: Scale) -> Iterator[Mark]:
    change = bar.end - bar.start
    said = ("+" if change > 0 else "") + number(change, scale)
    size = fitting(said, box.width - 12, density.label * 1.4, bold=True)
    inside = (bar.result or change < 0) and box.height > size * 1.7
    if inside:
        colour: Colour = "page" if bar.result else CULPRIT_INK if bar.step.culprit else "on_accent"
        yield words(said, box.x + box.width / 2, box.y + size * 1.2, size, colour, bold=True, anchor="middle")
    else:
        y = box.y - 12 if change >= 0 else box.bottom + size * 0.95
        yield words(said, box.x + box.width / 2, y, size, bold=True, anchor="middle")
    if bar.result and inside:
        total = number(bar.step.value, scale)
        fits = fitting(total, box.width - 12, density.small)
        if box.height > size * 1.7 + fits * 1.5:
            yield words(total, box.x + box.width / 2, box.bottom - 20, fits, "page", anchor="middle")


def _foot_height(bar: Hung, width: float, density: Density, language: Language) -> float:
    label, note = _foot_runs(bar, language)
    return 14 + tall(label, width - 16, _label_size(density), 1.3) + tall(note, width - 8, _note_size(density), 1.3)


def _foot(bar: Hung, box: Box, density: Density, language: Language) -> Iterator[Mark]:
    label, note = _foot_runs(bar, language)
    room = Box(box.x + 8, box.y + 14, box.width - 16, 0)
    yield from paragraph(label, room, _label_size(density), 1.3, "middle")
    under = room.y + tall(label, room.width, _label_size(density), 1.3)
    yield from paragraph(note, Box(box.x + 4, under, box.width - 8, 0), _note_size(density), 1.3, "middle")


def _foot_runs(bar: Hung, language: Language) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    note = bar.step.note.to(language) if bar.step.note else ""
    return (Run(bar.step.label.to(language), Face.BOLD),), (Run(note, Face.SANS, "ink2"),)


def _label_size(density: Density) -> float:
    return min(30, density.label)


def _note_size(density: Density) -> float:
    return max(SMALLEST, min(26, density.small))
