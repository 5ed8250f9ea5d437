"""Whole tables: a page of the appendix that is one table, and one of metrics day by day."""

from collections.abc import Sequence

from metrics.definition.metric import Metric
from reports.numbers.daily import DailyNumbers
from reports.slide.slide import Slide, Table, TableColumn
from reports.slide.values import on
from text import Text, same

TOPIC = Text("附录", "Appendix")
"""The word that stands above each of its pages."""


def page(key: str, title: Text, table: Table, metrics: Sequence[Metric] = (), notes: Text | None = None) -> Slide:
    """A page that is one table."""
    return Slide(key, TOPIC, title, parts=(table,), metrics=tuple(metrics), notes=notes)


DAY, EACH_DAY = Text("日期", "Day"), Text("逐日", "Each day")


def daily(key: str, title: Text, of: DailyNumbers, count: int) -> Slide:
    """Metrics of the week day by day; `title` may hold {count}."""
    rows = tuple((on(day), *(of.value(day, metric) for metric in of.metrics)) for day in of.week.period)
    columns = (TableColumn(DAY), *(TableColumn(metric.label, metric.unit) for metric in of.metrics))
    return page(key, title.filled(count=count), Table(EACH_DAY, columns, rows, whole=True), of.metrics)


def named(name: str) -> Text | None:
    """A name as a cell; None where there is none."""
    return same(name) if name.strip() else None
