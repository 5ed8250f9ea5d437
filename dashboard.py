"""The frame: page setup, language, the menu as a list of pages."""

import streamlit as st

from text import Text
from ui.frame import page_frame
from ui.session import language

FIRST, PLANS, BOOKS = Text("看", "Look"), Text("计划", "Plans"), Text("口径与规则", "Rules")

# Every page, its name, and the part of the menu it stands in; those of the first part stand in the menu itself.
PAGES: tuple[tuple[str, Text, Text], ...] = (
    ("pages/today/morning.py", Text("晨会", "Morning"), FIRST),
    ("pages/meeting/week.py", Text("周会", "Weekly"), FIRST),
    ("pages/teams/sales.py", Text("销售", "Sales"), FIRST),
    ("pages/teams/traffic.py", Text("推广", "Traffic"), FIRST),
    ("pages/teams/products.py", Text("商品", "Products"), FIRST),
    ("pages/teams/service.py", Text("客服", "Service"), FIRST),
    ("pages/teams/reputation.py", Text("口碑", "Ratings"), FIRST),
    ("pages/teams/fulfilment.py", Text("履约", "Shipping"), FIRST),
    ("pages/teams/workload.py", Text("班组", "Teams"), FIRST),
    ("pages/records/imports.py", Text("导入", "Import"), FIRST),
    ("pages/today/actions.py", Text("行动", "Actions"), PLANS),
    ("pages/records/targets.py", Text("目标", "Targets"), PLANS),
    ("pages/records/quotas.py", Text("定额", "Quotas"), PLANS),
    ("pages/records/calendar.py", Text("日历", "Calendar"), PLANS),
    ("pages/records/glossary.py", Text("口径", "Definitions"), BOOKS),
    ("pages/records/rules.py", Text("规则", "Rules"), BOOKS),
)
# The addresses of the pages that change what is stored; they always show the present. A string here would be printed.
WRITING = ("imports", "targets", "quotas", "calendar", "rules")

st.set_page_config(page_title="Opsboard", layout="wide")
menu = {
    "" if part is FIRST else language.say(part): [
        st.Page(path, title=language.say(title)) for path, title, of in PAGES if of is part
    ]
    for part in (FIRST, PLANS, BOOKS)
}
page = st.navigation(menu, position="top")
page_frame.open_page(writes=page.url_path in WRITING)
page.run()
