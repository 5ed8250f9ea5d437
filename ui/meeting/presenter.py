"""The presenter: every slide small, and one of them full screen, paged with the keys of a remote control."""

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import streamlit as st

from metrics.definition.metric import Metric
from reports.slide.deck import Deck
from text import Language, Text
from ui.meeting.drawings import drawings

HERE = Path(__file__).parent
UNPACKED = "presenter-unpacked"
WORDS: dict[str, Text] = {
    "what": Text("要做什么", "What is to be done"),
    "owner": Text("谁来做", "Who"),
    "due": Text("哪天前做完", "Due"),
    "metric": Text("看哪个数", "Which number should move"),
    "enter": Text("记下", "Note it"),
    "whose": Text("谁的下周目标", "Whose target for next week"),
    "amount": Text("下周一共要做多少元", "Yuan to bring in the week"),
    "number": Text("改哪条行动", "Which action to change"),
    "agree": Text("改定", "Change it"),
    "set": Text("定下", "Set it"),
    "sending": Text("正在记", "Noting"),
    "notes": Text("备注", "Notes"),
    "definitions": Text("口径", "Definitions"),
    "nothing": Text("这一页没有。", "None on this slide."),
}


@dataclass(frozen=True, slots=True)
class Open:
    """An open action: its number, what is to be done, its owner as shown, and the day on which it is due."""

    number: int
    what: str
    owner: str
    due: date


@dataclass(frozen=True, slots=True)
class Shown:
    """How the slides are shown: opened at once or not, turned by themselves every so many seconds (0: not at all).

    `meeting` says that one goes on, so that actions may be entered; each is due on `due` unless said otherwise and
    names one of the `metrics` that it should move. `whose` are the shops and teams that can be given a target for next
    week, each with its words. `agreed` are the open actions, whose owners and due days may be changed. `note` is what
    the last entry came to.
    """

    open: bool
    rotate: int
    meeting: bool
    note: str
    due: date
    metrics: Sequence[Metric]
    whose: Sequence[tuple[str, str]] = ()
    agreed: Sequence[Open] = ()


_MOUNT = st.components.v2.component(
    "opsboard_presenter",
    html=(HERE / "presenter.html").read_text(encoding="utf-8"),
    css=(HERE / "presenter.css").read_text(encoding="utf-8"),
    js=(HERE / "presenter.js").read_text(encoding="utf-8"),
)


def presenter(deck: Deck, how: Shown, language: Language) -> dict[str, str] | None:
    """Draw the slides; returns what was entered on a live one since the last run.

    Its `kind` says what: an action (what, owner, due, metric), a target (whose, amount in yuan), or what is agreed of
    an open action (number, due; owner, empty where it stays).
    """
    data = {
        "slides": drawings(deck, language), "whose": [list(each) for each in how.whose],
        "open": how.open, "start": 0, "rotate": how.rotate, "open_meeting": how.meeting, "said": how.note,
        "due": how.due.isoformat(), "metrics": [[one.name, one.label.to(language)] for one in how.metrics],
        "agreed": [[str(one.number), f"{one.number} {one.what}", one.owner, one.due.isoformat()] for one in how.agreed],
        "words": {name: words.to(language) for name, words in WORDS.items()},
    }  # fmt: skip
    sent = json.dumps(data, ensure_ascii=False).encode()
    result = _MOUNT(
        key="presenter",
        data=sent if st.session_state.get(UNPACKED) else _packed(sent),
        on_entered_change=_nothing,
        on_unreadable_change=_send_unpacked,
    )
    entered: dict[str, str] | None = result.entered
    return entered


def _packed(sent: bytes) -> bytes:
    """In gzip; the same is packed alike, so that nothing is sent twice."""
    return gzip.compress(sent, compresslevel=5, mtime=0)


def _send_unpacked() -> None:
    """From now on this session's slides come as they are: its browser could not unpack them."""
    st.session_state[UNPACKED] = True


def _nothing() -> None:
    """What was entered is taken from the result."""
