"""The colours of the reader's theme, for what is drawn before it reaches the browser."""

import streamlit as st

from palette import DARK, LIGHT, Palette


def palette() -> Palette:
    """Light, unless the reader's page is dark."""
    return DARK if st.context.theme.type == "dark" else LIGHT
