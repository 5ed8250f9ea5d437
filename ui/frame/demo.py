"""The demo shops: loaded with one click, announced as long as they are there, removed with one click."""

from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from data.demo import write_demo
from data.importing.batches import has_demo, withdraw_demo
from data.importing.imports import preview, store
from data.reading.upload import Upload
from text import Text
from ui.cache import answers
from ui.choices import filters, user
from ui.intake.progress import reading
from ui.pieces.lines import banner, page
from ui.session.language import say

MADE_UP = Text(
    "现在看到的是**示例店铺**：店名、人名和数字都是编的。",
    "What you see is the **demo shop**: its names and figures are made up.",
)


def loaded() -> bool:
    """Whether the demo shops are there."""
    return answers.once("demo", (), lambda: has_demo(answers.warehouse()))


def load() -> None:
    """Write the demo's files, read them and store them, with a bar while it takes."""
    with reading() as progress, TemporaryDirectory() as folder:
        progress(0.02, Text("正在编一年的数", "Making up a year"))
        files = write_demo(Path(folder), filters.today())
        uploads = [Upload(file.name, file) for file in files]
        found = preview(answers.warehouse(), uploads, progress=lambda share, doing: progress(0.1 + share * 0.7, doing))
        progress(0.85, Text("正在写入", "Writing"))
        store(answers.warehouse(), found, by=user.name(), demo=True)


def notice() -> None:
    """The banner that names the demo and removes it; nothing when it is not loaded."""
    if not loaded():
        return
    with st.container(horizontal=True, vertical_alignment="center", key="ob-demo"):
        st.html(page(banner(say(MADE_UP))))
        if st.button(say("清掉示例店铺", "Remove the demo shop"), key="remove-demo"):
            with st.spinner(say("正在清掉示例", "Removing the demo")):
                withdraw_demo(answers.warehouse(), by=user.name())
            st.rerun()
