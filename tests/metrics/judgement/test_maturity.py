"""Young and final days: which are which, and that a final value stays."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.demo.facts.shop_year import shop_year
from data.demo.facts.shops import FLAGSHIP
from data.store.as_of import warehouse_as_of
from data.store.board import in_memory
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period, last_days
from metrics.catalogue import METRICS, metric_named
from metrics.definition.metric import young
from metrics.glossary.entries import glossary
from metrics.glossary.lags import lags
from metrics.judgement import maturity
from metrics.judgement.maturity import is_final, last_final_day, mature, settled
from metrics.query.question import answer
from tests.metrics.replay import import_orders_of

TODAY = date(2026, 6, 12)
REFUNDS = metric_named("refund_amount_pay")
VISITORS = metric_named("visitors")
REPLAYED = (
    "pay_amount",
    "net_pay_amount",
    "net_pay_amount_pay",
    "refund_amount_pay",
    "refund_rate_amount",
    "pay_orders",
)
LATE = {"refund_amount_pay", "refund_rate_amount", "net_pay_amount_pay"}
"""Those of them whose `final_after` was found by importing a year as it was exported week after week."""

EXPORTS = tuple(TODAY - timedelta(days=n) for n in (40, 33, 26, 19, 12, 5, 0))
SOME_DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """A warehouse into which a shop's orders were imported week after week."""
    folder, year = tmp_path_factory.mktemp("replay"), shop_year(FLAGSHIP, TODAY)
    with in_memory() as warehouse:
        for day in EXPORTS:
            import_orders_of(warehouse, year, day, folder)
        yield warehouse


@pytest.mark.parametrize("name", REPLAYED)
def test_a_value_marked_final_changes_by_less_than_one_percent_later(name: str, replayed: Warehouse) -> None:
    metric, compared = metric_named(name), 0
    settled_for_good = last_days(TODAY - timedelta(days=31), 40)
    now = _by_day(replayed, name, settled_for_good)
    for export in EXPORTS[:-1]:
        final = mature(metric, settled_for_good, export)
        if final is None:
            continue
        with warehouse_as_of(replayed, datetime(export.year, export.month, export.day, 12)) as then:
            for day, value in _by_day(then, name, final).items():
                if day < export:
                    assert value == pytest.approx(now[day], rel=0.01), (day, export)
                    compared += 1
    assert compared > 20


def test_every_lag_is_replayed_or_says_whose_window_it_is() -> None:
    lagging = {metric.name for metric in METRICS if metric.final_after}
    assert lagging == LATE | maturity.GIVEN.keys()
    assert set(REPLAYED) >= LATE


def test_a_young_value_does_change_or_nobody_would_have_to_wait(replayed: Warehouse) -> None:
    export = EXPORTS[1]
    days = last_days(export - timedelta(days=1), 7)
    with warehouse_as_of(replayed, datetime(export.year, export.month, export.day, 12)) as then:
        recorded = sum(_by_day(then, REFUNDS.name, days).values())
    assert recorded < 0.7 * sum(_by_day(replayed, REFUNDS.name, days).values())


def test_the_warehouse_itself_tells_after_how_many_days_its_values_stayed(replayed: Warehouse) -> None:
    found = {each.metric.name: each for each in lags(replayed)}
    refunds, inquiries = found["refund_amount_pay"], found["inquiry_pay_final_rate"]
    assert refunds.compared > 100
    assert refunds.stayed
    assert 7 < refunds.stayed <= refunds.metric.final_after
    assert (inquiries.stayed, inquiries.compared) == (None, 0)


def test_the_glossary_says_whether_a_lag_was_replayed_or_is_a_window_of_the_platform() -> None:
    windows = {row["name"]: row["window"] for row in glossary("zh")}
    assert windows["refund_amount_pay"] == "当天，21 天后定稿，此前为暂估（按一年的逐周导出回放得出）"
    assert "客服工具按询单后几天内付款来定义" in windows["inquiry_pay_final_rate"]


def _by_day(warehouse: Warehouse, name: str, during: Period) -> dict[date, float]:
    rows = answer(warehouse, [metric_named(name)], during, ("day",)).to_pylist()
    return {row["day"]: float(row[name] or 0) for row in rows}


def test_a_period_is_cut_where_its_days_begin_to_be_young() -> None:
    month = Period(date(2026, 5, 1), date(2026, 6, 11))
    last = TODAY - timedelta(days=REFUNDS.final_after)
    assert mature(REFUNDS, month, TODAY) == Period(date(2026, 5, 1), last)
    assert mature(REFUNDS, last_days(TODAY - timedelta(days=1), 7), TODAY) is None


def test_what_is_final_at_once_is_all_mature() -> None:
    week = last_days(TODAY - timedelta(days=1), 7)
    assert mature(VISITORS, week, TODAY) == week


@given(SOME_DAYS, st.integers(1, 60), st.integers(0, 60), st.sampled_from(METRICS))
def test_mature_days_are_those_of_the_period_that_have_settled(
    last: date, days: int, later: int, metric: object
) -> None:
    assert isinstance(metric, type(VISITORS))
    during, today = last_days(last, days), last + timedelta(days=later + 1)
    assert [*(mature(metric, during, today) or ())] == [day for day in during if young(metric, day, today) is None]


def test_averages_leave_young_days_out() -> None:
    final = last_final_day(REFUNDS, TODAY)
    series = {final: 10.0, final + timedelta(days=1): 1.0, TODAY: None}
    assert settled(series, REFUNDS, TODAY) == {final: 10.0}
    assert settled(series, VISITORS, TODAY) == series
    assert is_final(REFUNDS, final, TODAY)
    assert not is_final(REFUNDS, final + timedelta(days=1), TODAY)
