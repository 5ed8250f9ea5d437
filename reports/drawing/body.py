"""The body of a slide: numbers, parts and findings in the roomiest setting in which all of them fit."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reports.drawing import key_numbers, table
from reports.drawing.charts import bars, curve, trend, waterfall
from reports.drawing.density import CLOSE, CLOSEST, ROOMY, USUAL, Density
from reports.drawing.empty_zone import waiting, waiting_height
from reports.drawing.lines import lines, lines_height
from reports.drawing.marks import Box, Mark, Zone
from reports.drawing.table_columns import natural_width
from reports.slide.slide import Bars, Curve, Part, Slide, Table, Trend, Waterfall
from text import Language

RENDERERS: dict[type, tuple[Callable[..., Iterator[Mark]], Callable[..., float], float]] = {
    Trend: (trend.trend, trend.trend_least, 1.1),
    Waterfall: (waterfall.waterfall, waterfall.waterfall_least, 1.55),
    Bars: (bars.bars, bars.bars_least, 1.0),
    Curve: (curve.curve, curve.curve_least, 1.45),
    Table: (table.table, table.table_least, 1.0),
}
"""How each part is drawn, the least height it needs, how wide it is beside another."""

GAP = 74
SIDE = 430
NARROWEST, WIDEST, CHART_SHARE = 0.36, 0.62, 0.56


def body(slide: Slide, box: Box, language: Language) -> Iterator[Mark]:
    """Everything between the headline and the footer."""
    density = fitting(slide, box, language)
    foot = lines_height(slide.lines, box.width, density, language)
    below = Box(box.x, box.bottom - foot, box.width, foot)
    if not (slide.parts or slide.waits):
        yield from _without_parts(slide, box, density, language)
        yield from _zone(slide.numbers_detail, box)
        return
    yield from lines(slide.lines, below, density, language)
    upper = Box(box.x, box.y, box.width, box.height - foot - (density.gap * 0.6 if foot else 0))
    if has_side_column(slide):
        yield from _column(slide, upper, density, language)
        yield from _zone(slide.numbers_detail, Box(upper.x, upper.y, SIDE, upper.height))
        upper = Box(upper.x + SIDE + GAP, upper.y, upper.width - SIDE - GAP, upper.height)
    elif slide.numbers:
        yield from key_numbers.row(slide.numbers, upper, density, language)
        tall = key_numbers.row_height(slide.numbers, box.width, density, language)
        yield from _zone(slide.numbers_detail, Box(upper.x, upper.y, upper.width, tall))
        upper = upper.below(tall + density.gap)
    if slide.waits:
        yield from waiting(slide.waits, upper, density, language)
    for at, (part, room) in enumerate(zip(slide.parts, places(slide.parts, upper, density, language), strict=True)):
        yield from _part(part)[0](part, room, density, language)
        yield from _zone(slide.detail(at), room)


def _zone(page: str | None, box: Box) -> Iterator[Zone]:
    if page:
        yield Zone(box, page)


def fitting(slide: Slide, box: Box, language: Language) -> Density:
    """The roomiest density at which the slide fits; the closest where none does."""
    tried = (USUAL, CLOSE, CLOSEST) if slide.parts or slide.waits else (ROOMY, USUAL, CLOSE, CLOSEST)
    return next((each for each in tried if needed(slide, box.width, each, language) <= box.height), CLOSEST)


def needed(slide: Slide, width: float, density: Density, language: Language) -> float:
    """The least height of a slide's body."""
    foot = lines_height(slide.lines, width, density, language)
    side = has_side_column(slide)
    upper = width - SIDE - GAP if side else width
    rooms = places(slide.parts, Box(0, 0, upper, 0), density, language)
    parts = [_part(part)[1](part, room.width, density, language) for part, room in zip(slide.parts, rooms, strict=True)]
    if slide.waits:
        parts.append(waiting_height(slide.waits, upper, density, language))
    tallest = max(parts, default=0.0)
    if side:
        tallest = max(tallest, _column_height(slide, density, language))
    elif slide.numbers:
        tallest += key_numbers.row_height(slide.numbers, width, density, language) + density.gap
    return tallest + foot + (density.gap * 0.6 if foot else 0)


def fits(slide: Slide, box: Box, language: Language) -> bool:
    """Whether all of a slide can stand on one page."""
    return needed(slide, box.width, CLOSEST, language) <= box.height


def has_side_column(slide: Slide) -> bool:
    """Whether the numbers stand in a column left of the only part."""
    return 1 <= len(slide.numbers) <= 2 and len(slide.parts) + bool(slide.waits) == 1


def places(parts: Sequence[Part], box: Box, density: Density, language: Language) -> list[Box]:
    """The box of each part, side by side, wider for what needs more room."""
    if len(parts) < 2:
        return [box] * len(parts)
    room = box.width - GAP
    first = min(WIDEST * room, max(NARROWEST * room, _first_width(parts, room, density, language)))
    return [
        Box(box.x, box.y, first, box.height),
        Box(box.x + first + GAP, box.y, room - first, box.height),
    ]


def _first_width(parts: Sequence[Part], room: float, density: Density, language: Language) -> float:
    """How wide the first of two parts would be: a table as wide as it likes, else both by what they need."""
    wishes = [_wish(part, density, language) for part in parts]
    if None in wishes and any(wishes):
        table = min(CHART_SHARE * room, wishes[0] or wishes[1] or 0)
        return table if wishes[0] else room - table
    shares = wishes if all(wishes) else [_part(part)[2] for part in parts]
    return room * (shares[0] or 0) / sum(share or 0 for share in shares)


def _wish(part: Part, density: Density, language: Language) -> float | None:
    """How wide a table would like to be; a chart takes what is left."""
    return natural_width(part, density, language) if isinstance(part, Table) else None


def _part(part: Part) -> tuple[Callable[..., Iterator[Mark]], Callable[..., Any], float]:
    return RENDERERS[type(part)]


def _without_parts(slide: Slide, box: Box, density: Density, language: Language) -> Iterator[Mark]:
    y = box.y
    if slide.numbers:
        yield from key_numbers.row(slide.numbers, Box(box.x, y + 18, box.width, 0), density, language)
        y += 18 + key_numbers.row_height(slide.numbers, box.width, density, language) + density.gap * 0.8
    yield from lines(slide.lines, Box(box.x, y, box.width, 0), density, language)


def _column(slide: Slide, box: Box, density: Density, language: Language) -> Iterator[Mark]:
    y, size = box.y, min(key_numbers.big_size(number, SIDE, density, language) for number in slide.numbers)
    for number in slide.numbers:
        labels = key_numbers.label_lines(number, SIDE, density, language)
        bar = key_numbers.has_bar(number)
        yield from key_numbers.key_number(number, Box(box.x, y, SIDE, 0), density, language, labels, size, bar)
        y += key_numbers.height(number, SIDE, density, language, labels, bar) + density.gap * 0.8


def _column_height(slide: Slide, density: Density, language: Language) -> float:
    heights = []
    for number in slide.numbers:
        labels = key_numbers.label_lines(number, SIDE, density, language)
        bar = key_numbers.has_bar(number)
        heights.append(key_numbers.height(number, SIDE, density, language, labels, bar))
    return sum(heights) + density.gap * 0.8 * (len(heights) - 1)
