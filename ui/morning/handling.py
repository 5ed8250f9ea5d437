"""处理: take a line, give it to somebody, note something, or say that it is no problem."""

from datetime import datetime, timedelta

import streamlit as st

from data.records.red_list import ASSIGN, DISMISS, NOTE, TAKE, Mark, mark
from metrics.review.red_list import RedLine, until_usually
from text import Text
from ui.cache import answers
from ui.choices import names, user
from ui.morning.morning_review import MorningView
from ui.pieces.lines import page
from ui.session import address
from ui.session.language import say

DO = Text("处理", "Act")
VERBS = {
    TAKE: Text("认领", "Take"),
    ASSIGN: Text("交办", "Assign"),
    NOTE: Text("备注", "Note"),
    DISMISS: Text("不算问题", "No problem"),
}
PAST = Text("正在看过去所知的数字，不能改", "Nothing can be changed while looking at a past moment")
HALF = Text("还没写全", "Something is still missing")
BACK = Text(
    "到这天为止不再列出；数值大变会提前回来。理由留着，谁都看得到。",
    "Not listed until then; it returns earlier if the value changes much. The reason is kept for all to see.",
)


def show(line: RedLine, view: MorningView, place: int) -> None:
    """The popover of a line."""
    with st.popover(say(DO), type="tertiary", key=f"act-{place}"):
        st.html(page(f"{say(names.in_words(line.item.what))}　{say(names.in_words(line.item.why))}"))
        for noted in line.notes:
            st.caption(f"{user.spoken(noted.made_by)}：{noted.words}")
        if view.past:
            st.caption(say(PAST))
            return
        key = f"{line.item.key}|{view.shop or ''}"
        labels = {verb: say(label) for verb, label in VERBS.items()}
        verb = st.segmented_control(
            say("怎么处理", "What to do"), list(labels), format_func=labels.__getitem__, default=TAKE, required=True,
            label_visibility="collapsed", key=f"verb-{key}",
        )  # fmt: skip
        made = _made(verb or TAKE, line, view, key)
        if st.button(labels[verb or TAKE], type="primary", key=f"do-{key}"):
            _write(made)


def _made(verb: str, line: RedLine, view: MorningView, key: str) -> dict[str, object]:
    """The fields of a verb, and what stands in them."""
    common: dict[str, object] = {"shop": view.shop or "", "line": line.item.key, "kind": verb}
    if verb == TAKE:
        return common | {"owner": st.text_input(say("谁认领", "Who takes it"), user.name(), key=f"take-{key}")}
    if verb == NOTE:
        return common | {"words": st.text_area(say("写什么", "Note"), key=f"note-{key}", max_chars=200)}
    if verb == DISMISS:
        why = st.text_input(say("为什么不算", "Why it is none"), key=f"why-{key}", max_chars=100)
        until = st.date_input(say("到哪天", "Until"), until_usually(view.today), key=f"until-{key}")
        st.caption(say(BACK))
        return common | {"words": why, "until": until, "value": line.item.value}
    return common | _assigned(line, view, key)


def _assigned(line: RedLine, view: MorningView, key: str) -> dict[str, object]:
    owner = st.text_input(say("交给谁", "To whom"), line.owner, key=f"owner-{key}")
    step = st.text_input(say("下一步", "Next step"), say(line.step), key=f"step-{key}", max_chars=60)
    with st.container(horizontal=True):
        day = st.date_input(say("到哪天", "Due day"), max(line.due.date(), view.today), key=f"day-{key}")
        at = st.time_input(say("几点", "Time"), line.due.time(), step=timedelta(minutes=15), key=f"at-{key}")
    due = datetime.combine(day, at) if day and at else None
    return {"owner": owner, "step": "" if step == say(line.step) else step, "due": due}


def _write(made: dict[str, object]) -> None:
    try:
        given = Mark(**made)  # type: ignore[arg-type]
    except ValueError:
        st.warning(say(HALF))
        return
    if given.kind == TAKE:
        address.keep(user.NAME, given.owner[: user.LONGEST])
    mark(answers.warehouse(), given, by=user.name())
    st.rerun()
