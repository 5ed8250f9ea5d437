"""Metrics split by channel, agent or shop: a table that begins with whoever needs help."""

from collections.abc import Iterator, Sequence

from metrics.calendar.period import Period
from metrics.catalogue import metric_named
from metrics.definition.metric import Better, Metric, young
from metrics.judgement.limits import Judgement, Level, judge
from metrics.judgement.maturity import NONE_FINAL, mature
from metrics.query.question import fits
from metrics.query.values import measure
from metrics.wording.figure import IN_CENTS, IN_POINTS, LASTING
from text import Text
from ui.cache import answers
from ui.cache.rules import rules
from ui.choices import compared_with, filters
from ui.content.panel_cache import panel
from ui.content.panel_content import Part
from ui.panels.breakdown_table import PanelSplit, Ranked, on_the_page, to_take_away
from ui.panels.comparison import Numbers, Row, Spans, bases, targets, values
from ui.panels.findings import WORST_FIRST
from ui.panels.words import WAITS, WHO
from ui.pieces.lines import empty_zone, page
from ui.pieces.table import section
from ui.session.language import say

RATED = (*IN_POINTS, *IN_CENTS, *LASTING)
"""Units of what is good or bad by its size; of counts and sums the greatest weighs most."""

NOT_OVER_DAYS = Text("{names}不可跨天相加", "{names}: not over several days")
STILL_YOUNG = Text("{names}还没有定稿的日子", "{names}: no final days yet")
BY_HELP = Text("从最要看的排起", "the most pressing first")


@panel
def show(
    dimension: str, during: Period, wanted: Sequence[Metric], title: Text = WHO, by: Metric | None = None
) -> Iterator[Part]:
    """The table and its download; without rows the file it waits for.

    Each row bears the mark of the worst of its numbers, or of that of `by` alone.
    Metrics that cannot be asked over the period are left out. Raises Unanswerable when none can.
    """
    fitting = _fitting(wanted, dimension, during)
    shown = {metric: span for metric in fitting or wanted if (span := compared_with.shown(metric, during))}
    split = PanelSplit(dimension, during, shown)
    rows = _rows(split) if shown else []
    if not rows:
        why = WAITS.filled(files=wanted[0].facts.label) if shown else NONE_FINAL
        yield page(empty_zone(say(title), say(why)))
        return
    ranked = _ranked(split, rows, by)
    note = _left_out(fitting or wanted, wanted, shown)
    yield page(section(say(title), on_the_page(split, ranked), side=say(BY_HELP), note=note))
    yield to_take_away(split, ranked)


def _fitting(metrics: Sequence[Metric], dimension: str, during: Period) -> list[Metric]:
    """Those of the metrics that can be asked so."""
    return [each for each in metrics if fits(answers.facts(), each, during, (dimension,), filters.where())]


def _rows(split: PanelSplit) -> list[Row]:
    """Each part that has a name, with its numbers and the sizes of their samples."""
    named = [metric_named(metric.sample) for metric in split.metrics if metric.sample]
    samples = dict.fromkeys(_fitting(named, split.dimension, split.during), split.during)
    found = values({**samples, **split.shown}, split.dimension)
    return [{split.dimension: part, **numbers} for part, numbers in found.items() if part]


def _ranked(split: PanelSplit, rows: Sequence[Row], by: Metric | None) -> list[Ranked]:
    """The rows with their judgements, the worst first."""
    judgements = _judgements(split, rows)
    marked = [
        Ranked(row, judged, _mark(judged, split.metrics, by)) for row, judged in zip(rows, judgements, strict=True)
    ]
    return sorted(marked, key=lambda each: (WORST_FIRST.index(each.mark), _urgency(each.row, split.metrics[0])))


def _judgements(split: PanelSplit, rows: Sequence[Row]) -> list[list[Judgement]]:
    """Each row's metrics judged by their final days."""
    final = {metric: mature(metric, span, compared_with.as_of_day()) or span for metric, span in split.shown.items()}
    settled, base = values(final, split.dimension), bases(final, split.dimension)
    target = targets(split.metrics, split.dimension, split.during)
    parts = [row[split.dimension] for row in rows]
    return [
        _judged(row, settled.get(part, {}), base.get(part, {}), target.get(part, {}), final)
        for part, row in zip(parts, rows, strict=True)
    ]


def _judged(row: Row, settled: Numbers, base: Numbers, target: Numbers, final: Spans) -> list[Judgement]:
    """Each metric by its final days; one of which none is final is not judged."""
    return [
        judge(
            metric,
            settled.get(metric.name),
            target=target.get(metric.name),
            base=base.get(metric.name),
            sample=measure(row, metric.sample) or 0 if metric.sample in row else None,
            young_until=young(metric, days.last, compared_with.as_of_day()),
            rules=rules(filters.shop()),
        )
        for metric, days in final.items()
    ]


def _mark(judged: Sequence[Judgement], metrics: Sequence[Metric], by: Metric | None) -> Level:
    counted = zip(metrics, judged, strict=True)
    levels = [each.level for metric, each in counted if by is None or metric is by]
    return min(levels, key=WORST_FIRST.index, default=Level.UNJUDGED)


def _urgency(row: Row, leading: Metric) -> tuple[bool, float]:
    """Among equals the greatest amount comes first, of rates and times the worst one, what is missing last."""
    value = measure(row, leading.name)
    worst_is_least = leading.unit in RATED and leading.better is not Better.LOWER
    return value is None, (value or 0) * (1 if worst_is_least else -1)


def _left_out(fitting: Sequence[Metric], wanted: Sequence[Metric], shown: Spans) -> str:
    """Which metrics are left out, and why."""
    reasons = {
        NOT_OVER_DAYS: [metric for metric in wanted if metric not in fitting],
        STILL_YOUNG: [metric for metric in fitting if metric not in shown],
    }
    return say("；", "; ").join(say(why.filled(names=_names(left))) for why, left in reasons.items() if left)


def _names(metrics: Sequence[Metric]) -> Text:
    labels = [metric.label for metric in metrics]
    return Text("、".join(label.zh for label in labels), ", ".join(label.en for label in labels))
