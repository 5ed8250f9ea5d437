"""Periods, the clock, and the words of tiles."""

from datetime import date

import pandas as pd
import pytest

from metrics.period import Period
from ui import filters
from ui.downloads import as_csv, as_xlsx
from ui.plans import changed_rows
from ui.spoken import figures_bold, nick

LAST = date(2026, 6, 11)


def test_today_can_be_set_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPSBOARD_TODAY", "2026-06-12")
    assert filters.today() == date(2026, 6, 12)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("yesterday", date(2026, 6, 11)),
        ("7d", date(2026, 6, 5)),
        ("30d", date(2026, 5, 13)),
        ("month", date(2026, 6, 1)),
    ],
)
def test_every_period_of_the_switch_ends_with_the_day(name: str, first: date) -> None:
    assert filters.period_named(name, LAST) == Period(first, LAST)


def test_amounts_in_a_sentence_are_bold_and_counts_of_days_are_not() -> None:
    said = "昨日支付 38.64万元，达成 92.0%；少 0.54万人，落后 2.1个百分点，还有 19 天"
    assert figures_bold(said) == (
        "昨日支付 **38.64万元**，达成 **92.0%**；少 **0.54万人**，落后 **2.1个百分点**，还有 19 天"
    )


@pytest.mark.parametrize(
    ("account", "name"), [("某店:小满", "小满"), ("某店：小满", "小满"), ("小满", "小满"), ("某店:", "某店:")]
)
def test_an_agent_is_called_by_the_name_behind_the_shops(account: str, name: str) -> None:
    assert nick(account) == name


def test_only_changed_cells_of_the_grid_are_saved() -> None:
    months = {str(n): [None, 5.0] for n in range(1, 13)}
    before = pd.DataFrame({"shop": ["A", "A"], "team": ["", ""], "person": ["", "小满"], **months})
    after = before.copy()
    after.loc[0, "6"] = 1000.0
    after.loc[1, "7"] = None
    assert changed_rows(before, after, 2026) == [
        {"店铺名称": "A", "小组": "", "姓名": "", "月份": "2026-06", "目标": "1000.00"},
        {"店铺名称": "A", "小组": "", "姓名": "小满", "月份": "2026-07", "目标": ""},
    ]


def test_a_new_row_of_the_grid_is_saved_with_its_names() -> None:
    empty = pd.DataFrame(columns=["shop", "team", "person", *map(str, range(1, 13))])
    after = pd.DataFrame([{"shop": "A", "team": None, "person": " 小满 ", "3": 7.5}], columns=empty.columns)
    assert changed_rows(empty, after, 2026) == [
        {"店铺名称": "A", "小组": "", "姓名": "小满", "月份": "2026-03", "目标": "7.50"}
    ]


def test_a_download_opens_with_its_chinese_intact_and_runs_no_formula() -> None:
    made = as_csv(["谁", "多少"], [["=cmd()", 1.5], ["小满", None]])
    assert made.decode("utf-8-sig").splitlines() == ["谁,多少", "'=cmd(),1.5", "小满,"]
    assert as_xlsx(["谁"], [["小满"]])[:2] == b"PK"
