"""Products: sold by either file, featured against their targets, and those that sell nothing."""

from datetime import date, datetime, timedelta

import pytest

from data.warehouse import Warehouse
from metrics.period import day as one_day
from metrics.question import Unanswerable
from tests.metrics.rows import DAY, JUNE, SHOP, Fill, ask, split

NEXT = date(2026, 6, 12)


def item(number: str, day: date = DAY, **figures: object) -> dict[str, object]:
    """A product's day in the ranking."""
    return {"shop": SHOP, "day": day, "item_id": number, **figures}


def suborder(number: int, product: str, paid: float, day: date = DAY, **more: object) -> dict[str, object]:
    """A sub-order paid at noon."""
    noon = datetime(day.year, day.month, day.day, 12)
    known = {"shop": SHOP, "suborder_id": str(number), "order_id": str(number), "product_id": product, "items": 1}
    return {**known, "paid": paid, "payable": paid, "pay_time": noon, **more}


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
