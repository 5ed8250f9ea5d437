"""Metrics split by channel, agent or shop: a table that begins with whoever needs help."""

from collections.abc import Iterator, Sequence

from metrics.calendar.period import Period
from metrics.catalogue import metric_named
from metrics.definition.metric import Better, Metric, Unit, young
from metrics.judgement.difference import Change
from metrics.judgement.limits import Judgement, Level, judge
from metrics.judgement.maturity import NONE_FINAL, mature
from metrics.query.question import fits
from metrics.wording.figure import IN_CENTS, IN_POINTS, LASTING, MISSING, detail
from metrics.wording.rounding import number
from text import Language, Text
from ui.cache import answers
from ui.choices import compared_with, filters
from ui.content import data_table
from ui.content.panel_cache import panel
from ui.content.panel_content import Part
from ui.panels import links
from ui.panels.comparison import Numbers, Row, Spans, bases, called, changes, targets, titles_of, values
from ui.panels.metric_tiles import until
from ui.pieces.lines import empty_zone, page
from ui.pieces.marks import MAY_CHANGE, shape
from ui.pieces.markup import block, joined
from ui.pieces.table import Cell, Head, section, strong, table, thin
from ui.session import language
from ui.session.language import say

WORST_FIRST = (Level.BAD, Level.WATCH, Level.GOOD, Level.UNJUDGED)
ROWS_SHOWN = 15
RATED = (*IN_POINTS, *IN_CENTS, *LASTING)
"""Units of what is good or bad by its size; of counts and sums the greatest weighs most."""

TOO_FEW = Text("样本不足", "too few")
WHO = Text("谁要帮忙", "Who needs help")
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
    spoken = language.chosen()
    fitting = [metric for metric in wanted if fits(answers.facts(), metric, during, (dimension,), filters.where())]
    shown = {metric: span for metric in fitting or wanted if (span := compared_with.shown(metric, during))}
    metrics, note = list(shown), _note(fitting or wanted, wanted, shown)
    counted = dict.fromkeys(_samples(metrics, dimension, during), during)
    rows = (
        [{dimension: part, **numbers} for part, numbers in values({**counted, **shown}, dimension).items() if part]
        if shown
        else []
    )
    if not rows:
        files = Text("等这些文件：{files}", "Waits for: {files}").filled(files=wanted[0].facts.label)
        yield page(empty_zone(say(title), say(files if shown else NONE_FINAL)))
        return
    final = {metric: mature(metric, span, compared_with.known_on()) or span for metric, span in shown.items()}
    settled, base, target = values(final, dimension), bases(final, dimension), targets(metrics, dimension, during)
    moved = changes(metrics[0], dimension, shown[metrics[0]])
    ranked = sorted(
        (
            (
                _judged(
                    row,
                    settled.get(row[dimension], {}),
                    base.get(row[dimension], {}),
                    target.get(row[dimension], {}),
                    final,
                ),
                row,
            )
            for row in rows
        ),
        key=lambda pair: (WORST_FIRST.index(_mark(pair[0], metrics, by)), _urgency(pair[1], metrics[0])),
    )
    titles = titles_of(metrics[0], during) if dimension == "product" else {}
    lines = [
        _line(
            {**row, "label": titles.get(str(row[dimension]), "")},
            judged,
            _mark(judged, metrics, by),
            moved.get(row[dimension]),
            dimension,
            metrics,
            spoken,
        )
        for judged, row in ranked
    ]
    yield page(
        section(
            say(title),
            block("ob-wide", table(_heads(dimension, shown, during, spoken), lines[:ROWS_SHOWN])),
            beside=say(BY_HELP),
            note=note,
        )
    )
    heads = [say(called(dimension)), *(metric.label.to(spoken) for metric in metrics)]
    taken = [
        [links.written(dimension, row[dimension]), *(number(row[metric.name]) for metric in metrics)]
        for _, row in ranked
    ]
    name = f"{metrics[0].label.to(spoken)}-{say(called(dimension))}"
    yield data_table.table_behind(name, heads, taken, [None, *(metric.unit for metric in metrics)])


