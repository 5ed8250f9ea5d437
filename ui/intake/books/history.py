"""The batches that were written: by whom, when, what, each with a button that takes it back."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from data.importing.batches import BatchLine, NoSuchBatch, batches, effect_of_withdrawing, withdraw
from data.store.merging import WithdrawalEffect
from metrics.calendar.period import short
from text import Text
from ui.cache import answers
from ui.choices import user
from ui.intake import desk
from ui.pieces.lines import page, point, points
from ui.pieces.table import section
from ui.session import language
from ui.session.language import say

SHOWN = 8
DEMO = Text("示例", "demo")
EVERYBODY, EVERY_DAY = Text("所有人", "Everybody"), Text("所有日子", "Every day")
WITHDRAWN = Text("已撤回　{by} {when}", "withdrawn by {by}, {when}")


def history() -> None:
    """The newest batches; a choice of name and day once there are many."""
    lines = batches(answers.warehouse())
    note = say("原文件都留着", "The originals are kept")
    st.html(page(section(say("写入记录", "Written so far"), note=note if lines else say("还没有", "Nothing yet"))))
    if len(lines) > SHOWN:
        lines = _chosen(lines)
    for line in lines[:SHOWN]:
        _batch(line)
    if len(lines) > SHOWN:
        with st.expander(say(f"更早的 {len(lines) - SHOWN} 批", f"{len(lines) - SHOWN} earlier batches")):
            for line in lines[SHOWN:]:
                _batch(line)


def _chosen(lines: Sequence[BatchLine]) -> list[BatchLine]:
    names = list(dict.fromkeys(user.spoken(line.by) for line in lines))
    days = {_day(line.imported_at): line.imported_at.date() for line in lines}
    with st.container(horizontal=True):
        name = st.selectbox(say("谁", "Who"), [say(EVERYBODY), *names], key="history-who", label_visibility="collapsed")
        day = st.selectbox(say("哪天", "Day"), [say(EVERY_DAY), *days], key="history-day", label_visibility="collapsed")
    return [
        line
        for line in lines
        if name in (say(EVERYBODY), user.spoken(line.by))
        and days.get(day, line.imported_at.date()) == line.imported_at.date()
    ]


def _batch(line: BatchLine) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"ob-batch-{line.name}"):
        st.html(page(point("", f"{line.name[4:]}　{_when(line.imported_at)}", _who(line), _content(line))))
        if not line.withdrawn_at and st.button(say("撤回", "Withdraw"), type="tertiary", key=f"withdraw-{line.name}"):
            st.session_state["withdrawing"] = line.name
    if st.session_state.get("withdrawing") == line.name and not line.withdrawn_at:
        _confirm(line.name)


def _day(at: datetime) -> str:
    return short(at.date(), language.chosen())


def _when(at: datetime) -> str:
    return f"{_day(at)} {at:%H:%M}"


def _who(line: BatchLine) -> str:
    return "　".join(filter(None, (line.by, say(DEMO)))) if line.demo else user.spoken(line.by)


def _content(line: BatchLine) -> str:
    if line.withdrawn_at:
        by = user.spoken(line.withdrawn_by)
        return f"{_what(line)}\n{say(WITHDRAWN.filled(by=by, when=_when(line.withdrawn_at)))}"
    return _what(line)


def _what(line: BatchLine) -> str:
    titles = list(dict.fromkeys(part.source.to(language.chosen()) for part in line.parts))
    new, changed = sum(part.new for part in line.parts), sum(part.changed for part in line.parts)
    more = say(f"等 {len(line.parts)} 份", f" and others, {len(line.parts)} tables") if len(line.parts) > 1 else ""
    added = say(f"新增 {new:,} 行", f"{new:,} new rows") if new else ""
    altered = say(f"改动 {changed:,} 行", f"{changed:,} rows changed") if changed else ""
    return say("，", ", ").join(filter(None, (f"{titles[0] if titles else ''}{more}", added, altered)))


def _confirm(name: str) -> None:
    try:
        effects = effect_of_withdrawing(answers.warehouse(), name)
    except NoSuchBatch as gone:
        st.info(say(gone.text))
        return
    st.html(page(points([point("", _effect(effect)) for effect in effects])))
    with st.container(horizontal=True):
        sure = st.button(say(f"确定撤回 {name[4:]}", f"Withdraw {name[4:]}"), key=f"sure-{name}")
        keep = st.button(say("不撤", "Keep it"), type="tertiary", key=f"keep-{name}")
    if sure:
        _withdraw(name)
    if sure or keep:
        del st.session_state["withdrawing"]
        st.rerun()


def _withdraw(name: str) -> None:
    try:
        withdraw(answers.warehouse(), name, by=user.name())
    except NoSuchBatch as gone:
        st.toast(say(gone.text))
    desk.forget_receipt(name)


def _effect(effect: WithdrawalEffect) -> str:
    phrase = Text(
        "{subject}：{gone:,} 行消失，{back:,} 行变回原来的样子，{kept:,} 行不变",
        "{subject}: {gone:,} rows go, {back:,} return to what they were, {kept:,} stay",
    )
    return say(phrase.filled(subject=effect.subject.title, gone=effect.gone, back=effect.back, kept=effect.stay))
