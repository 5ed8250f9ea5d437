"""Staff names on the screen: whether they are shown, hidden, or shown in rankings, too."""

import streamlit as st

from metrics.wording.masking import Masks, bare
from metrics.wording.masking import masks as masks_in
from text import Text, same
from ui.cache import answers
from ui.pieces.lines import empty_zone, page
from ui.session import address
from ui.session.language import say

HIDDEN, LEAD = "masked", "lead"
HIDDEN_HERE = Text("姓名已脱敏", "Names are hidden")
SHOW_THEM = Text(
    "这张表里有姓名，要改请在右上角「显示」里关掉脱敏", "This table holds names: show them under View to edit it"
)


def masks() -> Masks:
    """`metrics.wording.masking.masks()`."""
    return answers.once("masks", (), lambda: masks_in(answers.facts()))


def choose() -> None:
    """The switch that hides every name, and the one of the lead, who sees names in rankings."""
    address.tick(HIDDEN, say("姓名脱敏", "Hide names"))
    if not hidden():
        address.tick(LEAD, say("主管视图", "Lead's view"))


def hidden() -> bool:
    """Whether names are hidden everywhere (`?masked=1`)."""
    return address.kept(HIDDEN) == "1"


def leads() -> bool:
    """Whether named staff may be ranked (`?lead=1`): only where names are not hidden."""
    return address.kept(LEAD) == "1" and not hidden()


def shown(name: str) -> str:
    """A name as it may stand where nobody is ranked: bare, or its mask where names are hidden."""
    return mask(name) if hidden() else bare(name)


def ranked(name: str) -> str:
    """A name as it may stand in a ranking: its mask but in the lead's view."""
    return bare(name) if leads() else mask(name)


def in_words(sentence: Text | str) -> Text:
    """A sentence that people wrote, with the names in it hidden where names are."""
    text = sentence if isinstance(sentence, Text) else same(sentence)
    return masks().within(text) if hidden() else text


def in_ranking(sentence: Text) -> Text:
    """A sentence that ranks people, with their names but in the lead's view masked."""
    return sentence if leads() else masks().within(sentence)


def kept_back() -> bool:
    """Say instead of a table to write in, which holds names, that names are hidden; False where they are not."""
    if hidden():
        st.html(page(empty_zone(say(HIDDEN_HERE), say(SHOW_THEM))))
    return hidden()


def mask(name: str) -> str:
    """What somebody is called where names are hidden: 客服A, Agent A."""
    return say(masks().of(name))


def person_of(text: str) -> str:
    """The name that an address means: itself, or the one behind a mask."""
    return masks().named(text) or text
