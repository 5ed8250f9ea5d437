"""红单: the lines that ask for somebody, and what can be done about each."""

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from metrics.calendar.period import short
from metrics.definition.metric import Unit
from metrics.review.red_list import RedLine
from metrics.wording.figure import MISSING
from metrics.wording.values import written
from text import Language, Text
from ui.choices import names
from ui.morning import handling, shelf
from ui.morning.morning_review import ORDERS, MorningView
from ui.pieces.marks import shape
from ui.pieces.markup import Html, block, inline, tag
from ui.session import address
from ui.session.language import say

TITLE = Text("红单", "Red list")
BY_DUE, BY_MONEY = Text("按到期", "by due time"), Text("按金额", "by money")
COUNT = Text("{n} 件", "{n} lines")
FIRST = Text("{n} 件，先看 {shown} 件", "{n}, the gravest {shown}")
NONE = Text("没有要处理的", "Nothing to deal with")
ALL_TAKEN = Text("都有人接", "all taken")
UNTAKEN = Text("{n} 件没人接", "{n} not taken")
NOBODY = Text("未派", "open")
HEADS = (
    Text("到期", "Due"),
    Text("什么", "What"),
    Text("差多少", "How far"),
    Text("自", "Since"),
    Text("责任人", "Owner"),
    Text("下一步", "Next step"),
)


def show(view: MorningView, wall: Callable[..., Html]) -> None:
    """The list with its switch, a line and its popover each, and what was called no problem."""
    with st.container(key="ob-red", gap=None):
        with st.container(horizontal=True, key="ob-red-head", vertical_alignment="center", gap="small", wrap=False):
            st.html(wall(_head(view)))
            if len(view.reds.lines) > 1:
                options = {name: say(label) for name, label in zip(ORDERS, (BY_DUE, BY_MONEY), strict=True)}
                address.switch("red", say("排序", "Order"), options, "due")
            shelf.show(view)
        if view.reds.lines:
            st.html(wall(_heads(view.spoken)))
        for place, line in enumerate(view.reds.lines):
            with st.container(
                horizontal=True, key=f"ob-red-{place}", vertical_alignment="center", gap=None, wrap=False
            ):
                st.html(wall(_line(line, view)))
                handling.show(line, view, place)


def _head(view: MorningView) -> Html:
    reds, spoken = view.reds, view.spoken
    more = reds.found > len(reds.lines)
    count = (FIRST if more else COUNT).filled(n=reds.found, shown=len(reds.lines))
    taken = ALL_TAKEN if not reds.unowned else UNTAKEN.filled(n=reds.unowned)
    text = f"{count.to(spoken)}{'，' if spoken == 'zh' else ', '}{taken.to(spoken)}" if reds.lines else NONE.to(spoken)
    title = tag("b", TITLE.to(spoken), role="heading", aria_level="2")
    return block("ob-section", block("ob-section-head", title, inline("", text)))


def _heads(language: Language) -> Html:
    return block("ob-red ob-red-heads", *(inline(f"ob-red-{n}", head.to(language)) for n, head in enumerate(HEADS)))


def _line(line: RedLine, view: MorningView) -> Html:
    item, spoken = line.item, view.spoken
    owner = names.shown(line.owner) if line.owner else NOBODY.to(spoken)
    notes = "\n".join(f"{mark.made_by} {mark.words}".strip() for mark in line.notes)
    says = "\n".join(filter(None, (_masked(item.why, view).to(spoken), notes)))
    what = (
        shape(line.level, spoken),
        tag("b", _masked(item.what, view).to(spoken)),
        inline("ob-noted", "✎") if notes else "",
    )
    off = far(line)
    has_distance = off.zh != MISSING
    return block(
        "ob-red" if has_distance else "ob-red ob-red-wide",
        tag("b", due(line.due, view), look="ob-red-0"),
        inline("ob-red-1", *what, title=says),
        tag("b", off.to(spoken), look="ob-red-2") if has_distance else "",
        inline("ob-red-3", short(line.since, spoken)),
        inline("ob-red-4" if line.owner else "ob-red-4 ob-thin", owner),
        inline("ob-red-5", line.step.to(spoken), title=line.step.to(spoken)),
    )


def _masked(phrase: Text, view: MorningView) -> Text:
    """Agents are not named on the wall; who does what next is."""
    return names.masks().within(phrase) if view.bare else names.in_words(phrase)


def far(line: RedLine) -> Text:
    """How far off: the yuan at stake where they can be told, else the distance itself."""
    money = line.item.money
    if money is None or line.item.metric in ("unshipped_48h", "reconciliation") or line.item.off.zh == MISSING:
        return line.item.off
    about = written(money, Unit.YUAN)
    return Text(f"约 {about.zh}", f"≈{about.en}")


def due(at: datetime, view: MorningView) -> str:
    """The time of today, or the day of another one."""
    return f"{at:%H:%M}" if at.date() == view.today else short(at.date(), view.spoken)
