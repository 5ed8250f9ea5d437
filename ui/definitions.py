"""The definitions: metrics and formats as searchable tables."""

from collections.abc import Sequence

import streamlit as st

from data.sources import SOURCES
from metrics.glossary import HEADINGS, glossary
from text import Language, Text
from ui import demo, language, taking
from ui.language import say
from ui.pieces.lines import headline, page
from ui.pieces.table import Cell, Head, section, strong, table

SHOWN = ("team", "label", "formula", "unit", "better", "from", "limits")
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
    metrics = _matching(glossary(spoken), wanted)
    heads = [Head(HEADINGS[name].to(spoken)) for name in SHOWN]
    lines = table(heads, [_metric(row) for row in metrics])
    st.html(page(section(say("指标", "Metrics"), lines, note=str(len(metrics)))))
    titles = [heading.to(spoken) for heading in HEADINGS.values()]
    taking.buttons(say("口径", "definitions"), titles, [[row[name] for name in HEADINGS] for row in metrics])
    formats = _matching(_formats(spoken), wanted)
    rows = table([Head(each.to(spoken)) for each in FORMATS.values()], [_format(row) for row in formats])
    st.html(page(section(say("文件", "Files"), rows, note=str(len(formats)))))


def _metric(row: Row) -> list[str | Cell]:
    said = {**row, "formula": f"{row['formula']}{say('。', '. ')}{row['meaning']}"}
    looks = {"label": "ob-strong", "unit": "ob-nowrap", "better": "ob-nowrap"}
    return [Cell(said[name], looks.get(name, "")) for name in SHOWN]


def _format(row: Row) -> list[str | Cell]:
    return [strong(row[name]) if name == "title" else row[name] for name in FORMATS]


def _formats(spoken: Language) -> list[Row]:
    found = []
    for source in SOURCES:
        known = [source.column(name).label.to(spoken) for name in (*source.known_by, *source.known_by_any)]
        grain = [source.column(name).label.to(spoken) for name in source.subject.grain]
        row = (source.title.to(spoken), source.exported_from.to(spoken), "、".join(grain), "、".join(known))
        found.append(dict(zip(FORMATS, row, strict=True)))
    return found


def _matching(rows: Sequence[Row], wanted: str) -> list[Row]:
    words = wanted.lower().split()
    return [row for row in rows if all(word in " ".join(row.values()).lower() for word in words)]
