"""Spreading: parts sum to the whole to the cent, and follow weekdays, last year, or nothing."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.store.warehouse import Warehouse
from metrics.catalogue import metric_named
from metrics.planning.spreading import CENT, ONE, How, NoShape, over_owners, over_time, promotion_days, spread
from tests.metrics.rows import SHOP, Fill, agent, report

PAID = metric_named("pay_amount")
weights = st.lists(
    st.one_of(st.integers(0, 9), st.floats(0, 1e6, allow_nan=False)).map(float), min_size=1, max_size=40
).filter(any)


@given(st.integers(0, 10**12).map(lambda cents: Decimal(cents) / 100), weights, st.sampled_from([CENT, ONE]))
def test_parts_sum_to_the_whole_and_each_is_its_share_within_a_step(
    amount: Decimal, heavy: list[float], step: Decimal
) -> None:
    parts = spread(amount, heavy, step)
    total = sum(Fraction(weight) for weight in heavy)
    assert sum(parts) == amount
    for part, weight in zip(parts, heavy, strict=True):
        assert abs(Fraction(part) - Fraction(amount) * Fraction(weight) / total) < 2 * Fraction(step)
        assert part == 0 or weight > 0
        assert part >= 0


@pytest.mark.parametrize("heavy", [[], [0.0, 0.0], [1.0, -1.0]])
def test_weights_that_say_nothing_are_refused(heavy: list[float]) -> None:
    with pytest.raises(ValueError, match="weights"):
        spread(Decimal(1), heavy)


def test_a_hundred_yuan_over_three_and_one_over_seven() -> None:
    assert spread(Decimal(100), [1, 1, 1]) == [Decimal("33.33"), Decimal("33.34"), Decimal("33.33")]
    assert spread(Decimal(10), [3, 4], ONE) == [Decimal(4), Decimal(6)]
    assert spread(Decimal("10.50"), [1, 1, 0], ONE) == [Decimal(5), Decimal("5.50"), Decimal(0)]


def test_days_of_a_month_weigh_as_their_weekdays_did_and_promotions_as_told(warehouse: Warehouse, fill: Fill) -> None:
    """July 2026 begins on a Wednesday: 23 weekdays of 100, 4 Saturdays and 4 Sundays of 300."""
    days = [date(2026, 4, 20) + timedelta(days=n) for n in range(72)]
    fill("shop_daily", *(report(day, pay_amount=300 if day.weekday() > 4 else 100) for day in days))
    found = over_time(warehouse, PAID, SHOP, ("2026-07", "", ""), How.WEEKDAYS, {date(2026, 7, 18): 2})
    assert len(found) == 31
    assert found["2026-07-01", "", ""] == pytest.approx(100)
    assert found["2026-07-19", "", ""] == pytest.approx(300)
    assert found["2026-07-18", "", ""] == pytest.approx(600)
    assert sum(found.values()) == pytest.approx(23 * 100 + 8 * 300 + 300)


def test_months_of_a_quarter_follow_last_years_and_missing_days_weigh_the_usual(
    warehouse: Warehouse, fill: Fill
) -> None:
    """A year before July to September 2026, by weekday: 2 July to 30 September 2025. Nothing is known of August."""
    days = [date(2025, 7, 1) + timedelta(days=n) for n in range(93)]
    recorded = [report(day, pay_amount=200 if day.month == 7 else 100) for day in days if day.month != 8]
    fill("shop_daily", *recorded)
    found = over_time(warehouse, PAID, SHOP, ("2026-Q3", "", ""), How.LAST_YEAR)
    july, august, september = (found[month, "", ""] for month in ("2026-07", "2026-08", "2026-09"))
    assert july / 31 > august / 31 > september / 30
    assert september == pytest.approx(30 * 100, rel=0.1)


def test_without_anything_stored_only_an_even_split_is_possible(warehouse: Warehouse) -> None:
    place = ("2026-07", "", "")
    assert set(over_time(warehouse, PAID, SHOP, place, How.EVENLY).values()) == {1.0}
    for how in (How.WEEKDAYS, How.LAST_YEAR):
        with pytest.raises(NoShape):
            over_time(warehouse, PAID, SHOP, place, how)


def test_people_follow_what_they_sold_a_year_ago(warehouse: Warehouse, fill: Fill) -> None:
    day = date(2025, 7, 10)
    sold = (("小满", 300), ("谷雨", 100))
    fill("service", *(agent(f"{SHOP}:{who}", day=day, team="客服组", sales=amount) for who, amount in sold))
    place = ("2026-07", "客服组", "")
    people = [("2026-07", "客服组", who) for who in ("小满", "谷雨", "白露")]
    assert over_owners(warehouse, PAID, SHOP, place, people, How.LAST_YEAR) == dict(
        zip(people, (300, 100, 0), strict=True)
    )
    assert set(over_owners(warehouse, PAID, SHOP, place, people, How.EVENLY).values()) == {1.0}
    with pytest.raises(NoShape):
        over_owners(warehouse, metric_named("page_views"), SHOP, place, people, How.LAST_YEAR)


def test_a_promotion_weighs_what_it_weighed_a_year_ago(warehouse: Warehouse, fill: Fill) -> None:
    days = [date(2025, 11, 11) + timedelta(days=n) for n in range(-28, 29)]
    fill("shop_daily", *(report(day, pay_amount=900 if (day.month, day.day) == (11, 11) else 100) for day in days))
    (peak,) = promotion_days(warehouse, PAID, SHOP, "2026-11")
    assert (peak.day, peak.weight) == (date(2026, 11, 11), 9)
