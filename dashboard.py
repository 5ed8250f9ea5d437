"""The frame: page setup, language, the menu as a list of pages."""

import streamlit as st

from text import Text
from ui import frame, language

PAGES: tuple[tuple[str, Text], ...] = (
    ("pages/today/morning.py", Text("晨会", "Morning")),
    ("pages/today/actions.py", Text("行动", "Actions")),
    ("pages/teams/sales.py", Text("销售", "Sales")),
    ("pages/teams/traffic.py", Text("推广", "Traffic")),
    ("pages/teams/service.py", Text("客服", "Service")),
    ("pages/teams/reputation.py", Text("口碑", "Reputation")),
    ("pages/records/imports.py", Text("导入", "Import")),
    ("pages/records/targets.py", Text("目标", "Targets")),
    ("pages/records/quotas.py", Text("定额", "Quotas")),
    ("pages/records/calendar.py", Text("日历", "Calendar")),
    ("pages/records/rules.py", Text("规则", "Rules")),
    ("pages/records/glossary.py", Text("口径", "Definitions")),
)

# The addresses of the pages that change what is stored; they always show the present. A string here would be printed.
WRITING = ("actions", "imports", "targets", "quotas", "calendar", "rules")

st.set_page_config(page_title="Opsboard", layout="wide")
page = st.navigation([st.Page(path, title=language.say(title)) for path, title in PAGES], position="top")
frame.open_page(writes=page.url_path in WRITING)
page.run()
