"""One side of a trend: its lines, dashed where young, and the labels at their ends and at marked spans."""

from collections.abc import Iterator, Sequence

from metrics.wording.figure import Number
from metrics.wording.scale import Scale
from reports.drawing.charts.axis import Axis
from reports.drawing.charts.placing import around, placed
from reports.drawing.marks import Box, Circle, Mark, Point, Polyline, Run, Words
from reports.drawing.text.faces import Face
from reports.slide.slide import Side
from reports.slide.written import number
from text import Language, Text

INSET, EDGE = 40, 12
TARGET, LAST_YEAR = Text("目标 {value}", "Target {value}"), Text("去年", "Last year")
DASHED = (9.0, 8.0)


def strokes(side: Side, axis: Axis) -> Iterator[Mark]:
    """The target, last year, this year, its last point marked: hollow while it may change."""
    yield from _target(side, axis)
    yield from (Polyline(run, "reference", 3.5, DASHED) for run in _stretches(side.last_year, axis) if len(run) > 1)
    for run in _stretches(side.values, axis):
        yield from _this_year(run, _x(_from_young(side), len(side.values), axis.box))
    if last := _last(side, axis):
        hollow = bool(side.young) and side.young[_place(side.values)]
        yield Circle(*last, 9, "page" if hollow else "accent", "accent", 4)


def _this_year(run: tuple[Point, ...], young: float) -> Iterator[Mark]:
    """A stretch of the line, dashed from where its values may still change; a lone point is a dot."""
    settled = tuple(point for point in run if point[0] <= young - 1)
    later = run[max(len(settled) - 1, 0) :]
    if len(settled) > 1:
        yield Polyline(settled, "accent", 5)
    if len(later) > 1 and len(settled) < len(run):
        yield Polyline(later, "accent", 5, (10.0, 8.0))
    if len(run) == 1:
        yield Circle(*run[0], 6, "accent")


def labels(side: Side, axis: Axis, scale: Scale, language: Language, marks: Sequence[Mark], whole: bool) -> list[Mark]:
    """The last value; on the side that says it for both, target and last year; then the marked spans."""
    found: list[Mark] = []
    inside = Box(axis.box.x + EDGE, axis.box.y, axis.box.width - 2 * EDGE, axis.box.height)
    for label, spots in _wanted(side, axis, scale, language, whole):
        if spot := placed(label, spots, inside, [*marks, *found]):
            found.append(spot)
    return found


Wanted = Iterator[tuple[Words, list[Point]]]
"""Labels, each with the spots where it may stand, the best first."""


def _wanted(side: Side, axis: Axis, scale: Scale, language: Language, whole: bool) -> Wanted:
    if last := _last(side, axis):
        value = number(side.values[_place(side.values)], scale)
        yield _label(value, 34 if whole else 28, bold=True), list(around(*last, 34))
    if whole:
        yield from _target_label(side, axis, scale, language)
        yield from _last_year_label(side, axis, language)
    yield from _marked(side, axis, language)


def _target_label(side: Side, axis: Axis, scale: Scale, language: Language) -> Wanted:
    targets = [value for value in side.target if value is not None]
    if targets:
        label = _label(TARGET.filled(value=short(number(targets[-1], scale))).to(language), 26, bold=True)
        y = axis.at(float(targets[-1]))
        ends = (axis.box.right - 60, axis.box.x + 60, axis.box.x + 200)
        yield label, [(x, y + dy) for dy in (-12, 34) for x in ends]


def _last_year_label(side: Side, axis: Axis, language: Language) -> Wanted:
    points = [point for run in _stretches(side.last_year, axis) for point in run]
    if points:
        near = [spot for point in points[1:-1] or points for spot in around(*point, 26)]
        yield _label(LAST_YEAR.to(language), 24, "ink2"), near


def _marked(side: Side, axis: Axis, language: Language) -> Wanted:
    for at, mark in enumerate(side.marked):
        if mark and (value := side.values[at]) is not None:
            under = list(around(_x(at, len(side.values), axis.box), axis.at(float(value)), 24))
            yield _label(mark.to(language), 24, "ink2"), [*under[1::2], *under[::2]]


def _label(text: str, size: float, colour: str = "ink", *, bold: bool = False) -> Words:
    return Words(
        0, 0, (Run(text, Face.BOLD if bold else Face.SANS, "ink" if colour == "ink" else "ink2"),), size, "middle"
    )


def short(written: str) -> str:
    """A number without the noughts at its end: 95.0 is 95."""
    return written.rstrip("0").rstrip(".") if "." in written else written


def _target(side: Side, axis: Axis) -> Iterator[Mark]:
    present = [float(value) for value in side.target if value is not None]
    if present and len(set(present)) == 1:
        y = axis.at(present[0])
        yield Polyline(((axis.box.x, y), (axis.box.right, y)), "ink", 3)
        return
    yield from (Polyline(run, "ink", 3) for run in _stretches(side.target, axis) if len(run) > 1)


def _from_young(side: Side) -> int:
    return next((at for at, young in enumerate(side.young) if young), len(side.values))


def _place(values: Sequence[Number | None]) -> int:
    return max(at for at, value in enumerate(values) if value is not None)


def _last(side: Side, axis: Axis) -> Point | None:
    if all(value is None for value in side.values):
        return None
    at = _place(side.values)
    return _x(at, len(side.values), axis.box), axis.at(float(side.values[at] or 0))


def _x(at: int, count: int, box: Box) -> float:
    return box.x + INSET + (box.width - 2 * INSET) * at / max(count - 1, 1)


def _stretches(values: Sequence[Number | None], axis: Axis) -> Iterator[tuple[Point, ...]]:
    run: list[Point] = []
    for at, value in enumerate([*values, None]):
        if value is None:
            if run:
                yield tuple(run)
            run = []
        else:
            run.append((_x(at, len(values), axis.box), axis.at(float(value))))
