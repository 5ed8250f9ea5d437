"""Metrics split by channel, agent or shop: a table that begins with whoever needs help."""

from collections.abc import Sequence

import streamlit as st

from metrics.catalogue import metric_named
from metrics.facts import DIMENSIONS
from metrics.figure import change, detail
from metrics.judgement import Judgement, Level, judge
from metrics.metric import Metric, Unit, young
from metrics.period import Period
from metrics.question import fits
from text import Language, Text
from ui import answers, charts, filters, language, taking
from ui.comparison import Numbers, Row, bases, number, targets
from ui.language import say
from ui.pieces.lines import empty_zone, page
from ui.pieces.marks import shape
from ui.pieces.markup import joined, tag
from ui.pieces.table import Cell, Head, section, strong, table, thin
from ui.scale import scale_of
from ui.spoken import nick
from ui.theme import palette
from ui.tiles import BEFORE, SAME_WEEKDAY

WORST_FIRST = (Level.BAD, Level.WATCH, Level.GOOD, Level.UNJUDGED)
ROWS_SHOWN, BARS_SHOWN = 15, 8
BY = Text("按{dimension}", "by {dimension}")
TOO_FEW = Text("样本不足", "too few")
WHO = Text("谁要帮忙", "Who needs help")
BY_HELP = Text("从最要看的排起", "the most pressing first")


def show(dimension: str, during: Period, wanted: Sequence[Metric]) -> None:
    """The table and its download; without rows the file it waits for.

    Metrics that cannot be asked over the period are left out. Raises Unanswerable when none can.
    """
    spoken = language.chosen()
    fitting = [metric for metric in wanted if fits(answers.facts(), metric, during, (dimension,), filters.where())]
    metrics = fitting or wanted
    left_out = "、".join(metric.label.to(spoken) for metric in wanted if metric not in metrics)
    note = say(f"{left_out}不可跨天相加", f"{left_out}: not over several days") if left_out else ""
    asked = list(dict.fromkeys([*metrics, *_samples(metrics, dimension, during)]))
    rows = [row for row in answers.ask(asked, during, (dimension,), filters.where()).to_pylist() if row[dimension]]
    if not rows:
        files = Text("等这些文件：{files}", "Waits for: {files}").filled(files=metrics[0].facts.label)
        st.html(page(empty_zone(say(WHO), say(files))))
        return
    base, target = bases(asked, dimension, during), targets(metrics, dimension, during)
    ranked = sorted(
        (
            (_judged(row, base.get(row[dimension], {}), target.get(row[dimension], {}), metrics, during), row)
            for row in rows
        ),
        key=lambda pair: (WORST_FIRST.index(_worst(pair[0])), -(number(pair[1][metrics[0].name]) or 0)),
    )
    lines = [_line(row, judged, base.get(row[dimension], {}), dimension, metrics, spoken) for judged, row in ranked]
    st.html(
        page(
            section(
                say(WHO),
                table(_heads(dimension, metrics, during, spoken), lines[:ROWS_SHOWN]),
                beside=say(BY_HELP),
                note=note,
            )
        )
    )
    heads = [say(DIMENSIONS[dimension]), *(metric.label.to(spoken) for metric in metrics)]
    taken = [[row[dimension], *(number(row[metric.name]) for metric in metrics)] for _, row in ranked]
    name = f"{metrics[0].label.to(spoken)}-{say(DIMENSIONS[dimension])}"
    taking.table_behind(name, heads, taken, [None, *(metric.unit for metric in metrics)])


def bars(dimension: str, during: Period, metric: Metric) -> None:
    """The greatest of a metric's parts as bars; nothing where it cannot be asked so or no part is known."""
    if not fits(answers.facts(), metric, during, (dimension,), filters.where()):
        return
    rows = answers.ask([metric], during, (dimension,), filters.where()).to_pylist()
    known = [(str(row[dimension]), float(row[metric.name])) for row in rows if row[metric.name] is not None]
    longest = sorted(known, key=lambda pair: -pair[1])[:BARS_SHOWN]
    if not longest:
        return
    spoken, name = language.chosen(), metric.label.to(language.chosen())
    labels = [nick(label) if dimension == "agent" else label for label, _ in longest]
    values = [value for _, value in longest]
    scale = scale_of(values, metric.unit, spoken)
    st.html(page(section(name, beside=say(BY.filled(dimension=DIMENSIONS[dimension])), note=scale.title(spoken))))
    made = charts.bars(name, labels, values, scale, palette())
    st.plotly_chart(made, theme=None, config=charts.CONFIG, key=f"bars-{metric.name}", alt=metric.meaning.to(spoken))


def _samples(metrics: Sequence[Metric], dimension: str, during: Period) -> list[Metric]:
    named = [metric_named(metric.sample) for metric in metrics if metric.sample]
    return [each for each in named if fits(answers.facts(), each, during, (dimension,), filters.where())]


def _judged(row: Row, base: Numbers, target: Numbers, metrics: Sequence[Metric], during: Period) -> list[Judgement]:
    return [
        judge(
            metric,
            number(row[metric.name]),
            target=target.get(metric.name),
            base=base.get(metric.name),
            sample=number(row[metric.sample]) or 0 if metric.sample in row else None,
            young_until=young(metric, during.last, filters.today()),
        )
        for metric in metrics
    ]


def _worst(judged: Sequence[Judgement]) -> Level:
    return min((each.level for each in judged), key=WORST_FIRST.index)


def _line(
    row: Row, judged: Sequence[Judgement], base: Numbers, dimension: str, metrics: Sequence[Metric], spoken: Language
) -> list[str | Cell]:
    who = str(row[dimension])
    name = joined((shape(_worst(judged), spoken), tag("b", nick(who) if dimension == "agent" else who)))
    cells: list[str | Cell] = [name]
    for metric, each in zip(metrics, judged, strict=True):
        value = number(row[metric.name])
        if metric.sample in row and (number(row[metric.sample]) or 0) < metric.enough:
            cells.append(thin(TOO_FEW.to(spoken)))
        else:
            written = detail(value, metric.unit).removesuffix("%")
            cells.append(strong(written) if each.level in (Level.BAD, Level.WATCH) else written)
    lead = metrics[0]
    moved = change(number(row[lead.name]), base.get(lead.name), lead.unit, spoken, brief=True)
    return [*cells[:2], thin(moved), *cells[2:]]


def _heads(dimension: str, metrics: Sequence[Metric], during: Period, spoken: Language) -> list[Head]:
    figures = [Head(_head(metric, spoken), True, metric.meaning.to(spoken)) for metric in metrics]
    return [
        Head(say(DIMENSIONS[dimension])),
        figures[0],
        Head(say(SAME_WEEKDAY if during.days == 1 else BEFORE), True),
        *figures[1:],
    ]


def _head(metric: Metric, spoken: Language) -> str:
    unit = metric.unit.word.to(spoken)
    counted = metric.unit in (Unit.PEOPLE, Unit.ORDERS, Unit.TIMES, Unit.COUNT)
    return metric.label.to(spoken) if counted else f"{metric.label.to(spoken)} {unit}"
