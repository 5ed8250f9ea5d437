"""The targets as a grid of periods by shop, team and person; what was changed is saved as a batch like any other."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import pandas as pd
import streamlit as st

from data.importing.plan_edits import save
from data.records.plan_rows import ENTERED
from data.records.plan_versions import NotNow
from data.sources.targets.targets import PERSON, SHOP, TEAM
from metrics.judgement.limits import Level as Mark
from text import Text
from ui.cache import answers
from ui.choices import filters, user
from ui.pieces.lines import page, point, points
from ui.pieces.marks import shape
from ui.planning.choice import LEVELS, Chosen, shops, spoken
from ui.session import language
from ui.session.language import say

KEYS = (SHOP, TEAM, PERSON)
NAMES = tuple(column.name for column in KEYS)
SHOP_NEEDED = Text("有 {n} 处没写店铺，补上再保存", "{n} changes name no shop: fill it in, then save")
SAVED_AS = Text("{year}年{metric}{level}", "{year} {metric}, {level}")

Cells = dict[tuple[str, str, str, str], Decimal | None]
"""Amounts by shop, period, team and person; None is a cleared one."""


def show(chosen: Chosen) -> None:
    """The grid and the button that saves what was changed in it."""
    before = grid(chosen.metric.name, chosen.level, chosen.periods, filters.shop())
    key = f"targets-{chosen.metric.name}-{chosen.level}-{chosen.span}-{filters.shop()}-{answers.warehouse().version}"
    after = st.data_editor(
        before, num_rows="dynamic", hide_index=True, key=key, placeholder="—", column_order=_order(chosen.periods),
        column_config=_columns(chosen.periods),
    )  # fmt: skip
    changes = changed_cells(before, after, chosen.periods)
    text = say(f"保存 {len(changes)} 处改动", f"Save {len(changes)} changes")
    label = text if changes else say("没有改动", "Nothing changed")
    if st.button(label, type="primary", disabled=not changes, key="save-targets"):
        _save(chosen, named(changes, shops()))


def grid(metric: str, level: str, periods: Sequence[str], shop: str | None = None) -> pd.DataFrame:
    """A row for each shop, team and person that has a target there, a column for each period; as entered."""
    rows = answers.warehouse().rows(
        f"SELECT shop, team, person, period, {level}::DOUBLE FROM ({ENTERED}) WHERE metric = ? AND {level} IS NOT NULL"
        " AND list_contains(?, period) AND coalesce(?, shop) = shop ORDER BY shop, team, person",
        [metric, list(periods), shop],
    )
    found: dict[tuple[str, str, str], dict[str, float]] = {}
    for of_shop, team, person, period, amount in rows:
        found.setdefault((of_shop, team, person), {})[period] = amount
    for stored in shops():
        found.setdefault((stored, "", ""), {})
    listed = [dict(zip(NAMES, key, strict=True)) | amounts for key, amounts in sorted(found.items())]
    frame = pd.DataFrame(listed, columns=[*NAMES, *periods])
    return frame.astype(dict.fromkeys(periods, "float64"))


def changed_cells(before: pd.DataFrame, after: pd.DataFrame, periods: Sequence[str]) -> Cells:
    """What differs between two grids; the cells of a row that was taken out are cleared."""
    old, new = dict(_cells(before, periods)), dict(_cells(after, periods))
    return {
        key: new.get(key) for key in [*old, *(key for key in new if key not in old)] if old.get(key) != new.get(key)
    }


def named(changes: Mapping[tuple[str, str, str, str], Decimal | None], shops_stored: Sequence[str]) -> Cells:
    """The changes, those without a shop put down to the only shop there is."""
    only = shops_stored[0] if len(shops_stored) == 1 else ""
    return {(key[0] or only, *key[1:]): amount for key, amount in changes.items()}


def complain(text: Text) -> None:
    """Say why something was not done."""
    st.html(page(points([point(shape(Mark.BAD, language.chosen()), say(text))])))


def _cells(frame: pd.DataFrame, periods: Sequence[str]) -> Iterator[tuple[tuple[str, str, str, str], Decimal | None]]:
    for _, row in frame.iterrows():
        shop, team, person = ("" if pd.isna(row[name]) else str(row[name]).strip() for name in NAMES)
        for period in periods:
            value = row[period]
            yield (shop, period, team, person), None if pd.isna(value) else Decimal(f"{float(value):.2f}")


def _order(periods: Sequence[str]) -> list[str]:
    """The columns shown: the shop's only where there are several."""
    return [*(NAMES if len(shops()) != 1 else NAMES[1:]), *periods]


def _columns(periods: Sequence[str]) -> dict:
    labels = {column.name: st.column_config.TextColumn(say(column.label), pinned=len(shops()) == 1) for column in KEYS}
    figures = {
        period: st.column_config.NumberColumn(say(spoken(period)), format="%,.0f", min_value=0) for period in periods
    }
    return labels | figures


def _save(chosen: Chosen, changes: Cells) -> None:
    nameless = sum(not key[0] for key in changes)
    if nameless:
        complain(SHOP_NEEDED.filled(n=nameless))
        return
    title = SAVED_AS.filled(year=chosen.span, metric=chosen.metric.label, level=LEVELS[chosen.level])
    try:
        save(answers.warehouse(), chosen.metric.name, chosen.level, changes, by=user.name(), title=title.zh)
    except NotNow as refused:
        complain(refused.text)
        return
    st.rerun()
