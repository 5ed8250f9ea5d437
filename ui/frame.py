"""What stands around every page: looks, wordmark, language, shop, and the sentences that stop one."""

import streamlit as st

from data.warehouse import Busy
from ui import answers, filters, language, style
from ui.language import say
from ui.pieces.markup import block


def open_page() -> None:
    """Draw what is alike on every page; ends the page with a sentence while the warehouse cannot be opened."""
    style.put_in(language.chosen())
    st.html(block("ob ob-wordmark", say("运营看板", "Opsboard")))
    try:
        answers.warehouse()
    except Busy as busy:
        language.choose()
        st.info(say(busy.text))
        st.stop()
    with st.container(key="ob-reader", horizontal=True, vertical_alignment="center", gap="small"):
        filters.choose_shop()
        language.choose()
