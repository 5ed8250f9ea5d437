"""Who is at the board: a name given once, kept for the session and in this page's address."""

import streamlit as st

from data.records.deliveries import BY_INBOX, importer_names
from text import Text
from ui.cache import answers
from ui.choices import names
from ui.session import address
from ui.session.language import say

NAME = "who"
LONGEST = 20
NAMES_SHOWN = 12
UNNAMED = Text("未留名", "no name given")
INBOX = Text("收件箱", "inbox")


def name() -> str:
    """The reader's name; empty while none was given."""
    return (address.kept(NAME) or "").strip()[:LONGEST]


def spoken(by: str | None) -> str:
    """A stored name as it is shown."""
    if by == BY_INBOX or not by:
        return say(INBOX if by else UNNAMED)
    return names.shown(by)


def ask() -> None:
    """The field for the name, behind a button that says the one given; earlier names are there to be picked."""
    mine = name()
    label = say(f"写入人　{mine}", f"Writing as {mine}") if mine else say("您是谁？", "Who are you?")
    with st.popover(label, type="tertiary", key="who"):
        names = [by for by in importer_names(answers.warehouse()) if by != BY_INBOX][:NAMES_SHOWN]
        if names:
            st.session_state["who-picked"] = mine if mine in names else None
            st.pills(
                say("以前写过的名字", "Names used before"),
                names,
                key="who-picked",
                on_change=_take,
                args=("who-picked",),
            )
        st.session_state["who-typed"] = mine
        st.text_input(
            say("名字", "Name"), key="who-typed", max_chars=LONGEST, on_change=_take, args=("who-typed",),
            placeholder=say("例如 小满", "for example Xiaoman"),
        )  # fmt: skip
        st.caption(
            say("写进记录里，谁导入、谁撤回都看得到。", "Kept with what you import and withdraw, for all to see.")
        )


def _take(key: str) -> None:
    given = (st.session_state[key] or "").strip()[:LONGEST]
    address.keep(NAME, given or None)
