"""What the parts of a split are: their numbers, their bases, their change on the days the reader compares with."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from metrics.calendar.period import Period
from metrics.calendar.spans import same_days_before
from metrics.definition.facts import DIMENSIONS
from metrics.definition.metric import Metric
from metrics.judgement.difference import ValueChange, changed, is_base
from metrics.planning.targets import TARGETS
from metrics.query.history import base_of
from metrics.query.values import measure
from metrics.wording.rounding import number
from text import Text
from ui.cache import answers
from ui.choices import compared_with, filters

Row = Mapping[str, object]
Numbers = Mapping[str, float | None]
Spans = Mapping[Metric, Period]
"""The days each metric is asked of: they differ where young days are left out."""


def values(spans: Spans, dimension: str) -> dict[object, dict[str, float | None]]:
    """Each part's numbers by the metric's name, None for those that no row tells."""
    nothing: dict[str, float | None] = dict.fromkeys(metric.name for metric in spans)
    found: dict[object, dict[str, float | None]] = {}
    for during in dict.fromkeys(spans.values()):
        same_span = [metric for metric, days in spans.items() if days == during]
        for row in answers.ask(same_span, during, (dimension,), filters.where()).to_pylist():
            numbers = found.setdefault(row[dimension], nothing.copy())
            numbers.update({metric.name: measure(row, metric.name) for metric in same_span})
    return found


def bases(spans: Spans, dimension: str) -> dict[object, dict[str, float | None]]:
    """What each part is judged against, by part and metric name, each in its own unit: for one day the same weekday's
    median, else as much of the unit before. None or missing where there is no base.
    """
    earlier = {m: same_days_before(d, filters.cut(d)) for m, d in spans.items() if d.days > 1}
    loaded = {m: span for m, span in earlier.items() if is_base(span, spans[m], partial(_days_loaded, m, dimension))}
    found = values(loaded, dimension)
    for metric, during in spans.items():
        if during.days == 1:
            for part, base in _weekdays(metric, dimension, during.last).items():
                found.setdefault(part, {})[metric.name] = base
    return found


def changes(metric: Metric, dimension: str, during: Period) -> dict[object, ValueChange]:
    """How each part of a metric changed on the days the reader compares with."""
    against = compared_with.against(during)
    by_span = {span: values({metric: span}, dimension) for span in (during, *against.others)}

    def of(part: object) -> Callable[[Period], float | None]:
        return lambda span: by_span[span].get(part, {}).get(metric.name)

    days = {span: _days_loaded(metric, dimension, span) for span in by_span}
    return {part: changed(against, metric.unit, of(part), days.__getitem__) for part in by_span[during]}


def targets(metrics: Sequence[Metric], dimension: str, during: Period) -> dict[object, Numbers]:
    """The targets of each part of a split; none where no target is set by it."""
    goals = {metric.name: TARGETS[metric.name] for metric in metrics if metric.name in TARGETS}
    planned = {name: goal for name, goal in goals.items() if dimension in goal.facts.dimensions}
    if not planned:
        return {}
    rows = answers.ask(list(planned.values()), during, (dimension,), filters.where()).to_pylist()
    return {row[dimension]: {name: measure(row, goal.name) for name, goal in planned.items()} for row in rows}


def called(dimension: str) -> Text:
    """What the parts of a split are: products by their names, whatever tells them apart."""
    return Text("商品", "Product") if dimension == "product" else DIMENSIONS[dimension]


def titles_of(metric: Metric, during: Period) -> dict[str, str]:
    """What products are called, by their number."""
    rows = answers.ask([metric], during, ("product", "title"), filters.where()).to_pylist()
    return {str(row["product"]): row["title"] for row in rows if row["product"] and row["title"]}


def _days_loaded(metric: Metric, dimension: str, span: Period) -> int:
    """How many days of a period have the metric of any part; all of them where the last one is what counts."""
    if metric.latest:
        return span.days
    rows = answers.ask([metric], span, (dimension, "day"), filters.where())
    return len({row["day"] for row in rows.to_pylist() if row[metric.name] is not None})


def _weekdays(metric: Metric, dimension: str, day: date) -> dict[object, float | None]:
    weeks = Period(day - timedelta(weeks=4), day)
    by_part: dict[object, dict[date, float | None]] = {}
    for row in answers.ask([metric], weeks, (dimension, "day"), filters.where()).to_pylist():
        by_part.setdefault(row[dimension], {})[row["day"]] = measure(row, metric.name)
    return {part: number(base_of(days, day)) for part, days in by_part.items()}
