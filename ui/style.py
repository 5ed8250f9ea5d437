"""The one style sheet, put in once per page."""

from functools import cache
from pathlib import Path

import streamlit as st

from text import Language, Text
from ui.palette import variables

DROP_CHOOSE = Text("选文件", "Choose files")
DROP_LIMITS = Text("或拖到这里：xlsx、xls、csv，每份 50 MB 以内", "or drop them here: xlsx, xls, csv, up to 50 MB each")


@cache
def sheet(language: Language) -> str:
    """The style sheet with its colours, fonts and the words that cover the uploader's own."""
    words = f'--drop-choose:"{DROP_CHOOSE.to(language)}";--drop-limits:"{DROP_LIMITS.to(language)}";'
    rules = Path(__file__).with_name("style.css").read_text(encoding="utf-8")
    return f"<style>:root{{{variables()}{words}}}{rules}</style>"


def put_in(language: Language) -> None:
    """Give the page its looks."""
    st.html(sheet(language))
