"""The versions of a shop's quarter: who proposed, who approved, when; what changed; and the steps that are open."""

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from data.records import plan_versions as plans
from data.records.plan_versions import Key, Levels, NotNow, Version
from metrics.calendar.period import short
from metrics.catalogue import metric_named
from metrics.judgement.limits import Level
from metrics.wording.figure import MISSING
from text import Text
from ui.cache import answers
from ui.choices import user
from ui.pieces.lines import page, point, points
from ui.pieces.marks import marked
from ui.pieces.table import Head, section, table
from ui.planning.choice import spoken, whose
from ui.planning.grid import complain
from ui.session import language
from ui.session.language import say

DRAFT = Text("草案：没提交过，录入的就算数", "Draft: nothing proposed yet, what is entered counts")
WAITING = Text("第 {n} 版等批准", "Version {n} waits for approval")
APPROVED = Text("第 {n} 版已批准，已锁定", "Version {n} is approved and locked")
BEGUN = Text(
    "正在做第 {n} 版，批准前仍按第 {counts} 版", "Version {n} is being made; version {counts} counts until approval"
)
SENT_BACK = Text("第 {n} 版被退回，改好再提交", "Version {n} was sent back: change it and propose again")
PENDING = Text(
    "录入的与生效的有 {n} 处不同，不算数；立新版、提交、批准后才算",
    "What is entered differs from the version that counts ({n}); it counts once a new version is approved",
)
PROPOSED_BY = Text("{by} {when} 提交", "proposed by {by}, {when}")
APPROVED_BY = Text("{by} {when} 批准", "approved by {by}, {when}")
REFUSED_BY = Text("{by} {when} 退回", "sent back by {by}, {when}")
BY_ONESELF = Text("自己提交、自己批准", "proposed and approved by one person")
BEGUN_BY = Text("{by} {when} 立新版", "begun by {by}, {when}")
NUMBER = Text("第 {n} 版", "Version {n}")
AS_ENTERED = Text("现在录入的", "As entered now")
ALIKE = Text("两边一样", "Both are alike")
SHOWN = 60


def show(shop: str, quarter: str) -> None:
    """State, steps, list and comparison."""
    warehouse = answers.warehouse()
    past = plans.versions(warehouse, shop, quarter)
    title = Text("版本：{shop} {quarter}", "Versions: {shop} {quarter}").filled(shop=shop, quarter=spoken(quarter))
    st.html(page(section(say(title), points([_state(past), *_pending(shop, quarter, past)]))))
    _steps(shop, quarter, past)
    st.html(page(points([_line(version) for version in past])))
    if any(version.parts for version in past):
        _compare(shop, quarter, [version for version in past if version.parts])


def _state(past: list[Version]) -> str:
    counts = next((version.version for version in past if version.approved), None)
    last = past[0] if past else None
    if last is None:
        return _point(Level.UNJUDGED, DRAFT)
    if last.waits:
        return _point(Level.WATCH, WAITING.filled(n=last.version))
    if last.approved:
        return _point(Level.GOOD, APPROVED.filled(n=last.version))
    if last.approved is False:
        return _point(Level.WATCH, SENT_BACK.filled(n=last.version))
    return _point(Level.WATCH, BEGUN.filled(n=last.version, counts=counts))


def _pending(shop: str, quarter: str, past: list[Version]) -> list[str]:
    counts = next((version for version in past if version.approved), None)
    if not counts:
        return []
    warehouse = answers.warehouse()
    moved = plans.changes(plans.content(warehouse, counts), plans.entered_now(warehouse, shop, quarter))
    return [_point(Level.WATCH, PENDING.filled(n=len(moved)))] if moved else []


def _point(level: Level, text: Text) -> str:
    return point(marked(level, say(text)), say(text))


