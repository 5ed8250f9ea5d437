"""Lineage: the columns a metric says it is made of are those it is made of."""

import pytest

from metrics.catalogue import METRICS, metric_named
from metrics.definition.metric import Metric
from metrics.glossary.lineage import columns


def reported(name: str) -> dict[str, list[str]]:
    return {title.zh: [heading.zh for heading in headings] for title, headings in columns(metric_named(name))}


def test_only_what_is_read_is_told() -> None:
    assert reported("pay_conversion") == {"店铺日报": ["访客数", "支付买家数"]}
    assert reported("views_per_visitor") == {"店铺日报": ["访客数", "浏览量"]}


def test_what_rows_are_chosen_by_is_told() -> None:
    assert "统一状态" in reported("refund_rate_30d")["退款"]
    assert "支付子订单数" in reported("refund_rate_30d")["店铺日报"]


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_every_metric_is_made_of_something(metric: Metric) -> None:
    assert columns(metric)


def test_every_column_of_a_daily_report_that_books_spend_is_told() -> None:
    assert "淘宝客佣金" in reported("ad_spend")["店铺日报"]
    assert "花费" in reported("ad_spend")["推广（按计划）"]
