"""How a table is written: as it usually is, or in another way that the reader chooses and is warned of."""

import streamlit as st

from data.checking.preview import TablePreview
from data.formats.mode import Mode, usual
from data.importing.imports import in_modes
from ui.cache import answers
from ui.intake import desk
from ui.session import language
from ui.session.language import say


def choices() -> None:
    """A choice for every table of the preview at hand that can be stored, folded away."""
    at = desk.desk()
    tables = [(number, table) for number, table in enumerate(at.preview.tables if at.preview else ()) if table.storable]
    if at.preview is None or not tables:
        return
    with st.expander(say("写入方式（一般不用改）", "Way of writing (usually left alone)")):
        modes = {number: _choice(number, table) for number, table in tables}
    if any(mode is not _now(table) for (_, table), mode in zip(tables, modes.values(), strict=True)):
        at.preview = in_modes(answers.warehouse(), at.preview, modes)
        st.rerun()


def _choice(number: int, table: TablePreview) -> Mode:
    assert table.source
    possible = [mode for mode in Mode if mode is not Mode.SLICE or table.first_day or not table.source.subject.day]
    title = table.source.title.to(language.chosen())
    picked = st.selectbox(
        f"{table.file}　{title}", possible, possible.index(_now(table)),
        format_func=lambda mode: mode.called.to(language.chosen()),
        help=say(_now(table).effect), key=f"mode-{number}-{table.file}-{table.sheet}-{table.header_row}",
    )  # fmt: skip
    return picked or _now(table)


def _now(table: TablePreview) -> Mode:
    assert table.source
    return table.mode or usual(table.source.subject)
