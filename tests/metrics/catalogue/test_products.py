"""Products: sold by either file, featured against their targets, and those that sell nothing."""

from datetime import date, datetime, timedelta

import pytest

from data.store.warehouse import Warehouse
from metrics.calendar.period import day as one_day
from metrics.definition.refusals import Unanswerable
from tests.metrics.rows import DAY, JUNE, SHOP, Fill, ask, split

NEXT = date(2026, 6, 12)


def item(number: str, day: date = DAY, **figures: object) -> dict[str, object]:
    """A product's day in the ranking."""
    return {"shop": SHOP, "day": day, "item_id": number, **figures}


def suborder(number: int, product: str, paid: float, day: date = DAY, **more: object) -> dict[str, object]:
    """A sub-order paid at noon."""
    noon = datetime(day.year, day.month, day.day, 12)
    row = {"shop": SHOP, "suborder_id": str(number), "order_id": str(number), "product_id": product, "items": 1}
    return {**row, "paid": paid, "payable": paid, "pay_time": noon, **more}


def test_a_days_ranking_counts_before_its_suborders(warehouse: Warehouse, fill: Fill) -> None:
    fill("products", item("1", pay_amount=90, pay_items=3))
    fill("order_items", suborder(1, "1", 80), suborder(2, "1", 20, NEXT, refund_status="退款成功", refund=5))
    assert split(warehouse, "product_pay_amount", ("day", "product"), JUNE) == [(DAY, "1", 90), (NEXT, "1", 25)]
    assert ask(warehouse, "product_avg_item_price", JUNE) == pytest.approx(115 / 4)


def test_a_product_goes_by_its_newest_name(warehouse: Warehouse, fill: Fill) -> None:
    fill("products", item("1", title="落地灯", pay_amount=1), item("1", NEXT, title="藤编落地灯", pay_amount=2))
    assert split(warehouse, "product_pay_amount", ("title",), JUNE) == [("藤编落地灯", 3)]


def test_visitors_of_products_are_never_added(warehouse: Warehouse, fill: Fill) -> None:
    fill("products", item("1", visitors=300, pay_buyers=9), item("2", visitors=100, pay_buyers=1))
    with pytest.raises(Unanswerable, match="several"):
        ask(warehouse, "product_visitors")
    assert split(warehouse, "product_visitors", ("product",)) == [("1", 300), ("2", 100)]
    assert ask(warehouse, "product_conversion", where={"product": "1"}) == pytest.approx(0.03)


def test_a_products_buyers_basket_stay_and_favourites_by_hand(warehouse: Warehouse, fill: Fill) -> None:
    row = {"pay_buyers": 4, "pay_amount": 200, "fav_users": 5, "cart_users": 15}
    fill("products", item("1", visitors=100, avg_stay_sec=10) | row, item("1", NEXT, visitors=300, avg_stay_sec=30))
    fill("products", item("2", visitors=50, pay_buyers=1))
    assert split(warehouse, "product_pay_buyers", ("product",)) == [("1", 4), ("2", 1)]
    assert ask(warehouse, "product_avg_order_value", JUNE, {"product": "1"}) == 50
    assert ask(warehouse, "product_fav_cart_rate", JUNE, {"product": "1"}) == pytest.approx(20 / 100)
    assert ask(warehouse, "product_avg_stay_sec", JUNE, {"product": "1"}) == pytest.approx((1_000 + 9_000) / 400)
    with pytest.raises(Unanswerable):
        ask(warehouse, "product_pay_buyers")


def test_a_product_is_refunded_by_what_its_own_suborders_were_paid(warehouse: Warehouse, fill: Fill) -> None:
    done, none = {"refund_status": "退款成功", "payable": 100, "refund": 30}, {"refund_status": "没有申请退款"}
    fill("order_items", suborder(1, "1", 70) | done, suborder(2, "1", 100) | none)
    fill("order_items", suborder(3, "2", 40) | none, suborder(4, "3", 40, NEXT))
    rates = split(warehouse, "product_refund_rate_amount", ("product",), JUNE)
    assert rates == [("1", pytest.approx(30 / 200)), ("2", 0), ("3", None)]
    assert ask(warehouse, "product_refund_rate_amount") == pytest.approx(30 / 240)


