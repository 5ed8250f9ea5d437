"""What does not add up, always in sight: every whole whose parts differ from it."""

from collections.abc import Sequence

import streamlit as st

from data.records.plan_versions import counting, quarter_of
from metrics.planning.plan_tree import PlanDifference, differences, entered, planned, tree
from metrics.wording.scale import Scale, scale_of
from text import Text
from ui.cache import answers
from ui.pieces.lines import page
from ui.pieces.table import Cell, Head, section, strong, table, thin
from ui.planning.choice import LEVELS, Chosen, shops, spoken, whose
from ui.session import language
from ui.session.language import say

EVEN = Text("都加得上", "everything adds up")
TITLE = Text("加不上的：{shop}，{level}", "What does not add up: {shop}, {level}")
ELSEWHERE = Text("这一年其他季度还有 {n} 处", "{n} more in the year's other quarters")
IN_FORCE = Text("生效的版本与录入的不同，它加不上的", "In the version that counts, which differs from what is entered")
WAYS = {"time": Text("按时间", "over time"), "owner": Text("按小组个人", "by team and person")}
SHARED = Text("由没定目标的日子均摊", "shared by the days without a target")
NOT_GIVEN_OUT = Text("还没分下去", "not given out yet")
TOO_MUCH = Text("分多了", "more than there is")
OUT_OF_ORDER = Text("{n} 处保底、目标、冲刺顺序不对", "{n} targets whose floor, target and stretch are out of order")


def show(chosen: Chosen) -> None:
    """The differences of the plan as entered and, where another version counts, of that one."""
    for shop in shops():
        _of_shop(chosen, shop)


def _of_shop(chosen: Chosen, shop: str) -> None:
    warehouse, metric, level = answers.warehouse(), chosen.metric.name, chosen.level
    year = _of_year(differences(tree(entered(warehouse, shop, metric, level))), chosen)
    near = [each for each in year if _near(each, chosen.quarter)]
    _table(chosen, say(TITLE.filled(shop=shop, level=LEVELS[level])), near)
    if elsewhere := [each for each in year if each not in near]:
        with st.expander(say(ELSEWHERE.filled(n=len(elsewhere)))):
            _table(chosen, say(spoken(chosen.quarter[:4])), elsewhere)
    if other := _in_force(chosen, shop, near):
        _table(chosen, say(IN_FORCE), other)
    if wrong := _out_of_order(shop, chosen):
        st.html(page(section(say(OUT_OF_ORDER.filled(n=wrong)))))


def _of_year(found: Sequence[PlanDifference], chosen: Chosen) -> list[PlanDifference]:
    return [each for each in found if each.place[0][:4] == chosen.quarter[:4]]


def _in_force(chosen: Chosen, shop: str, drafted: Sequence[PlanDifference]) -> list[PlanDifference]:
    """The quarter's differences of the version that counts, without those of what is entered."""
    warehouse = answers.warehouse()
    if not counting(warehouse, shop, chosen.quarter):
        return []
    counts = differences(tree(planned(warehouse, shop, chosen.metric.name, chosen.level)))
    return [each for each in counts if _near(each, chosen.quarter) and each not in drafted]


def _near(each: PlanDifference, quarter: str) -> bool:
    """Whether it lies in the quarter, or in its year as a whole."""
    return quarter_of(each.place[0]) in (quarter, None) and each.place[0][:4] == quarter[:4]


def _table(chosen: Chosen, title: str, found: Sequence[PlanDifference]) -> None:
    language_ = language.chosen()
    scale = scale_of([float(each.whole) for each in found], chosen.metric.unit, language_)
    heads = [
        Head(say("期间", "Period")), Head(say("谁", "Whose")), Head(say("怎么分", "Split")),
        Head(say("本级", "Whole"), figures=True), Head(say("下级之和", "Parts"), figures=True),
        Head(say("差额", "Difference"), figures=True), Head(say("说明", "Meaning")),
    ]  # fmt: skip
    rows = [_row(each, scale) for each in found]
    side, note = ("", scale.title(language_)) if found else (say(EVEN), "")
    st.html(page(section(title, table(heads, rows) if rows else "", side=side, note=note)))


def _row(each: PlanDifference, scale: Scale) -> list[str | Cell]:
    why = SHARED if each.shared else NOT_GIVEN_OUT if each.residual > 0 else TOO_MUCH
    amounts = [scale.formatted(amount) for amount in (each.whole, each.parts, each.residual)]
    rest = thin(amounts[2]) if each.shared else strong(amounts[2])
    return [say(spoken(each.place[0])), whose(each.place), say(WAYS[each.way]), *amounts[:2], rest, say(why)]


def _out_of_order(shop: str, chosen: Chosen) -> int:
    warehouse, metric = answers.warehouse(), chosen.metric.name
    levels = [entered(warehouse, shop, metric, level) for level in LEVELS]
    places = {place for level in levels for place in level}
    levels_set = [[level[place] for level in levels if place in level] for place in places]
    return sum(amounts != sorted(amounts) for amounts in levels_set)
