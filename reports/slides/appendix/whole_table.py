"""Whole tables: a page of the appendix that is one table, and one of metrics day by day."""

from collections.abc import Sequence

from metrics.definition.metric import Metric
from reports.numbers.week import Asked
from reports.slide.slide import Column, Slide, Table
from reports.slide.values import on
from text import Text, same

TOPIC = Text("附录", "Appendix")
"""The word that stands above each of its pages."""


def page(key: str, title: Text, table: Table, metrics: Sequence[Metric] = (), notes: Text | None = None) -> Slide:
    """A page that is one table."""
    return Slide(key, TOPIC, title, parts=(table,), metrics=tuple(metrics), notes=notes)


DAY, EACH_DAY = Text("日期", "Day"), Text("逐日", "Each day")


def daily(asked: Asked, key: str, title: Text, metrics: Sequence[Metric]) -> Slide | None:
    """Metrics of the week day by day, those that any day tells; `title` may hold {count}. None where none does."""
    known = {row["day"]: row for row in asked.rows(metrics, asked.week, ("day",))}
    told = [metric for metric in metrics if any(row[metric.name] is not None for row in known.values())]
    rows = tuple((on(day), *(known.get(day, {}).get(metric.name) for metric in told)) for day in asked.week)
    table = Table(EACH_DAY, (Column(DAY), *(Column(metric.label, metric.unit) for metric in told)), rows, whole=True)
    return page(key, title.filled(count=asked.week.days), table, told) if told else None


def named(name: str) -> Text | None:
    """A name as a cell; None where there is none."""
    return same(name) if name.strip() else None
