"""How the reader wants to see the pages: names shown or hidden, rises and falls grey or coloured."""

import streamlit as st

from text import Text
from ui.choices import names
from ui.session import direction
from ui.session.language import say

HIDDEN, LEADS, PLAIN = Text("姓名已脱敏", "Names hidden"), Text("主管视图", "Lead's view"), Text("显示", "View")
RANKED = Text(
    "带名字的排名只在主管视图里；脱敏后各页、下载都用字母，同一人处处同一个字母。",
    "People are ranked by name in the lead's view alone; hidden, letters stand for names on every page and in files.",
)


def choose() -> None:
    """A button that says how names are shown, and opens the choices."""
    label = HIDDEN if names.hidden() else LEADS if names.leads() else PLAIN
    with st.popover(say(label), type="tertiary", key="ob-view"):
        names.choose()
        st.caption(say(RANKED))
        direction.choose()
