"""The rules as a grid, for all shops or for one: limits, samples, days running; every change, and the way back."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from data.records.rule_edits import KeptEdit, RuleEdit, keep_rule_edits, rule_edits
from metrics.catalogue import METRICS, TEAM_TITLES, TEAMS, metric_named
from metrics.judgement.limits import Level
from metrics.judgement.rulebook import RuleEntry, hundreds, lines, wrong
from metrics.judgement.rules import LONGEST_RUN
from text import Text
from ui.cache import answers, loaded
from ui.choices import user
from ui.frame import demo
from ui.pieces.lines import headline, page, point, points
from ui.pieces.marks import shape
from ui.pieces.table import Head, section, table
from ui.records import rule_words
from ui.session import language
from ui.session.language import say

TITLE = Text("规则", "Rules")
LEAD = Text(
    "从哪条线起关注、从哪条线起落后，可以全部店铺一起定，也可以一家店单独定，单独定的优先。"
    "两条线都清空就是不评；样本不到数不评；连续几天才提醒也在这里改。",
    "From which line on a number is to be watched, from which it is behind: for all shops together, or for one shop,"
    " whose own rules come first. Both lines empty: not judged. Under the smallest sample nothing is judged, and a rule"
    " can wait for several days running.",
)
WATCH, BAD, LEAST, DAYS = "watch", "bad", "least", "days"
EDITABLE = (WATCH, BAD, LEAST, DAYS)
ALL_TEAMS = Text("全部板块", "All parts")
ALL_SHOPS = Text("全部店铺", "All shops")
HISTORY_SHOWN = 20
ROW, TALLEST, WIDE = 35, 640, 320
"""Pixels: a row of the grid, the grid at most, a list to choose from."""
BACK = Text("恢复默认", "back to the default")
AS_ALL = Text("同全部店铺", "as all shops")


def show() -> None:
    """The grid of a part's rules, the button that saves, what differs from the defaults, and every change made."""
    demo.notice()
    st.html(page(headline(say(TITLE), say(LEAD))))
    user.ask()
    with st.container(horizontal=True):
        shop, team = _shop(), _team()
    shown = _of_team(shop, team)
    before = grid(shown)
    version = answers.warehouse().version
    after = st.data_editor(
        before, hide_index=True, key=f"rules-{shop}-{len(shown)}-{version}-{language.chosen()}",
        column_config=_columns(shop), disabled=[name for name in before.columns if name not in EDITABLE],
        placeholder="—", height=min(ROW * (len(shown) + 1) + 3, TALLEST),
    )  # fmt: skip
    _save(shown, [(line, replace(edit, shop=shop)) for line, edit in edits(shown, before, after)])
    _changed_ones(shop)
    _history(rule_edits(answers.warehouse()))


def _shop() -> str:
    """The shop whose rules are shown; '' for those of all shops."""
    titles = {say(ALL_SHOPS): "", **{name: name for name in loaded.shops()}}
    return titles[st.selectbox(say("管哪家店", "Which shop"), list(titles), key="rules-shop", width=WIDE)]


def _team() -> str:
    titles = {say(ALL_TEAMS): "", **{say(title): team for team, title in TEAM_TITLES.items()}}
    return titles[st.selectbox(say("板块", "Part"), list(titles), key="rules-team", width=WIDE)]


def _of_team(shop: str, team: str) -> list[RuleEntry]:
    every = lines(answers.warehouse(), TEAMS[team] if team else METRICS, shop)
    return [line for line in every if team or line.declared or line.rule or line.edit]


def grid(shown: Sequence[RuleEntry]) -> pd.DataFrame:
    """A row for each rule; limits in the unit that the row names, percents as 10 for a tenth."""
    rows = [
        {
            "metric": say(line.metric.label), "against": say(rule_words.against(line)), "unit": rule_words.unit(line),
            WATCH: rule_words.shown(line, line.rule.watch if line.rule else None),
            BAD: rule_words.shown(line, line.rule.bad if line.rule else None),
            LEAST: rule_words.least(line), DAYS: line.rule.days if line.rule else 1,
            "default": rule_words.limits(line, line.default),
        }
        for line in shown
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["metric", "against", "unit", *EDITABLE, "default"])
    return frame.astype({WATCH: "float64", BAD: "float64", LEAST: "Int64", DAYS: "Int64"})


def edits(shown: Sequence[RuleEntry], before: pd.DataFrame, after: pd.DataFrame) -> list[tuple[RuleEntry, RuleEdit]]:
    """What somebody changed in the grid, as edits to be kept."""
    found = []
    for n, line in enumerate(shown):
        old, new = ({name: _cell(frame, n, name) for name in EDITABLE} for frame in (before, after))
        if old != new:
            found.append((line, _edit(line, new)))
    return found


