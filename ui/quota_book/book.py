"""The quota book as a grid: rows are added, changed and retired; what was changed is saved as a batch."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from data.importing.batches import batches, withdraw
from data.importing.entered import entered
from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.sources.service.quotas import ALWAYS, QUOTAS
from data.starter import QUOTAS as STARTER
from text import Text
from ui.cache import answers
from ui.choices import filters, names, user
from ui.pieces.lines import page
from ui.pieces.table import section
from ui.quota_book.words import DUTY, EVERY, WHOSE
from ui.session import address
from ui.session.language import say

STARTER_FILE = "定额起步表.csv"
KEYS = ("shop", "team", "person", "task", "every", "valid_from")
COLUMNS = (
    *("shop", "team", "task", "unit", "low", "high", "every", "accounts", "whose", "duty", "minutes", "person"),
    *("valid_from", "valid_to", "proof", "reference"),
)
NUMBERS = ("low", "high", "accounts", "minutes")
SINCE_EVER = date.fromisoformat(ALWAYS)
ALL = "all"
HOW = Text(
    "改数会改以前的完成率；从某天起改，另加一行写生效日。删掉的行从昨天起停用，以前的照算。",
    "Changing a figure changes past attainment; for a change from a day on, add a row with that day. A row that is"
    " deleted ends yesterday; the past stays.",
)

Row = dict[str, object]


def show() -> None:
    """The starter set's button, the choice of a team, the grid and the button that saves it."""
    if names.kept_back():
        return
    st.html(page(section(say("定额本", "Quota book"), note=say(HOW))))
    _starter()
    kept = answers.warehouse().rows("SELECT DISTINCT team FROM quotas ORDER BY team")
    teams = {ALL: say("全部小组", "All teams")} | {team: team for (team,) in kept}
    with st.container(horizontal=True, vertical_alignment="center", key="ob-quota-choice"):
        with st.container(width=220):
            team = address.pick("team", say("小组", "Team"), teams, ALL)
        retired = st.toggle(say("也看停用的", "Retired ones, too"), key="quota-retired")
    before = grid(None if team == ALL else team, None if retired else filters.today())
    key = f"quotas-{team}-{retired}-{answers.warehouse().version}"
    after = st.data_editor(
        before,
        num_rows="dynamic",
        hide_index=True,
        key=key,
        placeholder="—",
        column_order=COLUMNS[1:],
        column_config=_columns(),
    )
    rows = changed_rows(before, after, filters.today())
    text = say(f"保存 {len(rows)} 处改动", f"Save {len(rows)} changes")
    label = text if rows else say("没有改动", "Nothing changed")
    with st.container(horizontal=True, vertical_alignment="center", key="ob-quota-save"):
        if st.button(label, type="primary", disabled=not rows, key="save-quotas"):
            store(answers.warehouse(), entered(answers.warehouse(), QUOTAS, rows, "定额本"), by=user.name())
            st.rerun()
        st.page_link(
            "pages/records/imports.py", label=say("导入定额表或下载空白模板", "Import a sheet, or get a template")
        )


def grid(team: str | None, valid_on: date | None) -> pd.DataFrame:
    """The quotas of a team, or of all, those valid on a day or all: a row a quota, COLUMNS as columns.

    A first day of always is left blank.
    """
    rows = answers.warehouse().rows(
        f"SELECT {', '.join(COLUMNS)} FROM quotas WHERE coalesce(?, team) = team"
        " AND coalesce(? BETWEEN valid_from AND coalesce(valid_to, DATE '9999-12-31'), true)"
        " ORDER BY team, duty DESC, task, every, person, valid_from, shop",
        [team, valid_on],
    )
    frame = pd.DataFrame(rows, columns=list(COLUMNS)).astype(dict.fromkeys(NUMBERS, "float64"))
    frame["valid_from"] = [None if since == SINCE_EVER else since for since in frame["valid_from"]]
    for name in ("valid_from", "valid_to"):
        frame[name] = pd.to_datetime(frame[name])
    return frame


def changed_rows(before: pd.DataFrame, after: pd.DataFrame, today: date) -> list[Row]:
    """The rows to store: new and changed ones as they are, those that are gone as ended the day before `today`.

    A row without a team or a task is left out.
    """
    old = {tuple(row[name] for name in KEYS): row for row in map(_plain, before.to_dict("records"))}
    new = {tuple(row[name] for name in KEYS): row for row in map(_plain, after.to_dict("records"))}
    changed = [row for key, row in new.items() if row["team"] and row["task"] and old.get(key) != row]
    ended = [row | {"valid_to": today - timedelta(days=1)} for key, row in old.items() if key not in new]
    return [*changed, *ended]


def _plain(row: Mapping[object, object]) -> Row:
    values: Row = {str(name): None if pd.isna(value) else value for name, value in row.items()}  # type: ignore[call-overload]
    values = {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}
    values |= {name: values[name] or "" for name in ("shop", "team", "person", "task")}
    for name, usual in (("every", "day"), ("whose", "person"), ("duty", "main"), ("accounts", 1.0)):
        values[name] = usual if values[name] is None else values[name]
    for name in ("valid_from", "valid_to"):
        values[name] = value.date() if isinstance(value := values[name], pd.Timestamp) else value
    values["valid_from"] = values["valid_from"] or SINCE_EVER
    return values


def _columns() -> dict:
    labels = {column.name: say(column.label) for column in QUOTAS.columns}
    texts = {name: st.column_config.TextColumn(label) for name, label in labels.items()}
    texts["team"] = st.column_config.TextColumn(labels["team"], pinned=True)
    texts["task"] = st.column_config.TextColumn(labels["task"], pinned=True)
    figures = {name: st.column_config.NumberColumn(labels[name], min_value=0.0) for name in NUMBERS}
    days = {name: st.column_config.DateColumn(labels[name]) for name in ("valid_from", "valid_to")}
    words: dict[str, dict[str, Text]] = {"every": EVERY, "whose": WHOSE, "duty": DUTY}
    choices = {
        name: st.column_config.SelectboxColumn(labels[name], options=list(words_of), format_func=_speaks(words_of))
        for name, words_of in words.items()
    }
    return texts | figures | days | choices


def _speaks(words: Mapping[str, Text]) -> Callable[[object], str]:
    return lambda code: say(words[str(code)]) if str(code) in words else str(code)


def _starter() -> None:
    """The button that loads the starter set where it is not loaded, and the one that takes it back where it is."""
    warehouse = answers.warehouse()
    loaded = [
        line.name
        for line in batches(warehouse)
        if not line.withdrawn_at and any(part.file == STARTER_FILE for part in line.parts)
    ]
    if loaded:
        if st.button(say("撤回起步定额", "Take the starter set back"), type="tertiary", key="withdraw-starter"):
            withdraw(warehouse, loaded[0], by=user.name())
            st.rerun()
    elif st.button(say("装入起步定额", "Load the starter set"), key="load-starter"):
        found = preview(warehouse, [Upload(STARTER_FILE, STARTER)])
        store(warehouse, found, by=user.name())
        st.rerun()
