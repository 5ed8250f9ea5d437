"""Rises and falls: their arrows grey, or coloured as the reader's market does, never as a judgement."""

import streamlit as st

from text import Text
from ui.session import address
from ui.session.language import say

NAME = "direction"
GREY, RED_UP, GREEN_UP = "grey", "red-up", "green-up"
OPTIONS: dict[str, Text] = {
    GREY: Text("涨跌：灰箭头", "Arrows: grey"),
    RED_UP: Text("涨跌：红涨绿跌", "Arrows: red up"),
    GREEN_UP: Text("涨跌：绿涨红跌", "Arrows: green up"),
}
RED, GREEN = "light-dark(#B3122F,#FF8080)", "light-dark(#0B7A3B,#5CCB8B)"
"""Apart from the colours of judgements, each at 4.5:1 on its page."""


def choose() -> str:
    """The list of colours for rises and falls."""
    return address.pick(NAME, say("涨跌颜色", "Colour of changes"), {name: say(x) for name, x in OPTIONS.items()}, GREY)


def chosen() -> str:
    """How rises and falls are coloured: grey unless the reader chose otherwise (`?direction=red-up`)."""
    return address.kept_among(NAME, tuple(OPTIONS), GREY)


def put_in() -> None:
    """Give the page's arrows their colours; grey ones need none."""
    if (way := chosen()) != GREY:
        up, down = (RED, GREEN) if way == RED_UP else (GREEN, RED)
        st.html(f"<style>:root{{--up:{up};--down:{down};}}</style>")
