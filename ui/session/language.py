"""The reader's language: chosen by a switch, the address, or the browser."""

from typing import cast, overload

import streamlit as st

from text import LANGUAGES, Language, Text
from ui.session import address

NAMES: dict[str, str] = {"zh": "中文", "en": "English"}


def chosen() -> Language:
    """The language of this page: `?lang=`, else the reader's earlier choice, else the browser's, else Chinese."""
    return cast(Language, address.kept_among("lang", LANGUAGES, _of_browser()))


def choose() -> None:
    """The switch between the languages, each under its own name."""
    address.switch("lang", "中文 / English", NAMES, _of_browser())


@overload
def say(phrase: Text) -> str: ...
@overload
def say(phrase: str, english: str) -> str: ...
def say(phrase: Text | str, english: str = "") -> str:
    """A phrase in the reader's language."""
    text = phrase if isinstance(phrase, Text) else Text(phrase, english)
    return text.to(chosen())


def _of_browser() -> Language:
    locale = st.context.locale or "zh"
    return "zh" if locale.lower().startswith("zh") else "en"
