"""Six weeks beside twelve months in one panel: value, target, last year, labelled where they are."""

from collections.abc import Iterator
from decimal import Decimal

from metrics.wording.figure import Number
from metrics.wording.scale import Scale
from reports.drawing import panel
from reports.drawing.charts.axis import axis
from reports.drawing.charts.trend_side import labels, short, strokes
from reports.drawing.density import Density
from reports.drawing.marks import SMALLEST, Box, Mark, Rect, Words, rule
from reports.drawing.shapes import APART, RADIUS, shape
from reports.drawing.text.writing import spread, words
from reports.slide.slide import Side, Trend
from reports.slide.written import number, scale_of_chart
from text import Language, Text

LEAST = 220
FOOT = 44
WEEKS_SHARE = 0.46
OWN_AXIS = 2.2
"""From how many times the other side's greatest value a side has an axis of its own: sums of weeks and of months."""

SIX_WEEKS, TWELVE_MONTHS = Text("近六周", "Last 6 weeks"), Text("近十二个月", "Last 12 months")
CUT = Text("纵轴从 {low} 起", "axis from {low}")
COMMA = {"zh": "，", "en": ", "}
OWN_AXES = Text("两侧纵轴不同", "each side has its own axis")


def trend(part: Trend, box: Box, density: Density, language: Language) -> Iterator[Mark]:
    """The panel, from its section rule down to the names of its sides."""
    scale = scale_of_chart(part, language)
    now_text = _now(part, scale)
    taken = 28 + density.label * APART + spread(now_text, density.label, bold=True) if part.judgement else 0
    title, note = part.title.to(language), _note(part, box.width, scale, language)
    yield from panel.head(box, title, note, density, taken)
    if part.judgement:
        yield from _judged(part, now_text, box, density, taken, title, note)
    inside = box.below(panel.head_height(box.width, title, note, density, taken))
    yield from _sides(part, Box(inside.x, inside.y, inside.width, inside.height - FOOT), scale, language)


def trend_least(part: Trend, width: float, density: Density, language: Language) -> float:
    """The least height at which its labels can be told apart."""
    title, scale = part.title.to(language), scale_of_chart(part, language)
    return LEAST + panel.head_height(width, title, _note(part, width, scale, language), density, 160)


def _note(part: Trend, width: float, scale: Scale, language: Language) -> str:
    """The unit, with what is to be known of the axis where that does not fit under the months."""
    unit, cut = scale.title(language), _cut(part, scale, language)
    return f"{unit}{COMMA[language]}{cut}" if cut and not _under(width, cut, language) else unit


def _under(width: float, cut: str, language: Language) -> bool:
    return spread(TWELVE_MONTHS.to(language) + cut, SMALLEST) + 48 < width * (1 - WEEKS_SHARE)


def _cut(part: Trend, scale: Scale, language: Language) -> str:
    if _own_axes(part):
        return OWN_AXES.to(language)
    low = axis(_values(part.weeks) + _values(part.months), Box(0, 0, 1, 1)).low
    return CUT.filled(low=short(scale.formatted(low))).to(language) if low > 0 else ""


def _now(part: Trend, scale: Scale) -> str:
    last = number(part.weeks.values[-1] if part.weeks.values else None, scale)
    return last + ("%" if scale.unit == "%" and part.weeks.values[-1] is not None else "")


def _judged(
    part: Trend, now_text: str, box: Box, density: Density, taken: float, title: str, note: str
) -> Iterator[Mark]:
    assert part.judgement
    size = density.label
    if panel.fits_one_line(box.width, title, note, density, taken):
        x, y = box.x + spread(title, size, bold=True) + 28, box.y + 13 + size * 1.02
    else:
        height = panel.head_height(box.width, title, note, density, taken)
        x, y = box.right - taken + 28, box.y + height - 18
    yield shape(part.judgement.level, x + size * RADIUS, y - size * 0.37, size)
    yield words(now_text, x + size * APART, y, size, bold=True)


def _sides(part: Trend, box: Box, scale: Scale, language: Language) -> Iterator[Mark]:
    middle = box.x + box.width * WEEKS_SHARE
    left = Box(box.x, box.y, middle - box.x, box.height)
    right = Box(middle, box.y, box.right - middle, box.height)
    own = _own_axes(part)
    both = _values(part.weeks) + _values(part.months)
    axes = [axis(_values(side) if own else both, plot) for side, plot in ((part.weeks, left), (part.months, right))]
    marks: list[Mark] = [Rect(Box(middle, box.y, 1.5, box.height), "line"), rule(box, box.bottom, "line", 1.5)]
    for side, measured in zip((part.weeks, part.months), axes, strict=True):
        marks += strokes(side, measured)
    for side, measured, first in zip((part.weeks, part.months), axes, (True, own), strict=True):
        marks += labels(side, measured, scale, language, marks, first)
    yield from marks
    cut = _cut(part, scale, language)
    yield from _names(left, right, cut if _under(box.width, cut, language) else "", language)


def _names(left: Box, right: Box, text: str, language: Language) -> Iterator[Words]:
    y = left.bottom + 34
    size = 24 if spread(TWELVE_MONTHS.to(language) + text, 24) + 60 < right.width else SMALLEST
    yield words(SIX_WEEKS.to(language), left.x + 18, y, size, "ink2")
    yield words(TWELVE_MONTHS.to(language), right.x + 24, y, size, "ink2")
    if text:
        yield words(text, right.right, y, size, "ink3", anchor="end")


def _values(side: Side) -> list[float]:
    numbers: list[Number | Decimal | None] = [*side.values, *side.last_year, *side.target]
    return [float(value) for value in numbers if value is not None]


def _own_axes(part: Trend) -> bool:
    weeks, months = (max(map(abs, _values(side)), default=0.0) for side in (part.weeks, part.months))
    return bool(weeks and months) and max(weeks, months) > OWN_AXIS * min(weeks, months)
