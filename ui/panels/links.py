"""Addresses within a page: the same choices, and one person, channel, product or order to look at."""

from urllib.parse import urlencode

import streamlit as st

from text import Text
from ui.choices import names
from ui.pieces.markup import Html, tag

LOOKED_AT: dict[str, Text] = {
    "person": Text("人", "Person"),
    "channel": Text("流量来源", "Channel"),
    "tool": Text("推广工具", "Tool"),
    "product": Text("商品", "Product"),
    "order": Text("订单", "Order"),
}
"""What a page can be looked at for, by the name in the address."""

BY_DIMENSION = {"agent": "person", "person": "person", "channel": "channel", "tool": "tool", "product": "product"}
LETTERS = 13
PEOPLE = ("agent", "person")


def address(**looked_at: str) -> str:
    """The page's address with all the reader's choices, looking at something else or, without it, at nothing."""
    kept = {name: value for name, value in st.query_params.items() if name not in LOOKED_AT}
    return f"?{urlencode({**kept, **looked_at})}"


def link(words: str, **looked_at: str) -> Html:
    """Words that open a view on the same page."""
    return tag("a", words, look="ob-link", href=address(**looked_at), target="_self")


def part(dimension: str, value: str, label: str = "") -> Html:
    """A part of a split under its name, which opens its view; staff under what may be shown in a ranking."""
    if dimension in PEOPLE:
        value = label = names.ranked(value)
    words = tag("b", label or value, look="ob-part")
    looked_at = BY_DIMENSION.get(dimension)
    return link(words, **{looked_at: value}) if looked_at else words


def in_two(words: str, letters: int = LETTERS) -> str:
    """A name beside a chart's bar: a long one in two lines, parted at a space near its middle if it has one."""
    if len(words) <= letters:
        return words
    middle = len(words) // 2
    spaces = [place for place, letter in enumerate(words) if letter == " "]
    at = min(spaces, key=lambda place: abs(place - middle), default=middle)
    return f"{words[:at]}<br>{words[at:].strip()}"


def written(dimension: str, value: object) -> object:
    """A part of a split as a table to take away has it."""
    return names.ranked(str(value)) if dimension in PEOPLE else value
