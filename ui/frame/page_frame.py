"""What stands around every page: looks, wordmark, language, shop, and the sentences that stop one."""

import streamlit as st

from data.store.warehouse import Busy, NotOpened
from metrics.catalogue.rollups import ROLLUPS
from metrics.query.rollups import keep
from text import Text
from ui.cache import answers
from ui.choices import filters, view
from ui.frame import style
from ui.pieces.markup import block
from ui.session import direction, knowledge, language
from ui.session.language import say

IN_USE = Text(
    "另一个程序正开着数据库，这里暂时打不开。等它结束后刷新本页。",
    "Another program has the warehouse open. Reload this page when it has finished.",
)


def open_page(*, writes: bool) -> None:
    """Draw what is alike on every page; ends the page with a sentence while the warehouse cannot be opened.

    A page that `writes` shows the present and returns the reader to it.
    """
    filters.keep_all()
    if writes:
        knowledge.forget()
    style.put_in(language.chosen())
    direction.put_in()
    try:
        keep(answers.warehouse(), ROLLUPS)
    except Busy:
        st.info(say(IN_USE))
        st.stop()
    except NotOpened as closed:
        st.error(say(closed.text))
        st.stop()
    with st.container(key="ob-reader", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(block("ob ob-wordmark", say("运营看板", "Opsboard")))
        filters.choose_shop()
        if not writes:
            knowledge.choose(filters.today(), filters.choose_day)
        view.choose()
        language.choose()
