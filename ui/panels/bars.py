"""The greatest parts of a metric as bars."""

from collections.abc import Iterator

from metrics.calendar.period import Period
from metrics.definition.facts import DIMENSIONS
from metrics.definition.metric import Metric
from metrics.query.question import fits
from metrics.wording.figure import spelled
from metrics.wording.scale import scale_of
from text import Text
from ui.cache import answers
from ui.choices import compared_with, filters
from ui.content.panel_cache import panel
from ui.content.panel_content import Part, chart
from ui.figures import charts
from ui.panels import links
from ui.pieces.lines import page
from ui.pieces.table import section
from ui.session import language
from ui.session.language import say
from ui.session.theme import palette

BARS_SHOWN = 8
BY = Text("按{dimension}", "by {dimension}")


@panel
def show(dimension: str, during: Period, metric: Metric) -> Iterator[Part]:
    """The greatest of a metric's parts as bars; nothing where it cannot be asked so or no part is known."""
    if not fits(answers.facts(), metric, during, (dimension,), filters.where()):
        return
    span = compared_with.shown(metric, during)
    rows = answers.ask([metric], span, (dimension,), filters.where()).to_pylist() if span else []
    present = [(str(row[dimension]), float(row[metric.name])) for row in rows if row[metric.name] is not None]
    longest = sorted(present, key=lambda pair: -pair[1])[:BARS_SHOWN]
    if not longest:
        return
    spoken, name, split = language.chosen(), metric.label.to(language.chosen()), DIMENSIONS[dimension]
    labels = [str(links.written(dimension, label)) for label, _ in longest]
    values = [value for _, value in longest]
    scale = scale_of(values, metric.unit, spoken)
    yield page(section(name, side=say(BY.filled(dimension=Text(split.zh, split.en.lower()))), note=scale.title(spoken)))
    each = (f"{label} {spelled(value, metric.unit, spoken)}" for label, value in zip(labels, values, strict=True))
    alt = f"{name}: {'; '.join(each)}"
    made = charts.bars(name, labels, values, scale, palette())
    yield chart(made, f"bars-{metric.name}", alt)
