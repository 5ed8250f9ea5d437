"""The definitions: metrics and formats as searchable tables."""

from collections.abc import Sequence

import streamlit as st

from data.sources import SOURCES
from metrics.glossary.entries import HEADINGS, comparisons, glossary
from metrics.wording.values import on
from text import Language, Text
from ui.cache import loaded
from ui.cache.latest import latest
from ui.cache.rules import rules
from ui.choices import filters
from ui.content import data_table
from ui.frame import demo
from ui.pieces.lines import headline, page
from ui.pieces.markup import block
from ui.pieces.table import Cell, Head, section, strong, table
from ui.session import language
from ui.session.language import say

SHOWN = {
    "team": ("team",),
    "label": ("label",),
    "value": ("value",),
    "formula": ("formula", "meaning", "example"),
    "unit": ("unit", "better"),
    "from": ("from", "columns"),
    "window": ("window", "sample", "notes", "splits"),
    "limits": ("limits", "defined"),
}
"""The columns of the table: under each heading, what is said of a metric."""

VALUE = Text("值", "Value")
VALUE_OF = Text("值（{day}）", "Value ({day})")
NAMED = ("example", "splits", "defined")
"""What is said with its own heading before it."""

FORMATS = {
    "title": Text("文件", "File"),
    "from": Text("从哪里导出", "Where it is exported"),
    "grain": Text("一行是什么", "One row is"),
    "known_by": Text("凭这些列认出", "Known by these columns"),
}
LEAD = Text(
    "同一个指标在每一页、每份报表里都是同一个数。", "A metric is the same number on every page and in every report."
)
EXAMPLES = Text("例如 转化、退款、订单", "such as conversion, refund, orders")
Row = dict[str, str]


def show() -> None:
    """The search box, the metrics, the formats."""
    demo.notice()
    spoken = language.chosen()
    st.html(page(headline(say("口径", "Definitions"), say(LEAD))))
    wanted = st.text_input(say("找指标或文件", "Search"), placeholder=say(EXAMPLES))
    day = loaded.last_day(filters.shop())
    values = latest(day, filters.where()) if day else {}
    entries = [*glossary(spoken, rules(filters.shop())), *comparisons(spoken)]
    metrics = _matching([{**row, "value": values.get(row["name"], "")} for row in entries], wanted)
    value = VALUE_OF.filled(day=on(day)) if day else VALUE
    headings = {**HEADINGS, "value": value}
    heads = [Head(headings[name].to(spoken)) for name in SHOWN]
    lines = table(heads, [_metric(row, spoken) for row in metrics])
    st.html(page(section(say("指标", "Metrics"), block("ob-terms", lines), side=_count(len(metrics)))))
    titles = [heading.to(spoken) for heading in headings.values()]
    data_table.buttons(say("口径", "definitions"), titles, [[row[name] for name in headings] for row in metrics])
    formats = _matching(_formats(spoken), wanted)
    rows = table([Head(each.to(spoken)) for each in FORMATS.values()], [_format(row) for row in formats])
    st.html(page(section(say("文件", "Files"), rows, side=_count(len(formats)))))


def _count(found: int) -> str:
    return say(f"{found} 个", str(found))


def _metric(row: Row, spoken: Language) -> list[str | Cell]:
    looks = {"label": "ob-strong", "value": "ob-nowrap", "unit": "ob-nowrap"}
    return [Cell(_joined(row, names, spoken), looks.get(column, "")) for column, names in SHOWN.items()]


def _joined(row: Row, names: Sequence[str], spoken: Language) -> str:
    """What there is to say under these names, one after the other."""
    mark, stop = ("：", "。") if spoken == "zh" else (": ", ". ")
    texts = [(HEADINGS[name].to(spoken) + mark if name in NAMED else "") + row[name] for name in names if row[name]]
    return stop.join(texts)


def _format(row: Row) -> list[str | Cell]:
    return [strong(row[name]) if name == "title" else row[name] for name in FORMATS]


def _formats(spoken: Language) -> list[Row]:
    found = []
    for source in SOURCES:
        labels = [source.column(name).label.to(spoken) for name in (*source.identified_by, *source.identified_by_any)]
        grain = [source.column(name).label.to(spoken) for name in source.subject.grain]
        row = (source.title.to(spoken), source.exported_from.to(spoken), "、".join(grain), "、".join(labels))
        found.append(dict(zip(FORMATS, row, strict=True)))
    return found


def _matching(rows: Sequence[Row], wanted: str) -> list[Row]:
    words = wanted.lower().split()
    return [row for row in rows if all(word in " ".join(row.values()).lower() for word in words)]
