"""The rows of a breakdown as a table on the page, and as one to take away."""

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.calendar.period import Period
from metrics.definition.metric import Metric, Unit, young
from metrics.judgement.difference import ValueChange
from metrics.judgement.limits import Judgement, Level
from metrics.query.values import measure
from metrics.wording.figure import MISSING, detail
from text import Language
from ui.choices import compared_with
from ui.content import data_table
from ui.content.data_table import Taken
from ui.panels import links
from ui.panels.comparison import Row, Spans, called, changes, titles_of
from ui.panels.words import TOO_FEW, until
from ui.pieces.marks import MAY_CHANGE, shape
from ui.pieces.markup import Html, block, joined
from ui.pieces.table import Cell, Head, strong, table, thin
from ui.session import language
from ui.session.language import say

ROWS_SHOWN = 15
COUNTED = (Unit.PEOPLE, Unit.ORDERS, Unit.TIMES, Unit.COUNT)
"""Units that a metric's name says already."""


@dataclass(frozen=True, slots=True)
class PanelSplit:
    """What is split by what over which period, and of which days each metric is shown; the first metric leads."""

    dimension: str
    during: Period
    shown: Spans

    @property
    def metrics(self) -> list[Metric]:
        """The metrics in the order of their columns."""
        return list(self.shown)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A part's numbers by column, the judgement of each metric, and the mark of the whole row."""

    row: Row
    judged: Sequence[Judgement]
    mark: Level


def on_the_page(split: PanelSplit, ranked: Sequence[Ranked]) -> Html:
    """The first rows, each part leading to its own view; next to the leading metric how it changed."""
    leading, spoken = split.metrics[0], language.chosen()
    titles = titles_of(leading, split.during) if split.dimension == "product" else {}
    moved = changes(leading, split.dimension, split.shown[leading])
    rows: list[list[str | Cell]] = []
    for each in ranked[:ROWS_SHOWN]:
        part = each.row[split.dimension]
        name = joined((shape(each.mark, spoken), links.part(split.dimension, str(part), titles.get(str(part), ""))))
        first, *rest = [
            _cell(each.row, metric, judged) for metric, judged in zip(split.metrics, each.judged, strict=True)
        ]
        rows.append([name, first, _changed(moved.get(part), spoken), *rest])
    return block("ob-wide", table(_heads(split, spoken), rows))


def to_take_away(split: PanelSplit, ranked: Sequence[Ranked]) -> Taken:
    """All rows as bare numbers."""
    spoken, split_by = language.chosen(), say(called(split.dimension))
    heads = [split_by, *(metric.label.to(spoken) for metric in split.metrics)]
    rows = [
        [
            links.written(split.dimension, each.row[split.dimension]),
            *(measure(each.row, metric.name) for metric in split.metrics),
        ]
        for each in ranked
    ]
    units = [None, *(metric.unit for metric in split.metrics)]
    return data_table.detail_table(f"{heads[1]}-{split_by}", heads, rows, units)


def _cell(row: Row, metric: Metric, judged: Judgement) -> str | Cell:
    if metric.sample in row and (measure(row, metric.sample) or 0) < metric.enough:
        return thin(say(TOO_FEW))
    written = detail(measure(row, metric.name), metric.unit).removesuffix("%")
    return strong(written) if judged.level in (Level.BAD, Level.WATCH) else written


def _changed(moved: ValueChange | None, spoken: Language) -> Cell:
    return thin(moved.text(spoken, brief=True) if moved else MISSING)


def _heads(split: PanelSplit, spoken: Language) -> list[Head]:
    during = split.during
    figures = [
        Head(f"{_head(metric, spoken)}{_age(metric, span, during, spoken)}", True, metric.meaning.to(spoken))
        for metric, span in split.shown.items()
    ]
    return [
        Head(say(called(split.dimension))),
        figures[0],
        Head(say(compared_with.comparison(during).brief), True, compared_with.against(during).spelled(spoken)),
        *figures[1:],
    ]


def _age(metric: Metric, span: Period, during: Period, spoken: Language) -> str:
    """Up to which day the numbers go where that is not the last one of the period; that they may still change."""
    may_change = young(metric, span.last, compared_with.as_of_day())
    return until(span, during, spoken) + (f" {MAY_CHANGE.to(spoken)}" if may_change else "")


def _head(metric: Metric, spoken: Language) -> str:
    label = metric.label.to(spoken)
    return label if metric.unit in COUNTED else f"{label} {metric.unit.word.to(spoken)}"
