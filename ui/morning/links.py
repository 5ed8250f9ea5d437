"""Addresses within the board that carry the reader's choices along."""

from datetime import date, datetime
from urllib.parse import urlencode

import streamlit as st

from ui.pieces.markup import Html, tag
from ui.session import knowledge

CARRIED = ("shop", "day", "lang", "known", "wall")


def to(page: str = "", **more: str) -> str:
    """The address of a page ("" for the morning) under the same shop, day, language and moment."""
    kept = {name: st.query_params[name] for name in CARRIED if name in st.query_params}
    return f"{page or '.'}?{urlencode({**kept, **more})}"


def frozen(shop: str, day: date, at: datetime) -> str:
    """The address of the morning of a shop ("" for all) and day as it was known at a moment, to the microsecond."""
    return f".?{urlencode({'shop': shop or 'all', 'day': day.isoformat(), knowledge.NAME: at.isoformat()})}"


def link(address: str, *words: str, look: str = "ob-link") -> Html:
    """Words that lead to an address, in the same tab."""
    return tag("a", *words, look=look, href=address, target="_self")
