"""The moment whose knowledge the pages show: now, or a past one that the reader chose."""

from collections.abc import Callable
from datetime import date, datetime, time

import streamlit as st

from metrics.calendar.period import short
from ui.session import address, language
from ui.session.language import say

NAME = "known"
MORNING = time(9, 5)
"""When a morning review ends: what is asked for most."""


def moment() -> datetime | None:
    """The past moment in the address (`?known=2026-06-12T09:05`, on the board's clock); None for now."""
    try:
        found = datetime.fromisoformat(address.kept(NAME) or "")
    except ValueError:
        return None
    return None if found.tzinfo else found


def forget() -> None:
    """Return to the present."""
    address.keep(NAME, None)


def choose(today: date, above: Callable[[], None]) -> None:
    """A button that says as of when the numbers are, and lets the reader go back to another moment.

    What `above` draws stands first behind it.
    """
    chosen = moment()
    with st.popover(_label(chosen), type="tertiary", key="known"):
        above()
        st.caption(
            say(
                "看当时的数字：之后导入、撤回的都不算。",
                "The numbers as they were: later imports and withdrawals undone.",
            )
        )
        day = st.date_input(say("哪天", "Day"), (chosen or today).strftime("%Y-%m-%d"), format="YYYY-MM-DD")
        at = st.time_input(say("几点", "Time"), chosen.time() if chosen else MORNING, step=300)
        if st.button(say("看当时的数字", "Show what was known"), key="known-then") and isinstance(day, date):
            address.keep(NAME, datetime.combine(day, at).isoformat(timespec="minutes"))
            st.rerun()
        if chosen and st.button(say("回到现在", "Back to now"), key="known-now"):
            forget()
            st.rerun()


def _label(chosen: datetime | None) -> str:
    if chosen is None:
        return say("现在的数字", "Now")
    at = f"{short(chosen.date(), language.chosen())} {chosen:%H:%M}"
    return say(f"{at} 时所知的数字", f"As known on {at}")
