"""Spreading a target over its parts: from what, over what, how, with a look before it is written."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pandas as pd
import streamlit as st

from data.importing.plan_edits import save
from data.records.plan_versions import NotNow
from metrics.definition.metric import Unit
from metrics.planning.plan_tree import Place, entered, times_under
from metrics.planning.spreading import How, NoShape, over_owners, over_time, promotion_days, spread, step_of
from text import Text
from ui.cache import answers
from ui.choices import user
from ui.pieces.lines import page
from ui.pieces.table import section
from ui.planning.choice import Chosen, spoken, whose
from ui.planning.grid import complain
from ui.session.language import say

INTO_MONTHS, INTO_DAYS = Text("分到月", "into months"), Text("分到天", "into days")
INTO_TEAMS, INTO_PEOPLE = Text("分到小组", "among teams"), Text("分到个人", "among people")
NOTHING_YET = Text("先在上面填季度或月份的目标，再往下分", "First enter a quarter's or a month's target above")
NO_PARTS = Text("{whose}下面还没有名字：先在表格里加一行", "{whose} has no names below it yet: add a row to the grid")
SPREAD_TITLE = Text("{period}{whose}分解", "{period} {whose} spread")


def show(chosen: Chosen, shop: str) -> None:
    """The spreader of one shop's plan, within the quarter chosen."""
    st.html(page(section(say("往下分", "Spread over parts"), note=say("精确到分，合计等于上级", "exact to the cent"))))
    amounts = entered(answers.warehouse(), shop, chosen.metric.name, chosen.level)
    wholes = [place for place in amounts if place[0] in (chosen.quarter, *times_under(chosen.quarter))]
    if not wholes:
        st.caption(say(NOTHING_YET))
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="ob-spread"):
        wholes.sort(key=lambda place: ("Q" not in place[0], place))
        labels = {place: f"{say(spoken(place[0]))} {whose(place)} {amounts[place]:,.2f}" for place in wholes}
        whole = st.selectbox(say("把", "Spread"), wholes, format_func=labels.__getitem__, key="spread-whole")
        into = st.selectbox(say("分到", "Over"), _ways(whole), format_func=say, key="spread-into")
        ways = {way.value: say(way.word) for way in How}
        how = How(st.selectbox(say("怎么分", "How"), list(ways), format_func=ways.__getitem__, key="spread-how"))
    weights = _promotions(chosen, shop, whole) if into in (INTO_DAYS, INTO_MONTHS) and how is not How.LAST_YEAR else {}
    try:
        parts = _weighed(chosen, shop, whole, into, how, weights, amounts)
    except NoShape as none:
        complain(none.text)
        return
    if not parts:
        st.caption(say(NO_PARTS.filled(whose=whose(whole))))
        return
    amounts_of = dict(zip(parts, spread(amounts[whole], list(parts.values()), step_of(chosen.metric)), strict=True))
    _look(chosen, amounts, amounts_of)
    if st.button(say(f"写入 {len(amounts_of)} 处", f"Write {len(amounts_of)} targets"), key="write-spread"):
        _write(chosen, shop, whole, amounts_of)


def _ways(whole: Place) -> list[Text]:
    time = INTO_MONTHS if "Q" in whole[0] else INTO_DAYS
    return [time] if whole[2] else [time, INTO_PEOPLE] if whole[1] else [time, INTO_TEAMS]


def _weighed(
    chosen: Chosen,
    shop: str,
    whole: Place,
    into: Text,
    how: How,
    weights: Mapping[date, float],
    amounts: Mapping[Place, Decimal],
) -> dict[Place, float]:
    warehouse = answers.warehouse()
    if into in (INTO_MONTHS, INTO_DAYS):
        return over_time(warehouse, chosen.metric, shop, whole, how, weights)
    parts = _owners(whole, amounts)
    return over_owners(warehouse, chosen.metric, shop, whole, parts, how) if parts else {}


def _owners(whole: Place, amounts: Mapping[Place, Decimal]) -> list[Place]:
    """The teams or people below a place: those of any period of the plan."""
    period, team, _ = whole
    if team:
        below = {(period, team, place[2]) for place in amounts if place[1] == team and place[2]}
    else:
        below = {(period, place[1], "") for place in amounts if place[1]}
        below |= {(period, "", place[2]) for place in amounts if not place[1] and place[2]}
    return sorted(below)


def _promotions(chosen: Chosen, shop: str, whole: Place) -> dict[date, float]:
    """How many usual days each promotion's peak counts, as the reader says."""
    found = promotion_days(answers.warehouse(), chosen.metric, shop, whole[0])
    if not found:
        return {}
    rows = [{"day": each.day, "label": say(each.label), "weight": each.weight or 1.0} for each in found]
    columns = {
        "day": st.column_config.DateColumn(say("高峰日", "Peak day"), disabled=True),
        "label": st.column_config.TextColumn(say("大促", "Promotion"), disabled=True),
        "weight": st.column_config.NumberColumn(
            say("抵几个平日", "Counts as so many days"), min_value=0.0, format="%.2f"
        ),
    }
    edited = st.data_editor(
        pd.DataFrame(rows), hide_index=True, key=f"promotions-{whole[0]}", column_config=columns, placeholder="—"
    )
    return {row["day"]: float(row["weight"]) for row in edited.to_dict("records") if row["weight"] not in (0, 1)}


def _look(chosen: Chosen, before: Mapping[Place, Decimal], after: Mapping[Place, Decimal]) -> None:
    shown = "%,.2f" if chosen.metric.unit is Unit.YUAN else "%,.0f"
    rows = [
        {
            "where": f"{say(spoken(place[0]))} {whose(place)}",
            "before": float(before[place]) if place in before else None,
            "after": float(amount),
        }
        for place, amount in after.items()
    ]
    columns = {
        "where": st.column_config.TextColumn(say("分到", "Over")),
        "before": st.column_config.NumberColumn(say("原来", "Before"), format=shown),
        "after": st.column_config.NumberColumn(say("分后", "After"), format=shown),
    }
    tall = min(38 * len(rows) + 40, 320)
    st.dataframe(pd.DataFrame(rows), hide_index=True, height=tall, column_config=columns, placeholder="—")


def _write(chosen: Chosen, shop: str, whole: Place, parts: Mapping[Place, Decimal]) -> None:
    title = SPREAD_TITLE.filled(period=spoken(whole[0]), whose=whose(whole)).zh
    amounts: dict[tuple[str, str, str, str], Decimal | None] = {(shop, *place): one for place, one in parts.items()}
    try:
        save(answers.warehouse(), chosen.metric.name, chosen.level, amounts, by=user.name(), title=title)
    except NotNow as refused:
        complain(refused.text)
        return
    st.rerun()
