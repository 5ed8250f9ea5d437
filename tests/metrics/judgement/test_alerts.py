"""Every number of the dictionary that names an alert has a rule; two-way and two-sided rules by hand."""

import pytest

from metrics.catalogue import METRICS, metric_named
from metrics.judgement.limits import Level, judge
from metrics.judgement.rules import RULES

ALERTED = (
    "pay_amount", "net_pay_amount", "visitors", "visitors_daily_mean", "bounce_rate", "pay_buyers",
    "pay_conversion", "order_conversion", "order_pay_rate", "avg_order_value", "avg_item_price", "uv_value",
    "fav_cart_rate", "cart_rate", "consult_rate", "inquiry_pay_d1_rate", "inquiry_pay_final_rate",
    "silent_conversion", "silent_sales_share", "cs_sales", "receptions", "first_response_sec",
    "avg_response_sec", "reply_3min_rate", "reply_5min_rate", "reply_rate", "answer_ratio", "seat_coverage",
    "late_early_count", "dsr_item", "dsr_service", "dsr_delivery", "bad_reviews", "bad_reviews_open",
    "complaints_open", "unshipped_yday", "unshipped_48h", "pickup_24h_rate", "delivery_hours",
    "refund_amount_finish", "refund_amount_pay", "refund_rate_amount", "refund_rate_30d", "dispute_refund_rate",
    "liability_rate", "quality_refund_rate", "refund_days", "ad_spend", "ad_roi", "shop_roi", "ad_cost_ratio",
    "ad_ctr", "ad_cpc", "channel_share", "featured_attain", "moving_rate", "zero_sale_items", "stock_days",
    "day_attain", "month_attain", "pace_gap", "need_per_day", "month_forecast", "quota_attain", "std_hour_util",
    "fault_minutes", "fault_mttr_min",
)  # fmt: skip
"""The keys of the dictionary whose row names an alert."""

HELD_BY = {"receptions": ("reception_load",), "complaints_open": ("complaints_open_24h", "complaints_overdue")}
"""Alerts about a number of another name: a load, an age."""


@pytest.mark.parametrize("name", ALERTED)
def test_a_number_with_an_alert_has_a_rule(name: str) -> None:
    assert metric_named(name) in METRICS
    assert all(RULES.get(held) for held in HELD_BY.get(name, (name,)))


@pytest.mark.parametrize(
    ("name", "value", "base", "level", "text"),
    [
        ("channel_share", 0.26, 0.20, Level.WATCH, "比同星期 ↑6.0个百分点"),
        ("channel_share", 0.14, 0.20, Level.WATCH, "比同星期 ↓6.0个百分点"),
        ("channel_share", 0.25, 0.20, Level.GOOD, "比同星期 ↑5.0个百分点"),
        ("silent_sales_share", 0.71, 0.60, Level.WATCH, "比同星期 ↑11.0个百分点"),
        ("silent_sales_share", 0.51, 0.60, Level.GOOD, "比同星期 ↓9.0个百分点"),
        ("silent_sales_share", 0.0, 0.15, Level.WATCH, "比同星期 ↓15.0个百分点"),
    ],
)
def test_a_share_may_move_only_so_many_points_either_way(
    name: str, value: float, base: float, level: Level, text: str
) -> None:
    judged = judge(metric_named(name), value, base=base)
    assert (judged.level, judged.reason.zh) == (level, text)


@pytest.mark.parametrize(
    ("days", "level", "text"),
    [
        (6, Level.WATCH, "低于 7天"),
        (7, Level.GOOD, "不低于 7天"),
        (90, Level.GOOD, "不低于 7天"),
        (91, Level.WATCH, "超过 90天"),
    ],
)
def test_stock_has_a_low_side_and_a_high_side(days: int, level: Level, text: str) -> None:
    judged = judge(metric_named("stock_days"), days)
    assert (judged.level, judged.reason.zh) == (level, text)


@pytest.mark.parametrize(
    ("spent", "level", "text"),
    [
        (1101, Level.WATCH, "比预算 ↑10.1%"),
        (1100, Level.GOOD, "比预算 ↑10.0%"),
        (899, Level.WATCH, "比预算 ↓10.1%"),
    ],
)
def test_spend_is_held_to_its_budget_both_ways(spent: float, level: Level, text: str) -> None:
    judged = judge(metric_named("ad_spend"), spent, target=1000)
    assert (judged.level, judged.reason.zh) == (level, text)
    assert judge(metric_named("ad_spend"), spent).reason.zh == "未设预算，不评花得多少"


def test_the_cost_ratio_is_held_to_its_plan_and_without_one_to_its_base() -> None:
    ratio = metric_named("ad_cost_ratio")
    assert judge(ratio, 0.15, target=0.12, base=0.15).reason.en == "↑3.0 points on plan"
    assert judge(ratio, 0.15, target=0.12).level is Level.BAD
    assert judge(ratio, 0.15, base=0.15).level is Level.GOOD


def test_an_entry_far_over_a_quota_is_to_be_checked() -> None:
    attain = metric_named("quota_attain")
    assert [judge(attain, value).level for value in (0.79, 0.99, 1.5, 1.51)] == [
        Level.BAD, Level.WATCH, Level.GOOD, Level.WATCH,
    ]  # fmt: skip