def refund(number: int, product: str, day: date, reason: str) -> dict[str, object]:
    """A refund that was made on a day."""
    noon = datetime(day.year, day.month, day.day, 12)
    row = {"shop": SHOP, "refund_id": str(number), "product_id": product, "reason": reason, "state": "done"}
    return {**row, "apply_time": noon, "finish_time": noon}


def test_quality_is_judged_by_product_over_thirty_whole_days(warehouse: Warehouse, fill: Fill) -> None:
    first = DAY - timedelta(days=29)
    days = [first + timedelta(days=n) for n in range(30)]
    fill("order_items", *[suborder(n, "1", 10, each) for n, each in enumerate(days)], suborder(99, "2", 10, DAY))
    fill("refunds", refund(1, "1", first, "七天无理由"), refund(2, "1", DAY, "质量问题"), refund(3, "3", DAY, "破损"))
    assert ask(warehouse, "product_quality_refund_rate", where={"product": "1"}) == pytest.approx(1 / 30)
    found = split(warehouse, "product_quality_refund_rate", ("product",))
    assert found == [("1", pytest.approx(1 / 30)), ("2", 0), ("3", None)]
    assert split(warehouse, "product_suborders_30d", ("product",)) == [("1", 30), ("2", 1), ("3", 0)]
    assert split(warehouse, "product_quality_refund_rate", ("product",), one_day(DAY - timedelta(days=1))) == []


def test_a_featured_product_that_sold_nothing_counts_as_nothing(warehouse: Warehouse, fill: Fill) -> None:
    fill("featured", item("1", target=100), item("2", target=100), item("1", NEXT, target=100))
    fill("products", item("1", pay_amount=150))
    assert ask(warehouse, "featured_attain") == pytest.approx(0.75)
    assert ask(warehouse, "featured_attain", one_day(NEXT)) is None
    assert ask(warehouse, "featured_attain", JUNE) == pytest.approx(0.75)


def test_products_that_sold_nothing_in_thirty_days_are_counted_and_listed(warehouse: Warehouse, fill: Fill) -> None:
    first = DAY - timedelta(days=29)
    fill("products", item("1", first, pay_items=2), item("2", first, pay_items=0), item("2", pay_items=0))
    fill("products", item("3", pay_items=0, status="已下架"), item("4", pay_items=1))
    assert ask(warehouse, "online_items") == 3
    assert ask(warehouse, "zero_sale_items") == 1
    assert ask(warehouse, "moving_rate") == pytest.approx(2 / 3)
    assert [row for row in split(warehouse, "zero_sale_items", ("product",)) if row[1]] == [("2", 1)]


def test_thirty_days_are_needed_to_say_that_nothing_sold(warehouse: Warehouse, fill: Fill) -> None:
    fill("products", item("1", DAY - timedelta(days=28), pay_items=0), item("1", pay_items=0))
    assert ask(warehouse, "zero_sale_items") is None
    assert ask(warehouse, "moving_rate") is None


def test_stock_lasts_as_long_as_two_weeks_pace_makes_it(warehouse: Warehouse, fill: Fill) -> None:
    first = DAY - timedelta(days=13)
    fill("products", item("1", first, pay_items=8), item("1", pay_items=6), item("2", pay_items=0))
    fill("stock", item("1", stock=20), item("2", stock=5), item("1", first, stock=40))
    assert split(warehouse, "stock_days", ("product",)) == [("1", 20.0), ("2", None)]
    assert ask(warehouse, "stock_days", one_day(first)) is None


def test_stock_of_this_morning_goes_by_the_two_weeks_up_to_yesterday(warehouse: Warehouse, fill: Fill) -> None:
    fill("products", item("1", DAY - timedelta(days=13), pay_items=8), item("1", pay_items=6))
    fill("stock", item("1", NEXT, stock=20))
    assert ask(warehouse, "stock_days", one_day(NEXT)) == pytest.approx(20)
