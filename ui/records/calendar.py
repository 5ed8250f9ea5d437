"""The calendar page: a year's promotions as a grid that the shop can correct, and its days off."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from data.formats.problem import LocatedProblem
from data.importing.imports import preview_table, store
from data.records.settings import TIME_ZONE
from data.sources.targets.calendar import ACTIVITY, FIRST, LAST, LEVEL, PEAK, PROMOTIONS
from metrics.calendar.days_off import entered, holidays, unannounced
from metrics.calendar.lunar import festivals
from metrics.calendar.period import Period, short, spelled_out, year_of
from metrics.calendar.promotions import NOT_TAKEN_PART, Promotion, promotions
from metrics.judgement.limits import Level
from text import Text
from ui.cache import answers
from ui.choices import filters, preferences, user
from ui.frame import demo
from ui.pieces.lines import headline, page, point, points
from ui.pieces.marks import shape
from ui.pieces.table import Head, section, table
from ui.session import address, language
from ui.session.language import say

COLUMNS = (ACTIVITY, FIRST, LAST, PEAK, LEVEL)
DATES_FROM = "said"
TITLE = Text("日历 {year}", "Calendar {year}")
LEAD = Text(
    "大促按高峰日和去年对齐；日子不对就改，改动只算{shop}。删掉一行，就当这年不参加。也可以在「导入」拖进大促日历。",
    "Promotions are aligned with last year on their peak day. Correct the days where they differ: changes count for"
    " {shop}. A row that is removed counts as not taken part in. A sheet can be imported, too.",
)
PROMOTIONS_OF = Text("大促", "Promotions")
DAYS_OFF = Text("放假与调休", "Days off")
LUNAR = Text("农历节日", "Lunar festivals")
NONE = Text("无", "none")


def show() -> None:
    """The year, its promotions, its days off and its lunar festivals."""
    demo.notice()
    now = filters.today().year
    years = {str(year): str(year) for year in (now - 1, now, now + 1)}
    shop = filters.shop()
    place = st.empty()
    year = int(address.switch("year", say("年份", "Year"), years, str(now)))
    lead = LEAD.filled(shop=Text(shop or "全部店铺", shop or "all shops"))
    place.html(page(headline(say(TITLE.filled(year=year)), say(lead))))
    left, right = st.columns([1.6, 1], gap="large")
    with left:
        _promotions(year, shop)
    with right:
        _days_off(year)
        preferences.show(TIME_ZONE, title=TIME_ZONE.title)


def grid(promotions: Sequence[Promotion]) -> pd.DataFrame:
    """A row for each promotion, with where its days are from."""
    rows = [
        (each.name, each.span.first, each.span.last, each.peak, each.level, say(each.dates_from.word))
        for each in promotions
    ]
    return pd.DataFrame(rows, columns=[*(column.name for column in COLUMNS), DATES_FROM])


def changed_rows(before: pd.DataFrame, after: pd.DataFrame, shop: str | None) -> list[dict[str, str]]:
    """What differs between two grids as rows of a promotion calendar, by its headings; a row gone is not taken part."""
    old, new = _rows(before), _rows(after)
    changed = [row for row in new if row not in old and row[ACTIVITY.label.zh]]
    there = {row[ACTIVITY.label.zh] for row in new}
    gone = [{**row, LEVEL.label.zh: NOT_TAKEN_PART[0]} for row in old if row[ACTIVITY.label.zh] not in there]
    return [{"店铺名称": shop or "", **row} for row in changed + gone]


def _rows(frame: pd.DataFrame) -> list[dict[str, str]]:
    found = []
    for _, row in frame.iterrows():
        found.append({c.label.zh: "" if pd.isna(row[c.name]) else str(row[c.name])[:40].strip() for c in COLUMNS})
    return found


def _promotions(year: int, shop: str | None) -> None:
    st.html(page(section(say(PROMOTIONS_OF))))
    before = grid(promotions(answers.warehouse(), [year], shop))
    span = year_of(date(year, 1, 1))
    days = {
        column.name: st.column_config.DateColumn(say(column.label), required=column is not PEAK, format="YYYY-MM-DD")
        for column in (FIRST, LAST, PEAK)
    }
    after = st.data_editor(
        before, num_rows="dynamic", hide_index=True, disabled=[DATES_FROM], placeholder="—",
        key=f"promotions-{span.first.year}-{shop}-{answers.warehouse().version}",
        column_config={
            ACTIVITY.name: st.column_config.TextColumn(say(ACTIVITY.label), required=True),
            **days,
            LEVEL.name: st.column_config.TextColumn(say(LEVEL.label)),
            DATES_FROM: st.column_config.TextColumn(say("日子从哪来", "Where the days are from")),
        },
    )  # fmt: skip
    _save_button(changed_rows(before, after, shop), year)
    st.page_link("pages/records/imports.py", label=say("导入大促日历", "Import a promotion calendar"))


def _save_button(rows: list[dict[str, str]], year: int) -> None:
    changes = say(f"保存 {len(rows)} 处改动", f"Save {len(rows)} changes" if len(rows) > 1 else "Save 1 change")
    label = changes if rows else say("没有改动", "Nothing changed")
    if not st.button(label, type="primary", disabled=not rows, key="save-promotions"):
        return
    found = preview_table(answers.warehouse(), PROMOTIONS, rows, f"{year}年大促日历")
    errors = [problem for _, problem in found.problems if problem.problem.severity == "error"]
    if errors:
        st.html(page(points([_error(problem) for problem in errors])))
        return
    store(answers.warehouse(), found, by=user.name())
    st.rerun()


def _error(problem: LocatedProblem) -> str:
    return point(shape(Level.BAD, language.chosen()), say(problem.problem.title), more=say(problem.message))


def _days_off(year: int) -> None:
    spoken, sheets = language.chosen(), entered(answers.warehouse())
    heads = [Head(say("节日", "Festival")), Head(say("放假", "Off")), Head(say("调休上班", "worked instead"))]
    rows = [
        [
            say(each.name),
            spelled_out(each.off, spoken) if each.off else say(NONE),
            say("、", ", ").join(short(day, spoken) for day in each.worked) or say(NONE),
        ]
        for each in holidays(year, sheets)
    ]
    missing = unannounced(Period(date(year, 1, 1), date(year, 12, 31)), sheets)
    st.html(page(section(say(DAYS_OFF), table(heads, rows) if rows else "", side=say(missing) if missing else "")))
    days = [[say(name), short(when, spoken)] for name, when in festivals(year)]
    st.html(page(section(say(LUNAR), table([Head(say("节日", "Festival")), Head(say("日子", "Day"))], days))))
