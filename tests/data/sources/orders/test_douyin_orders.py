"""Douyin orders: rows are sub-orders, ids begin with a TAB, any of three encodings."""

from pathlib import Path

import pytest

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import read_as, take
from tests.files import text_file
from tests.metrics.rows import ask

HEADINGS: list[object] = [
    "主订单编号", "子订单编号", "选购商品", "商品规格", "商品数量", "商品ID", "商家编码", "商品单价", "订单应付金额",
    "运费", "优惠总金额", "收件人", "收件人手机号", "省", "市", "详细地址", "买家留言", "订单提交时间", "订单完成时间",
    "支付完成时间", "订单状态", "承诺发货时间", "达人昵称", "售后状态", "取消原因", "流量类型", "发货时间",
]  # fmt: skip


def row(number: int, status: str = "已完成", after_sale: str = "-", **cells: str) -> list[object]:
    row = {
        "主订单编号": "\t6917926768823643751", "子订单编号": f"\t69179267688236437{number:02d}",
        "选购商品": "藤编落地灯", "商品规格": "花型;二米", "商品数量": "1", "商品ID": "\t3601080613561638173",
        "订单应付金额": "59.90", "收件人": "##密文", "收件人手机号": "$$密文", "订单提交时间": "2026-06-11 10:00:00",
        "支付完成时间": "2026-06-11 10:00:30", "订单状态": status, "承诺发货时间": "2026-06-13 10:00:00",
        "售后状态": after_sale, **cells,
    }  # fmt: skip
    return [row.get(str(heading), "-") for heading in HEADINGS]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
def test_rows_are_sub_orders_in_any_encoding(warehouse: Warehouse, tmp_path: Path, encoding: str) -> None:
    path = text_file(tmp_path / "1791430000_abc.csv", [HEADINGS, row(51), row(52)], encoding)
    table = take(warehouse, path)
    assert (read_as(table), table.new, table.rejected) == ("orders_douyin", 2, 0)
    assert warehouse.rows(
        "SELECT suborder_id, order_id, product_id, properties, paid::VARCHAR, ship_due::DATE::VARCHAR, platform"
        " FROM order_items ORDER BY 1 LIMIT 1"
    ) == [
        (
            "6917926768823643751",
            "6917926768823643751",
            "3601080613561638173",
            "花型;二米",
            "59.90",
            "2026-06-13",
            "抖音",
        )
    ]
    assert "密文" not in str(warehouse.rows("SELECT * FROM order_items"))


@pytest.mark.parametrize(
    ("status", "after_sale", "pay_time", "state", "paid", "refund"),
    [
        ("待支付", "-", "-", "unpaid", "0.00", "0.00"),
        ("待发货", "-", "2026-06-11 10:00:30", "to_ship", "59.90", "0.00"),
        ("已发货", "售后关闭", "2026-06-11 10:00:30", "shipped", "59.90", "0.00"),
        ("已完成", "退款成功", "2026-06-11 10:00:30", "done", "0.00", "59.90"),
        ("已关闭", "退款成功", "2026-06-11 10:00:30", "closed", "0.00", "59.90"),
        ("已关闭", "-", "2026-06-11 10:00:30", "closed", "0.00", "59.90"),
        ("已关闭", "-", "-", "closed", "0.00", "0.00"),
    ],
)
def test_statuses_tell_what_was_paid_and_paid_back(
    warehouse: Warehouse,
    tmp_path: Path,
    status: str,
    after_sale: str,
    pay_time: str,
    state: str,
    paid: str,
    refund: str,
) -> None:
    take(warehouse, text_file(tmp_path / "a.csv", [HEADINGS, row(51, status, after_sale, 支付完成时间=pay_time)]))
    assert warehouse.rows("SELECT state, paid::VARCHAR, refund::VARCHAR FROM order_items") == [(state, paid, refund)]


def test_sub_orders_make_the_days_sales_and_its_backlog(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [HEADINGS, row(51, "待发货"), row(52, "待发货", "退款成功"), row(53, "已关闭", 支付完成时间="-")]
    take(warehouse, text_file(tmp_path / "a.csv", rows, "utf-8"))
    names = ("pay_amount", "refund_amount_pay", "pay_orders", "unshipped_yday")
    assert [str(ask(warehouse, name)) for name in names] == ["119.80", "59.90", "1", "1"]
