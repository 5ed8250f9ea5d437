"""Slide: what one page of the weekly deck says, as numbers and sentences; how it is drawn is each outlet's own.

A sentence may mark its important figures with `**`. None is what nobody knows, never 0.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from metrics.definition.metric import Metric, Unit
from metrics.judgement.limits import Judgement
from metrics.wording.figure import Number, spelled
from text import Language, Text

MOST = 7
"""Rows, columns and bars that fit a slide."""

Cell = Text | Number | Judgement | None
"""What stands in a table: words, a number in its column's unit, a judgement, or nothing known."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit; `young` while it may still change."""

    value: Number | None
    unit: Unit
    young: bool = False

    def formatted(self, language: Language) -> str:
        """38.64万元; a dash where it is not known."""
        return spelled(self.value, self.unit, language)


@dataclass(frozen=True, slots=True)
class KeyNumber:
    """A big number: judged, against its target, with at most two lines of comparison below it.

    `pace` is the weighted pace that a month's attainment is held against, in the same unit.
    """

    label: Text
    amount: Amount
    judgement: Judgement
    target: Number | None = None
    pace: Number | None = None
    lines: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a trend, oldest first: what each span is called, its value, last year's and the target.

    `young` says which values may still change, `marked` what is to be known of a span (双11).
    """

    labels: tuple[Text, ...]
    values: tuple[Number | None, ...]
    last_year: tuple[Number | None, ...] = ()
    target: tuple[Number | None, ...] = ()
    young: tuple[bool, ...] = ()
    marked: tuple[Text | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Trend:
    """The last six weeks beside the last twelve months."""

    title: Text
    unit: Unit
    weeks: Side
    months: Side
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True)
class WaterfallStep:
    """One step of a waterfall: what it added or took; `culprit` is the one that explains most of a shortfall."""

    label: Text
    value: Number
    note: Text | None = None
    culprit: bool = False


@dataclass(frozen=True, slots=True)
class Waterfall:
    """From a reference by steps to a result, all in one unit; the steps add up to the result minus the reference."""

    title: Text
    unit: Unit
    reference: WaterfallStep
    steps: tuple[WaterfallStep, ...]
    result: WaterfallStep


@dataclass(frozen=True, slots=True)
class TargetBar:
    """A lying bar with what it should reach, where there is such a thing."""

    label: Text
    value: Number | None
    target: Number | None = None
    judgement: Judgement | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Lying bars from zero, the first on top; negative ones go to the left. `target_word` says what the tick is."""

    title: Text
    unit: Unit
    bars: tuple[TargetBar, ...]
    target_word: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """A month day by day, added up: done so far, the pace it should keep, and the forecast with its band."""

    title: Text
    unit: Unit
    labels: tuple[Text, ...]
    done: tuple[Number | None, ...]
    pace: tuple[Number | None, ...] = ()
    forecast: tuple[Number | None, ...] = ()
    low: Number | None = None
    high: Number | None = None
    target: Number | None = None


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table; its unit stands once, in the head. Without a unit it holds words or judgements."""

    heading: Text
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `whole` ones are for the appendix and the workbook, and may be longer than a slide.

    `among` are all rows of the table of which it holds a page: each column is written in their one scale.
    """

    title: Text
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: Text | None = None
    whole: bool = False
    among: tuple[tuple[Cell, ...], ...] = ()

    def numbers(self, at: int) -> list[Number | None]:
        """The numbers of a column, by which its scale is chosen."""
        rows = self.among or self.rows
        return [row[at] if isinstance(row[at], int | float | Decimal) else None for row in rows]  # type: ignore[misc]


Part = Trend | Waterfall | Bars | Curve | Table


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding: a short word (结果, 原因, 要定) and one sentence."""

    word: Text
    sentence: Text


@dataclass(frozen=True, slots=True)
class Slide:
    """One page: `title` is its finding, `topic` what it is about.

    At most four numbers, two parts and three lines, at most seven rows, columns or bars in a part: ValueError where
    there are more. `waits` names the files without which it has nothing to say. `live` says what is entered during
    the meeting: targets, actions, their owners and days ("plans"), or the owners and days of actions alone. `notes` are
    for the speaker, `metrics` are defined on it. `details` are the pages of the appendix that hold the whole of its
    parts, one for each or one for all, and one more for the numbers where they have their own.
    """

    key: str
    topic: Text
    title: Text
    numbers: tuple[KeyNumber, ...] = ()
    parts: tuple[Part, ...] = ()
    lines: tuple[FindingLine, ...] = ()
    notes: Text | None = None
    metrics: tuple[Metric, ...] = ()
    waits: Text | None = None
    live: Literal["plans", "owners"] | None = None
    details: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.numbers) > 4 or len(self.parts) > 2 or len(self.lines) > 3:
            raise ValueError(f"more on the slide {self.key} than a room can read")
        for part in self.parts:
            if any(count > MOST for count in _sizes(part)):
                raise ValueError(f"more than {MOST} things in a part of the slide {self.key}: {part.title.en}")

    def detail(self, at: int) -> str | None:
        """The page of the appendix behind a part."""
        return self.details[min(at, len(self.details) - 1)] if self.details else None

    @property
    def numbers_detail(self) -> str | None:
        """The page of the appendix behind the numbers: their own, else the first."""
        return self.detail(len(self.parts) if len(self.details) > len(self.parts) else 0)


def _sizes(part: Part) -> Iterator[int]:
    if isinstance(part, Table) and not part.whole:
        yield from (len(part.rows), len(part.columns))
    elif isinstance(part, Bars):
        yield len(part.bars)
    elif isinstance(part, Waterfall):
        yield len(part.steps) + 2