def _samples(metrics: Sequence[Metric], dimension: str, during: Period) -> list[Metric]:
    named = [metric_named(metric.sample) for metric in metrics if metric.sample]
    return [each for each in named if fits(answers.facts(), each, during, (dimension,), filters.where())]


def _note(fitting: Sequence[Metric], wanted: Sequence[Metric], shown: Spans) -> str:
    """Which metrics are left out, and why."""
    said = []
    for left_out, why in (
        ([metric for metric in wanted if metric not in fitting], NOT_OVER_DAYS),
        ([metric for metric in fitting if metric not in shown], STILL_YOUNG),
    ):
        if left_out:
            names = Text("、".join(m.label.zh for m in left_out), ", ".join(m.label.en for m in left_out))
            said.append(say(why.filled(names=names)))
    return say("；", "; ").join(said)


def _judged(row: Row, settled: Numbers, base: Numbers, target: Numbers, final: Spans) -> list[Judgement]:
    """Each metric by its final days; one of which none is final is not judged."""
    return [
        judge(
            metric,
            settled.get(metric.name),
            target=target.get(metric.name),
            base=base.get(metric.name),
            sample=number(row[metric.sample]) or 0 if metric.sample in row else None,
            young_until=young(metric, days.last, compared_with.known_on()),
            rules=answers.rules(filters.shop()),
        )
        for metric, days in final.items()
    ]


def _mark(judged: Sequence[Judgement], metrics: Sequence[Metric], by: Metric | None) -> Level:
    counted = zip(metrics, judged, strict=True)
    levels = [each.level for metric, each in counted if by is None or metric is by]
    return min(levels, key=WORST_FIRST.index, default=Level.UNJUDGED)


def _urgency(row: Row, leading: Metric) -> tuple[bool, float]:
    """Among equals the greatest amount comes first, of rates and times the worst one, what is not known last."""
    value = number(row[leading.name])
    worst_is_least = leading.unit in RATED and leading.better is not Better.LOWER
    return value is None, (value or 0) * (1 if worst_is_least else -1)


def _line(
    row: Row,
    judged: Sequence[Judgement],
    mark: Level,
    moved: Change | None,
    dimension: str,
    metrics: Sequence[Metric],
    spoken: Language,
) -> list[str | Cell]:
    who = str(row[dimension])
    name = joined((shape(mark, spoken), links.part(dimension, who, str(row.get("label") or ""))))
    cells: list[str | Cell] = [name]
    for metric, each in zip(metrics, judged, strict=True):
        value = number(row[metric.name])
        if metric.sample in row and (number(row[metric.sample]) or 0) < metric.enough:
            cells.append(thin(TOO_FEW.to(spoken)))
        else:
            written = detail(value, metric.unit).removesuffix("%")
            cells.append(strong(written) if each.level in (Level.BAD, Level.WATCH) else written)
    return [*cells[:2], thin(moved.told(spoken, brief=True) if moved else MISSING), *cells[2:]]


def _heads(dimension: str, shown: Spans, during: Period, spoken: Language) -> list[Head]:
    figures = [
        Head(f"{_head(metric, spoken)}{_age(metric, span, during, spoken)}", True, metric.meaning.to(spoken))
        for metric, span in shown.items()
    ]
    return [
        Head(say(called(dimension))),
        figures[0],
        Head(say(compared_with.comparison(during).brief), True, compared_with.against(during).spelled(spoken)),
        *figures[1:],
    ]


def _age(metric: Metric, span: Period, during: Period, spoken: Language) -> str:
    """Up to which day the numbers go where that is not the last one asked for; that they may still change."""
    may_change = young(metric, span.last, compared_with.known_on())
    return until(span, during, spoken) + (f" {MAY_CHANGE.to(spoken)}" if may_change else "")


def _head(metric: Metric, spoken: Language) -> str:
    unit = metric.unit.word.to(spoken)
    counted = metric.unit in (Unit.PEOPLE, Unit.ORDERS, Unit.TIMES, Unit.COUNT)
    return metric.label.to(spoken) if counted else f"{metric.label.to(spoken)} {unit}"
