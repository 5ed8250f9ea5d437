"""Pinduoduo orders: cells that end in a TAB, rows without times, refunds told by a status."""

from pathlib import Path

import pytest

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import read_as, take
from tests.files import text_file, xlsx
from tests.metrics.rows import ask

HEADINGS: list[object] = [
    "商品", "订单号", "订单状态", "商品总价(元)", "邮费(元)", "店铺优惠折扣(元)", "平台优惠折扣(元)",
    "多多支付立减金额(元)", "用户实付金额(元)", "商家实收金额(元)", "商品数量(件)", "发货时间", "确认收货时间",
    "商品id", "商品规格", "样式ID", "商家编码-规格维度", "商家编码-商品维度", "商家备注", "售后状态", "快递单号",
    "快递公司", "支付时间", "拼单成功时间", "承诺发货时间",
]  # fmt: skip
NUMBER = "260611-607198974342268"


def row(status: str = "已收货", after_sale: str = "\t", number: str = NUMBER, **cells: str) -> list[object]:
    row = {
        "商品": "藤编落地灯\t", "订单号": f"{number}\t", "订单状态": f"{status}\t", "商品总价(元)": "188.99\t",
        "用户实付金额(元)": "168.99\t", "商家实收金额(元)": "178.99\t", "商品数量(件)": "1\t", "售后状态": after_sale,
        "支付时间": "2026-06-11 10:00:00\t", "拼单成功时间": "2026-06-11 10:01:00\t",
        "承诺发货时间": "2026-06-13 10:00:00\t", **cells,
    }  # fmt: skip
    return [row.get(str(heading), "\t") for heading in HEADINGS]


def test_cells_that_end_in_a_tab_are_read(warehouse: Warehouse, tmp_path: Path) -> None:
    table = take(warehouse, text_file(tmp_path / "orders_export.csv", [HEADINGS, row()]))
    assert (read_as(table), table.new, table.rejected) == ("orders_pdd", 1, 0)
    assert warehouse.rows(
        "SELECT order_id, paid::VARCHAR, buyer_paid::VARCHAR, receivable::VARCHAR, items, ship_time, waybill,"
        " ship_due::DATE::VARCHAR, pay_time::VARCHAR, platform FROM orders"
    ) == [(NUMBER, "168.99", "168.99", "178.99", 1, None, None, "2026-06-13", "2026-06-11 10:00:00", "拼多多")]


@pytest.mark.parametrize(
    ("status", "after_sale", "state", "paid", "refund"),
    [
        ("待付款", "\t", "unpaid", "0.00", "0.00"),
        ("已取消", "\t", "closed", "0.00", "0.00"),
        ("待发货", "无售后或售后取消", "to_ship", "168.99", "0.00"),
        ("已发货，待收货", "售后处理中", "shipped", "168.99", "0.00"),
        ("已收货", "\t", "done", "168.99", "0.00"),
        ("已收货", "退款成功", "done", "0.00", "168.99"),
        ("已收货", "部分退款成功", "done", "168.99", None),
        ("未发货，退款成功", "退款成功", "refunded", "0.00", "168.99"),
        ("已取消,退款成功", "\t", "refunded", "0.00", "168.99"),
        ("未成交，退款成功", "\t", "refunded", "0.00", "168.99"),
    ],
)
def test_statuses_tell_what_was_paid_and_paid_back(
    warehouse: Warehouse, tmp_path: Path, status: str, after_sale: str, state: str, paid: str, refund: str | None
) -> None:
    take(warehouse, text_file(tmp_path / "a.csv", [HEADINGS, row(status, after_sale)]))
    assert warehouse.rows("SELECT state, paid::VARCHAR, refund::VARCHAR FROM orders") == [(state, paid, refund)]
    assert warehouse.rows("SELECT pay_time IS NULL FROM orders") == [(status in ("待付款", "已取消"),)]


def test_unshipped_and_refunded_is_no_backlog(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        row("待发货"),
        row("未发货，退款成功", number="260611-607198974342269"),
        row("待发货", number="260611-607198974342270", 快递单号="YT1234567890123\t"),
        row("已发货，待收货", number="260611-607198974342271", 发货时间="2026-06-11 18:00:00"),
    ]
    take(warehouse, text_file(tmp_path / "a.csv", rows))
    assert ask(warehouse, "unshipped_yday") == 2


def test_a_row_without_times_counts_on_the_day_in_its_number(warehouse: Warehouse, tmp_path: Path) -> None:
    blank = {"支付时间": "\t", "拼单成功时间": "\t"}
    rows = [
        HEADINGS,
        row(**blank),
        row("待付款", number="260611-1", **blank),
        row("已取消", number="260611-2", **blank),
    ]
    table = take(warehouse, xlsx(tmp_path / "a.xlsx", rows))
    assert warehouse.rows("SELECT order_id, pay_time::VARCHAR FROM orders WHERE pay_time IS NOT NULL") == [
        (NUMBER, "2026-06-11 00:00:00")
    ]
    assert str(table.first_day) == "2026-06-11"
    assert ask(warehouse, "pay_orders") == 1
