"""The drop zone, the questions a file leaves open, and the one button that writes."""

from datetime import date

import streamlit as st

from data.rejected import rejected_workbook
from ui import answers, filters, language
from ui.intake import desk, formats, shown
from ui.language import say
from ui.pieces.lines import headline, page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LIMIT_MB = 50
ASKING = {"shop_needed", "shop_assumed", "day_needed"}


def drop_zone(place: str) -> bool:
    """Where files are dropped; whether some just were. `place` is `first` or `more`, after the words it shows."""
    at = desk.desk()
    files = st.file_uploader(
        say("把后台导出的文件拖到这里", "Drop exported files here"), accept_multiple_files=True,
        max_upload_size=LIMIT_MB, key=f"drop-{place}-{at.drops}", label_visibility="collapsed",
    )  # fmt: skip
    if files:
        desk.take(files)
    return bool(files)


def title() -> None:
    """The page's finding: what lies on the desk, or what was just written."""
    at, spoken = desk.desk(), language.chosen()
    if at.preview:
        shown_title = shown.preview_headline(at.preview, spoken)
    elif at.receipt:
        shown_title = shown.receipt_headline(at.receipt, spoken)
    else:
        lead = say(
            "先看一遍会变什么，您点头了才写入。", "You first see what would change; nothing is stored until you agree."
        )
        shown_title = headline(say("导入", "Import"), lead)
    st.html(page(shown_title))


def files() -> None:
    """The drop zone and, once there is a preview or a receipt, its tables."""
    if drop_zone("more"):
        st.rerun()
    at, spoken = desk.desk(), language.chosen()
    if at.preview:
        _ask_what_is_missing()
        st.html(page(shown.files_table(at.preview.tables, spoken)))
        said = (shown.changes_section(at.preview, spoken), shown.problems_section(at.preview, spoken))
        st.html(page(*said, look="ob-stack"))
        _buttons()
        st.html(page(shown.notes_section(at.preview, spoken)))
    elif at.receipt:
        st.html(page(shown.files_table(at.receipt.tables, spoken)))
        st.page_link("pages/today/morning.py", label=say("看晨会", "Open the morning page"))
    else:
        formats.known()


def _ask_what_is_missing() -> None:
    at = desk.desk()
    if at.preview is None or not ASKING & {found.problem.code for _, found in at.preview.problems}:
        return
    known = answers.shops()
    with st.form("asking", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        shop = st.selectbox(
            say("文件里没写店铺，记在哪家店", "The file names no shop; store it under"), known,
            index=0 if known else None, accept_new_options=True, placeholder=say("店铺名称", "Name of the shop"),
        )  # fmt: skip
        day = st.date_input(
            say("文件里没写日期，算哪一天", "The file holds no date; take it as"), _guess(), format="YYYY-MM-DD"
        )
        if st.form_submit_button(say("按这个再看一遍", "Look again")):
            needs_day = "day_needed" in {found.problem.code for _, found in at.preview.problems}
            desk.look(shop or None, day if needs_day and isinstance(day, date) else None)
            st.rerun()


def _guess() -> date:
    return filters.yesterday()


def _buttons() -> None:
    at = desk.desk()
    if at.preview is None:
        return
    rows = at.preview.to_store
    with st.container(horizontal=True, vertical_alignment="center"):
        label = say(f"写入 {rows:,} 行", f"Write {rows:,} rows")
        writing = st.button(label, type="primary", disabled=not rows, key="write")
        leaving = st.button(say("全部放弃", "Abandon all"), key="abandon")
        if any(table.rejected_rows for table in at.preview.tables):
            st.download_button(
                say("下载问题行（带原因）", "Download rows set aside, with reasons"),
                rejected_workbook(at.preview, language.chosen()), say("问题行.xlsx", "set aside.xlsx"), XLSX,
                type="tertiary", on_click="ignore",
            )  # fmt: skip
    if writing:
        desk.write()
        st.rerun()
    if leaving:
        desk.abandon()
        st.rerun()
