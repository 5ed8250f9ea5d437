"""Entering during the meeting, kept as it is said: an action, its owner and day, or a target of next week."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

import streamlit as st

from data.importing.plan_edits import save
from data.records.actions import ActionNotOpen, Undertaking, replan, undertake
from data.records.plan_versions import NotNow
from metrics.calendar.period import Period, short
from metrics.planning.week_plans import Nobody, WeekTarget, set_week
from metrics.wording.rounding import rounded
from metrics.wording.values import exact
from reports.numbers.actions import open_actions
from reports.numbers.query import WeekQuery
from reports.numbers.targets.next_week import target_called, targets
from text import Text, same
from ui.cache import answers
from ui.choices import filters, user
from ui.meeting.presenter import Open, Shown
from ui.session import language
from ui.session.language import say

KEPT = "meeting-said"
PARTED = "\n"
NOTED = Text("已记第 {number} 条：{what}，{owner}", "Noted as number {number}: {what}, {owner}")
WRONG = Text(
    "没记下：要写清做什么、谁来做，日期写成 2026-06-19，不早于今天。",
    "Not noted: say what, who, and a day such as 2026-06-19 that is not before today.",
)
AGREED = Text("第 {number} 条改定：{owner}，{due}到期", "Number {number}: {owner}, due {due}")
NOT_AGREED = Text(
    "没改：到期日写成 2026-06-19，不早于这条行动的开始。",
    "Not changed: give a day such as 2026-06-19 on which the action has begun.",
)
SET = Text("已定：{whose}下周 {amount}", "Set: {whose}, {amount} next week")
PROPOSED = Text(
    "已提：{whose}下周 {amount}；目标已锁定，立了新版，批准后才算。",
    "Proposed: {whose}, {amount} next week; the plan is locked, so it counts once the new version is approved.",
)
NO_AMOUNT = Text("没定下：金额写成大于 0 的数，单位元。", "Not set: give an amount in yuan above 0.")


def last_result() -> str:
    """What became of the last entry; empty before there was one."""
    kept: str = st.session_state.get(KEPT, "")
    return kept


def whose(query: WeekQuery) -> list[tuple[str, str]]:
    """The shops and teams whose target for next week can be entered, with their words."""
    spoken = language.chosen()
    choices = [(each.shop, each.team, target_called(query.week, each).to(spoken)) for each in targets(query)]
    without = [shop for shop in query.week.shops if shop not in {name for name, _, _ in choices}]
    choices += [(shop, None, shop) for shop in without]
    several = len(query.week.shops) > 1
    return [
        (
            shop if team is None else f"{shop}{PARTED}{team}",
            f"{shop} {words}" if several and team is not None else words,
        )
        for shop, team, words in choices
    ]


def agreed(query: WeekQuery) -> list[Open]:
    """The open actions, the next due first, as they may be shown."""
    return [
        Open(
            each.number,
            query.week.within(each.undertaking.what),
            query.week.shown(each.undertaking.owner),
            each.undertaking.due,
        )
        for each in open_actions(query)
    ]


def take(entered: Mapping[str, str] | None, shop: str | None, week: Period, how: Shown) -> None:
    """Keep what was entered, and draw the page anew with it."""
    if not entered or not how.meeting:
        return
    kind = entered.get("kind")
    if kind == "target":
        result = _planned(entered, week, how)
    else:
        result = _agreed(entered, how) if kind == "agreed" else _noted(entered, shop)
    st.session_state[KEPT] = result
    st.rerun()


def _noted(entered: Mapping[str, str], shop: str | None) -> str:
    try:
        one = Undertaking(
            shop or "", entered["metric"], entered["what"], entered["owner"], filters.today(),
            date.fromisoformat(entered["due"]),
        )  # fmt: skip
    except ValueError:
        return say(WRONG)
    number = undertake(answers.warehouse(), one, by=user.name())
    return say(NOTED.filled(number=number, what=one.what, owner=one.owner))


def _agreed(entered: Mapping[str, str], how: Shown) -> str:
    one = next((each for each in how.agreed if str(each.number) == entered["number"]), None)
    if one is None:
        return say(ActionNotOpen.text)
    owner = entered["owner"].strip()
    try:
        due = date.fromisoformat(entered["due"])
        replan(answers.warehouse(), one.number, owner or None, due, by=user.name())
    except ActionNotOpen as refused:
        return say(refused.text)
    except ValueError:
        return say(NOT_AGREED)
    return say(AGREED.filled(number=one.number, owner=owner or one.owner, due=short(due, language.chosen())))


def _planned(entered: Mapping[str, str], week: Period, how: Shown) -> str:
    shop, parted, team = entered["whose"].partition(PARTED)
    words = dict(how.whose).get(entered["whose"])
    if words is None:
        return say(NO_AMOUNT)
    try:
        one = WeekTarget(shop, team if parted else None, week, rounded(Decimal(entered["amount"]), 2))
        locked = set_week(answers.warehouse(), one, save, by=user.name())
    except (ValueError, InvalidOperation):
        return say(NO_AMOUNT)
    except (Nobody, NotNow) as refused:
        return say(refused.text)
    amount = exact(one.amount)
    return say((PROPOSED if locked else SET).filled(whose=same(words), amount=amount))
