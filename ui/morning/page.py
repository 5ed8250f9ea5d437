"""The morning page: asks once, and sets its ten zones on the screen."""

import streamlit as st

from metrics.calendar.period import short
from text import Text
from ui.cache import loaded
from ui.choices import filters
from ui.frame import demo, first_run
from ui.morning import ending, morning_review, pending, red, service, teams, tiles, today, top, traffic
from ui.pieces.lines import page
from ui.pieces.markup import Html, block
from ui.session import language
from ui.session.language import say

NOT_YET = Text("{day}还没有数据，最后一天是 {last}。", "There are no data of {day} yet; the last day is {last}.")
LEFT_TO_RIGHT = [1.72, 1]


def show() -> None:
    """The whole page, or the first page while the board is empty."""
    first_run.instead_of_an_empty_page()
    demo.notice()
    _say_when_the_day_is_not_loaded()
    view = morning_review.view()

    def wall(*parts: str) -> Html:
        return page(*parts, look=f"ob-wall ob-{view.spoken}{' ob-bare' if view.bare else ''}")

    with st.container(key="ob-board", gap=None):
        last, made_up = loaded.last_day(filters.shop()), demo.loaded()
        st.html(wall(top.masthead(view, last, made_up), top.finding(view), tiles.show(view)))
        with st.container(key="ob-middle"):
            left, right = st.columns(LEFT_TO_RIGHT, gap="medium")
        with left, st.container(gap=None, key="ob-left"):
            red.show(view, wall)
            st.html(wall(pending.show(view)))
        with right:
            st.html(wall(service.show(view), service.seats(view)))
        st.html(wall(block("ob-zones ob-thirds", traffic.show(view), today.show(view), teams.show(view))))
        ending.show(view, wall)


def _say_when_the_day_is_not_loaded() -> None:
    day, last = filters.yesterday(), loaded.last_day(filters.shop())
    if last is None or last >= day:
        return
    spoken = language.chosen()
    with st.container(horizontal=True, vertical_alignment="center", key="ob-not-loaded"):
        st.html(page(say(NOT_YET.filled(day=short(day, spoken), last=short(last, spoken)))))
        if st.button(say(f"看 {short(last, 'zh')}", f"See {short(last, 'en')}"), key="see-last-day"):
            filters.see(last)
            st.rerun()
