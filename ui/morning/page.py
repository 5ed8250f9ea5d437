"""The morning page: asks once, and sets its zones on the screen."""

import streamlit as st

from metrics.pace import MONTH_ATTAIN, TIME_PROGRESS_W
from metrics.period import month_to_date, short
from text import Text
from ui import answers, demo, filters, first_run, language, versus
from ui.language import say
from ui.morning import red, top, zones
from ui.pieces.lines import page
from ui.pieces.markup import block
from ui.pieces.tile import tiles
from ui.spoken import amount
from ui.theme import palette
from ui.tiles import worded

NEED = Text("剩余日均需 {amount}", "needs {amount} a day")
NOT_YET = Text("{day}还没有数据，最后一天是 {last}。", "There are no data of {day} yet; the last day is {last}.")


def show() -> None:
    """The whole page, or the first page while the board is empty."""
    first_run.instead_of_an_empty_page()
    demo.notice()
    _say_when_the_day_is_not_loaded()
    day, spoken, colours = filters.yesterday(), language.chosen(), palette()
    morning = answers.morning_of(day, filters.shop(), versus.known_on())
    plans = answers.plans(filters.today(), filters.shop())
    target = answers.target_of(filters.today(), filters.shop())
    need = say(NEED.filled(amount=amount(morning.month.need_per_day))) if morning.month.need_per_day else ""
    notes = {MONTH_ATTAIN.name: need}
    numbers = [worded(tile, spoken, colours, notes.get(tile.metric.name, "")) for tile in morning.tiles]
    left = block("ob-stack", red.red_list(morning, spoken), zones.fulfilment(morning, spoken))
    st.html(
        page(
            top.masthead(morning, spoken),
            top.finding(morning, _curve(), spoken, colours),
            tiles(numbers, spoken),
            block("ob-zones", left, block("ob-stack", zones.service(morning, spoken), zones.seats(spoken))),
            block(
                "ob-zones ob-thirds",
                zones.traffic(morning, spoken),
                zones.today(filters.today(), target, plans, morning, spoken),
                zones.quotas(spoken),
            ),
            zones.stamp(morning, spoken),
            look=f"ob-wall ob-{spoken}",
        )
    )


def _curve() -> list[tuple[float, float]]:
    month = month_to_date(filters.yesterday())
    rows = answers.ask([MONTH_ATTAIN, TIME_PROGRESS_W], month, ("day",), filters.where()).to_pylist()
    pairs = [(row[MONTH_ATTAIN.name], row[TIME_PROGRESS_W.name]) for row in rows]
    return [(float(done), float(pace)) for done, pace in pairs if done is not None and pace is not None]


def _say_when_the_day_is_not_loaded() -> None:
    day, last = filters.yesterday(), answers.last_day(filters.shop())
    if last is None or last >= day:
        return
    spoken = language.chosen()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(page(say(NOT_YET.filled(day=short(day, spoken), last=short(last, spoken)))))
        if st.button(say(f"看 {short(last, 'zh')}", f"See {short(last, 'en')}"), key="see-last-day"):
            filters.see(last)
            st.rerun()
