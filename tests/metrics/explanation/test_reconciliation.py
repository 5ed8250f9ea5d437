"""Reconciliation: a seeded mismatch is found and named; what lacks a file has not passed."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period, day, last_days
from metrics.explanation.checks import CHECKS
from metrics.explanation.reconciliation import Pair, Reconciliation, agreement, reconciled
from metrics.judgement.limits import Level
from tests.metrics.rows import DAY, OTHER, SHOP, Fill, agent, order, report


def item(number: int, paid: float, **more: object) -> dict[str, object]:
    """A sub-order of the order of that number, paid at noon of the day."""
    noon = datetime(DAY.year, DAY.month, DAY.day, 12)
    row = {
        "shop": SHOP,
        "suborder_id": f"{number}-1",
        "order_id": str(number),
        "created_time": noon,
        "pay_time": noon,
    }
    return {**row, "paid": paid, **more}


def in_agreement(fill: Fill) -> None:
    """A day on which all files say 10,000 yuan, 1,000 of them spent on promotion."""
    fill("shop_daily", report(pay_amount=10_000, spend_keyword=800, commission=200))
    fill("orders", order(1, 6_000), order(2, 3_500, 500))
    fill("order_items", item(1, 6_000), item(2, 3_500, refund=500, refund_status="退款成功", payable=4_000))
    fill("products", *({"shop": SHOP, "day": DAY, "item_id": str(n), "pay_amount": 5_000} for n in (1, 2)))
    spent = {"shop": SHOP, "day": DAY, "breakdown": "", "within": ""}
    fill(
        "promotion",
        {**spent, "tool": "直通车", "plan": "A", "spend": 500},
        {**spent, "tool": "直通车", "plan": "B", "spend": 300},
    )
    fill("promotion", {**spent, "tool": "淘宝客", "plan": "全部", "spend": 200})
    fill("service", agent("小满", sales=2_500), agent("谷雨", sales=1_500))
    fill("service_shop", {"shop": SHOP, "day": DAY, "sales": 4_000})


def checked(warehouse: Warehouse, name: str, during: Period | None = None) -> Reconciliation:
    """One check of the day."""
    return next(each for each in reconciled(warehouse, during or day(DAY), [SHOP]) if each.check.name == name)


def test_files_that_agree_pass_every_check(warehouse: Warehouse, fill: Fill) -> None:
    in_agreement(fill)
    found = reconciled(warehouse, day(DAY), [SHOP])
    assert [each.level for each in found] == [Level.GOOD] * 6
    assert {each.check.name: (each.one, each.other) for each in found} == {
        **dict.fromkeys((check.name for check in CHECKS if not check.rare), (Decimal(10_000), Decimal(10_000))),
        "report_promotion": (Decimal(1_000), Decimal(1_000)),
    }
    assert (agreement(found).zh, agreement(found).en) == ("对账 6/6", "Agree 6/6")


SEEDED: dict[str, tuple[str, Decimal]] = {
    "report_products": ("UPDATE products SET pay_amount = 4500 WHERE item_id = '1'", Decimal(500)),
    "report_promotion": ("UPDATE promotion SET spend = 350 WHERE plan = 'B'", Decimal(-50)),
    "report_service": ("UPDATE service SET sales = 1900 WHERE agent = '谷雨'", Decimal(-400)),
}


@pytest.mark.parametrize("name", SEEDED)
def test_a_seeded_mismatch_is_found_and_named(name: str, warehouse: Warehouse, fill: Fill) -> None:
    in_agreement(fill)
    sql, difference = SEEDED[name]
    with warehouse.writing() as run:
        run.execute(sql)
    found = reconciled(warehouse, day(DAY), [SHOP])
    assert [each.check.name for each in found if each.level is not Level.GOOD] == [name]
    off = checked(warehouse, name)
    assert [pair.difference for pair in off.off] == [difference]
    assert off.difference == difference
    assert agreement(found).zh == "对账 5/6"


def test_a_lost_sub_order_shows_in_both_checks_of_order_detail(warehouse: Warehouse, fill: Fill) -> None:
    in_agreement(fill)
    with warehouse.writing() as run:
        run.execute("DELETE FROM order_items WHERE order_id = '2'")
    found = reconciled(warehouse, day(DAY), [SHOP])
    assert {each.check.name: each.difference for each in found if each.off} == {
        "report_items": 4000,
        "items_orders": -4000,
    }


def test_an_order_left_out_shows_against_the_sub_orders_that_stand_in_for_it(warehouse: Warehouse, fill: Fill) -> None:
    in_agreement(fill)
    with warehouse.writing() as run:
        run.execute("DELETE FROM orders WHERE order_id = '2'")
    found = reconciled(warehouse, day(DAY), [SHOP])
    assert {each.check.name: each.difference for each in found if each.off} == {"items_orders": 4000}


def test_an_order_list_without_refunds_agrees_with_sub_orders_that_tell_them(warehouse: Warehouse, fill: Fill) -> None:
    in_agreement(fill)
    with warehouse.writing() as run:
        run.execute("UPDATE orders SET refund = NULL")
    assert [each.level for each in reconciled(warehouse, day(DAY), [SHOP])] == [Level.GOOD] * 6


def test_a_check_without_its_files_is_not_judged_and_has_not_passed(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(pay_amount=10_000))
    fill("orders", order(1, 10_000))
    found = reconciled(warehouse, day(DAY), [SHOP])
    assert {each.check.name for each in found if each.level is Level.GOOD} == {"report_orders"}
    assert {each.level for each in found if each.check.name != "report_orders"} == {Level.UNJUDGED}
    assert agreement(found).zh == "对账 1/6"


def test_only_days_with_both_files_are_compared(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", order(1, 90, 10), order(2, 50, day=DAY - timedelta(days=1)))
    fill("shop_daily", report(pay_amount=98), report(DAY - timedelta(days=2), pay_amount=5))
    found = checked(warehouse, "report_orders", last_days(DAY, 5))
    assert (found.days, {found.one, found.other}) == (1, {Decimal(98), Decimal(100)})
    assert [abs(pair.difference) for pair in found.off] == [2]


def test_a_shop_without_files_keeps_the_check_from_passing(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(pay_amount=100), report(shop=OTHER, pay_amount=50))
    fill("orders", order(1, 100))
    combined = next(
        each for each in reconciled(warehouse, day(DAY), [SHOP, OTHER]) if each.check.name == "report_orders"
    )
    assert (combined.level, combined.lacking, combined.days) == (Level.UNJUDGED, (OTHER,), 1)
    assert checked(warehouse, "report_orders").level is Level.GOOD


def test_days_that_offset_each_other_are_both_named(warehouse: Warehouse, fill: Fill) -> None:
    before = DAY - timedelta(days=1)
    fill("shop_daily", report(pay_amount=100), report(before, pay_amount=100))
    for when, amount in ((before, 150), (DAY, 50)):
        fill("products", {"shop": SHOP, "day": when, "item_id": "1", "pay_amount": amount})
    found = checked(warehouse, "report_products", last_days(DAY, 2))
    assert found.difference == 0
    assert found.off == (Pair(SHOP, before, Decimal(100), Decimal(150)), Pair(SHOP, DAY, Decimal(100), Decimal(50)))


def test_a_difference_within_the_tolerance_agrees(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(pay_amount=10_000), report(DAY - timedelta(days=1), pay_amount=10))
    fill("products", {"shop": SHOP, "day": DAY, "item_id": "1", "pay_amount": 9_900})
    fill("products", {"shop": SHOP, "day": DAY - timedelta(days=1), "item_id": "1", "pay_amount": 11})
    assert checked(warehouse, "report_products", last_days(DAY, 2)).level is Level.GOOD


def test_agents_who_sell_more_than_the_shop_are_found_without_the_shops_own_figure(
    warehouse: Warehouse, fill: Fill
) -> None:
    fill("shop_daily", report(pay_amount=1_000))
    fill("service", agent("小满", sales=900))
    assert checked(warehouse, "report_service").level is Level.UNJUDGED
    fill("service", agent("谷雨", sales=300))
    assert [pair.difference for pair in checked(warehouse, "report_service").off] == [-200]


def test_scenes_of_the_new_promotion_tool_meet_what_the_report_books(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(spend_keyword=100, spend_whole=40))
    for plan, scene, spend in (("1", "关键词推广", 100), ("2", "货品全站推广", 30), ("3", "人群推广", 77)):
        fill("promotion_plans", {"shop": SHOP, "day": DAY, "scene": scene, "plan_id": plan, "spend": spend})
    found = checked(warehouse, "report_promotion")
    assert found.off == (Pair(SHOP, DAY, Decimal(140), Decimal(130)),)


def test_orders_paid_after_midnight_are_the_day_they_were_made_on_both_sides(warehouse: Warehouse, fill: Fill) -> None:
    made, paid = datetime(2026, 6, 11, 23, 59), datetime(2026, 6, 12, 0, 1)
    late: dict[str, Any] = {"created_time": made, "pay_time": paid}
    fill("orders", order(1, 100), order(2, 70, **late))
    fill("order_items", item(1, 100), item(2, 70, **late))
    found = checked(warehouse, "items_orders", last_days(DAY + timedelta(days=1), 2))
    assert (found.days, found.one, found.other, found.level) == (1, Decimal(170), Decimal(170), Level.GOOD)


def test_checks_have_names_of_their_own() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS) == 7


def test_two_tools_that_tell_of_the_same_agents_are_compared_where_both_are_there(
    warehouse: Warehouse, fill: Fill
) -> None:
    in_agreement(fill)
    assert "agents_tools" not in {each.check.name for each in reconciled(warehouse, day(DAY), [SHOP])}
    fill("service", agent("小满", sales=2_600, source="赤兔"), agent("白露", sales=900, source="赤兔"))
    with warehouse.writing() as run:
        run.execute("UPDATE service SET source = '生意参谋' WHERE source IS NULL")
    near = checked(warehouse, "agents_tools")
    assert (near.one, near.other, near.level) == (Decimal(2_500), Decimal(2_600), Level.GOOD)
    with warehouse.writing() as run:
        run.execute("UPDATE service SET sales = 3000 WHERE agent = '小满' AND source = '赤兔'")
    apart = checked(warehouse, "agents_tools")
    assert (apart.difference, apart.level) == (Decimal(-500), Level.WATCH)
