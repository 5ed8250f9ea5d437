"""Defined: the definitions of every number on the slides, as the last page of the appendix."""

from collections.abc import Sequence

from metrics.definition.metric import Metric
from reports.slide.slide import Cell, Slide, Table, TableColumn
from text import Text

TOPIC = Text("附录", "Appendix")
TITLE = Text("用到的口径，{count} 个", "Definitions used, {count}")
HEADS = tuple(
    TableColumn(text)
    for text in (
        Text("指标", "Metric"), Text("公式", "Formula"), Text("单位", "Unit"), Text("取自", "From"),
        Text("定稿", "Final after"),
    )
)  # fmt: skip
AT_ONCE, AFTER = Text("当天", "at once"), Text("{days} 天后", "{days} days")


def definitions(slides: Sequence[Slide]) -> Slide | None:
    """A page with every metric that the slides define, in the order in which they first appear."""
    found = list(dict.fromkeys(metric for slide in slides for metric in slide.metrics))
    if not found:
        return None
    table = Table(Text("口径", "Definitions"), HEADS, tuple(_row(metric) for metric in found), whole=True)
    return Slide("definitions", TOPIC, TITLE.filled(count=len(found)), parts=(table,))


def _row(metric: Metric) -> tuple[Cell, ...]:
    final = AFTER.filled(days=metric.final_after) if metric.final_after else AT_ONCE
    return metric.label, metric.formula, metric.unit.word, metric.source_note or metric.facts.label, final
