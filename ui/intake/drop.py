"""The import at hand, from the zone to the one button that writes."""

import streamlit as st

from data.checking.preview import Preview
from data.checking.rejected import rejected_workbook
from ui.choices import user
from ui.intake import desk, mapping, modes, open_questions, zone
from ui.intake.preview import problems, summary
from ui.pieces.lines import headline, page
from ui.session import language
from ui.session.language import say

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def title() -> None:
    """The page's finding, what lies on the desk or was just written, and beside it who is at the board."""
    at, spoken = desk.desk(), language.chosen()
    if at.preview:
        shown_title = summary.preview_headline(at.preview, spoken)
    elif at.receipt:
        shown_title = summary.receipt_headline(at.receipt, spoken)
    else:
        lead = say(
            "先看一遍会变什么，您点头了才写入。", "You first see what would change; nothing is stored until you agree."
        )
        shown_title = headline(say("导入", "Import"), lead)
    with st.container(key="ob-title", horizontal=True, vertical_alignment="center"):
        st.html(page(shown_title))
        user.ask()


def files() -> None:
    """The drop zone and, once there is a preview or a receipt, its tables."""
    at, spoken = desk.desk(), language.chosen()
    if zone.drop_zone("more"):
        st.rerun()
    if at.uploads and at.preview is None:
        # A click elsewhere on the page had ended the reading.
        desk.look()
        st.rerun()
    zone.left_out()
    if at.preview:
        _preview(at.preview)
    elif at.receipt:
        st.html(page(summary.files_table(at.receipt.tables, spoken)))
        st.page_link("pages/today/morning.py", label=say("看晨会", "Open the morning page"))


def _preview(preview: Preview) -> None:
    spoken = language.chosen()
    open_questions.questions()
    st.html(page(summary.files_table(preview.tables, spoken)))
    mapping.questions()
    parts = (summary.changes_section(preview, spoken), problems.problems_section(preview, spoken))
    st.html(page(*parts, look="ob-stack"))
    modes.choices()
    _buttons(preview)
    st.html(page(problems.notes_section(preview, spoken)))


def _buttons(preview: Preview) -> None:
    rows = preview.to_store
    with st.container(horizontal=True, vertical_alignment="center"):
        label = say(f"写入 {rows:,} 行", f"Write {rows:,} rows")
        writing = st.button(label, type="primary", disabled=not rows, key="write")
        leaving = st.button(say("全部放弃", "Abandon all"), key="abandon")
        if any(found.problem.severity != "note" for _, found in preview.problems):
            spoken = language.chosen()
            st.download_button(
                say("下载问题行（带原因）", "Download problems, with reasons"),
                lambda: rejected_workbook(preview, spoken), say("问题行.xlsx", "problems.xlsx"), XLSX,
                type="tertiary", on_click="ignore",
            )  # fmt: skip
        st.caption(_in_whose_name())
    if writing:
        desk.write()
        st.rerun()
    if leaving:
        desk.abandon()
        st.rerun()


def _in_whose_name() -> str:
    mine = user.name()
    if mine:
        return say(f"记在「{mine}」名下，写入后可以整批撤回", f"In the name of {mine}; can be withdrawn as a whole")
    return say("还没写名字，记录里会是「未留名」", "No name given: the history will say so")
