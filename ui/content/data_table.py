"""The table behind a chart, and its download as csv and xlsx."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from metrics.definition.metric import Unit
from metrics.wording.figure import detail
from metrics.wording.rounding import Number
from ui.content import downloads
from ui.content.downloads import Row
from ui.pieces.lines import page
from ui.pieces.markup import NOTHING, Html
from ui.pieces.table import Head, scrolled, table
from ui.session.language import say

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Taken:
    """A table to take away; `shown` is what of it can be opened on the page before."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    shown: Html = NOTHING


def detail_table(name: str, heads: Sequence[str], rows: Sequence[Row], units: Sequence[Unit | None]) -> Taken:
    """The rows on demand, with both downloads below them; a column without a unit holds words or days."""
    shown = table(
        [Head(head, figures=unit is not None) for head, unit in zip(heads, units, strict=True)],
        [[_written(value, unit) for value, unit in zip(row, units, strict=True)] for row in rows],
    )
    return Taken(name, tuple(heads), tuple(map(tuple, rows)), page(scrolled(name, shown)))


def only_files(name: str, heads: Sequence[str], rows: Sequence[Row]) -> Taken:
    """Both downloads of a table that is on the page already."""
    return Taken(name, tuple(heads), tuple(map(tuple, rows)))


def offer(taken: Taken) -> None:
    """Draw a table to take away."""
    if not taken.shown:
        buttons(taken.name, taken.heads, taken.rows)
        return
    with st.expander(say("看表格，或下载", "Table and download")):
        st.html(taken.shown)
        buttons(taken.name, taken.heads, taken.rows)


def _written(value: object, unit: Unit | None) -> str:
    return detail(value, unit) if unit and isinstance(value, Number | None) else str(value)


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
