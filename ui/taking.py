"""The table behind a chart, and its download as csv and xlsx."""

from collections.abc import Sequence

import streamlit as st

from metrics.figure import detail
from metrics.metric import Unit
from ui import downloads
from ui.downloads import Row
from ui.language import say
from ui.pieces.lines import page
from ui.pieces.markup import block
from ui.pieces.table import Head, table

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def table_behind(name: str, heads: Sequence[str], rows: Sequence[Row], units: Sequence[Unit | None]) -> None:
    """The rows on demand, with both downloads below them; a column without a unit holds words or days."""
    with st.expander(say("看表格，或下载", "Table and download")):
        shown = table(
            [Head(head, figures=unit is not None) for head, unit in zip(heads, units, strict=True)],
            [[_written(value, unit) for value, unit in zip(row, units, strict=True)] for row in rows],
        )
        st.html(page(block("ob-scroll", shown)))
        buttons(name, heads, rows)


def _written(value: object, unit: Unit | None) -> str:
    if unit is None:
        return str(value)
    return detail(None if value is None else float(str(value)), unit)


def buttons(name: str, heads: Sequence[str], rows: Sequence[Row]) -> None:
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
