"""What was called no problem: still to be seen, with its reason, and to be put back."""

import streamlit as st

from data.records.red_list import RESTORE, Mark, mark
from metrics.review.red_list import Dismissed
from metrics.wording.values import on
from text import Text
from ui.cache import answers
from ui.choices import names, user
from ui.morning.morning_review import MorningView
from ui.pieces.lines import page, point, points
from ui.pieces.marks import shape
from ui.session.language import say

LABEL = Text("不算问题 {n} 件", "{n} no problem")
HELD = Text("{by}：{reason}（至 {day}）", "{by}: {reason} (until {day})")


def show(view: MorningView) -> None:
    """A popover that names them; nothing where there is none."""
    if not view.reds.dismissed:
        return
    with st.popover(say(LABEL.filled(n=len(view.reds.dismissed))), type="tertiary", key="dismissed"):
        for place, each in enumerate(view.reds.dismissed):
            st.html(page(points([_line(each, view)])))
            if not view.past and st.button(say("放回红单", "Put it back"), key=f"restore-{place}"):
                back = Mark(view.shop or "", each.item.key, RESTORE)
                mark(answers.warehouse(), back, by=user.name())
                st.rerun()


def _line(each: Dismissed, view: MorningView) -> str:
    until = each.mark.until or view.today
    reason = HELD.filled(by=user.spoken(each.mark.made_by), reason=each.mark.words, day=on(until))
    return point(shape(each.item.level, view.spoken), say(names.in_words(each.item.what)), "", say(reason))
