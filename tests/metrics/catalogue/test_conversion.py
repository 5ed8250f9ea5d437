"""Conversion: who ordered, who paid, who asked nobody; and two means of one ready-made rate."""

from datetime import date, datetime
from uuid import UUID

import pytest

from data.store.warehouse import Warehouse
from metrics.definition.refusals import Unanswerable
from tests.metrics.rows import DAY, JUNE, OTHER, SHOP, Fill, agent, ask, channel, report, split

NEXT = date(2026, 6, 12)


def placed(number: int, buyer: int, paid: bool, day: date = DAY) -> dict[str, object]:
    """An order placed in the morning."""
    morning = datetime(day.year, day.month, day.day, 9)
    row = {"shop": SHOP, "order_id": str(number), "buyer": UUID(int=buyer), "created_time": morning}
    return {**row, "paid": 10, "pay_time": morning if paid else None}


def test_a_buyer_who_paid_one_of_two_orders_counts_once(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", placed(1, 7, False), placed(2, 7, True), placed(3, 8, False), placed(4, 9, True), placed(5, 9, True))
    assert ask(warehouse, "order_buyers_orders") == 3
    assert ask(warehouse, "order_pay_rate") == pytest.approx(2 / 3)


def test_favourites_and_carts_need_both(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(visitors=1000, fav_users=20, cart_users=80), report(NEXT, visitors=9000, cart_users=10))
    assert ask(warehouse, "fav_cart_rate", JUNE) == pytest.approx(0.1)


def test_who_asked_nobody_is_what_service_leaves(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(visitors=1000, pay_buyers=50, pay_amount=5000))
    fill("service", agent("小满", sales_buyers=10, sales=1500), agent("谷雨", sales_buyers=5, sales=500))
    assert ask(warehouse, "silent_conversion") == pytest.approx(0.035)
    assert ask(warehouse, "silent_sales_share") == pytest.approx(0.6)


def test_what_the_shops_own_service_report_says_counts_before_its_agents(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(visitors=1000, pay_buyers=50, pay_amount=5000))
    fill("service", agent("小满", sales_buyers=10, sales=1500))
    fill("service_shop", {"shop": SHOP, "day": DAY, "consults": 120, "sales_buyers": 20, "sales": 2500})
    assert ask(warehouse, "silent_conversion") == pytest.approx(0.03)
    assert ask(warehouse, "silent_sales_share") == pytest.approx(0.5)
    assert ask(warehouse, "consult_rate") == pytest.approx(0.12)


def test_the_home_pages_consult_rate_is_weighted_back(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(visitors=1000, inquiry_rate=0.1), report(NEXT, visitors=3000, inquiry_rate=0.2))
    assert ask(warehouse, "consult_rate", JUNE) == pytest.approx(700 / 4000)


def test_ready_made_rates_have_two_means(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "shop_daily",
        report(visitors=1000, page_views=4000, bounce_rate=0.6, avg_stay_sec=20.0),
        report(NEXT, visitors=3000, page_views=6000, bounce_rate=0.4, avg_stay_sec=40.0),
    )
    assert ask(warehouse, "bounce_rate", JUNE) == pytest.approx(0.5)
    assert ask(warehouse, "bounce_rate_weighted", JUNE) == pytest.approx(0.45)
    assert ask(warehouse, "avg_stay_sec", JUNE) == pytest.approx(30)
    assert ask(warehouse, "avg_stay_sec_weighted", JUNE) == pytest.approx(35)
    assert ask(warehouse, "views_per_visitor", JUNE) == pytest.approx(2.5)
    assert ask(warehouse, "views_per_visitor_daily_mean", JUNE) == pytest.approx(3)


def test_a_daily_mean_is_not_taken_over_shops(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(bounce_rate=0.6), report(shop=OTHER, bounce_rate=0.4))
    with pytest.raises(Unanswerable):
        ask(warehouse, "bounce_rate")


def test_shares_of_channels_pass_a_hundred_and_are_not_added(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(visitors=1000))
    fill("traffic", channel("手淘搜索", 700, 1), channel("手淘推荐", 600, 1), channel("手淘搜索", 650, 1, carrier="PC"))
    assert split(warehouse, "channel_share", ("channel",)) == [("手淘推荐", 0.6), ("手淘搜索", 0.7)]
    with pytest.raises(Unanswerable):
        ask(warehouse, "channel_share")
