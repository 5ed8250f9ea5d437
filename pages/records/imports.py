"""导入: files in, a look at what they would change, and the books of what was written."""

import streamlit as st

from ui.frame import demo
from ui.intake import drop, mapping
from ui.intake.books import expected, formats, history, inbox, originals, reconciliation

demo.notice()
drop.title()
left, right = st.columns([2.2, 1], gap="large")
with left:
    drop.files()
    inbox.inbox()
    formats.show_formats()
with right:
    expected.files()
    history.history()
    originals.originals()
    mapping.kept()
    reconciliation.reconciled()
