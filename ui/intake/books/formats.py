"""The formats the board reads: where each is exported, and blank sheets for what people keep by hand."""

import zipfile
from collections.abc import Mapping, Sequence
from functools import partial
from io import BytesIO

import streamlit as st

from data.checking.template import template_workbook
from data.formats.heading import normalised
from data.formats.source import Source
from data.sources import SOURCES
from text import Text
from ui.pieces.lines import page
from ui.pieces.table import Cell, Head, section, strong, table
from ui.session import language
from ui.session.language import say

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BY_HAND, ANY_PLATFORM = Text("手工表", "Kept by hand"), Text("不分平台", "Any platform")
PLATFORMS: Mapping[str, Text] = {
    "淘宝天猫": Text("淘宝天猫", "Taobao, Tmall"),
    "京东": Text("京东", "JD"),
    "拼多多": Text("拼多多", "Pinduoduo"),
    "抖音": Text("抖音", "Douyin"),
    "快手": Text("快手", "Kuaishou"),
}
HEADS = (Text("文件", "File"), Text("从哪里导出", "Where it is exported"))


def show_formats() -> None:
    """The sheets kept by hand as blank workbooks, and every export by platform; searched by any word of them."""
    note = say("按表头认，文件名随意", "known by their headings, whatever their names")
    st.html(
        page(section(say("认得的文件", "Files it knows"), side=say(f"{len(SOURCES)} 种", f"{len(SOURCES)}"), note=note))
    )
    search = st.text_input(
        say("找一种文件", "Find a file"), key="formats-asked", label_visibility="collapsed",
        placeholder=say("找：文件名、后台菜单或表头，例如 退款", "Find by name, menu or heading: refund"),
    )  # fmt: skip
    found = matching(search or "")
    by_hand = [source for source in found if source.hand_made]
    if by_hand:
        _blank_sheets(by_hand)
    for name, sources in by_platform(found).items():
        with st.expander(f"{say(name)}　{len(sources)}", expanded=bool(search)):
            st.html(page(_listed(sources)))
    if not found:
        st.caption(
            say(
                "没有这样的文件。拖进来试试，认不出时可以自己指定。",
                "None. Drop it: what is not recognised can be named.",
            )
        )


def matching(search: str) -> list[Source]:
    """The formats that have every word asked for in a name, a place or a heading."""
    words = [normalised(word) for word in search.split()]
    return [source for source in SOURCES if all(word in _words_of(source) for word in words)]


def by_platform(sources: Sequence[Source]) -> dict[Text, list[Source]]:
    """The exports by platform, in the order of the platforms, those of any platform last."""
    found: dict[Text, list[Source]] = {name: [] for name in (*PLATFORMS.values(), ANY_PLATFORM)}
    for source in sources:
        if not source.hand_made:
            found[platform_of(source)].append(source)
    return {name: of_it for name, of_it in found.items() if of_it}


def platform_of(source: Source) -> Text:
    """The platform that a format belongs to."""
    platform = next((column.derived.strip("'") for column in source.columns if column.name == "platform"), "")
    return PLATFORMS.get(platform, ANY_PLATFORM)


def templates_button() -> None:
    """All templates in one zip."""
    st.download_button(
        say("下载全部模板", "Download all templates"), _templates, say("模板.zip", "templates.zip"), "application/zip",
        on_click="ignore", key="templates",
    )  # fmt: skip


def _words_of(source: Source) -> str:
    texts = (source.title, source.subject.title, source.exported_from)
    headings = (heading for column in source.columns for heading in column.headings)
    return " ".join((*(normalised(word) for text in texts for word in (text.zh, text.en)), *headings))


def _blank_sheets(sources: Sequence[Source]) -> None:
    spoken = language.chosen()
    with st.expander(f"{say(BY_HAND)}　{len(sources)}", expanded=True):
        st.caption(
            say("空表里有一行例子，写入时会跳过它。", "Each blank sheet has an example row, which is never imported.")
        )
        with st.container(horizontal=True, gap="small"):
            for source in sources:
                title = source.title.to(spoken)
                st.download_button(
                    title, partial(template_workbook, source, spoken), f"{title}.xlsx", XLSX,
                    key=f"template-{source.name}", on_click="ignore", help=source.exported_from.to(spoken),
                )  # fmt: skip
            templates_button()


def _listed(sources: Sequence[Source]) -> str:
    spoken = language.chosen()
    rows: list[list[str | Cell]] = [
        [strong(source.title.to(spoken)), source.exported_from.to(spoken)] for source in sources
    ]
    return table([Head(head.to(spoken)) for head in HEADS], rows)


def _templates() -> bytes:
    spoken, made = language.chosen(), BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for source in SOURCES:
            packed.writestr(f"{source.title.to(spoken)}.xlsx", template_workbook(source, spoken))
    return made.getvalue()