def _cell(frame: pd.DataFrame, n: int, name: str) -> float | None:
    value = frame.iloc[n][name]
    return None if pd.isna(value) else float(value)


def _edit(line: RuleEntry, cells: dict[str, float | None]) -> RuleEdit:
    divided = 100 if hundreds(line) else 1
    # Of a change up or down the grid shows how far it may go, the rule holds the fall.
    divided *= -1 if line.shape.side == "either" else 1
    watch, bad = (None if limit is None else limit / divided for limit in (cells[WATCH], cells[BAD]))
    least = cells[LEAST]
    kept = None if least is None or int(least) == line.metric.enough else int(least)
    return RuleEdit(line.metric.name, line.key, watch, bad, kept, int(cells[DAYS] or 1))


def _save(shown: Sequence[RuleEntry], made: list[tuple[RuleEntry, RuleEdit]]) -> None:
    changes = say(f"保存 {len(made)} 条改动", f"Save {len(made)} changes")
    label = changes if made else say("没有改动", "Nothing changed")
    if not st.button(label, type="primary", disabled=not made, key="save-rules"):
        return
    errors = [error for line, edit in made if (error := wrong(line, edit))]
    if errors:
        mark = shape(Level.BAD, language.chosen())
        st.html(page(points([point(mark, say(error)) for error in errors])))
        return
    keep_rule_edits(answers.warehouse(), [edit for _, edit in made], by=user.name())
    st.rerun()


def _changed_ones(shop: str) -> None:
    changed = [line for line in lines(answers.warehouse(), shop=shop) if line.edit]
    if not changed:
        return
    title, count = say("改过的", "Changed"), say(f"{len(changed)} 条", f"{len(changed)}")
    st.html(page(section(title, side=count)))
    for line in changed:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(page(_sentence(line)))
            if st.button(say(BACK).capitalize(), key=f"default-{line.metric.name}-{line.key}", type="tertiary"):
                _back([line])
    if len(changed) > 1 and st.button(say("全部恢复默认", "All back to their defaults"), key="default-all"):
        _back(changed)


def _back(changed: Sequence[RuleEntry]) -> None:
    made = [
        RuleEdit(line.metric.name, line.key, to_default=True, shop=line.edit.edit.shop) for line in changed if line.edit
    ]
    keep_rule_edits(answers.warehouse(), made, by=user.name())
    st.rerun()


def _sentence(line: RuleEntry) -> str:
    now, usual = rule_words.limits(line, line.rule), rule_words.limits(line, line.default)
    by = user.spoken(line.edit.by if line.edit else None)
    name = say(
        Text("{name}，{against}", "{name}, {against}").filled(name=line.metric.label, against=rule_words.against(line))
    )
    return say(f"**{name}**：{usual} → {now}（{by}）", f"**{name}**: {usual} → {now} ({by})").replace("**", "")


def _history(kept: Sequence[KeptEdit]) -> None:
    if not kept:
        return
    words = (
        Text("何时", "When"), Text("谁", "Who"), Text("哪家店", "Shop"), Text("指标", "Metric"),
        Text("改成", "Changed to"),
    )  # fmt: skip
    heads = [Head(say(word)) for word in words]
    rows = [_kept(each) for each in kept[:HISTORY_SHOWN]]
    st.html(page(section(say("改动记录", "Every change"), table(heads, rows), side=f"{len(kept)}")))


def _kept(each: KeptEdit) -> list[str]:
    metric = metric_named(each.edit.metric)
    line = next((one for one in lines(answers.warehouse(), [metric]) if one.key == each.edit.rule), None)
    if each.edit.to_default or line is None:
        text = say(AS_ALL if each.edit.shop else BACK)
    else:
        limits = [limit for limit in (each.edit.watch, each.edit.bad) if limit is not None]
        text = " / ".join(rule_words.number(line, limit) for limit in limits) or say(rule_words.OFF)
    named = say(metric.label) + (f" · {say(rule_words.against(line))}" if line else "")
    return [f"{each.at:%Y-%m-%d %H:%M}", user.spoken(each.by), each.edit.shop or say(ALL_SHOPS), named, text]


def _columns(shop: str) -> dict:
    limits = st.column_config.NumberColumn
    return {
        "metric": st.column_config.TextColumn(say("指标", "Metric"), pinned=True, width="medium"),
        "against": st.column_config.TextColumn(say("对照", "Held against")),
        "unit": st.column_config.TextColumn(say("单位", "Unit")),
        WATCH: limits(say("关注线", "Watch from")),
        BAD: limits(say("落后线", "Behind from")),
        LEAST: limits(say("最少样本", "Smallest sample"), min_value=0, step=1),
        DAYS: limits(say("连续天数", "Days running"), min_value=1, max_value=LONGEST_RUN, step=1),
        "default": st.column_config.TextColumn(say(ALL_SHOPS) if shop else say("默认", "Default")),
    }
