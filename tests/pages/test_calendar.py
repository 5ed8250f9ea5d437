"""The calendar page: promotions that the shop corrects, days off, and years not announced."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data.importing.imports import preview_table, store
from data.sources.targets.calendar import PROMOTIONS
from data.store.board import in_memory
from metrics.calendar.promotions import DatesFrom, promotions
from tests.metrics.rows import OTHER
from tests.pages.conftest import SHOP, Open
from ui.records.calendar import changed_rows, grid

TextOf = Callable[[AppTest], str]


@pytest.fixture
def year_2026() -> pd.DataFrame:
    with in_memory() as empty:
        return grid(promotions(empty, [2026], SHOP))


def test_the_year_shows_its_days_off_and_those_worked_instead(open_page: Open, text_of: TextOf) -> None:
    shown = text_of(open_page("records/calendar"))
    for words in ("春节", "2月15日至2月23日", "2月14日、2月28日", "除夕", "2月16日"):
        assert words in shown


def test_a_year_not_announced_says_so_and_shows_its_statutory_days(open_page: Open, text_of: TextOf) -> None:
    app = open_page("records/calendar", year="2027")
    shown = text_of(app)
    assert "2027年的调休还没有公布" in shown
    assert "10月1日至10月3日" in shown
    # The lunar calendar is known: the year begins on 6 February.
    assert "2月6日" in shown


def test_the_boards_zone_is_set_here_and_what_is_none_is_refused_in_a_sentence(open_page: Open) -> None:
    app = open_page("records/calendar")
    app.text_input(key="setting-time_zone-Asia/Shanghai").set_value("北京").run()
    (refused,) = app.warning
    assert (
        refused.value
        == "没有“北京”这个时区，仍按 Asia/Shanghai。请写时区的英文名，例如 Asia/Shanghai、Asia/Singapore。"
    )
    app.text_input(key="setting-time_zone-Asia/Shanghai").set_value("America/New_York").run()
    assert not app.warning
    assert app.text_input(key="setting-time_zone-America/New_York").value == "America/New_York"


def test_only_what_was_corrected_is_saved(year_2026: pd.DataFrame) -> None:
    after = year_2026.copy()
    after.loc[after["activity"] == "双11", "first_day"] = date(2026, 10, 20)
    after = pd.concat([after[after["activity"] != "双12"], _row("店庆", 8, 8, 10)], ignore_index=True)
    assert changed_rows(year_2026, after, SHOP) == [
        {"店铺名称": SHOP, "活动": "双11", "起": "2026-10-20", "止": "2026-11-11", "高峰日": "2026-11-11",
         "级别": "S级"},
        {"店铺名称": SHOP, "活动": "店庆", "起": "2026-08-08", "止": "2026-08-10", "高峰日": "", "级别": ""},
        {"店铺名称": SHOP, "活动": "双12", "起": "2026-12-09", "止": "2026-12-12", "高峰日": "2026-12-12",
         "级别": "不参加"},
    ]  # fmt: skip
    assert changed_rows(year_2026, year_2026.copy(), SHOP) == []


@pytest.mark.parametrize("shop", [SHOP, None])
def test_what_the_page_saves_counts_from_then_on(shop: str | None, year_2026: pd.DataFrame) -> None:
    after = year_2026[year_2026["activity"] != "双12"].copy()
    after.loc[after["activity"] == "双11", "peak_day"] = date(2026, 11, 1)
    with in_memory() as board:
        rows = changed_rows(year_2026, after, shop)
        store(board, preview_table(board, PROMOTIONS, rows, "2026年大促日历"), by="测试")
        all_promotions = {each.name: each for each in promotions(board, [2026], SHOP)}
        elsewhere = {each.name for each in promotions(board, [2026], OTHER)}
    assert (all_promotions["双11"].peak, all_promotions["双11"].dates_from) == (date(2026, 11, 1), DatesFrom.SHOP)
    assert "双12" not in all_promotions
    assert ("双12" in elsewhere) == (shop is not None)


def _row(name: str, month: int, first: int, last: int) -> pd.DataFrame:
    days = {"first_day": date(2026, month, first), "last_day": date(2026, month, last), "peak_day": None}
    return pd.DataFrame([{"activity": name, **days, "level": None, "said": None}])
