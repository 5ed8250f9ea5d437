"""What a page's numbers depend on that the shop sets for itself."""

from functools import partial

import streamlit as st

from data.records.settings import Setting, set_setting, setting
from text import Text
from ui.cache import answers
from ui.session import knowledge
from ui.session.language import say

TITLE = Text("口径设置", "Settings of these numbers")
PAST = Text("正在看过去所知的数字，设置不能改", "Settings cannot be changed while looking at a past moment")


def show(*chosen: Setting, title: Text = TITLE) -> None:
    """The settings, each a line to write in; one that does not look as it must is told and not kept."""
    warehouse = answers.warehouse()
    with st.expander(say(title)):
        if knowledge.moment():
            st.caption(say(PAST))
        for one in chosen:
            kept = answers.once("setting", one.name, partial(setting, warehouse, one.name))
            given = st.text_input(
                say(one.title),
                kept,
                help=say(one.help),
                key=f"setting-{one.name}-{kept}",
                disabled=bool(knowledge.moment()),
            ).strip()
            if given == kept:
                continue
            if one.takes(given):
                set_setting(warehouse, one.name, given)
                st.rerun()
            st.warning(say(one.refusal.filled(value=given, kept=kept or one.default or "—")))
