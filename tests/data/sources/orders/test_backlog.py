"""Counters of what waits, experience by product, and what managers book of deliveries."""

from datetime import date
from pathlib import Path

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import read_as, take
from tests.data.sources.headings import headings
from tests.files import xlsx

NAME = "2026-06-11"


def test_the_counters_of_a_morning_are_of_the_day_in_the_files_name(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [
        headings("待发货 发货即将超时 发货超时包裹 揽收异常 运输异常 派送异常 待处理售后 待处理投诉"),
        [36, 4, 1, 2, 0, 0, 7, "--"],
    ]
    assert read_as(take(warehouse, xlsx(tmp_path / f"千牛待办_{NAME}.xlsx", rows))) == "to_do"
    assert warehouse.rows("SELECT day, to_ship, ship_late, complaints_open FROM to_do") == [
        (date(2026, 6, 11), 36, 1, None)
    ]


def test_title_and_id_in_one_cell_are_taken_apart(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [
        headings("商品名称/编码 问题订单量 有效订单量 问题订单率 商品问题订单量 物流问题订单量 售后问题订单量"),
        ["藤编落地灯 客厅/卧室/719850241635", 3, 120, "2.50%", 2, 1, 0],
    ]
    assert read_as(take(warehouse, xlsx(tmp_path / f"体验问题订单率_{NAME}.xlsx", rows))) == "product_troubles"
    scored = [
        headings("商品ID 商品名称 问题订单数 成交订单数 商品体验分 排名情况"),
        ["719850241635", "藤编落地灯 客厅/卧室", 3, 118, "4.62", "落后96%同类目商品"],
    ]
    assert read_as(take(warehouse, xlsx(tmp_path / f"PXI_{NAME}.xlsx", scored))) == "product_experience"
    assert warehouse.rows("SELECT item_id, title, troubled_rate, orders, score, standing FROM product_scores") == [
        ("719850241635", "藤编落地灯 客厅/卧室", 0.025, 118, 4.62, "落后96%同类目商品")
    ]


def test_deliveries_put_off_by_customers_stand_apart(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [
        headings("办事处/服务商 总需配送订单 缺货 延期订单(顾客暂不要货) 昨日应配送订单 昨日实际配送订单 配送完成率"),
        ["湖州", 40, 2, 5, 10, 12, 1.2],
        ["合计", 40, 2, 5, 10, 12, 1.2],
    ]
    table = take(warehouse, xlsx(tmp_path / f"配送日报_{NAME}.xlsx", rows), shop=None)
    assert (read_as(table), table.new, len(table.skipped)) == ("deliveries", 1, 1)
    assert warehouse.rows("SELECT shop, office, put_off_by_buyer, done_rate FROM deliveries") == [("", "湖州", 5, 1.2)]
