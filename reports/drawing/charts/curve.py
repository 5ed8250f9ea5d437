"""A month added up day by day: done, the pace it should keep, the forecast with its band, each named at its end."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from metrics.wording.figure import Number
from metrics.wording.scale import Scale
from reports.drawing import panel
from reports.drawing.charts.axis import Axis
from reports.drawing.charts.placing import around, placed
from reports.drawing.density import Density
from reports.drawing.marks import SMALLEST, Anchor, Box, Circle, Mark, Point, Polygon, Polyline, Run, Words, rule
from reports.drawing.text.faces import Face
from reports.drawing.text.writing import spread, words
from reports.slide.slide import Curve
from reports.slide.written import number, scale_of_chart
from text import Language, Text

LEAST = 220
FOOT = 44
SHOWN_LABELS = 6
DONE = Text("已完成 {value}", "Done {value}")
PACE = Text("应有进度", "Pace")
FORECAST = Text("预计 {value}", "Forecast {value}")
BAND = Text("{low} 至 {high}", "{low} to {high}")
TARGET = Text("目标 {value}", "Target {value}")


def curve(part: Curve, box: Box, density: Density, language: Language) -> Iterator[Mark]:
    """The panel, from its section rule down to the days."""
    scale = scale_of_chart(part, language)
    title, note = part.title.to(language), scale.title(language)
    yield from panel.head(box, title, note, density)
    inside = box.below(panel.head_height(box.width, title, note, density))
    ends = _ends(part, scale, language)
    gutter = max((max(spread(text, 26, bold=True) for text, _ in lines) for lines, _ in ends), default=0) + 40
    plot = Box(inside.x, inside.y, inside.width - gutter, inside.height - FOOT)
    numbers = [float(v) for v in (*part.done, *part.pace, *part.forecast, part.target, part.high) if v is not None]
    measured = Axis(min([0.0, *numbers]), max(numbers, default=1.0) * 1.06 or 1.0, plot)
    marks = list(_lines(part, measured))
    yield from marks
    yield from _labels(part, measured, scale, language, marks)
    yield from _at_end(ends, measured, inside)
    yield from _days(part, plot, language)


def curve_least(part: Curve, width: float, density: Density, language: Language) -> float:
    """The least height at which its labels can be told apart."""
    note = scale_of_chart(part, language).title(language)
    return LEAST + panel.head_height(width, part.title.to(language), note, density)


def _lines(part: Curve, axis: Axis) -> Iterator[Mark]:
    box = axis.box
    yield rule(box, box.bottom - 1, "heavy", 3)
    if part.target is not None:
        y = axis.at(float(part.target))
        yield Polyline(((box.x, y), (box.right, y)), "ink", 3)
    done, forecast = _points(part.done, axis), _points(part.forecast, axis)
    if done and part.low is not None and part.high is not None:
        ends = (box.right, axis.at(float(part.high))), (box.right, axis.at(float(part.low)))
        yield Polygon((done[-1], *ends), "accent_soft", opacity=0.4)
    if len(pace := _points(part.pace, axis)) > 1:
        yield Polyline(pace, "reference", 4)
    if len(done) > 1:
        yield Polyline(done, "accent", 6)
    if len(forecast) > 1:
        yield Polyline(forecast, "accent", 5, (12.0, 9.0))
    if done:
        yield Circle(*done[-1], 9, "accent", "accent")


def _labels(part: Curve, axis: Axis, scale: Scale, language: Language, marks: Sequence[Mark]) -> Iterator[Mark]:
    found: list[Mark] = []
    done, pace = _points(part.done, axis), _points(part.pace, axis)
    if done:
        last = next(value for value in reversed(part.done) if value is not None)
        label = Words(0, 0, (Run(DONE.filled(value=number(last, scale)).to(language), Face.BOLD),), 30, "start")
        x, y = done[-1]
        spots = [(x + 24, y + 44), (x + 24, y + 60), *around(x, y, 30), (x + 40, y + 20)]
        if spot := placed(label, spots, axis.box, marks):
            found.append(spot)
    if len(pace) > 2:
        label = Words(0, 0, (Run(PACE.to(language), Face.SANS, "ink2"),), 26, "end")
        near = [(x - 16, y - 14) for x, y in pace[len(pace) // 2 :]] + [(x - 10, y - 30) for x, y in pace[4:]]
        if spot := placed(label, near, axis.box, [*marks, *found]):
            found.append(spot)
    yield from found


Ending = tuple[tuple[tuple[str, bool], ...], float]
"""Lines with whether they are bold, and the value they stand at."""


def _ends(part: Curve, scale: Scale, language: Language) -> list[Ending]:
    found: list[Ending] = []
    if part.target is not None:
        found.append((((TARGET.filled(value=number(part.target, scale)).to(language), True),), float(part.target)))
    last = next((value for value in reversed(part.forecast) if value is not None), None)
    if last is not None:
        lines = [(FORECAST.filled(value=number(last, scale)).to(language), True)]
        if part.low is not None and part.high is not None:
            low, high = number(part.low, scale), number(part.high, scale)
            lines.append((BAND.filled(low=low, high=high).to(language), False))
        found.append((tuple(lines), float(last)))
    return sorted(found, key=lambda end: -end[1])


def _at_end(ends: Sequence[Ending], axis: Axis, inside: Box) -> Iterator[Words]:
    free = axis.box.y
    for lines, value in ends:
        y = max(axis.at(value) - 16, free)
        for text, bold in lines:
            size = 26 if bold else SMALLEST + 2
            line = words(text, axis.box.right + 24, y + 26, size, "ink" if bold else "ink2", bold=bold)
            yield replace(line, x=min(line.x, inside.right - line.width))
            y += 34
        free = y + 4


def _days(part: Curve, box: Box, language: Language) -> Iterator[Words]:
    count, size = len(part.labels), 24
    labels = [label.to(language) for label in part.labels]
    widest = max((spread(each, size) for each in labels), default=0) + 28
    step = max(1, round((count - 1) / (SHOWN_LABELS - 1)), ceil(1.3 * widest / (box.width / max(count - 1, 1))))
    apart = box.width / max(count - 1, 1)
    shown = [at for at in range(0, count - 1, step) if at == 0 or (count - 1 - at) * apart > 1.5 * widest]
    for at in [*shown, *([count - 1] if count else [])]:
        x = box.x + apart * at
        anchor: Anchor = "start" if at == 0 else "end" if at == count - 1 else "middle"
        yield words(labels[at], x, box.bottom + 34, size, "ink2", anchor=anchor)


def _points(values: Sequence[Number | None], axis: Axis) -> tuple[Point, ...]:
    step = axis.box.width / max(len(values) - 1, 1)
    return tuple((axis.box.x + at * step, axis.at(float(v))) for at, v in enumerate(values) if v is not None)
