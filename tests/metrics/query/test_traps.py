"""The traps of counting: means of rates, two files multiplied, people counted twice, missing taken for nothing."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period, day
from metrics.catalogue import METRICS, metric_named
from metrics.definition.refusals import Unanswerable
from metrics.query.question import answer
from tests.metrics.rows import DAY, JUNE, OTHER, SHOP, Fill, agent, ask, channel, order, plan, report, split

NEXT = date(2026, 6, 12)
TWO_DAYS = Period(DAY, NEXT)


def test_a_rate_over_days_is_the_rate_of_the_sums(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(visitors=1000, pay_buyers=10), report(NEXT, visitors=100, pay_buyers=10))
    assert ask(warehouse, "pay_conversion", TWO_DAYS) == pytest.approx(20 / 1100)


def test_a_day_with_visitors_and_no_buyers_known_does_not_dilute_conversion(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(visitors=1000, pay_buyers=30), report(NEXT, visitors=9000))
    assert ask(warehouse, "pay_conversion", TWO_DAYS) == pytest.approx(0.03)


def test_an_agent_without_a_response_time_gives_neither_part(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "service",
        agent("小满", receptions=100, first_response_sec=20.0),
        agent("谷雨", receptions=300, first_response_sec=40.0),
        agent("白露", receptions=600),
    )
    assert ask(warehouse, "first_response_sec") == pytest.approx((100 * 20 + 300 * 40) / 400)


def test_reply_rate_is_weighted_by_buyers_asking_or_else_received(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "service",
        agent("小满", consults=300, receptions=10, reply_rate=1.0),
        agent("谷雨", receptions=100, reply_rate=0.8),
    )
    assert ask(warehouse, "reply_rate") == pytest.approx((300 + 80) / 400)


def test_inquiry_payers_come_from_the_rate_where_their_number_is_missing(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "service",
        agent("小满", inquirers=40, final_pay_buyers=10),
        agent("谷雨", inquirers=60, final_pay_rate=0.5),
        agent("白露", inquirers=900),
    )
    assert ask(warehouse, "inquiry_pay_final_rate") == pytest.approx(40 / 100)


def test_two_files_do_not_multiply_each_other(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", order(1, 100), order(2, 50), order(3, 50))
    fill("shop_daily", report(visitors=500, pay_amount=198))
    fill("service", agent("小满", receptions=7), agent("谷雨", receptions=5))
    queried = [metric_named(name) for name in ("pay_amount_orders", "visitors", "receptions", "pay_amount_report")]
    row = answer(warehouse, queried, day(DAY), ("shop", "day")).to_pylist()
    assert row == [
        {
            "shop": SHOP,
            "day": DAY,
            "pay_amount_orders": 200,
            "visitors": 500,
            "receptions": 12,
            "pay_amount_report": 198,
        }
    ]


def test_a_day_known_to_one_file_only_keeps_its_row(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", order(1, 100))
    fill("shop_daily", report(NEXT, visitors=500))
    queried = [metric_named("pay_orders"), metric_named("visitors")]
    rows = answer(warehouse, queried, TWO_DAYS, ("day",)).to_pylist()
    assert rows == [
        {"day": DAY, "pay_orders": 1, "visitors": None},
        {"day": NEXT, "pay_orders": None, "visitors": 500},
    ]


def test_missing_never_becomes_nothing(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(visitors=500))
    assert ask(warehouse, "pay_amount") is None
    assert ask(warehouse, "pay_orders") is None
    assert ask(warehouse, "pay_amount_orders") is None
    assert ask(warehouse, "uv_value") is None


def test_nothing_by_nothing_is_unknown(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(visitors=0, pay_buyers=0, pay_amount=0, cart_users=3))
    for name in ("pay_conversion", "avg_order_value", "uv_value", "cart_rate"):
        assert ask(warehouse, name) is None
    assert ask(warehouse, "visitors") == 0


def test_visitors_are_not_added_over_days(warehouse: Warehouse) -> None:
    with pytest.raises(Unanswerable, match="visitors_daily_mean") as refused:
        ask(warehouse, "visitors", TWO_DAYS)
    assert "不能跨天相加" in refused.value.text.zh


def test_visitors_of_each_day_may_be_asked(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(visitors=500), report(NEXT, visitors=700))
    assert split(warehouse, "visitors", ("day",), TWO_DAYS) == [(DAY, 500), (NEXT, 700)]
    assert ask(warehouse, "visitors_daily_mean", JUNE) == 600


def test_visitors_of_a_week_are_refused(warehouse: Warehouse) -> None:
    with pytest.raises(Unanswerable):
        split(warehouse, "visitors", ("week",), TWO_DAYS)


def test_visitors_are_not_added_over_shops(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(visitors=500))
    assert ask(warehouse, "visitors") == 500
    fill("shop_daily", report(shop=OTHER, visitors=300))
    with pytest.raises(Unanswerable, match="by shop"):
        ask(warehouse, "visitors")
    assert ask(warehouse, "visitors", where={"shop": OTHER}) == 300
    assert split(warehouse, "visitors", ("shop",)) == [(SHOP, 500), (OTHER, 300)]


def test_channels_are_never_added(warehouse: Warehouse, fill: Fill) -> None:
    fill("traffic", channel("手淘搜索", 800, 20), channel("手淘推荐", 700, 7))
    for name in ("channel_visitors", "channel_conversion", "channel_pay_amount", "channel_uv_value"):
        with pytest.raises(Unanswerable, match="added over channels"):
            ask(warehouse, name)
    assert split(warehouse, "channel_visitors", ("channel",)) == [("手淘推荐", 700), ("手淘搜索", 800)]
    assert split(warehouse, "channel_conversion", ("channel",)) == [("手淘推荐", 0.01), ("手淘搜索", 0.025)]


def test_the_whole_shop_is_not_added_to_its_carriers(warehouse: Warehouse, fill: Fill) -> None:
    fill("traffic", channel("手淘搜索", 800, 20), channel("手淘搜索", 750, 18, carrier="无线"))
    assert split(warehouse, "channel_visitors", ("channel",)) == [("手淘搜索", 800)]
    assert ask(warehouse, "channel_visitors", where={"channel": "手淘搜索", "carrier": "无线"}) == 750
    assert split(warehouse, "channel_visitors", ("carrier", "channel")) == [
        ("全店", "手淘搜索", 800),
        ("无线", "手淘搜索", 750),
    ]


def test_two_carriers_without_a_whole_are_refused(warehouse: Warehouse, fill: Fill) -> None:
    fill("traffic", channel("手淘搜索", 750, 18, carrier="无线"), channel("手淘搜索", 50, 2, carrier="PC"))
    with pytest.raises(Unanswerable, match="carriers"):
        split(warehouse, "channel_visitors", ("channel",))


def test_two_channels_of_one_name_are_kept_apart(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "traffic",
        channel("其他", 30, 1, channel_path="淘内免费>其他", level_1="淘内免费"),
        channel("其他", 40, 1, channel_path="自主访问>其他", level_1="自主访问"),
    )
    assert split(warehouse, "channel_visitors", ("channel",)) == [("淘内免费 › 其他", 30), ("自主访问 › 其他", 40)]


def test_a_refund_is_taken_off_the_net_amount_only(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", order(1, 80, 20), order(2, 0, 50), order(3, 100, None))
    assert ask(warehouse, "pay_amount") == Decimal("250.00")
    assert ask(warehouse, "net_pay_amount_pay") == Decimal("180.00")
    assert ask(warehouse, "refund_amount_pay") == Decimal("70.00")
    assert ask(warehouse, "refund_rate_amount") == pytest.approx(70 / 250)
    assert ask(warehouse, "avg_ticket") == pytest.approx(250 / 3)


def test_refunds_are_unknown_where_the_file_tells_none(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", order(1, 80, None), order(2, 20, None))
    assert ask(warehouse, "refund_amount_pay") is None
    assert ask(warehouse, "refund_rate_amount") is None
    assert ask(warehouse, "pay_amount") == Decimal("100.00")


def test_only_refunds_that_succeeded_are_added_back_to_sub_orders(warehouse: Warehouse, fill: Fill) -> None:
    noon = datetime(2026, 6, 11, 12)
    row = {"shop": SHOP, "pay_time": noon}
    fill(
        "order_items",
        {**row, "suborder_id": "1", "order_id": "A", "paid": 0, "refund": 30, "refund_status": "退款成功"},
        {**row, "suborder_id": "2", "order_id": "A", "paid": 50, "refund": 50, "refund_status": "退款关闭"},
        {**row, "suborder_id": "3", "order_id": "B", "paid": 20, "refund": 20, "refund_status": "买家已经申请退款"},
        {**row, "suborder_id": "4", "order_id": "C", "paid": 5, "refund": 5, "payable": 10},
        {**row, "suborder_id": "5", "order_id": "D", "paid": 10, "refund": 5, "payable": 10},
    )
    assert ask(warehouse, "pay_amount") == Decimal("120.00")
    assert ask(warehouse, "refund_amount_pay") == Decimal("35.00")
    assert ask(warehouse, "pay_orders") == 4


def test_sub_orders_stand_in_only_where_orders_are_missing(warehouse: Warehouse, fill: Fill) -> None:
    item = {"shop": SHOP, "suborder_id": "1", "order_id": "1", "paid": 99, "pay_time": datetime(2026, 6, 11, 12)}
    fill("order_items", item, {**item, "suborder_id": "2", "order_id": "2", "pay_time": datetime(2026, 6, 12, 12)})
    fill("orders", order(1, 100))
    assert split(warehouse, "pay_amount", ("day",), TWO_DAYS) == [(DAY, Decimal(100)), (NEXT, Decimal(99))]


def test_an_order_paid_after_midnight_is_not_the_whole_next_day(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", order(1, 100), order(2, 8, pay_time=datetime(2026, 6, 12, 0, 3)))
    assert ask(warehouse, "pay_amount", day(NEXT)) == Decimal("8.00")
    fill("shop_daily", report(NEXT, pay_amount=5000))
    assert ask(warehouse, "pay_amount", day(NEXT)) == Decimal("5000.00")
    assert ask(warehouse, "pay_amount_orders", TWO_DAYS) == Decimal("108.00")


def test_orders_come_before_the_report_day_by_day(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", order(1, 100))
    fill("shop_daily", report(pay_amount=90), report(NEXT, pay_amount=70))
    assert ask(warehouse, "pay_amount", TWO_DAYS) == Decimal("170.00")
    assert ask(warehouse, "pay_amount_report", TWO_DAYS) == Decimal("160.00")


def test_every_ratio_stays_inside_one_file(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", order(1, 1000))
    fill("shop_daily", report(visitors=100, pay_buyers=2, pay_amount=90))
    assert ask(warehouse, "avg_order_value") == 45
    assert ask(warehouse, "uv_value") == pytest.approx(0.9)


def test_buyers_of_a_period_are_counted_once(warehouse: Warehouse, fill: Fill) -> None:
    one, two = "0" * 31 + "1", "0" * 31 + "2"
    fill("orders", order(1, 5, buyer=one), order(2, 5, buyer=two), order(3, 5, day=NEXT, buyer=one))
    assert ask(warehouse, "pay_buyers_orders", TWO_DAYS) == 2


def test_buyers_not_named_are_not_zero_buyers(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", order(1, 5))
    assert ask(warehouse, "pay_buyers_orders") is None


def test_waiting_orders_are_those_neither_sent_nor_refunded(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "orders",
        order(1, 5, state="to_ship"),
        order(2, 5, state="to_ship", ship_time=datetime(2026, 6, 11, 18)),
        order(3, 0, 5, state="to_ship"),
        order(4, 5, state="shipped"),
        order(5, 0, 5, state="closed"),
        order(6, 5, state="to_ship", waybill="SF1"),
        order(7, 0, 5, state="refunded"),
        order(8, 5, status="some status no list has"),
    )
    assert ask(warehouse, "unshipped_yday") == 2


def test_a_refunded_sub_order_does_not_wait(warehouse: Warehouse, fill: Fill) -> None:
    waits = {"shop": SHOP, "pay_time": datetime(2026, 6, 11, 12), "paid": 5, "state": "to_ship"}
    fill(
        "order_items",
        {**waits, "suborder_id": "1", "order_id": "A", "refund_status": "未发货，退款成功"},
        {**waits, "suborder_id": "2", "order_id": "B", "refund_status": "无退款申请"},
        {**waits, "suborder_id": "3", "order_id": "B"},
    )
    assert ask(warehouse, "unshipped_yday") == 1


def test_orders_without_a_status_are_not_sent_orders(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", order(1, 5), order(2, 5))
    assert ask(warehouse, "unshipped_yday") is None
    fill("orders", order(3, 5, state="done"))
    assert ask(warehouse, "unshipped_yday") == 0


def test_scores_are_those_of_the_last_day_known(warehouse: Warehouse, fill: Fill) -> None:
    score = {"shop": SHOP, "day": DAY, "item": "描述", "score": 4.86}
    fill("dsr", score, {**score, "day": NEXT, "score": 4.85}, {**score, "day": NEXT, "item": "服务", "score": 4.9})
    assert ask(warehouse, "dsr_item", JUNE) == 4.85
    assert ask(warehouse, "dsr_item") == 4.86
    assert ask(warehouse, "dsr_service") is None


def test_scores_of_two_shops_are_refused(warehouse: Warehouse, fill: Fill) -> None:
    score = {"shop": SHOP, "day": DAY, "item": "描述", "score": 4.86}
    fill("dsr", score, {**score, "shop": OTHER})
    with pytest.raises(Unanswerable):
        ask(warehouse, "dsr_item")


def test_a_split_the_facts_do_not_have_is_refused_with_the_choices(warehouse: Warehouse) -> None:
    with pytest.raises(Unanswerable, match="shop, day, week, month"):
        split(warehouse, "pay_amount", ("channel",))
    with pytest.raises(Unanswerable, match="Agent"):
        ask(warehouse, "visitors", where={"agent": "小满"})


def test_weeks_begin_on_monday(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", *(order(n, 1, day=date(2026, 6, n)) for n in range(6, 10)))
    found = split(warehouse, "pay_amount", ("week",), JUNE)
    assert found == [(date(2026, 6, 1), Decimal(2)), (date(2026, 6, 8), Decimal(2))]
    assert split(warehouse, "pay_orders", ("month",), JUNE) == [(date(2026, 6, 1), 4)]


def test_a_value_cannot_smuggle_sql(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", order(1, 5))
    assert ask(warehouse, "pay_amount", where={"shop": "x' OR '1'='1"}) is None


def test_amounts_are_exact(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", *(order(n, 0.1) for n in range(1000)))
    assert ask(warehouse, "pay_amount") == Decimal("100.00")


def test_adding_up_is_declared_only_of_what_adds_up(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", *(order(n, n, 1, day=date(2026, 6, 8 + n), state="done") for n in range(1, 6)))
    days = [date(2026, 6, n) for n in range(8, 13)]
    values: dict[str, Any] = dict.fromkeys(
        ("pay_items", "members_new", "followers_new", "net_pay_amount", "refund_of_paid"), 3
    )
    spent: dict[str, Any] = {"refund_finished": 2, "spend_keyword": 4, "commission": 1}
    fill("shop_daily", *(report(each, page_views=each.day, pay_amount=each.day, **values, **spent) for each in days))
    fill("service", *(agent("小满", each, receptions=each.day, inquirers=1, sales=5) for each in days))
    fill("targets", plan("2026-06", 3000))
    ad = {
        "shop": SHOP,
        "scene": "关键词推广",
        "plan_id": "7",
        "spend": 9,
        "sales": 30,
        "impressions": 800,
        "clicks": 20,
    }
    fill("promotion_plans", *({**ad, "day": each} for each in days[2:]))
    fill("promotion_products", *({**ad, "day": each, "item_id": "1"} for each in days))
    fill("products", *({"shop": SHOP, "day": each, "item_id": "1", "pay_items": 2, "pay_amount": 9} for each in days))
    adding = [metric for metric in METRICS if metric.adds_up]
    assert len(adding) > 10
    for metric in adding:
        by_day = [value for _, value in split(warehouse, metric.name, ("day",), JUNE) if value is not None]
        assert ask(warehouse, metric.name, JUNE) == (sum(by_day) if by_day else None), metric.name
