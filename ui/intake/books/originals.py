"""The original files that are kept, and for how long."""

import streamlit as st

from data.importing.uploads import Kept, kept
from data.records.settings import KEEP_UPLOADS, set_setting, setting
from ui.cache import answers
from ui.pieces.lines import page
from ui.pieces.table import Cell, Head, scrolled, table, thin
from ui.session.language import say


def originals() -> None:
    """The kept files and the number of days they are kept."""
    warehouse = answers.warehouse()
    files = kept(warehouse)
    with st.expander(say(f"原文件 {len(files)} 份", f"{len(files)} original files")):
        days = int(setting(warehouse, KEEP_UPLOADS.name))
        given = st.number_input(say(KEEP_UPLOADS.title), 1, 3650, days, help=say(KEEP_UPLOADS.help))
        if given != days:
            set_setting(warehouse, KEEP_UPLOADS.name, str(given))
        heads = [Head(say("文件", "File")), Head("KB", True), Head(say("批次", "Batch"), True)]
        if files:
            listed = table(heads, [_original(file) for file in files])
            st.html(page(scrolled(say("原文件", "Original files"), listed)))


def _original(file: Kept) -> list[str | Cell]:
    gone = say("（已按期删除）", " (deleted on time)") if file.deleted_at else ""
    return [Cell(f"{file.file}{gone}", "ob-whole-name"), f"{file.size / 1024:,.0f}", thin(file.batch)]
