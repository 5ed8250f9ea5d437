"""Periods with names, and the same part of the one before."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.calendar.period import Period, day, last_days, quarter_of, until, week_of, year_of
from metrics.calendar.spans import CALENDAR, SPANS, Cut, cut_of, same_days_before, span_named

DAYS = st.dates(date(2001, 1, 1), date(2099, 12, 31))
CUTS: list[Cut] = ["week", "month", "quarter", "year"]


def dates(period: Period) -> tuple[str, str]:
    return period.first.isoformat(), period.last.isoformat()


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("yesterday", "2026-06-11"), ("7d", "2026-06-05"), ("30d", "2026-05-13"), ("week", "2026-06-08"),
        ("month", "2026-06-01"), ("quarter", "2026-04-01"), ("year", "2026-01-01"),
    ],
)  # fmt: skip
def test_every_named_period_ends_with_its_day(name: str, first: str) -> None:
    span = span_named(name)
    assert span is not None
    assert dates(span.ending(date(2026, 6, 11))) == (first, "2026-06-11")


def test_the_week_begins_on_monday_even_on_a_sunday_and_over_new_year() -> None:
    week = span_named("week")
    assert week is not None
    assert dates(week.ending(date(2026, 6, 14))) == ("2026-06-08", "2026-06-14")
    # Week 53 of 2026.
    assert dates(week.ending(date(2027, 1, 1))) == ("2026-12-28", "2027-01-01")
    assert date(2027, 1, 1).isocalendar()[:2] == (2026, 53)


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [("2026-02-28", "2026-01-01", "2026-03-31"), ("2028-06-30", "2028-04-01", "2028-06-30"),
     ("2026-12-31", "2026-10-01", "2026-12-31")],
)  # fmt: skip
def test_a_quarter_has_three_months(when: str, first: str, last: str) -> None:
    assert dates(quarter_of(date.fromisoformat(when))) == (first, last)


@pytest.mark.parametrize(
    ("cut", "span", "before"),
    [
        ("month", ("2026-06-01", "2026-06-11"), ("2026-05-01", "2026-05-11")),
        ("month", ("2026-03-01", "2026-03-31"), ("2026-02-01", "2026-02-28")),
        ("month", ("2028-03-01", "2028-03-31"), ("2028-02-01", "2028-02-29")),
        ("month", ("2026-02-01", "2026-02-28"), ("2026-01-01", "2026-01-28")),
        ("week", ("2026-06-08", "2026-06-11"), ("2026-06-01", "2026-06-04")),
        ("week", ("2027-01-04", "2027-01-05"), ("2026-12-28", "2026-12-29")),
        ("quarter", ("2026-04-01", "2026-05-15"), ("2026-01-01", "2026-02-14")),
        ("quarter", ("2026-04-01", "2026-06-30"), ("2026-01-01", "2026-03-31")),
        ("year", ("2026-01-01", "2026-06-11"), ("2025-01-01", "2025-06-11")),
        ("year", ("2028-01-01", "2028-12-31"), ("2027-01-01", "2027-12-31")),
        ("days", ("2026-06-05", "2026-06-11"), ("2026-05-29", "2026-06-04")),
    ],
)
def test_the_span_before_is_cut_at_the_same_day(cut: Cut, span: tuple[str, str], before: tuple[str, str]) -> None:
    queried = Period(*map(date.fromisoformat, span))
    assert dates(same_days_before(queried, cut)) == before


@given(DAYS, st.sampled_from(CUTS))
def test_the_span_before_ends_before_and_is_as_long_as_its_calendar_allows(when: date, cut: Cut) -> None:
    queried = Period(CALENDAR[cut](when).first, when)
    earlier = same_days_before(queried, cut)
    whole = CALENDAR[cut](earlier.first)
    assert earlier.last < queried.first
    assert earlier.first == whole.first
    assert earlier.days == min(queried.days, whole.days)


@given(DAYS, st.integers(1, 400))
def test_a_count_of_days_is_compared_with_as_many_that_touch_it(when: date, count: int) -> None:
    queried = last_days(when, count)
    earlier = same_days_before(queried, "days")
    assert (earlier.days, (queried.first - earlier.last).days) == (count, 1)


def test_a_span_of_ones_own_is_told_by_its_days() -> None:
    assert cut_of(week_of(date(2026, 6, 11))) == "week"
    assert cut_of(quarter_of(date(2026, 6, 11))) == "quarter"
    assert cut_of(year_of(date(2026, 6, 11))) == "year"
    assert cut_of(Period(date(2026, 6, 1), date(2026, 6, 11))) == "month"
    assert cut_of(Period(date(2026, 6, 2), date(2026, 6, 11))) == "days"
    assert cut_of(day(date(2026, 6, 1))) == "days"


def test_a_period_is_cut_at_the_last_day_that_is_loaded() -> None:
    june = Period(date(2026, 6, 1), date(2026, 6, 11))
    assert until(june, date(2026, 6, 9)) == Period(date(2026, 6, 1), date(2026, 6, 9))
    assert until(june, date(2026, 7, 9)) == june
    assert until(june, date(2026, 5, 31)) is None
    assert until(june, None) is None


def test_no_two_named_periods_share_a_name_or_a_label() -> None:
    assert len({span.name for span in SPANS}) == len({span.label.zh for span in SPANS}) == len(SPANS)
    assert len({span.label.en for span in SPANS}) == len(SPANS)
