"""The score ledger: why each of the shop's three scores moved, and what lifts it."""

from datetime import timedelta

import streamlit as st

from metrics.period import Period, until
from metrics.reputation import METRICS as SCORES
from metrics.score_account import account, sentence
from text import Text
from ui import answers, filters
from ui.language import say
from ui.pieces.lines import page
from ui.pieces.markup import tag
from ui.pieces.table import section

TITLE = Text("评分账本", "Score ledger")
WEEK = timedelta(days=7)


def show(during: Period) -> None:
    """A sentence for each score, on the day before the period or, where that is nearer, on a week ago."""
    shop, span = filters.shop(), until(during, answers.last_day(filters.shop()))
    if shop is None or span is None:
        return
    since = min(span.first - timedelta(days=1), span.last - WEEK)
    found = [account(answers.facts(), score.name, shop, since, span.last) for score in SCORES]
    lines = [tag("p", say(sentence(each)), look="ob-said") for each in found]
    st.html(page(section(say(TITLE), *lines)))
