"""The quotas page from top to bottom."""

import streamlit as st

from metrics.judgement.limits import Level
from metrics.judgement.quota_lines import QuotaLine, judged
from text import Text
from ui.choices import filters, user
from ui.frame import demo
from ui.pieces.lines import headline, page
from ui.quota_book import attained, book
from ui.session import language
from ui.session.language import say

NOTHING = Text("定额：还没有能评的", "Quotas: nothing to judge yet")
BEHIND = Text("定额：{n} 项落后，{of} 项在评", "Quotas: {n} of {of} behind")
ALL_GOOD = Text("定额：{of} 项在评，没有落后的", "Quotas: {of} judged, none behind")
LEAD = Text(
    "工作量登记对照定额：日定额按出勤，周、月定额按过去的工作日；期间 {period}",
    "Work done against the quotas: those of a day by attendance, of weeks and months by working days gone; {period}",
)


def show() -> None:
    """Finding, period, attainment, book."""
    demo.notice()
    place = st.empty()
    with st.container(horizontal=True, vertical_alignment="center", key="ob-quota-period"):
        during = filters.period()
        user.ask()
    found = attained.show(during)
    lead = LEAD.filled(period=Text(during.label("zh"), during.label("en")))
    place.html(page(headline(say(_finding(found)), lead.to(language.chosen()))))
    book.show()


def _finding(found: list[QuotaLine]) -> Text:
    levels = [judged(line).level for line in found]
    below, of = levels.count(Level.BAD), len(levels) - levels.count(Level.UNJUDGED)
    if not of:
        return NOTHING
    return BEHIND.filled(n=below, of=of) if below else ALL_GOOD.filled(of=of)
