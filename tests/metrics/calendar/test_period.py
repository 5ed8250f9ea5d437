"""Periods: the days they hold, the days they are compared with, how they are written."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.calendar.period import (
    Period,
    before,
    day,
    last_days,
    month_of,
    month_to_date,
    same_days_last_year,
    same_weekdays,
    week_of,
)

DAYS = st.dates(date(2000, 2, 1), date(2099, 12, 31))


def test_both_ends_belong_to_a_period() -> None:
    period = Period(date(2026, 6, 29), date(2026, 7, 2))
    assert period.days == 4
    assert [when.day for when in period] == [29, 30, 1, 2]
    assert date(2026, 7, 2) in period
    assert date(2026, 7, 3) not in period


def test_a_period_cannot_run_backwards() -> None:
    with pytest.raises(ValueError, match="is after"):
        Period(date(2026, 6, 2), date(2026, 6, 1))


@given(DAYS)
def test_a_week_is_monday_to_sunday_around_its_day(when: date) -> None:
    week = week_of(when)
    assert (week.first.weekday(), week.last.weekday(), week.days) == (0, 6, 7)
    assert when in week


def test_the_week_of_new_year_belongs_to_two_years() -> None:
    assert week_of(date(2027, 1, 1)) == Period(date(2026, 12, 28), date(2027, 1, 3))


@pytest.mark.parametrize(("year", "month", "days"), [(2026, 2, 28), (2028, 2, 29), (2026, 4, 30), (2026, 12, 31)])
def test_a_month_ends_on_its_last_day(year: int, month: int, days: int) -> None:
    assert month_of(date(year, month, 15)) == Period(date(year, month, 1), date(year, month, days))


def test_the_month_to_date_ends_on_the_day() -> None:
    assert month_to_date(date(2026, 6, 11)) == Period(date(2026, 6, 1), date(2026, 6, 11))


@given(DAYS, st.integers(1, 400))
def test_the_days_before_touch_and_are_as_many(when: date, count: int) -> None:
    period = last_days(when, count)
    earlier = before(period)
    assert (period.days, earlier.days) == (count, count)
    assert earlier.last + timedelta(days=1) == period.first


@given(DAYS)
def test_the_same_weekdays_are_four_oldest_first(when: date) -> None:
    found = same_weekdays(when)
    assert [(when - each).days for each in found] == [28, 21, 14, 7]
    assert {each.weekday() for each in found} == {when.weekday()}


def test_a_leap_day_is_compared_with_the_28th() -> None:
    assert same_days_last_year(day(date(2028, 2, 29))) == day(date(2027, 2, 28))


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        (day(date(2026, 6, 12)), "6月12日（周五）", "Fri 12 Jun"),
        (Period(date(2026, 6, 1), date(2026, 6, 7)), "6月1日（周一）至 7日（周日）", "Mon 1 Jun – Sun 7 Jun"),
        (Period(date(2026, 5, 30), date(2026, 6, 7)), "5月30日（周六）至 6月7日（周日）", "Sat 30 May – Sun 7 Jun"),
        (
            Period(date(2025, 12, 29), date(2026, 1, 4)),
            "2025年12月29日（周一）至 2026年1月4日（周日）",
            "Mon 29 Dec 2025 – Sun 4 Jan 2026",
        ),
        (month_of(date(2026, 6, 3)), "2026年6月", "Jun 2026"),
    ],
)
def test_a_period_is_written_as_people_write_it(period: Period, zh: str, en: str) -> None:
    assert period.label("zh") == zh
    assert period.label("en") == en
