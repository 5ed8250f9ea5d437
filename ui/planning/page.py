"""The targets page from top to bottom."""

import streamlit as st

from metrics.calendar.days_off import entered, unannounced
from metrics.calendar.period import quarter_of
from metrics.planning.plan_tree import first_day
from text import Text
from ui.cache import answers
from ui.choices import names
from ui.frame import demo
from ui.pieces.lines import headline, page
from ui.planning import choice, differences, grid, spreading, versions, weights
from ui.session.language import say

TITLE = Text("目标 {year}", "Targets {year}")
LEAD = Text(
    "全店的目标写在小组和姓名都空着的一行；没定目标的日子均摊。也可以在「导入」拖进目标表。",
    "A shop's own target stands in a row without team and person; days without one share evenly. A sheet can be"
    " imported, too.",
)
ONE_SHOP = Text(
    "在右上角选一家店，再往下分、提交和批准。", "Choose one shop at the top to spread, propose and approve."
)


def show() -> None:
    """Choices, grid, differences, spreading, versions."""
    demo.notice()
    st.html(page(headline(say(TITLE.filled(year=choice.quarter()[:4])), say(LEAD))))
    if names.kept_back():
        return
    chosen = choice.choose()
    quarter = quarter_of(first_day(chosen.quarter))
    if missing := unannounced(quarter, entered(answers.warehouse())):
        st.caption(say(missing))
    grid.show(chosen)
    st.page_link("pages/records/imports.py", label=say("导入目标表", "Import a sheet of targets"))
    differences.show(chosen)
    shops = choice.shops()
    if len(shops) == 1:
        spreading.show(chosen, shops[0])
        weights.show(chosen, shops[0])
        versions.show(shops[0], chosen.quarter)
    elif shops:
        st.caption(say(ONE_SHOP))
