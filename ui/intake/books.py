"""The books: batches that can be withdrawn, originals that are kept, and for how long."""

from datetime import datetime

import streamlit as st

from data.batches import BatchLine, NoSuchBatch, batches, effect_of_withdrawing, withdraw
from data.merging import Effect
from data.settings import KEEP_UPLOADS, set_setting, setting
from data.uploads import Kept, forget_old, kept
from data.warehouse import folder
from metrics.period import short
from text import Text
from ui import answers, language
from ui.intake.desk import BY
from ui.language import say
from ui.pieces.lines import page, point, points
from ui.pieces.table import Head, section, table, thin

SHOWN = 8
DEMO = Text("示例", "demo")


def history() -> None:
    """The newest batches, each with a button that says what withdrawing it would do before it does it."""
    lines = batches(answers.warehouse())
    note = say("原文件都留着", "The originals are kept")
    st.html(page(section(say("写入记录", "Written so far"), note=note if lines else say("还没有", "Nothing yet"))))
    for line in lines[:SHOWN]:
        _batch(line)
    if len(lines) > SHOWN:
        with st.expander(say(f"更早的 {len(lines) - SHOWN} 批", f"{len(lines) - SHOWN} earlier batches")):
            for line in lines[SHOWN:]:
                _batch(line)


def originals() -> None:
    """The kept files and the number of days they are kept."""
    warehouse = answers.warehouse()
    forget_old(warehouse, folder(), datetime.now())
    files = kept(warehouse)
    with st.expander(say(f"原文件 {len(files)} 份", f"{len(files)} original files")):
        days = int(setting(warehouse, KEEP_UPLOADS.name))
        given = st.number_input(say(KEEP_UPLOADS.title), 1, 3650, days, help=say(KEEP_UPLOADS.help))
        if given != days:
            set_setting(warehouse, KEEP_UPLOADS.name, str(given))
        heads = [Head(say("文件", "File")), Head("KB", True), Head(say("批次", "Batch"), True)]
        if files:
            st.html(page(table(heads, [_original(file) for file in files])))


def _original(file: Kept) -> list:
    gone = say("（已按期删除）", " (deleted on time)") if file.deleted_at else ""
    return [f"{file.file}{gone}", f"{file.size / 1024:,.0f}", thin(file.batch)]


def _batch(line: BatchLine) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"batch-{line.name}"):
        st.html(page(point("", line.name[4:], _when(line), _content(line))))
        if line.withdrawn_at:
            st.caption(say("已撤回", "withdrawn"))
        elif st.button(say("撤回", "Withdraw"), type="tertiary", key=f"withdraw-{line.name}"):
            st.session_state["withdrawing"] = line.name
    if st.session_state.get("withdrawing") == line.name and not line.withdrawn_at:
        _confirm(line.name)


def _when(line: BatchLine) -> str:
    day = short(line.imported_at.date(), language.chosen())
    demo = f"　{say(DEMO)}" if line.demo else ""
    return f"{day} {line.imported_at:%H:%M}　{line.by}{demo}"


def _content(line: BatchLine) -> str:
    titles = list(dict.fromkeys(part.source.to(language.chosen()) for part in line.parts))
    new, changed = sum(part.new for part in line.parts), sum(part.changed for part in line.parts)
    more = say(f"等 {len(line.parts)} 份", f" and others, {len(line.parts)} tables") if len(line.parts) > 1 else ""
    counts = say(f"新增 {new:,} 行，改动 {changed:,} 行", f"{new:,} new rows, {changed:,} changed")
    return f"{titles[0] if titles else ''}{more}{say('，', ', ')}{counts}"


def _confirm(name: str) -> None:
    try:
        effects = effect_of_withdrawing(answers.warehouse(), name)
    except NoSuchBatch as gone:
        st.info(say(gone.text))
        return
    st.html(page(points([point("", _effect(effect)) for effect in effects])))
    with st.container(horizontal=True):
        if st.button(say(f"确定撤回 {name[4:]}", f"Withdraw {name[4:]}"), key=f"sure-{name}"):
            withdraw(answers.warehouse(), name, by=BY)
            del st.session_state["withdrawing"]
            st.rerun()
        if st.button(say("不撤", "Keep it"), type="tertiary", key=f"keep-{name}"):
            del st.session_state["withdrawing"]
            st.rerun()


def _effect(effect: Effect) -> str:
    said = Text(
        "{subject}：{gone:,} 行消失，{back:,} 行变回原来的样子，{kept:,} 行不变",
        "{subject}: {gone:,} rows go, {back:,} return to what they were, {kept:,} stay",
    )
    return say(said.filled(subject=effect.subject.title, gone=effect.gone, back=effect.back, kept=effect.stay))
