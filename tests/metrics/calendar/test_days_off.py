"""The Chinese calendar: days as the State Council announced them, lunar dates as almanacs print them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.calendar.days_off import (
    LunarDate,
    a_lunar_year_before,
    announced,
    from_lunar,
    holiday,
    holidays,
    lunar,
    new_year,
    span_a_lunar_year_before,
    unannounced,
)
from metrics.calendar.period import Period

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
    assert any(day in each.off for each in holidays(day.year)) == off


def test_a_festival_has_its_days_off_and_those_worked_instead() -> None:
    spring = next(each for each in holidays(2026) if each.name.zh == "春节")
    assert spring.off == Period(date(2026, 2, 15), date(2026, 2, 23))
    assert spring.worked == (date(2026, 2, 14), date(2026, 2, 28))
    assert [each.name.zh for each in holidays(2026)] == [
        "元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节",
    ]  # fmt: skip


def test_a_year_not_announced_is_said_and_not_guessed() -> None:
    assert not announced(2091)
    assert holiday(date(2091, 1, 1)) is None
    assert holidays(2091) == ()
    assert "2091" in str(unannounced(Period(date(2091, 2, 1), date(2091, 2, 28))))
    assert unannounced(Period(date(2025, 12, 1), date(2026, 1, 31))) is None


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
