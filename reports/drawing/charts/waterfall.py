"""From a reference by steps to a result: the zero line is the reference, so that small effects stay visible."""

from collections.abc import Iterator
from dataclasses import dataclass

from metrics.wording.scale import Scale
from reports.drawing import panel
from reports.drawing.charts.waterfall_feet import feet, feet_height
from reports.drawing.density import Density
from reports.drawing.marks import Box, Colour, Mark, Polyline, Rect, rule
from reports.drawing.text.writing import fitting, spread, words
from reports.slide.slide import Waterfall, WaterfallStep
from reports.slide.written import number, scale_of_chart
from text import Language, Text

LEAST = 190
REFERENCE = 28
FILLED = 0.76
"""The part of its place that a bar takes."""

FROM_ZERO = Text("{unit}，从 0 起", "{unit}, from 0")


@dataclass(frozen=True, slots=True)
class Hung:
    """A bar of the waterfall: from which sum to which, in the chart's own unit."""

    step: WaterfallStep
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
    gutter = _gutter(part, bars, scale, language)
    steps = [bar.step for bar in bars]
    foot = feet_height(steps, inside.width - gutter, density, language)
    plot = Box(inside.x, inside.y, inside.width, inside.height - foot)
    yield from _plot(part, bars, plot, density, scale, language)
    yield from feet(steps, Box(inside.x + gutter, plot.bottom, inside.width - gutter, foot), density, language)


def waterfall_least(part: Waterfall, width: float, density: Density, language: Language) -> float:
    """The least height at which its bars can be told apart."""
    bars = hung(part)
    gutter = _gutter(part, bars, scale_of_chart(part, language), language)
    foot = feet_height([bar.step for bar in bars], width - gutter, density, language)
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
    reference = _reference(part, scale, language)
    gutter = _gutter(part, bars, scale, language)
    zero, per = _measured(bars, box, density)
    yield words(reference, box.x, zero - 14, REFERENCE, bold=True)
    yield rule(box, zero - 3, "heavy", 4)
    place = (box.width - gutter) / len(bars)
    for at, bar in enumerate(bars):
        x = box.x + gutter + at * place + place * (1 - FILLED) / 2
        top, bottom = zero - max(bar.start, bar.end) * per, zero - min(bar.start, bar.end) * per
        bar_box = Box(x, top, place * FILLED, max(bottom - top, 2))
        yield Rect(bar_box, bar.fill)
        if at + 1 < len(bars):
            y = zero - bar.end * per
            yield Polyline(((bar_box.right, y), (bar_box.right + place * (1 - FILLED), y)), "reference", 2.5)
        yield from _value(bar, bar_box, density, scale, zero)


def _reference(part: Waterfall, scale: Scale, language: Language) -> str:
    return f"{part.reference.label.to(language)} {number(part.reference.value, scale)}"


def _gutter(part: Waterfall, bars: list[Hung], scale: Scale, language: Language) -> float:
    """Bars above the line leave no room over it: its name then stands left of them."""
    above = any(max(bar.start, bar.end) > 0 for bar in bars)
    return spread(_reference(part, scale, language), REFERENCE, bold=True) + 20 if above else 0


def _measured(bars: list[Hung], box: Box, density: Density) -> tuple[float, float]:
    """The y of the zero line and the pixels of one unit, so that every value outside its bar has room."""
    ends = [edge for bar in bars for edge in (bar.start, bar.end)]
    size = density.label * 1.4
    above = size * 1.4 if max(ends) > 0 else REFERENCE * 1.9
    span = (max(ends) - min(ends)) or 1.0
    per = (box.height - above - size * 1.4) / span
    short = [bar for bar in bars if abs(bar.end - bar.start) * per <= size * 1.8]
    if all((min(bar.start, bar.end) - min(ends)) * per > size * 1.4 or bar.end > bar.start for bar in short):
        per = (box.height - above - 8) / span
    return box.y + above + max(ends) * per, per


def _value(bar: Hung, box: Box, density: Density, scale: Scale, zero: float) -> Iterator[Mark]:
    change, middle = bar.end - bar.start, box.x + box.width / 2
    text = ("+" if change > 0 else "") + number(change, scale)
    size = fitting(text, box.width - 12, density.label * 1.4, bold=True)
    over = change > 0 and not box.y - 12 - size < zero <= box.bottom + 2
    tall_enough = box.height > size * 1.7
    if over and not bar.result:
        yield words(text, middle, box.y - 12, size, bold=True, anchor="middle")
    elif tall_enough:
        colour: Colour = "page" if bar.result else "on_bad" if bar.step.culprit else "on_accent"
        yield words(text, middle, box.y + size * 1.2, size, colour, bold=True, anchor="middle")
    else:
        y = box.y - 12 if change > 0 and box.bottom <= zero + 2 else box.bottom + size * 0.98
        yield words(text, middle, y, size, bold=True, anchor="middle")
    if bar.result:
        total = number(bar.step.value, scale)
        fits = fitting(total, box.width - 12, density.small)
        if box.height > size * 1.7 + fits * 1.5:
            yield words(total, middle, box.bottom - 20, fits, "page", anchor="middle")
