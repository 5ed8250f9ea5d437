"""Periods, the clock, and the words of tiles."""

from datetime import date

import pytest

from metrics.calendar.period import Period
from ui.choices import filters, names
from ui.content.downloads import as_csv, as_xlsx
from ui.pieces.emphasis import figures_bold

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
    text = "昨日支付 38.64万元，达成 92.0%；少 0.54万人，落后 2.1个百分点，还有 19 天"
    assert figures_bold(text) == (
        "昨日支付 **38.64万元**，达成 **92.0%**；少 **0.54万人**，落后 **2.1个百分点**，还有 19 天"
    )


@pytest.mark.parametrize(
    ("account", "name"), [("某店:小满", "小满"), ("某店：小满", "小满"), ("小满", "小满"), ("某店:", "某店:")]
)
def test_an_agent_is_called_by_the_name_behind_the_shops(account: str, name: str) -> None:
    assert names.shown(account) == name


def test_a_download_opens_with_its_chinese_intact_and_runs_no_formula() -> None:
    made = as_csv(["谁", "多少"], [["=cmd()", 1.5], ["小满", None]])
    assert made.decode("utf-8-sig").splitlines() == ["谁,多少", "'=cmd(),1.5", "小满,"]
    assert as_xlsx(["谁"], [["小满"]])[:2] == b"PK"
