"""Orders late for their promised hour, worked out by hand, and what platforms say of parcels."""

from datetime import date, datetime

import pytest

from data.records.settings import PROMISED_HOURS, set_setting
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.calendar.period import day as one_day
from metrics.definition.refusals import Unanswerable
from tests.metrics.rows import OTHER, SHOP, Fill, ask, order, report, split

FIRST, SECOND, THIRD, FOURTH, FIFTH = (date(2026, 6, day) for day in range(1, 6))
WEEK = Period(FIRST, FIFTH)


def paid(number: int, day: date = FIRST, state: str | None = "to_ship", **more: object) -> dict[str, object]:
    """An order paid at noon of a day, waiting to be sent: due at noon two days later."""
    return order(number, 100, 0, day, state=state, **more)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12)


def late(warehouse: Warehouse, name: str = "unshipped_48h") -> list[object]:
    """The number at the end of each day of the week."""
    return [ask(warehouse, name, one_day(day)) for day in WEEK]


def test_an_order_is_late_from_the_day_it_was_due_until_it_is_sent(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", paid(1, ship_time=noon(FIFTH), state="shipped"), paid(2), paid(3, ship_time=noon(SECOND)))
    assert late(warehouse) == [0, 0, 2, 2, 1]


def test_an_order_about_to_be_late_is_told_before(warehouse: Warehouse, fill: Fill) -> None:
    # Paid at eleven, it is due at eleven of the third: at the end of the second eleven hours are left.
    fill("orders", paid(1, ship_time=noon(FIFTH), state="shipped") | {"pay_time": datetime(2026, 6, 1, 11)})
    assert late(warehouse, "unshipped_36h") == [0, 1, 0, 0, 0]


def test_nothing_is_late_that_falls_due_after_the_export(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", paid(1), paid(2, THIRD) | {"pay_time": datetime(2026, 6, 3, 9)})
    assert late(warehouse)[:3] == [0, 0, 0]


def test_a_presale_is_late_by_its_own_time_from_either_report(warehouse: Warehouse, fill: Fill) -> None:
    promised = noon(date(2026, 6, 20))
    fill("orders", paid(1, ship_due=promised), paid(2), paid(3, FIFTH))
    fill("order_items", {"shop": SHOP, "order_id": "2", "suborder_id": "21", "ship_due": promised, "state": "to_ship"})
    assert late(warehouse) == [0, 0, 0, 0, 0]


def test_the_promised_hours_are_a_setting(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", paid(1), paid(2, FIFTH))
    set_setting(warehouse, PROMISED_HOURS.name, "24")
    assert late(warehouse) == [0, 1, 1, 1, 1]


def test_refunded_and_closed_orders_need_not_be_sent(warehouse: Warehouse, fill: Fill) -> None:
    refunded = paid(1) | {"paid": 0, "refund": 100}
    fill("orders", refunded, paid(2, state="closed"), paid(3, FIFTH))
    assert late(warehouse) == [0, 0, 0, 0, 0]


def test_an_order_without_a_state_says_nothing(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", paid(1, state=None))
    assert late(warehouse) == [None] * 5


def test_of_sub_orders_one_that_waits_makes_the_order_wait(warehouse: Warehouse, fill: Fill) -> None:
    item = {"shop": SHOP, "order_id": "1", "pay_time": noon(FIRST)}
    fill(
        "order_items",
        {**item, "suborder_id": "11", "state": "shipped", "ship_time": noon(SECOND)},
        {**item, "suborder_id": "12", "state": "to_ship"},
        {"shop": SHOP, "order_id": "2", "suborder_id": "21", "pay_time": noon(FIFTH), "state": "to_ship"},
    )
    assert late(warehouse) == [0, 0, 1, 1, 1]


def test_over_a_period_it_is_the_last_days_number_of_each_shop(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", paid(1), paid(2, FOURTH), paid(3) | {"shop": OTHER}, paid(4, FOURTH) | {"shop": OTHER})
    assert ask(warehouse, "unshipped_48h", WEEK) == 2
    assert split(warehouse, "unshipped_48h", ("shop",), WEEK) == [(SHOP, 1), (OTHER, 1)]


def test_platform_rates_are_kept_as_given_and_averaged_over_days(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(FIRST, pickup_24h_rate=0.96, delivery_hours=40.0), report(SECOND, pickup_24h_rate=0.90))
    assert ask(warehouse, "pickup_24h_rate", WEEK) == pytest.approx(0.93)
    assert ask(warehouse, "delivery_hours", WEEK) == 40


def test_hours_to_arrive_come_from_the_scores_where_the_report_has_none(warehouse: Warehouse, fill: Fill) -> None:
    arrived = {"shop": SHOP, "platform": "淘宝天猫", "day": SECOND, "item": "物流到货时长", "score": 36 * 3600.0}
    fill("scores", arrived)
    fill("shop_daily", report(FIRST, delivery_hours=40.0))
    assert ask(warehouse, "delivery_hours", WEEK) == 38


def test_platform_rates_of_two_shops_are_not_made_one(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(FIRST, pickup_24h_rate=0.96), report(FIRST, OTHER, pickup_24h_rate=0.5))
    with pytest.raises(Unanswerable):
        ask(warehouse, "pickup_24h_rate", WEEK)
