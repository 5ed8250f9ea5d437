"""The demo's reports of promotion, products and refunds tell again what its orders and daily reports tell."""

from collections.abc import Iterator
from datetime import date

import pytest

from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.store.board import in_memory
from data.store.warehouse import Warehouse
from tests.demo_years import DemoYears

TODAY = date(2026, 6, 12)
TELLING = ("计划报表", "商品报表", "商品排行汇总", "退款管理", "天猫_20260611")


@pytest.fixture(scope="module")
def warehouse(demo_years: DemoYears) -> Iterator[Warehouse]:
    files = [path for path in demo_years.files(TODAY) if path.name.startswith(TELLING)]
    with in_memory() as made:
        found = preview(made, [Upload(path.name, path) for path in files])
        assert len(files) == 10
        assert not found.set_aside
        store(made, found, by="test", demo=True)
        yield made


def test_plans_spend_what_the_daily_report_books(warehouse: Warehouse) -> None:
    differing = warehouse.rows(
        "SELECT * FROM (SELECT shop, day, sum(spend) AS told FROM promotion_plans GROUP BY ALL) JOIN shop_daily"
        " USING (shop, day) WHERE told <> spend_keyword + spend_whole + coalesce(spend_audience, 0)"
    )
    assert differing == []


def test_products_split_what_plans_spend(warehouse: Warehouse) -> None:
    by = "SELECT shop, day, plan_id, sum(spend), sum(sales), sum(clicks) FROM {} GROUP BY ALL ORDER BY ALL"
    reported = warehouse.rows(by.format("promotion_plans"))
    assert len(reported) == 90 * 7
    assert warehouse.rows(by.format("promotion_products")) == reported


def test_products_sold_what_the_daily_report_was_paid(warehouse: Warehouse) -> None:
    differing = warehouse.rows(
        "SELECT shop, day, told - shop_daily.pay_amount FROM"
        " (SELECT shop, day, sum(pay_amount) AS told FROM products GROUP BY ALL) JOIN shop_daily USING (shop, day)"
        " WHERE told <> shop_daily.pay_amount"
    )
    # The flagship's report of one day was exported an hour before its end.
    assert [(shop, day) for shop, day, _ in differing] == [("云栖木语家居旗舰店", date(2026, 6, 1))]
    assert differing[0][2] > 0


def test_refunds_of_a_day_are_those_that_the_daily_report_has(warehouse: Warehouse) -> None:
    differing = warehouse.rows(
        "SELECT * FROM (SELECT shop, finish_time::DATE AS day, sum(refund_total) AS told FROM refunds"
        " WHERE state = 'done' GROUP BY ALL) JOIN shop_daily USING (shop, day)"
        " WHERE day > DATE '2026-04-20' AND told <> refund_finished"
    )
    assert differing == []


def test_some_products_never_sell_and_one_was_taken_down(warehouse: Warehouse) -> None:
    unsold = warehouse.rows("SELECT shop, item_id FROM products GROUP BY ALL HAVING sum(pay_items) = 0")
    assert len(unsold) == 4
    assert len(warehouse.rows("SELECT DISTINCT item_id FROM products WHERE status LIKE '%下架'")) == 2
