"""The Chinese calendar: days as the State Council announced them, lunar dates as almanacs print them."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.checking.template import template_workbook
from data.importing.imports import preview, store
from data.importing.uploads import receive
from data.sources.targets.days_off import DAYS_OFF
from data.store.warehouse import Warehouse
from metrics.calendar.days_off import announced, entered, holiday, holidays, unannounced
from metrics.calendar.lunar import (
    LunarDate,
    a_lunar_year_before,
    from_lunar,
    lunar,
    new_year,
    qingming,
    span_a_lunar_year_before,
)
from metrics.calendar.period import Period
from metrics.calendar.statutory import statutory
from text import same

DAYS = st.dates(date(2001, 1, 1), date(2090, 12, 31))


def worked_instead(day: date) -> bool:
    """Whether a day off is made up for on it."""
    return any(day in each.worked for each in holidays(day.year))


@pytest.mark.parametrize(
    ("year", "first"),
    [
        (2023, date(2023, 1, 22)), (2024, date(2024, 2, 10)), (2025, date(2025, 1, 29)), (2026, date(2026, 2, 17)),
        (2027, date(2027, 2, 6)),
    ],
)  # fmt: skip
def test_the_spring_festival_falls_on_the_day_of_the_almanac(year: int, first: date) -> None:
    assert new_year(year) == first
    assert lunar(first) == LunarDate(year, 1, 1)


@pytest.mark.parametrize("day", [date(2025, 1, 26), date(2025, 4, 27), date(2025, 9, 28), date(2026, 9, 20)])
def test_a_sunday_may_be_worked_instead_of_a_day_off(day: date) -> None:
    assert day.weekday() == 6
    assert worked_instead(day)
    assert holiday(day) is None


@pytest.mark.parametrize(
    ("day", "off", "worked"),
    [
        (date(2026, 2, 14), False, True), (date(2026, 2, 16), True, False), (date(2026, 2, 24), False, False),
        (date(2026, 2, 28), False, True), (date(2026, 3, 1), False, False), (date(2026, 6, 19), True, False),
    ],
)  # fmt: skip
def test_days_are_what_was_announced_for_them(day: date, off: bool, worked: bool) -> None:
    assert (holiday(day) is not None, worked_instead(day)) == (off, worked)
    assert any(day in (each.off or ()) for each in holidays(day.year)) == off


def test_a_festival_has_its_days_off_and_those_worked_instead() -> None:
    spring = next(each for each in holidays(2026) if each.name.zh == "春节")
    assert spring.off == Period(date(2026, 2, 15), date(2026, 2, 23))
    assert spring.worked == (date(2026, 2, 14), date(2026, 2, 28))
    assert [each.name.zh for each in holidays(2026)] == [
        "元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节",
    ]  # fmt: skip


def test_a_year_not_announced_has_its_statutory_days_and_says_so() -> None:
    assert not announced(2091)
    assert holiday(date(2091, 1, 1)) is not None
    assert holiday(date(2091, 1, 2)) is None
    assert all(each.worked == () for each in holidays(2091))
    assert "2091" in str(unannounced(Period(date(2091, 2, 1), date(2091, 2, 28))))
    assert unannounced(Period(date(2025, 12, 1), date(2026, 1, 31))) is None


def test_the_law_gives_thirteen_days_a_year() -> None:
    # 2027 by the almanac: new year on 6 February, Qingming on 5 April, 五月初五 on 9 June, 八月十五 on 15 September.
    off = {each.name.zh: each.off for each in holidays(2027)}
    assert off == {
        "元旦": Period(date(2027, 1, 1), date(2027, 1, 1)),
        "春节": Period(date(2027, 2, 5), date(2027, 2, 8)),
        "清明节": Period(date(2027, 4, 5), date(2027, 4, 5)),
        "劳动节": Period(date(2027, 5, 1), date(2027, 5, 2)),
        "端午节": Period(date(2027, 6, 9), date(2027, 6, 9)),
        "中秋节": Period(date(2027, 9, 15), date(2027, 9, 15)),
        "国庆节": Period(date(2027, 10, 1), date(2027, 10, 3)),
    }
    assert sum(period.days for period in off.values() if period) == 13


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_statutory_days_lie_within_what_was_announced(year: int) -> None:
    announced_off = {day for each in holidays(year) for day in each.off or ()}
    by_law = {day for each in statutory(year) for day in each.off}
    assert len(by_law) >= 12
    assert by_law <= announced_off


@pytest.mark.parametrize(("year", "day"), [(2024, 4), (2025, 4), (2026, 5), (2027, 5), (2028, 4)])
def test_qingming_falls_on_the_day_of_the_almanac(year: int, day: int) -> None:
    assert qingming(year) == date(year, 4, day)


def announce(warehouse: Warehouse, var: Path, rows: str) -> None:
    found = preview(warehouse, [receive(var, "放假安排.csv", f"日期,放假或上班,节日\n{rows}".encode())])
    store(warehouse, found, by="谷雨")


YEAR_2027 = (
    "2027-01-01,放假,元旦\n2027-01-02,放假,元旦\n2027-01-03,放假,元旦\n2027-01-31,调休上班,春节\n"
    "2027-02-05,放假,春节\n2027-02-06,放假,春节\n2027-02-07,放假,春节\n2027-02-08,休,春节\n2027-02-09,休,春节\n"
)


def test_a_sheet_announces_a_year(warehouse: Warehouse, var: Path) -> None:
    announce(warehouse, var, YEAR_2027)
    recorded = entered(warehouse)
    assert announced(2027, recorded)
    assert unannounced(Period(date(2027, 1, 1), date(2027, 1, 31)), recorded) is None
    new, spring = holidays(2027, recorded)
    assert (new.name.zh, new.off, new.worked) == ("元旦", Period(date(2027, 1, 1), date(2027, 1, 3)), ())
    assert (spring.off, spring.worked) == (Period(date(2027, 2, 5), date(2027, 2, 9)), (date(2027, 1, 31),))
    assert holiday(date(2027, 2, 9), recorded) == spring.name
    assert holiday(date(2027, 1, 31), recorded) is None


def test_a_day_of_the_companys_own_stands_beside_what_was_announced(warehouse: Warehouse, var: Path) -> None:
    announce(warehouse, var, "2026-03-20,放假,店庆\n2026-02-14,放假,春节\n")
    recorded = entered(warehouse)
    assert [each.name.zh for each in holidays(2026, recorded)].count("店庆") == 1
    assert holiday(date(2026, 3, 20), recorded) == same("店庆")
    assert holiday(date(2026, 2, 14), recorded) is not None
    assert announced(2026, recorded)


def test_a_word_that_says_neither_is_refused_by_its_cell(warehouse: Warehouse, var: Path) -> None:
    found = preview(warehouse, [receive(var, "放假安排.csv", "日期,放假或上班\n2027-01-01,调休\n".encode())])
    ((_, problem),) = [(where, each) for where, each in found.problems if each.problem.severity == "error"]
    assert "调休" in problem.message.zh


def test_the_example_of_the_template_is_a_day_off() -> None:
    book = openpyxl.load_workbook(BytesIO(template_workbook(DAYS_OFF, "zh")))
    assert [cell.value for cell in book.worksheets[0][2]][2:] == ["例：放假", "例：元旦"]


def test_the_days_before_the_new_year_are_counted_from_it() -> None:
    # The year of the snake ended with a month of 29 days, the one before with 29, the one before that with 30.
    assert a_lunar_year_before(date(2026, 2, 16)) == date(2025, 1, 28)
    assert a_lunar_year_before(date(2025, 1, 28)) == date(2024, 2, 9)
    assert a_lunar_year_before(date(2026, 2, 17)) == date(2025, 1, 29)


def test_a_leap_month_is_compared_with_the_plain_one() -> None:
    assert lunar(date(2025, 8, 1)) == LunarDate(2025, 6, 8, leap=True)
    assert a_lunar_year_before(date(2025, 8, 1)) == from_lunar(LunarDate(2024, 6, 8)) == date(2024, 7, 13)


def test_a_lunar_date_is_written_as_almanacs_write_it() -> None:
    assert lunar(date(2026, 2, 17)).label("zh") == "正月初一"
    assert lunar(date(2025, 8, 1)).label("zh") == "闰六月初八"
    assert lunar(date(2025, 8, 1)).label("en") == "lunar month 6 (leap), day 8"


@given(DAYS)
def test_a_lunar_date_leads_back_to_its_day(day: date) -> None:
    assert from_lunar(lunar(day)) == day


@given(DAYS, st.integers(1, 90))
def test_a_lunar_year_before_is_as_long_and_about_a_year_earlier(day: date, days: int) -> None:
    span = Period(day, day + timedelta(days=days - 1))
    earlier = span_a_lunar_year_before(span)
    assert earlier.days == days
    assert 353 <= (span.first - earlier.first).days <= 385
