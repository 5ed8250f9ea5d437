"""The demo's reviews and the workbook its department keeps: what screens show of them is there, and agrees."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from itertools import pairwise

import pytest

from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.store.board import in_memory
from data.store.warehouse import Warehouse
from tests.demo_years import DemoYears

TODAY = date(2026, 6, 12)
TELLING = ("运营台账", "评价管理", "店铺DSR每日", "工作量", "定额本", "退款管理", "商品排行汇总", "目标清单")
FLAGSHIP, SECOND = "云栖木语家居旗舰店", "云栖木语生活专营店"


@pytest.fixture(scope="module")
def warehouse(demo_years: DemoYears) -> Iterator[Warehouse]:
    files = [path for path in demo_years.files(TODAY) if path.name.startswith(TELLING)]
    with in_memory() as made:
        found = preview(made, [Upload(path.name, path) for path in files])
        assert not found.set_aside
        assert sum(table.rejected for table in found.tables) == 0
        store(made, found, by="test", demo=True)
        yield made


def test_each_score_is_the_mean_of_180_days_of_reviews(warehouse: Warehouse) -> None:
    given = warehouse.rows("SELECT shop, review_time::DATE, score_item, score_service, score_delivery FROM reviews")
    for shop, day, item, score in warehouse.rows(
        "SELECT shop, day, item, score FROM dsr WHERE day > DATE '2026-05-12' ORDER BY ALL"
    ):
        place = 2 + ("描述", "服务", "物流").index(item)
        window = [row[place] for row in given if row[0] == shop and 0 <= (day - row[1]).days < 180]
        mean = Decimal(sum(map(int, window))) / len(window)
        assert mean.quantize(Decimal("0.01"), ROUND_HALF_EVEN) == Decimal(str(score)), (shop, day, item)


def test_delivery_lost_a_point_yesterday_in_both_shops(warehouse: Warehouse) -> None:
    last = warehouse.rows(
        "SELECT shop, day, score FROM dsr WHERE item = '物流' AND day >= DATE '2026-06-10' ORDER BY ALL"
    )
    assert [(round(after[2] - before[2], 2)) for before, after in zip(last[::2], last[1::2], strict=True)] == [
        -0.01
    ] * 2


def test_some_bad_reviews_of_yesterday_wait_for_an_answer_and_most_old_ones_have_one(warehouse: Warehouse) -> None:
    rows = warehouse.rows(
        "SELECT review_time >= TIMESTAMP '2026-06-10' AS young, avg((reply IS NULL)::INT), count(*) FROM reviews"
        " WHERE tone = 'bad' GROUP BY ALL ORDER BY young"
    )
    (_, old, many), (_, young, some) = rows
    assert old < 0.1 < young
    assert many > 50 > some > 3


def test_complaints_wait_within_their_time_and_past_it(warehouse: Warehouse) -> None:
    waiting = warehouse.rows(
        "SELECT shop, due_at < TIMESTAMP '2026-06-12' FROM complaints WHERE status <> '已完结' ORDER BY ALL"
    )
    assert waiting == [(shop, late) for shop in (FLAGSHIP, SECOND) for late in (False, False, True)]
    assert warehouse.rows("SELECT count(*) FROM complaints WHERE closed_at > due_at")[0][0] > 0
    assert warehouse.rows("SELECT count(*) FROM complaints WHERE status = '已完结' AND closed_at IS NULL") == [(2,)]


def test_one_fault_is_open_and_the_others_tell_what_they_cost(warehouse: Warehouse) -> None:
    assert warehouse.rows("SELECT fault, loss FROM faults WHERE solved_at IS NULL") == [
        ("手机端优惠券领不了", Decimal("2600.00"))
    ]
    assert {state for (state,) in warehouse.rows("SELECT DISTINCT advice_state FROM faults")} == {
        "待定", "已实施", "实施中", "未采纳",
    }  # fmt: skip


def test_each_shop_has_an_activity_that_ran_last_week_one_that_runs_and_one_that_comes(warehouse: Warehouse) -> None:
    counted = warehouse.rows(
        """SELECT shop, count(*) FILTER (last_day BETWEEN DATE '2026-06-01' AND DATE '2026-06-07'),
          count(*) FILTER (DATE '2026-06-12' BETWEEN first_day AND last_day),
          count(*) FILTER (first_day BETWEEN DATE '2026-06-13' AND DATE '2026-06-15'),
          min(target) > 0 AND min(cost) > 0 AND count(phrases) = count(*) FROM activities GROUP BY ALL ORDER BY ALL"""
    )
    assert counted == [(FLAGSHIP, 1, 1, 1, True), (SECOND, 1, 1, 1, True)]


def test_products_are_featured_up_to_tomorrow(warehouse: Warehouse) -> None:
    assert warehouse.rows(
        "SELECT shop, max(day), count(*) / count(DISTINCT day) FROM featured GROUP BY ALL ORDER BY ALL"
    ) == [(shop, date(2026, 6, 13), 3.0) for shop in (FLAGSHIP, SECOND)]


def test_stock_goes_down_by_what_is_sold_and_a_product_of_each_shop_is_sold_out(warehouse: Warehouse) -> None:
    left = warehouse.rows("SELECT shop, item_id, day, stock FROM stock ORDER BY ALL")
    sold = {row[:3]: row[3] for row in warehouse.rows("SELECT shop, item_id, day, pay_items FROM products")}
    for before, after in pairwise(left):
        if before[:2] == after[:2]:
            assert before[3] - after[3] == sold[after[:3]]
    assert [shop for shop, _, day, stock in left if (day, stock) == (date(2026, 6, 11), 0)] == [FLAGSHIP, SECOND]


def test_five_teams_write_down_their_work_and_one_person_has_not(warehouse: Warehouse) -> None:
    teams = warehouse.rows("SELECT DISTINCT team FROM workload ORDER BY team")
    assert {team for (team,) in teams} == {"客服组", "策划商务组", "产品组", "美工组", "推广执行部"}
    assert warehouse.rows("SELECT max(day) FROM workload WHERE person = '小雪'")[0][0] < date(2026, 6, 10)


def test_nobody_was_there_over_lunch_yesterday_and_the_week_to_come_is_planned(warehouse: Warehouse) -> None:
    at_lunch = warehouse.rows(
        "SELECT agent FROM shifts WHERE day = DATE '2026-06-11' AND online_from IS NOT NULL"
        " AND TIME '12:20' BETWEEN online_from AND online_until"
    )
    assert at_lunch == []
    planned = warehouse.rows("SELECT max(day), count(online_from) FROM shifts WHERE day >= DATE '2026-06-12'")
    assert planned == [(date(2026, 6, 18), 0)]


def test_open_refunds_have_a_time_to_be_answered_by(warehouse: Warehouse) -> None:
    rows = warehouse.rows(
        "SELECT DISTINCT due_time < TIMESTAMP '2026-06-12' AS late FROM refunds WHERE state = 'applied' ORDER BY late"
    )
    assert rows == [(False,), (True,)]


def test_promotion_has_a_budget_of_the_month(warehouse: Warehouse) -> None:
    assert warehouse.rows("SELECT shop, period FROM targets WHERE metric = 'ad_spend' ORDER BY ALL") == [
        (shop, month) for shop in (FLAGSHIP, SECOND) for month in ("2026-05", "2026-06")
    ]
