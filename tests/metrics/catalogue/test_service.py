"""Customer service: persons behind accounts, definitions side by side, means of what exports give."""

from datetime import date

import pytest

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue import metric_named
from tests.metrics.rows import DAY, SHOP, Fill, agent, ask, split

TWO_DAYS = Period(DAY, date(2026, 6, 12))


def shop_day(day: date = DAY, **figures: object) -> dict[str, object]:
    return {"shop": SHOP, "day": day, **figures}


def test_accounts_of_one_person_are_asked_as_one(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "roster", *({"shop": SHOP, "account": name, "person": "张小满", "team": "售前"} for name in ("小满", "小满02"))
    )
    fill(
        "service",
        agent("小满", team="A组", receptions=100, avg_response_sec=30.0),
        agent("小满02", receptions=50, avg_response_sec=60.0),
        agent("谷雨", team="A组", receptions=10, avg_response_sec=20.0),
    )
    assert split(warehouse, "avg_response_sec", ("team", "agent")) == [("A组", "谷雨", 20), ("售前", "张小满", 40)]
    assert ask(warehouse, "receptions", where={"agent": "张小满"}) == 150


def test_without_a_roster_an_agent_is_the_account(warehouse: Warehouse, fill: Fill) -> None:
    fill("service", agent("小满", team="A组", receptions=100))
    assert split(warehouse, "receptions", ("team", "agent")) == [("A组", "小满", 100)]


def test_next_day_and_final_rate_stand_side_by_side(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "service",
        agent("小满", inquirers=40, next_day_pay_rate=0.25, final_pay_rate=0.5),
        agent("谷雨", inquirers=60, next_day_pay_rate=0.5, final_pay_rate=0.5),
        agent("白露", inquirers=900),
    )
    assert ask(warehouse, "inquiry_pay_d1_rate") == pytest.approx((10 + 30) / 100)
    assert ask(warehouse, "inquiry_pay_final_rate") == pytest.approx(50 / 100)
    assert (metric_named("inquiry_pay_d1_rate").final_after, metric_named("inquiry_pay_final_rate").final_after) == (
        1,
        4,
    )


def test_the_same_day_rate_is_the_shops(warehouse: Warehouse, fill: Fill) -> None:
    fill("service_shop", shop_day(same_day_inquirers=50, same_day_pay_buyers=10))
    assert ask(warehouse, "inquiry_pay_same_day_rate") == pytest.approx(0.2)


def test_the_basket_is_sales_by_buyers_of_those_that_tell_both(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "service",
        agent("小满", sales=900, sales_buyers=3),
        agent("谷雨", sales=100, sales_buyers=1),
        agent("x", sales=9),
    )
    assert ask(warehouse, "cs_avg_order_value") == 250


def test_answers_by_questions_from_messages_and_apart_from_ready_ratios(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "service",
        agent("小满", agent_messages=130, buyer_messages=100, answer_ratio=1.3, receptions=10),
        agent("谷雨", agent_messages=400, buyer_messages=400, answer_ratio=1.0, receptions=40),
        agent("白露", answer_ratio=2.0, receptions=50),
    )
    assert ask(warehouse, "answer_ratio") == pytest.approx(530 / 500)
    assert ask(warehouse, "answer_ratio_daily") == pytest.approx((1.3 * 10 + 1.0 * 40 + 2.0 * 50) / 100)


@pytest.mark.parametrize(
    ("metric", "column"),
    [
        ("reply_3min_rate", "reply_3min_rate"),
        ("reply_30s_rate", "reply_30s_rate"),
        ("reply_3min_work_rate", "work_reply_3min_rate"),
        ("reply_3min_all_day_rate", "all_day_reply_3min_rate"),
        ("avg_response_work_sec", "work_avg_response_sec"),
        ("avg_response_all_day_sec", "all_day_avg_response_sec"),
    ],
)
def test_ready_made_figures_are_weighted_by_receptions(
    warehouse: Warehouse, fill: Fill, metric: str, column: str
) -> None:
    fill(
        "service",
        agent("小满", receptions=30) | {column: 0.9},
        agent("谷雨", receptions=10) | {column: 0.5},
        agent("白露", receptions=99),
    )
    assert ask(warehouse, metric) == pytest.approx((27 + 5) / 40)
    assert "日均值" in metric_named(metric).label.zh


@pytest.mark.parametrize(
    ("metric", "column"),
    [
        ("reply_5min_rate", "reply_5min_rate"),
        ("shop_reply_3min_rate", "reply_3min_rate"),
        ("shop_reply_3min_all_day_rate", "all_day_reply_3min_rate"),
        ("shop_avg_response_sec", "avg_response_sec"),
    ],
)
def test_a_shops_ready_made_figures_are_weighted_by_whoever_was_received(
    warehouse: Warehouse, fill: Fill, metric: str, column: str
) -> None:
    fill(
        "service_shop",
        shop_day(receptions=100) | {column: 0.9},
        shop_day(TWO_DAYS.last, consults=300) | {column: 0.5},
    )
    assert ask(warehouse, metric, TWO_DAYS) == pytest.approx((90 + 150) / 400)