def _steps(shop: str, quarter: str, past: list[Version]) -> None:
    warehouse, by = answers.warehouse(), user.name()
    waits, locked = bool(past and past[0].waits), bool(past and past[0].approved)
    with st.container(horizontal=True, vertical_alignment="bottom", key="ob-plan-steps"):
        user.ask()
        if locked:
            _step(
                "begin-version",
                say("立新版", "Begin a new version"),
                lambda: plans.begin(warehouse, shop, quarter, by=by),
            )
        elif waits:
            reason = st.text_input(say("意见", "Remark"), key="plan-reason", label_visibility="collapsed",
                                   placeholder=say("意见（可不填）", "Remark (optional)"))  # fmt: skip
            _step(
                "approve",
                say("批准并锁定", "Approve and lock"),
                lambda: plans.decide(warehouse, shop, quarter, approved=True, by=by, reason=reason),
            )
            _step(
                "send-back",
                say("退回", "Send back"),
                lambda: plans.decide(warehouse, shop, quarter, approved=False, by=by, reason=reason),
            )
        else:
            note = st.text_input(say("说明", "Note"), key="plan-note", label_visibility="collapsed",
                                 placeholder=say("说明（可不填）", "Note (optional)"))  # fmt: skip
            _step("propose", say("提交", "Propose"), lambda: plans.propose(warehouse, shop, quarter, by=by, note=note))


def _step(key: str, label: str, take: Callable[[], int]) -> None:
    if st.button(label, key=key):
        try:
            take()
        except NotNow as refused:
            complain(refused.text)
        else:
            st.rerun()


def _line(version: Version) -> str:
    steps = [(BEGUN_BY, version.begun_by, version.begun_at)] if not version.proposed_at else []
    if version.proposed_at:
        steps.append((PROPOSED_BY, version.proposed_by or "", version.proposed_at))
    if version.decided_at:
        steps.append((APPROVED_BY if version.approved else REFUSED_BY, version.decided_by or "", version.decided_at))
    text = say("，", ", ").join(say(text.filled(by=user.spoken(by), when=_when(at))) for text, by, at in steps)
    own = say(BY_ONESELF) if version.approved and version.decided_by == version.proposed_by else ""
    return point(
        "", say(NUMBER.filled(n=version.version)), text, "\n".join(filter(None, (version.note, version.reason, own)))
    )


def _when(at: datetime) -> str:
    return f"{short(at.date(), language.chosen())} {at:%H:%M}"


def _compare(shop: str, quarter: str, past: list[Version]) -> None:
    names = {version.version: say(NUMBER.filled(n=version.version)) for version in past} | {0: say(AS_ENTERED)}
    with st.container(horizontal=True, key="ob-plan-compare"):
        one = st.selectbox(say("对比", "Compare"), list(names), format_func=names.__getitem__, key="version-one")
        others = [number for number in names if number != one]
        other = st.selectbox(say("和", "with"), others[::-1], format_func=names.__getitem__, key="version-other")
    found = plans.changes(*(_content(shop, quarter, past, number) for number in (one, other)))
    heads = [
        Head(say("期间", "Period")), Head(say("谁", "Whose")), Head(say("指标", "Metric")),
        Head(names[one], figures=True), Head(names[other], figures=True),
    ]  # fmt: skip
    rows = [[say(spoken(key[0])), whose(key[:3]), _metric(key), _levels(a), _levels(b)] for key, a, b in found[:SHOWN]]
    note = say("保底 / 目标 / 冲刺", "floor / target / stretch") if rows else say(ALIKE)
    st.html(page(section(say("差在哪", "What differs"), table(heads, rows) if rows else "", note=note)))


def _content(shop: str, quarter: str, past: list[Version], number: int) -> dict[Key, Levels]:
    version = next((each for each in past if each.version == number), None)
    warehouse = answers.warehouse()
    return plans.content(warehouse, version) if version else plans.entered_now(warehouse, shop, quarter)


def _metric(key: Key) -> str:
    try:
        return say(metric_named(key[3]).label)
    except KeyError:
        return key[3]


def _levels(levels: Levels | None) -> str:
    amounts = [MISSING if one is None else f"{one:,.2f}".removesuffix(".00") for one in levels or (None,)]
    return " / ".join(amounts) if any(one is not None for one in (levels or ())) else MISSING
