"""导入: files in, a look at what they would change, and the books of what was written."""

import streamlit as st

from ui import demo
from ui.intake import drop, expected, formats, history, inbox, mapping, originals, reconciled

demo.notice()
drop.title()
left, right = st.columns([2.2, 1], gap="large")
with left:
    drop.files()
    inbox.inbox()
    formats.known()
with right:
    expected.files()
    history.history()
    originals.originals()
    mapping.kept()
    reconciled.reconciled()
