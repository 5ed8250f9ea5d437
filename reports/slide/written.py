"""Written: a slide's tables, trends and bars as the words a reader sees, the same in every outlet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from metrics.definition.metric import Unit
from metrics.judgement.limits import Judgement
from metrics.wording.figure import LASTING, MISSING, Number
from metrics.wording.scale import Scale, scale_of
from reports.slide.slide import Bars, Cell, Curve, Part, Table, TableColumn, Trend, Waterfall
from text import Language

COUNTED = (Unit.PEOPLE, Unit.TIMES, Unit.ORDERS, Unit.CASES)
"""Whose word an English heading says already: Visitors, Clicks."""


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """A column's heading, its unit once, and how its numbers are scaled; without a unit it holds words."""

    heading: str
    unit: str
    scale: Scale | None

    @property
    def label(self) -> str:
        """接待, 支付 万元."""
        return f"{self.heading} {self.unit}".strip()


def heads(table: Table, language: Language) -> list[ColumnHead]:
    """The columns of a table, each with one scale for all its numbers."""
    return [_head(column, table.numbers(at), language) for at, column in enumerate(table.columns)]


def cell(value: Cell, head: ColumnHead, language: Language) -> str:
    """What stands in a cell: words, a judgement's word, a number in the column's unit, or a dash."""
    if value is None:
        return MISSING
    if isinstance(value, Judgement):
        return value.level.word.to(language)
    if isinstance(value, int | float | Decimal):
        return number(value, head.scale)
    return value.to(language)


def number(value: Number | None, scale: Scale | None) -> str:
    """A number in a scale; a dash where it is not known."""
    if value is None or scale is None:
        return MISSING if value is None else str(value)
    return scale.formatted(value)


def scale(values: Sequence[Number | None], unit: Unit, language: Language) -> Scale:
    """The one scale of several numbers of a unit."""
    return scale_of(values, unit, language)


def numbers(part: Part) -> list[Number | None]:
    """Every number of a chart, by which its one scale is chosen; those of a table have one for each column."""
    if isinstance(part, Trend):
        sides = (part.weeks, part.months)
        return [value for side in sides for values in (side.values, side.last_year, side.target) for value in values]
    if isinstance(part, Waterfall):
        return [*(step.value for step in part.steps), float(part.result.value) - float(part.reference.value)]
    if isinstance(part, Bars):
        return [value for bar in part.bars for value in (bar.value, bar.target)]
    if isinstance(part, Curve):
        return [*part.done, *part.pace, *part.forecast, part.target, part.low, part.high]
    return []


def scale_of_chart(part: Trend | Waterfall | Bars | Curve, language: Language) -> Scale:
    """The one scale of a chart; its unit stands once, beside the title."""
    return scale(numbers(part), part.unit, language)


def runs(words: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a sentence and whether each is marked as important by `**`."""
    for at, piece in enumerate(words.split("**")):
        if piece:
            yield piece, at % 2 == 1


def plain(words: str) -> str:
    """The sentence without its marks."""
    return words.replace("**", "")


def _head(column: TableColumn, numbers: Sequence[Number | None], language: Language) -> ColumnHead:
    heading = column.heading.to(language)
    if column.unit is None:
        return ColumnHead(heading, "", None)
    chosen = _digits(scale(numbers, column.unit, language), column.unit, numbers)
    bare = column.unit is Unit.COUNT or (language == "en" and column.unit in COUNTED)
    return ColumnHead(heading, chosen.unit.removesuffix(column.unit.word.to(language)) if bare else chosen.unit, chosen)


def _digits(chosen: Scale, unit: Unit, numbers: Sequence[Number | None]) -> Scale:
    """No digit behind the point where all of a column's spans are whole, one where what is counted is not."""
    whole = all(float(each) % 1 == 0 for each in numbers if each is not None)
    if unit in LASTING and whole:
        return replace(chosen, digits=0)
    if unit is Unit.COUNT and not whole and chosen.divided_by == 1:
        return replace(chosen, digits=1)
    return chosen
