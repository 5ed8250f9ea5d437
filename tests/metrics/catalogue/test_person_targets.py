"""Targets of persons by day: from the month, from the day itself, as heavy as the shop's day, to the cent."""

from datetime import date
from decimal import Decimal

import pytest

from data.store.warehouse import Warehouse
from metrics.calendar.period import day
from tests.metrics.rows import DAY, JUNE, OTHER, SHOP, Fill, agent, ask, plan, split

PEAK = date(2026, 6, 18)


def mine(period: str, amount: float, person: str = "小满") -> dict[str, object]:
    """A person's sales target."""
    return plan(period, amount, team="客服组", person=person)


def test_a_persons_month_is_spread_as_the_shops_days_are(warehouse: Warehouse, fill: Fill) -> None:
    # The shop's June is 29 days of 1,000 and a day of 11,000: a person's 400 makes 10 a day and 110 on the peak.
    fill("targets", plan("2026-06", 40_000), plan("2026-06-18", 11_000), mine("2026-06", 400))
    days = dict(split(warehouse, "person_day_target", ("day",), JUNE))
    assert (days[DAY], days[PEAK]) == (10, 110)
    assert sum(days.values()) == 400


def test_a_person_whose_shop_has_no_target_of_its_own_has_even_days(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", mine("2026-06", 1_000))
    days = [amount for _, amount in split(warehouse, "person_day_target", ("day",), JUNE)]
    assert set(days) == {Decimal("33.33"), Decimal("33.34")}
    assert sum(days) == 1_000


def test_a_persons_own_day_comes_first_and_leaves_the_rest_to_the_others(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", mine("2026-06", 1_000), mine("2026-06-18", 130))
    days = dict(split(warehouse, "person_day_target", ("day",), JUNE))
    assert (days[PEAK], days[DAY]) == (130, 30)


def test_a_target_of_service_sales_goes_before_one_of_paid_sales(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", mine("2026-06", 3_000), {**mine("2026-06", 600), "metric": "cs_sales"})
    assert ask(warehouse, "person_day_target") == 20


def test_everybody_of_a_day_stands_with_target_and_actual(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", mine("2026-06", 3_000), mine("2026-06", 6_000, "谷雨"), plan("2026-06", 30, OTHER, "", "白露"))
    fill("roster", {"shop": SHOP, "account": "旗舰店:满满", "person": "小满", "team": "客服组"})
    fill("service", agent("旗舰店:满满", sales=80), agent("立夏", sales=999))
    targets = split(warehouse, "person_day_target", ("shop", "team", "agent"))
    assert targets == [
        (SHOP, "客服组", "小满", Decimal(100)),
        (SHOP, "客服组", "谷雨", Decimal(200)),
        (OTHER, None, "白露", Decimal(1)),
    ]
    assert dict(split(warehouse, "person_attain", ("agent",))) == {"小满": 0.8, "谷雨": None, "白露": None}
    assert split(warehouse, "person_day_target", ("agent",), day(date(2026, 7, 1))) == []


def test_attainment_is_of_the_days_that_have_both(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", mine("2026-06", 3_000))
    fill("service", *(agent("小满", date(2026, 6, n), sales=90) for n in (1, 2, 3)))
    assert dict(split(warehouse, "person_attain", ("agent",), JUNE)) == {"小满": pytest.approx(0.9)}
