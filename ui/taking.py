"""The table behind a chart, and its download as csv and xlsx."""

from collections.abc import Sequence

import streamlit as st

from ui import downloads
from ui.language import say

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def table_behind(name: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """The rows on demand, with both downloads beside them."""
    with st.expander(say("看表格，或下载", "Table and download")):
        st.dataframe(
            [dict(zip(heads, row, strict=True)) for row in rows], hide_index=True, height=280, key=f"table-{name}"
        )
        buttons(name, heads, rows)


def buttons(name: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Both downloads of a table."""
    with st.container(horizontal=True):
        st.download_button(
            say("下载 xlsx", "Download xlsx"), lambda: downloads.as_xlsx(heads, rows), f"{name}.xlsx", XLSX,
            key=f"xlsx-{name}", type="tertiary", on_click="ignore",
        )  # fmt: skip
        st.download_button(
            say("下载 csv", "Download csv"), lambda: downloads.as_csv(heads, rows), f"{name}.csv", "text/csv",
            key=f"csv-{name}", type="tertiary", on_click="ignore",
        )  # fmt: skip
