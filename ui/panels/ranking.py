"""A rate by somebody or something, ranked by what it surely is: never by the bare rate of a handful of cases."""

from collections.abc import Iterator, Mapping, Sequence

from metrics.calendar.period import Period
from metrics.catalogue import metric_named
from metrics.definition.facts import DIMENSIONS
from metrics.definition.metric import Better, Metric, Unit
from metrics.judgement.maturity import mature
from metrics.judgement.samples import rank_by
from metrics.query.values import measure
from metrics.wording.figure import detail
from text import Text
from ui.cache import answers
from ui.choices import compared_with, filters
from ui.content import data_table
from ui.content.panel_cache import panel
from ui.content.panel_content import Part
from ui.panels import links
from ui.panels.words import TOO_FEW, WAITS, WHO
from ui.pieces.lines import empty_zone, page
from ui.pieces.marks import MAY_CHANGE
from ui.pieces.table import Cell, Head, section, table, thin
from ui.session.language import say

ROWS_SHOWN = 15
WORST_FIRST = Text(
    "从最差的排起，按 95% 把握的下限（威尔逊区间），少于 {enough} 的不排",
    "the worst first by the cautious end of a 95% Wilson interval; under {enough} not ranked",
)
FINAL_DAYS = Text("已定稿的{days}", "final days: {days}")

Row = Mapping[str, object]


def worst_first(rows: Sequence[Row], rate: Metric) -> list[Row]:
    """Rows with an honest sample, the surely worst first; behind them the others, the larger samples first."""

    def place(row: Row) -> tuple[bool, float]:
        tries = measure(row, rate.sample) or 0
        if tries < rate.enough:
            return True, -tries
        # The least that a share of bad cases may be, or the most that a share of good ones may be.
        return False, -rank_by(measure(row, rate.name), tries, higher_is_better=rate.better is Better.LOWER)

    return sorted(rows, key=place)


@panel
def show(
    dimension: str, during: Period, title: Text, rate: Metric, side_metrics: Sequence[Metric], who: bool = False
) -> Iterator[Part]:
    """The rate with the numbers beside it, its sample among them; without rows the files it waits for.

    `who` puts it under the question who needs help.
    """
    sample = metric_named(rate.sample)
    metrics, final = [sample, *side_metrics, rate], mature(rate, during, compared_with.as_of_day())
    ranked = worst_first(_rows(dimension, final or during, metrics), rate)
    named = say(WHO if who else title)
    if not ranked:
        yield page(empty_zone(named, say(WAITS.filled(files=rate.facts.label))))
        return
    heads = _heads(dimension, metrics)
    products = _products(sample, final or during) if dimension == "title" else {}
    lines = [_line(row, dimension, metrics, rate, products) for row in ranked[:ROWS_SHOWN]]
    note = say(WORST_FIRST.filled(enough=rate.enough))
    about = say("，", ", ").join(filter(None, (say(title) if who else "", _days(final, during))))
    yield page(section(named, table(heads, lines), side=about, note=note))
    units = [None, *(metric.unit for metric in metrics)]
    yield data_table.detail_table(
        say(title), [head.label for head in heads], _to_take_away(ranked, dimension, metrics), units
    )


def _rows(dimension: str, during: Period, metrics: Sequence[Metric]) -> list[Row]:
    """Each named part with the metrics' values, the first of which is the sample and not 0."""
    rows = answers.ask(metrics, during, (dimension,), filters.where()).to_pylist()
    return [row for row in rows if row[dimension] and row[metrics[0].name]]


def _heads(dimension: str, metrics: Sequence[Metric]) -> list[Head]:
    figures = (Head(_head(metric), True, say(metric.meaning)) for metric in metrics)
    return [Head(say(DIMENSIONS[dimension])), *figures]


def _to_take_away(ranked: Sequence[Row], dimension: str, metrics: Sequence[Metric]) -> list[list[object]]:
    """All rows as bare numbers."""
    return [
        [links.written(dimension, row[dimension]), *(measure(row, metric.name) for metric in metrics)] for row in ranked
    ]


def _days(final: Period | None, during: Period) -> str:
    """Which days the ranking is of, where they are not all of the period's final ones."""
    if final is None:
        return say(MAY_CHANGE)
    return "" if final == during else say(FINAL_DAYS.filled(days=Text(final.label("zh"), final.label("en"))))


def _products(sample: Metric, during: Period) -> dict[str, str]:
    """The numbers of products by their names, as far as the files behind a metric tell them."""
    rows = answers.ask([sample], during, ("title", "product"), filters.where()).to_pylist()
    return {str(row["title"]): str(row["product"]) for row in rows if row["title"] and row["product"]}


def _line(
    row: Row, dimension: str, metrics: Sequence[Metric], rate: Metric, products: Mapping[str, str]
) -> list[str | Cell]:
    who = str(row[dimension])
    product = products.get(who)
    cells: list[str | Cell] = [links.part("product", product, who) if product else links.part(dimension, who)]
    for metric in metrics:
        few = metric is rate and (measure(row, rate.sample) or 0) < rate.enough
        cells.append(thin(say(TOO_FEW)) if few else detail(measure(row, metric.name), metric.unit).removesuffix("%"))
    return cells


def _head(metric: Metric) -> str:
    label = say(metric.label)
    return f"{label} %" if metric.unit is Unit.PERCENT else label
