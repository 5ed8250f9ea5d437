"""Every metric: declared in both languages, answering on nothing, refused nowhere it need not be."""

from collections.abc import Iterator
from dataclasses import fields

import pytest

from data.store.board import in_memory
from data.store.warehouse import Warehouse
from metrics.calendar.period import day
from metrics.catalogue import METRICS, TEAM_TITLES, TEAMS, metric_named
from metrics.definition.facts import DIMENSIONS
from metrics.definition.metric import Metric
from metrics.glossary.entries import comparisons
from metrics.judgement.limits import Level, judge
from metrics.judgement.rules import RULES
from metrics.query.question import answer
from tests.metrics.rows import DAY
from text import Text

PROMISED = {
    "pay_amount", "net_pay_amount", "visitors", "visitors_daily_mean", "page_views", "views_per_visitor",
    "bounce_rate", "avg_stay_sec", "pay_buyers", "pay_conversion", "order_conversion", "order_pay_rate",
    "avg_order_value", "avg_ticket", "avg_item_price", "uv_value", "fav_cart_rate", "cart_rate", "consult_rate",
    "inquirers", "inquiry_pay_d1_rate", "inquiry_pay_final_rate", "silent_conversion", "silent_sales_share",
    "cs_sales", "cs_avg_order_value", "receptions", "first_response_sec", "avg_response_sec", "reply_3min_rate",
    "reply_5min_rate", "reply_rate", "answer_ratio", "seat_coverage", "late_early_count", "dsr_item", "dsr_service",
    "dsr_delivery", "bad_reviews", "bad_reviews_open", "complaints_open", "unshipped_yday", "unshipped_48h",
    "pickup_24h_rate", "delivery_hours", "refund_amount_finish", "refund_amount_pay", "refund_rate_amount",
    "refund_rate_30d", "dispute_refund_rate", "liability_rate", "quality_refund_rate", "refund_days", "ad_spend",
    "ad_roi", "shop_roi", "ad_cost_ratio", "ad_ctr", "ad_cpc", "channel_share", "featured_attain", "moving_rate",
    "zero_sale_items", "stock_days", "day_attain", "month_attain", "time_progress", "time_progress_w", "pace_gap",
    "need_per_day", "month_forecast", "pop", "yoy", "quota_attain", "std_hour_util", "fault_minutes",
    "fault_mttr_min", "appraisal_score", "channel_conversion", "channel_visitors", "pay_amount_orders",
    "pay_amount_report", "pay_buyers_orders", "pay_orders", "product_pay_buyers", "product_avg_stay_sec",
    "product_avg_order_value", "product_fav_cart_rate", "product_refund_rate_amount", "product_quality_refund_rate",
}  # fmt: skip


@pytest.fixture(scope="module")
def empty() -> Iterator[Warehouse]:
    with in_memory() as warehouse:
        yield warehouse


each = pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)


def test_none_is_forgotten() -> None:
    compared = {row["name"] for row in comparisons("zh")}
    assert {metric.name for metric in METRICS} | compared >= PROMISED


def test_no_two_metrics_share_a_name_or_a_label() -> None:
    for spoken in (
        [metric.name for metric in METRICS],
        [metric.label.zh for metric in METRICS],
        [metric.label.en for metric in METRICS],
    ):
        assert len(spoken) == len(set(spoken))


def test_an_unknown_metric_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        metric_named("gmv")


def test_every_team_has_a_title() -> None:
    assert set(TEAMS) == set(TEAM_TITLES)


@each
def test_it_is_unknown_on_an_empty_warehouse(empty: Warehouse, metric: Metric) -> None:
    apart = [dimension for dimension in ("channel", "product", "agent") if dimension in metric.never_across]
    if apart:
        assert answer(empty, [metric], day(DAY), apart).num_rows == 0
    else:
        assert answer(empty, [metric], day(DAY)).to_pylist() == [{metric.name: None}]


@each
def test_it_can_be_split_by_every_dimension_of_its_facts(empty: Warehouse, metric: Metric) -> None:
    answered = answer(empty, [metric], day(DAY), metric.facts.splits)
    assert answered.column_names == [*metric.facts.splits, metric.name]
    assert set(metric.facts.splits) <= set(DIMENSIONS)


@each
def test_it_speaks_chinese_in_chinese(metric: Metric) -> None:
    texts = [value for field in fields(metric) if isinstance(value := getattr(metric, field.name), Text)]
    assert len(texts) >= 3
    assert all(any("\u4e00" <= letter <= "\u9fff" for letter in text.zh) for text in texts)
    assert not any("\u4e00" <= letter <= "\u9fff" for text in texts for letter in text.en)


@each
def test_what_it_points_to_is_there(metric: Metric) -> None:
    for name in (metric.instead, metric.sample):
        assert not name or metric_named(name)
    assert bool(metric.enough) == bool(metric.sample)
    assert set(metric.never_across) <= set(metric.facts.splits)


@each
def test_without_a_value_it_is_not_judged_and_names_the_file(metric: Metric) -> None:
    judged = judge(metric, None, target=1, base=1)
    assert judged.level is Level.UNJUDGED
    assert metric.facts.label.zh in judged.reason.zh


def test_every_rule_belongs_to_a_metric() -> None:
    assert set(RULES) <= {metric.name for metric in METRICS}
