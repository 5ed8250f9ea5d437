"""Entering during the meeting: an action with its owner and its day, noted as it is said."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from data.actions import Undertaking, undertake
from text import Text
from ui import answers, filters
from ui.intake import who
from ui.language import say
from ui.meeting.presenter import Shown

KEPT = "meeting-said"
NOTED = Text("已记第 {number} 条：{what}，{owner}", "Noted as number {number}: {what}, {owner}")
WRONG = Text(
    "没记下：要写清做什么、谁来做，日期写成 2026-06-19，不早于今天。",
    "Not noted: say what, who, and a day such as 2026-06-19 that is not before today.",
)


def said() -> str:
    """What became of the last entry; empty before there was one."""
    kept: str = st.session_state.get(KEPT, "")
    return kept


def take(entered: Mapping[str, str] | None, shop: str | None, how: Shown) -> None:
    """Note what was entered, and draw the page anew with it."""
    if not entered or not how.meeting:
        return
    st.session_state[KEPT] = _noted(entered, shop)
    st.rerun()


def _noted(entered: Mapping[str, str], shop: str | None) -> str:
    try:
        one = Undertaking(
            shop or "", entered["metric"], entered["what"], entered["owner"], filters.today(),
            date.fromisoformat(entered["due"]),
        )  # fmt: skip
    except ValueError:
        return say(WRONG)
    number = undertake(answers.warehouse(), one, by=who.name())
    return say(NOTED.filled(number=number, what=one.what, owner=one.owner))
