"""The targets as a grid of months by shop, team and person; what does not add up; saving as a batch like any other."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pandas as pd
import streamlit as st

from data.importing import preview_table, store
from data.problem import Found
from data.sources.targets import PERSON, SHOP, TARGETS, TEAM
from metrics.judgement import Level
from metrics.metric import Unit
from metrics.plans import PLANS
from text import Text
from ui import answers, demo, filters, language
from ui.intake import who
from ui.language import say
from ui.pieces.lines import headline, page, point, points
from ui.pieces.marks import shape
from ui.pieces.table import Head, section, table
from ui.scale import Scale, scale_of

KEYS = (SHOP, TEAM, PERSON)
MONTHS = tuple(range(1, 13))
MONTH = Text("{n}月", "{n}")
TITLE = Text("目标 {year}", "Targets {year}")
LEAD = Text(
    "全店的月目标写在小组和姓名都空着的一行；按天均摊。也可以在「导入」拖进目标表。",
    "A shop's own target stands in a row without team and person; days share it evenly. A sheet can be imported, too.",
)
EVEN = Text("都加得上", "everything adds up")


def show() -> None:
    """The year's grid, its differences, and the button that saves what was changed."""
    demo.notice()
    year = filters.today().year
    st.html(page(headline(say(TITLE.filled(year=year)), say(LEAD))))
    before = grid(year)
    after = st.data_editor(
        before, num_rows="dynamic", hide_index=True, key=f"targets-{year}-{answers.warehouse().version}",
        column_config=_columns(),
    )  # fmt: skip
    rows = changed_rows(before, after, year)
    _save_button(rows, year)
    st.page_link("pages/records/imports.py", label=say("导入目标表", "Import a sheet of targets"))
    _differences(year)


def grid(year: int) -> pd.DataFrame:
    """A row for each shop, team and person, a column for each month of the year (1 to 12); amounts in yuan."""
    rows = answers.warehouse().rows(
        f"SELECT shop, team, person, right(period, 2)::INTEGER, amount::DOUBLE FROM ({PLANS})"
        " WHERE length(period) = 7 AND left(period, 5) = ? ORDER BY shop, team, person",
        [f"{year}-"],
    )
    found: dict[tuple[str, str, str], dict[str, float]] = {}
    for shop, team, person, month, planned in rows:
        found.setdefault((shop, team, person), {})[str(month)] = planned
    for shop in answers.shops():
        found.setdefault((shop, "", ""), {})
    names = [column.name for column in KEYS]
    listed = [dict(zip(names, key, strict=True)) | months for key, months in sorted(found.items())]
    frame = pd.DataFrame(listed, columns=[*names, *map(str, MONTHS)])
    return frame.astype({str(month): "float64" for month in MONTHS})


def changed_rows(before: pd.DataFrame, after: pd.DataFrame, year: int) -> list[dict[str, str]]:
    """What differs between two grids as rows of a target list, by its headings; a cleared cell is an empty one."""
    old = dict(_cells(before))
    rows = []
    for (key, month), value in _cells(after):
        if value != old.get((key, month)):
            named = {column.label.zh: part for column, part in zip(KEYS, key, strict=True)}
            rows.append({**named, "月份": f"{year}-{month:02d}", "目标": "" if value is None else f"{value:.2f}"})
    return rows


def _cells(frame: pd.DataFrame) -> Iterator[tuple[tuple[tuple[str, ...], int], float | None]]:
    for _, row in frame.iterrows():
        key = tuple("" if pd.isna(row[column.name]) else str(row[column.name]).strip() for column in KEYS)
        for month in MONTHS:
            value = row[str(month)]
            yield (key, month), None if pd.isna(value) else float(value)


def _columns() -> dict:
    labels = {column.name: st.column_config.TextColumn(say(column.label)) for column in KEYS}
    names = {str(n): say(MONTH.filled(n=n)) for n in MONTHS}
    figures = {name: st.column_config.NumberColumn(label, format="%,.0f", min_value=0) for name, label in names.items()}
    return labels | figures


def _save_button(rows: list[dict[str, str]], year: int) -> None:
    changes = say(f"保存 {len(rows)} 处改动", f"Save {len(rows)} changes")
    label = changes if rows else say("没有改动", "Nothing changed")
    if not st.button(label, type="primary", disabled=not rows, key="save-targets"):
        return
    found = preview_table(answers.warehouse(), TARGETS, rows, f"{year}年目标")
    errors = [problem for _, problem in found.problems if problem.problem.severity == "error"]
    if errors:
        st.html(page(points([_error(problem) for problem in errors])))
        return
    store(answers.warehouse(), found, by=who.name())
    st.rerun()


def _error(problem: Found) -> str:
    return point(shape(Level.BAD, language.chosen()), say(problem.problem.title), more=say(problem.message))


def _differences(year: int) -> None:
    found: dict[str, dict[int, Decimal]] = {}
    for month in MONTHS:
        for plan in answers.plans(date(year, month, 1), None):
            if len(plan.period) == 7 and plan.residual:
                found.setdefault(" ".join(filter(None, (plan.shop, plan.team))), {})[month] = plan.residual
    spoken = language.chosen()
    scale = scale_of([float(rest) for months in found.values() for rest in months.values()], Unit.YUAN, spoken)
    heads = [Head(say("谁", "Whose")), *(Head(say(MONTH.filled(n=n)), figures=True) for n in MONTHS)]
    rows = [[who, *(_rest(months.get(n), scale) for n in MONTHS)] for who, months in found.items()]
    title = say("加不上的：本级减下级之和", "What does not add up: own target minus its parts")
    beside, note = ("", scale.title(spoken)) if found else (say(EVEN), "")
    st.html(page(section(title, table(heads, rows) if rows else "", beside=beside, note=note)))


def _rest(residual: Decimal | None, scale: Scale) -> str:
    return scale.words(float(residual) / scale.divided_by) if residual else ""
