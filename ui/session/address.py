"""The reader's choices, kept across pages and written into the address bar."""

from collections.abc import Mapping, Sequence

import streamlit as st

CHOSEN = "chosen"
"""Under which the session holds the reader's choices by their names."""


def everything() -> dict[str, str]:
    """Every choice of the reader: what the address says, or else what they chose earlier."""
    return {**_chosen(), **st.query_params.to_dict()}


def kept(name: str) -> str | None:
    """What the address says, or else what the reader chose earlier; an earlier choice returns to the address."""
    value = st.query_params.get(name)
    if value is None:
        value = _chosen().get(name)
        if value is not None:
            st.query_params[name] = value
    else:
        _chosen()[name] = value
    return value


def kept_among(name: str, options: Sequence[str], default: str) -> str:
    """The kept choice, or the default where it is none of the options."""
    value = kept(name)
    return value if value and value in options else default


def keep(name: str, value: str | None) -> None:
    """Remember a choice and write it into the address; None forgets it."""
    if value is None:
        _chosen().pop(name, None)
        st.query_params.pop(name, None)
    else:
        _chosen()[name] = value
        st.query_params[name] = value


def switch(name: str, title: str, options: Mapping[str, str], default: str) -> str:
    """A row of options, each shown in its own words; returns the chosen one and keeps it."""
    key = f"shown:{name}"
    st.session_state[key] = kept_among(name, tuple(options), default)
    st.segmented_control(
        title, list(options), format_func=lambda option: options.get(option, option), key=key, required=True,
        label_visibility="collapsed", on_change=_take, args=(name, key),
    )  # fmt: skip
    return st.session_state[key]


def pick(name: str, title: str, options: Mapping[str, str], default: str, *, width: int | None = None) -> str:
    """As `switch`, as a list that opens, `width` pixels wide: for options of unknown number and length."""
    key = f"shown:{name}"
    st.session_state[key] = kept_among(name, tuple(options), default)
    st.selectbox(
        title, list(options), format_func=lambda option: options.get(option, option), key=key,
        label_visibility="collapsed", on_change=_take, args=(name, key), width=width or "stretch",
    )  # fmt: skip
    return st.session_state[key]


def tick(name: str, title: str) -> bool:
    """A box to tick, kept as 1 while it is."""
    key = f"shown:{name}"
    st.session_state[key] = kept(name) == "1"
    st.checkbox(title, key=key, on_change=_take_tick, args=(name, key))
    return bool(st.session_state[key])


def _take_tick(name: str, key: str) -> None:
    keep(name, "1" if st.session_state[key] else None)


def _take(name: str, key: str) -> None:
    keep(name, st.session_state[key])


def _chosen() -> dict[str, str]:
    choices: dict[str, str] = st.session_state.setdefault(CHOSEN, {})
    return choices
