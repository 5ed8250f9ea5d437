"""The formats the board reads: where each is exported, and a template of each."""

import zipfile
from io import BytesIO

import streamlit as st

from data.source import Source
from data.sources import SOURCES
from data.template import template_workbook
from text import Language, Text
from ui import language
from ui.language import say
from ui.pieces.lines import page
from ui.pieces.table import Cell, Head, section, strong, table

HEADS = (Text("文件", "File"), Text("从哪里导出", "Where it is exported"))


def known() -> None:
    """Each format with its place in the back office, and the templates."""
    spoken = language.chosen()
    rows: list[list[str | Cell]] = [
        [strong(source.title.to(spoken)), source.exported_from.to(spoken)] for source in SOURCES
    ]
    lines = table([Head(head.to(spoken)) for head in HEADS], rows)
    note = say("按表头认，文件名随意", "known by their headings, whatever their names")
    st.html(page(section(say("认得的文件", "Files it knows"), lines, note=note)))
    templates_button()


def _row(source: Source, spoken: Language) -> list[str | Cell]:
    return [strong(source.title.to(spoken)), source.exported_from.to(spoken)]


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
