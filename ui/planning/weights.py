"""How many ordinary days each promotion's peak counts in the plan, for whoever plans to change."""

from datetime import date
from decimal import Decimal

import streamlit as st

from data.importing.plan_edits import save
from data.records.plan_versions import NotNow
from metrics.calendar.period import short
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.planning.plan_tree import first_day, times_under
from metrics.planning.promotion_targets import PromotionTarget, promotion_targets, targets_by_weight
from text import Text
from ui.cache import answers
from ui.choices import user
from ui.pieces.lines import page
from ui.pieces.markup import block
from ui.pieces.table import section
from ui.planning.choice import Chosen
from ui.planning.grid import complain
from ui.session.language import chosen as language
from ui.session.language import say

TITLE = Text("大促的分量", "Weight of promotions")
NOTE = Text("抵几个平日；改了其余日子重新分摊，月目标不变", "in ordinary days; the others share the rest of the month")
PEAK = Text("{label}，{day}：目标 {target} 元，{how}", "{label}, {day}: target {target} yuan, {how}")
BY_HAND, EVEN = Text("单独定的", "set for the day"), Text("均摊的", "an even share")
WEIGHT = Text("抵几个平日", "Counts as so many days")
NONE = Text(
    "这个季度没有定了目标的大促高峰日；大促在「日历」里改",
    "No peak of a promotion has a target this quarter; promotions are edited in the calendar",
)
SAVED_AS = Text("大促分量", "Weight of promotions")


def show(chosen: Chosen, shop: str) -> None:
    """The peaks of the quarter with their targets and weights, and the button that writes changed ones."""
    if chosen.metric is not PAY_AMOUNT or chosen.level != "amount":
        return
    st.html(page(section(say(TITLE), note=say(NOTE))))
    peaks = _peaks(chosen, shop)
    if not peaks:
        st.html(page(block("ob-note", say(NONE))))
        return
    left = {peak.day: (_weight(peak, shop), peak.weight) for peak in peaks}
    changed = {day: weight for day, (weight, was) in left.items() if weight is not None and weight != was}
    text = say(f"按分量写 {len(changed)} 天的目标", f"Write {len(changed)} days by weight")
    label = text if changed else say("没有改动", "Nothing changed")
    if st.button(label, disabled=not changed, key="write-weights"):
        _write(shop, changed)


def _peaks(chosen: Chosen, shop: str) -> list[PromotionTarget]:
    """The peaks with a target, month by month of the quarter."""
    months = [first_day(month) for month in times_under(chosen.quarter)]
    return [peak for month in months for peak in promotion_targets(answers.facts(), shop, month)]


def _weight(peak: PromotionTarget, shop: str) -> float | None:
    """The weight as the reader leaves it; None where the field is empty."""
    how, day = BY_HAND if peak.set_by_hand else EVEN, short(peak.day, language())
    with st.container(horizontal=True, vertical_alignment="center"):
        text = say(PEAK.filled(label=peak.label, day=day, target=f"{peak.target:,.2f}", how=how))
        st.html(page(block("ob-note", text)))
        return st.number_input(
            say(WEIGHT), min_value=0.0, step=0.5, value=peak.weight, width=170,
            key=f"weight-{shop}-{peak.day}-{answers.warehouse().version}",
        )  # fmt: skip


def _write(shop: str, changed: dict[date, float]) -> None:
    cells: dict[tuple[str, str, str, str], Decimal | None] = {}
    for month in sorted({day.replace(day=1) for day in changed}):
        weights = {day: weight for day, weight in changed.items() if day.replace(day=1) == month}
        for day, target in targets_by_weight(answers.warehouse(), shop, month, weights).items():
            cells[shop, day.isoformat(), "", ""] = target
    try:
        save(answers.warehouse(), PAY_AMOUNT.name, "amount", cells, by=user.name(), title=SAVED_AS.zh)
    except NotNow as refused:
        complain(refused.text)
        return
    st.rerun()
