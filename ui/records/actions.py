"""行动: what was undertaken, what is due, and how its number stood before and after."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import streamlit as st

from data.records import actions as kept
from data.records.actions import Action, ActionNotOpen, ActionStep, Agreed, NotClosed, Undertaking
from metrics.explanation.actions import MEASURABLE, WINDOWS, LookedBack, State, looked_back, sentence
from metrics.judgement.limits import Level
from metrics.wording.values import on
from text import Text
from ui.cache import answers
from ui.choices import compared_with, filters, names, user
from ui.frame import demo, first_run
from ui.pieces.lines import headline, page, point, points
from ui.pieces.marks import marked
from ui.pieces.table import section
from ui.session import knowledge
from ui.session.language import say

TITLE = Text("行动：{finding}", "Actions: {finding}")
LATE = Text("{n} 条过期没完成", "{n} overdue")
GOING = Text("{n} 条在做", "{n} under way")
NONE = Text("还没有记下的", "none written down yet")
ALL_CLOSED = Text("都已完成或取消", "all done or dropped")
LEAD = Text(
    "写下谁在什么时候前做什么、盯哪个数。做完后自动比前后同样天数；同期的大促和其他行动会列出来，不下因果结论。",
    "Write down who does what until when, and which number to watch. Once done, as many days before and after are"
    " compared; promotions and other actions in those days are named, and no cause is claimed.",
)
ONE_SHOP = Text("在右上角选一家店，才能记行动。", "Choose one shop at the top to write an action down.")
HALF = Text("写清做什么、谁负责，到期日不早于开始日。", "Say what and who; the due day is not before the first day.")
OWNED = Text("{owner}　{metric}　{due} 到期", "{owner}　{metric}　due {due}")
MADE = Text("{by} 记于 {day}", "written down by {by}, {day}")
STEPS = {
    "done": Text("{by} {day} 记完成（{done}）", "{by} said done ({done}), {day}"),
    "dropped": Text("{by} {day} 取消", "dropped by {by}, {day}"),
    "reopened": Text("{by} {day} 重开：{reason}", "reopened by {by}, {day}: {reason}"),
    "replanned": Text("{by} {day} 改定：{before} → {after}", "changed by {by}, {day}: {before} → {after}"),
}
AGREED = Text("{owner} {due}", "{owner} {due}")
WHY = Text("写一句为什么重开。", "Say why it is taken up again.")
LOOKING_BACK = Text("现在看的是过去某一时刻，行动照当时的样子，不能改。", "As known then: actions cannot be changed.")
WORDS = {
    State.OVERDUE: (Level.BAD, Text("过期", "overdue")),
    State.OPEN: (Level.WATCH, Text("在做", "under way")),
    State.WAITING: (Level.UNJUDGED, Text("等天数", "waiting")),
    State.SEEN: (Level.UNJUDGED, Text("可看前后", "can be looked back on")),
    State.DROPPED: (Level.UNJUDGED, Text("已取消", "dropped")),
}
"""In the order in which they are listed; what came after is not judged."""


def show() -> None:
    """What stands where, the form, and every action."""
    first_run.instead_of_an_empty_page()
    demo.notice()
    then, warehouse, today = knowledge.moment(), answers.facts(), compared_with.as_of_day()
    seen = kept.actions(warehouse, filters.shop())
    found = [looked_back(warehouse, action, seen, today) for action in seen]
    st.html(page(headline(say(TITLE.filled(finding=_finding(found))), say(LEAD))))
    if then:
        st.caption(say(LOOKING_BACK))
    else:
        _form(today)
    done = kept.steps(warehouse)
    for state in WORDS:
        _list(state, [each for each in found if each.state is state], today, done)


def _finding(found: Sequence[LookedBack]) -> Text:
    states = [each.state for each in found]
    for state, phrase in ((State.OVERDUE, LATE), (State.OPEN, GOING)):
        if count := states.count(state):
            return phrase.filled(n=count)
    return ALL_CLOSED if states else NONE


def _form(today: date) -> None:
    shop = filters.shop()
    user.ask()
    if shop is None:
        st.caption(say(ONE_SHOP))
        return
    labels = {metric.name: say(metric.label) for metric in MEASURABLE}
    with st.form("action", clear_on_submit=True, border=False):
        what = st.text_input(say("做什么", "What"), key="action-what", max_chars=80)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            owner = st.text_input(say("谁负责", "Who"), key="action-owner", max_chars=user.LONGEST)
            metric = st.selectbox(
                say("盯哪个数", "Number"), list(labels), format_func=labels.__getitem__, key="action-metric"
            )
            begun = st.date_input(say("开始", "From"), today, key="action-begun")
            due = st.date_input(say("到期", "Due"), today + timedelta(days=3), key="action-due")
            watched = st.selectbox(
                say("前后各看", "Days compared"), WINDOWS, format_func=lambda days: say(f"{days} 天", f"{days} days"),
                key="action-window",
            )  # fmt: skip
        if st.form_submit_button(say("记下", "Write down"), key="action-add"):
            _undertake((shop, metric, what, owner, begun, due, watched))


def _undertake(given: tuple[str, str, str, str, date, date, int]) -> None:
    try:
        undertaking = Undertaking(*given)
    except ValueError:
        _complain(HALF)
        return
    kept.undertake(answers.warehouse(), undertaking, by=user.name())
    st.rerun()


def _list(state: State, found: Sequence[LookedBack], today: date, done: Mapping[int, Sequence[ActionStep]]) -> None:
    if not found:
        return
    word = WORDS[state][1]
    st.html(page(section(say(word), note=str(len(found)))))
    for each in found:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(page(points([_line(each, done.get(each.action.number, ()))])))
            if knowledge.moment():
                continue
            if each.action.is_open:
                _closing(each.action, today)
            else:
                _reopening(each.action)


def _line(each: LookedBack, done: Sequence[ActionStep]) -> str:
    action, (level, word) = each.action, WORDS[each.state]
    owner = names.shown(action.undertaking.owner)
    owned = OWNED.filled(owner=owner, metric=each.metric.label, due=on(action.undertaking.due))
    made = MADE.filled(by=user.spoken(action.made_by), day=on(action.made_at.date()))
    where = say(owned) if filters.shop() else f"{action.undertaking.shop}　{say(owned)}"
    what = f"{action.number}　{say(names.in_words(action.undertaking.what))}"
    text = say("；", "; ").join([say(made), *(say(_step(step)) for step in done)])
    return point(marked(level, say(word)), what, where, say(sentence(each)), text)


def _step(step: ActionStep) -> Text:
    day = on(step.at.date())
    done = on(step.done) if step.done else ""
    before, after = (_agreed(one) if one else "" for one in (step.before, step.after))
    return STEPS[step.kind].filled(
        by=user.spoken(step.by), day=day, done=done, reason=step.reason, before=before, after=after
    )


def _agreed(one: Agreed) -> Text:
    return AGREED.filled(owner=names.shown(one.owner), due=on(one.due))


def _closing(action: Action, today: date) -> None:
    with st.popover(say("完成或取消", "Done or drop"), key=f"close-{action.number}"):
        first = action.undertaking.begun
        day = st.date_input(
            say("完成日", "Done on"), max(first, today), min_value=first, key=f"done-on-{action.number}"
        )
        if st.button(say("完成了", "Done"), key=f"done-{action.number}"):
            _close(action, day)
        if st.button(say("不做了", "Drop it"), key=f"drop-{action.number}"):
            _close(action, None)


def _close(action: Action, done: date | None) -> None:
    try:
        kept.close(answers.warehouse(), action.number, done, by=user.name())
    except ActionNotOpen as refused:
        _complain(refused.text)
    else:
        st.rerun()


def _reopening(action: Action) -> None:
    with st.popover(say("重开", "Reopen"), key=f"reopening-{action.number}"):
        reason = st.text_input(say("为什么", "Why"), key=f"why-{action.number}", max_chars=80)
        if st.button(say("重开", "Reopen"), key=f"reopen-{action.number}"):
            _reopen(action, reason)


def _reopen(action: Action, reason: str) -> None:
    if not reason.strip():
        _complain(WHY)
        return
    try:
        kept.reopen(answers.warehouse(), action.number, reason, by=user.name())
    except NotClosed as refused:
        _complain(refused.text)
    else:
        st.rerun()


def _complain(text: Text) -> None:
    st.html(page(points([point(marked(Level.BAD, say(text)), say(text))])))
