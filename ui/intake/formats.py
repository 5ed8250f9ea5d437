"""The formats the board reads: where each is exported, and a template of each."""

import zipfile
from collections.abc import Sequence
from io import BytesIO

import streamlit as st

from data.source import Source
from data.sources import SOURCES, targets
from data.template import template_workbook
from metrics.files import DAYS_IN
from text import Text
from ui import language
from ui.language import say
from ui.pieces.lines import page
from ui.pieces.table import Cell, Head, section, strong, table

OF_THE_MORNING = {*DAYS_IN, targets.SUBJECT}
HEADS = (Text("文件", "File"), Text("从哪里导出", "Where it is exported"))


def known() -> None:
    """Each format with its place in the back office, those of the morning first, and the templates."""
    morning = [source for source in SOURCES if source.subject in OF_THE_MORNING]
    others = [source for source in SOURCES if source.subject not in OF_THE_MORNING]
    note = say("按表头认，文件名随意", "known by their headings, whatever their names")
    st.html(page(section(say("认得的文件", "Files it knows"), _listed(morning), note=note)))
    with st.expander(say(f"还认得 {len(others)} 种", f"{len(others)} more kinds")):
        st.html(page(_listed(others)))
    templates_button()


def _listed(sources: Sequence[Source]) -> str:
    spoken = language.chosen()
    rows: list[list[str | Cell]] = [
        [strong(source.title.to(spoken)), source.exported_from.to(spoken)] for source in sources
    ]
    return table([Head(head.to(spoken)) for head in HEADS], rows)


def templates_button() -> None:
    """All templates in one zip."""
    st.download_button(
        say("下载模板", "Download templates"), _templates, say("模板.zip", "templates.zip"), "application/zip",
        on_click="ignore",
    )  # fmt: skip


def _templates() -> bytes:
    spoken, made = language.chosen(), BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for source in SOURCES:
            packed.writestr(f"{source.title.to(spoken)}.xlsx", template_workbook(source, spoken))
    return made.getvalue()
