"""The one style sheet, put in once per page."""

from functools import cache
from pathlib import Path

import streamlit as st

from palette import repainted, variables
from text import Language, Text

DROP_CHOOSE = Text("选文件", "Choose files")
DROP_LIMITS = Text("文件、文件夹、压缩包都行，每份 50 MB 以内", "files, folders or zips, up to 50 MB each")
DROP_FOLDER = Text("选整个文件夹", "Choose a whole folder")
DROP_RELEASE = Text("松手就收下", "Let go to take them in")
DROP_FAILED = Text(
    "没传上来：每份要在 200 MB 以内；网络断了就再拖一次", "Not taken: over 200 MB, or the connection broke"
)
SKIP = Text("跳到正文", "Skip to the page")
REST = Text("更多", "More")
ENTER = Text("按回车", "Press Enter")
DROP_FIRST = Text("把后台导出的文件拖到这里", "Drop exported files here")
DROP_MORE = Text("拖进来几份", "Drop files here")

NAVIGATION: dict[Language, str] = {
    "zh": "--nav:15px;--nav-gap:10px;--beside-nav:505px;",
    "en": "--nav:14px;--nav-gap:4px;--beside-nav:492px;",
}
"""English names are longer; with these sizes all of them stand in the menu at 1440 px."""


@cache
def sheet(language: Language) -> str:
    """The style sheet with its colours, fonts and the words that cover Streamlit's own."""
    phrases = {"choose": DROP_CHOOSE, "limits": DROP_LIMITS, "first": DROP_FIRST, "title": DROP_MORE,
            "folder": DROP_FOLDER, "release": DROP_RELEASE, "failed": DROP_FAILED, "enter": ENTER,
            "skip": SKIP, "rest": REST}  # fmt: skip
    words = NAVIGATION[language] + "".join(f'--drop-{name}:"{text.to(language)}";' for name, text in phrases.items())
    rules = Path(__file__).with_name("style.css").read_text(encoding="utf-8")
    return f"<style>:root{{{variables()}{words}}}{rules}{repainted('.js-plotly-plot')}</style>"


def put_in(language: Language) -> None:
    """Give the page its looks."""
    st.html(sheet(language))
