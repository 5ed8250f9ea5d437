"""结束晨会: the duty dots, the meeting's clock, the button that keeps the minutes, and the minutes kept before."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from data.importing.batches import withdraw_demo
from data.records.minutes import Minutes, keep_minutes, minutes
from data.records.recipients import Recipient, recipients
from data.store import clock
from data.store.warehouse import folder
from metrics.calendar.period import short
from metrics.review.minutes import lasted, minutes_text
from reports.sending.robots import NotSent, send
from text import Text
from ui.cache import answers
from ui.choices import filters, names, user
from ui.frame import demo
from ui.morning import links
from ui.morning.morning_review import MorningView
from ui.pieces.lines import page
from ui.pieces.markup import Html, block, inline, tag
from ui.session.language import say

DUTIES = 22
DUTY, DUTY_WAITS = Text("责任单", "Duty sheet"), Text("等：责任单登记", "no sheet yet")
NOT_JUDGED = Text("未评 {n}", "{n} not judged")
FROM = Text("来源 {names} 等 {n} 份", "from files: {n}")
BEGUN = Text("已开", "Open")
END, KEEP = Text("结束晨会", "End the review"), Text("存下纪要", "Keep the minutes")
PAST_ONES, NONE_YET = Text("往期纪要", "Past minutes"), Text("还没有纪要。", "No minutes yet.")
KEPT = Text("纪要存下了：当时的数字随时能照样打开。", "Minutes kept: the numbers can be opened again as they were.")
SEND_TO = Text("发到群里", "Send to the group")
LISTED = 10
STARTED = "meeting-begun"


def begun() -> datetime:
    """When this reader's review began: when the page was first opened, or its clock set to zero."""
    moment: datetime = st.session_state.setdefault(STARTED, filters.now())
    return moment


def show(view: MorningView, wall: object) -> None:
    """The footer of the page."""
    with st.container(key="ob-end", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(page(block("ob-end", *_duties(view), _stamp(view), _clock()), look=f"ob-wall ob-{view.spoken}"))
        if view.past is None:
            _demo()
        _kept_before(view)
        _wall(view)
        if view.past is None:
            _ending(view)


def _demo() -> None:
    """The demo's banner has no room on the wall: its button stands here."""
    if demo.loaded():
        with st.container(key="ob-demo-wall", width="content"):
            if st.button(say("清掉示例", "Remove the demo"), key="remove-demo-wall", type="tertiary"):
                with st.spinner(say("正在清掉示例", "Removing the demo")):
                    withdraw_demo(answers.warehouse(), by=user.name())
                st.rerun()


def _duties(view: MorningView) -> list[Html]:
    ring = inline("ob-mark ob-unjudged", role="img", aria_label=say("未评", "Not judged"))
    return [
        tag("b", DUTY.to(view.spoken)),
        inline("ob-dots", *([ring] * DUTIES)),
        inline("ob-note", NOT_JUDGED.filled(n=DUTIES).to(view.spoken)),
        inline("ob-note ob-wait", DUTY_WAITS.to(view.spoken)),
    ]


def _stamp(view: MorningView) -> Html:
    names = list(dict.fromkeys(each.title.to(view.spoken) for each in view.morning.files if each.state == "in"))
    phrase = FROM.filled(names=names[0], n=len(names)).to(view.spoken) if names else "—"
    every = ("、" if view.spoken == "zh" else ", ").join(names)
    hatch = inline("ob-nowrap", inline("ob-sample ob-hatch"), say("暂估", "may change"))
    return inline("ob-right ob-stamp", inline("ob-ell", phrase, title=every), hatch)


def _clock() -> Html:
    """The minutes and seconds gone, counted on by the browser alone."""
    gone = max(0, int(clock.passed(begun(), filters.now(), answers.zone()).total_seconds()))
    ticking = f"--gone:-{gone}s"
    return inline("ob-clock", say(BEGUN), " ", tag("b", look="ob-ticks", style=ticking, title=f"{begun():%H:%M}"))


def _ending(view: MorningView) -> None:
    with st.popover(say(END), type="primary", key="end-review"):
        st.caption(say(f"{begun():%H:%M} 开始", f"Begun at {begun():%H:%M}"))
        name = st.text_input(say("谁记", "Written by"), user.name(), key="end-by", max_chars=user.LONGEST)
        notes = st.text_area(say("会上还说了什么", "What else was said"), key="end-notes", max_chars=500)
        groups = {to.name: to for to in recipients(folder()).recipients if to.kind != "mail"}
        to = st.multiselect(say(SEND_TO), list(groups), key="end-to", placeholder="") if groups else []
        with st.container(horizontal=True):
            if st.button(say(KEEP), type="primary", key="end-keep"):
                _keep(view, name.strip(), notes, [groups[each] for each in to])
            if st.button(say("重新计时", "Restart the clock"), type="tertiary", key="end-restart"):
                st.session_state[STARTED] = filters.now()
                st.rerun()


def _keep(view: MorningView, by: str, notes: str, to: Sequence[Recipient]) -> None:
    ended = filters.now()
    text = minutes_text(view.morning, view.reds, begun_at=begun(), ended_at=ended, by=by, notes=notes)
    keep_minutes(
        answers.warehouse(), view.shop or "", view.day, begun_at=begun(), ended_at=ended, by=by, notes=notes,
        zh=text.zh, en=text.en,
    )  # fmt: skip
    st.session_state.pop(STARTED)
    st.toast(say(KEPT))
    for group in to:
        try:
            send(group, names.in_words(text).to(group.language), clock.instant(ended, answers.zone()).timestamp())
        except NotSent as refused:
            st.toast(say(refused.text), duration="infinite")
    st.rerun()


def _kept_before(view: MorningView) -> None:
    kept = minutes(answers.warehouse(), view.shop or "")[:LISTED]
    with st.popover(say(PAST_ONES), type="tertiary", key="past-minutes"):
        if not kept:
            st.caption(say(NONE_YET))
        for one in kept:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.html(page(_kept(one, view)))
                st.download_button(
                    say("下载", "Download"), names.in_words(Text(one.zh, one.en)).to(view.spoken),
                    f"{one.day.isoformat()}-{say('晨会纪要', 'minutes')}.txt", "text/plain",
                    key=f"minutes-{one.number}", type="tertiary", on_click="ignore",
                )  # fmt: skip


def _kept(one: Minutes, view: MorningView) -> Html:
    by = f"　{names.shown(one.ended_by)}" if one.ended_by else ""
    words = f"{short(one.day, view.spoken)}　{one.ended_at:%H:%M}{by}　{say(lasted(one.seconds))}"
    return links.link(links.frozen(one.shop, one.day, one.ended_at), words)


def _wall(view: MorningView) -> None:
    words = say("退出投屏", "Leave the wall") if view.bare else say("投屏", "Wall")
    address = links.to(wall="0" if view.bare else "1")
    st.html(
        page(links.link(address, words, look="ob-link ob-nowrap"), look=f"ob-wall ob-{view.spoken}"), width="content"
    )
