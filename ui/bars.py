"""The greatest parts of a metric as bars."""

from collections.abc import Iterator

from metrics.facts import DIMENSIONS
from metrics.figure import spelled
from metrics.metric import Metric
from metrics.period import Period
from metrics.question import fits
from metrics.scale import scale_of
from text import Text
from ui import answers, charts, filters, language, versus
from ui.drawn import Part, chart
from ui.language import say
from ui.pieces.lines import page
from ui.pieces.table import section
from ui.remembered import panel
from ui.teams import links
from ui.theme import palette

BARS_SHOWN = 8
BY = Text("按{dimension}", "by {dimension}")


@panel
def show(dimension: str, during: Period, metric: Metric) -> Iterator[Part]:
    """The greatest of a metric's parts as bars; nothing where it cannot be asked so or no part is known."""
    if not fits(answers.facts(), metric, during, (dimension,), filters.where()):
        return
    span = versus.shown(metric, during)
    rows = answers.ask([metric], span, (dimension,), filters.where()).to_pylist() if span else []
    known = [(str(row[dimension]), float(row[metric.name])) for row in rows if row[metric.name] is not None]
    longest = sorted(known, key=lambda pair: -pair[1])[:BARS_SHOWN]
    if not longest:
        return
    spoken, name, split = language.chosen(), metric.label.to(language.chosen()), DIMENSIONS[dimension]
    labels = [str(links.written(dimension, label)) for label, _ in longest]
    values = [value for _, value in longest]
    scale = scale_of(values, metric.unit, spoken)
    yield page(
        section(name, beside=say(BY.filled(dimension=Text(split.zh, split.en.lower()))), note=scale.title(spoken))
    )
    each = (f"{label} {spelled(value, metric.unit, spoken)}" for label, value in zip(labels, values, strict=True))
    alt = f"{name}: {'; '.join(each)}"
    made = charts.bars(name, labels, values, scale, palette())
    yield chart(made, f"bars-{metric.name}", alt)
