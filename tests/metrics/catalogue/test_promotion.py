"""Ad spend: every yuan once, whichever files tell it, and multiples that are no percents."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.calendar.period import day as one_day
from metrics.catalogue import metric_named
from metrics.definition.metric import Unit
from metrics.query.question import answer
from metrics.wording.figure import figure, spelled
from tests.metrics.rows import DAY, SHOP, Fill, ask, order, report, split

NEXT = date(2026, 6, 12)
TWO_DAYS = Period(DAY, NEXT)


def ad(spend: float, sales: float = 0, scene: str = "关键词推广", day: date = DAY, **more: object) -> dict[str, object]:
    """A day of a plan of 万相台."""
    row = {"shop": SHOP, "day": day, "scene": scene, "plan_id": "7001", "plan": "新品日常"}
    return {**row, "spend": spend, "sales": sales, **more}


def tool(name: str, spend: float | None, breakdown: str = "", **more: object) -> dict[str, object]:
    """A day of another tool."""
    row = {"shop": SHOP, "day": DAY, "tool": name, "breakdown": breakdown, "plan": "全部", "within": ""}
    return {**row, "spend": spend, **more}


def test_the_product_report_is_the_plans_spend_again(warehouse: Warehouse, fill: Fill) -> None:
    fill("promotion_plans", ad(100), ad(40, scene="货品全站推广"))
    fill("promotion_products", ad(60, item_id="1"), ad(40, item_id="2"), ad(40, scene="货品全站推广", item_id="1"))
    assert ask(warehouse, "ad_spend") == Decimal(140)
    assert split(warehouse, "ad_spend", ("tool",)) == [("全站推广", 40), ("关键词推广", 100)]
    assert split(warehouse, "product_ad_spend", ("product",)) == [("1", 100), ("2", 40)]


def test_a_day_that_only_products_tell_takes_theirs(warehouse: Warehouse, fill: Fill) -> None:
    fill("promotion_plans", ad(100))
    fill("promotion_products", ad(100, item_id="1"), ad(30, day=NEXT, item_id="1"))
    assert split(warehouse, "ad_spend", ("day",), TWO_DAYS) == [(DAY, 100), (NEXT, 30)]


def test_what_a_tool_splits_again_is_not_added_to_it(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "promotion",
        tool("淘宝客", 50),
        tool("淘宝客", 30, "按订单", within="1"),
        tool("淘宝客", 20, "按订单", within="2"),
    )
    assert ask(warehouse, "ad_spend") == 50


def test_a_split_counts_where_it_is_all_there_is(warehouse: Warehouse, fill: Fill) -> None:
    fill("promotion", tool("淘宝客", 30, "按订单", within="1"), tool("淘宝客", 20, "按订单", within="2"))
    assert ask(warehouse, "ad_spend") == 50


def test_tools_that_wanxiang_reports_are_not_added_to_it(warehouse: Warehouse, fill: Fill) -> None:
    fill("promotion_plans", ad(100))
    fill("promotion", tool("直通车", 100), tool("引力魔方", 10), tool("钻展", 5))
    assert ask(warehouse, "ad_spend") == 105


def test_the_daily_report_tells_what_no_file_does(warehouse: Warehouse, fill: Fill) -> None:
    booked: dict[str, Any] = {"spend_keyword": 100, "spend_whole": 40, "commission": 7, "pay_amount": 1470}
    fill("shop_daily", report(**booked), report(NEXT, **booked))
    fill("promotion_plans", ad(130, day=NEXT))
    assert split(warehouse, "ad_spend", ("day", "tool"), TWO_DAYS) == [
        (DAY, "全站推广", 40),
        (DAY, "关键词推广", 100),
        (DAY, "淘宝客", 7),
        (NEXT, "关键词推广", 130),
        (NEXT, "淘宝客", 7),
    ]
    assert ask(warehouse, "shop_roi") == pytest.approx(10)
    assert ask(warehouse, "ad_cost_ratio", TWO_DAYS) == pytest.approx(284 / 2940)


def test_a_total_booked_by_hand_is_not_added_to_its_parts(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(spend_keyword=100, spend_total=100), report(NEXT, spend_total=80))
    assert split(warehouse, "ad_spend", ("day",), TWO_DAYS) == [(DAY, 100), (NEXT, 80)]


def test_roi_is_a_multiple_of_what_is_known_on_both_sides(warehouse: Warehouse, fill: Fill) -> None:
    fill("promotion_plans", ad(100, 300, impressions=8000, clicks=200), ad(50, 300, "货品全站推广"))
    fill("shop_daily", report(commission=50))
    roi = answer(warehouse, [metric_named("ad_roi")], one_day(DAY))["ad_roi"][0].as_py()
    assert roi == pytest.approx(4)
    assert spelled(roi, Unit.FOLD, "zh") == "4.00倍"
    assert figure(roi, Unit.FOLD, "en").number == "4.00"
    assert ask(warehouse, "ad_ctr") == pytest.approx(0.025)
    assert ask(warehouse, "ad_cpc") == pytest.approx(0.5)


def test_without_any_file_there_is_no_spend(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", order(1, 100))
    assert ask(warehouse, "ad_spend") is None
    assert ask(warehouse, "shop_roi") is None
