"""The meeting's page: which week, its finding, the slides, and what can be done with them."""

from datetime import timedelta

import streamlit as st

from data.records.meetings import Meeting, meetings
from metrics.calendar.period import Period, week_of
from metrics.explanation.actions import MEASURABLE
from reports.sending.report import last_week
from reports.slide.written import plain
from text import Text
from ui.cache import answers
from ui.choices import filters
from ui.frame import demo, first_run
from ui.meeting import entering, files, held, sending
from ui.meeting.edition import now, shown
from ui.meeting.presenter import Shown, presenter
from ui.pieces.lines import headline, page
from ui.session import address, language
from ui.session.language import say

WEEKS = 10
ROTATE = 20
"""Seconds a slide stays on a wall screen."""

HOW = Text(
    "按 P 或点一张开始放映；← → 翻页，数字加回车跳页，N 备注，D 口径，B 黑屏，F 全屏，Esc 退出。",
    "Press P or click a slide to present; ← → turn, a number and Enter jumps, N notes, D definitions, B black,"
    " F full screen, Esc leaves.",
)


def show() -> None:
    """The whole page, or the first page while the board is empty."""
    first_run.instead_of_an_empty_page()
    demo.notice()
    spoken, shop = language.chosen(), filters.shop()
    with st.container(horizontal=True, vertical_alignment="center", key="ob-week"):
        week = _week()
        meeting = _meeting(week, shop)
        held.show(week, shop, meeting, spoken)
    of = shown(week, shop, meeting, spoken)
    summary = next((slide for slide in of.deck.slides if slide.key != "cover"), of.deck.slides[0])
    st.html(page(headline(plain(summary.title.to(spoken)), say(HOW))))
    with st.container(horizontal=True, vertical_alignment="center", key="ob-outlets"):
        files.downloads(of, spoken)
        with st.popover(say("发送", "Send"), key="outlet-send"):
            files.send(of)
            sending.settings()
    open_meeting = meeting is not None and meeting.is_open
    query = now(week, shop, spoken) if open_meeting else None
    how = Shown(
        open=st.query_params.get("present") == "1",
        rotate=ROTATE if st.query_params.get("rotate") == "1" else 0,
        meeting=open_meeting,
        note=entering.last_result(),
        due=week.last + timedelta(days=7),
        metrics=MEASURABLE,
        whose=entering.whose(query) if query else (),
        agreed=entering.agreed(query) if query else (),
    )
    coming = Period(week.last + timedelta(days=1), week.last + timedelta(days=7))
    entering.take(presenter(of.deck, how, spoken), shop, coming, how)


def _week() -> Period:
    last = last_week(filters.today())
    weeks = [Period(last.first - timedelta(weeks=back), last.last - timedelta(weeks=back)) for back in range(WEEKS)]
    running = week_of(filters.today())
    options = {_name(week): week.label(language.chosen()) for week in [*weeks, running]}
    chosen = address.pick("week", say("哪一周", "Week"), options, _name(last), width=320)
    return next(week for week in [*weeks, running] if _name(week) == chosen)


def _name(week: Period) -> str:
    return f"{week.first:%G-W%V}"


def _meeting(week: Period, shop: str | None) -> Meeting | None:
    """The meeting that the address names, else one of this week that still goes on."""
    held = [each for each in meetings(answers.warehouse(), shop or "") if each.week == week.first]
    named = st.query_params.get("meeting")
    return next((each for each in held if str(each.number) == named or (not named and each.is_open)), None)
