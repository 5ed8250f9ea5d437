"""JD orders: an order's amounts repeat on every row of its items."""

from pathlib import Path

import pytest

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import read_as, take
from tests.files import text_file, xlsx

NOW: list[object] = [
    "订单号", "商品ID", "商品名称", "订购数量", "下单时间", "付款确认时间", "订单金额", "应付金额", "商家应收",
    "订单状态", "商家SKUID",
]  # fmt: skip
OF_2016: list[object] = [
    "订单号", "商品ID", "商品名称", "订购数量", "支付方式", "下单时间", "京东价", "订单金额", "结算金额", "余额支付",
    "应付金额", "订单状态", "订单类型", "下单帐号", "客户姓名", "客户地址", "联系电话", "订单备注", "发票类型",
    "发票抬头", "发票内容", "商家备注", "商家备注等级（等级1-5为由高到低）", "运费金额", "付款确认时间", "增值税发票",
    "货号", "订单完成时间", "订单来源", "订单渠道",
]  # fmt: skip


def row(number: int, item: int, status: str = "完成", paid_at: str = "2026-06-11 10:05:00") -> list[object]:
    return [
        f"3412345678{number:02d}", f"1000{item}", f"榉木托盘{item}", 1, "2026-06-11 10:00:00", paid_at,
        "100.00", "90.00", "88.20", status, f"SKU{item}",
    ]  # fmt: skip


def test_the_rows_of_an_order_become_one(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [NOW, *(row(1, item) for item in range(25)), row(2, 1)]
    table = take(warehouse, xlsx(tmp_path / "京东订单.xlsx", rows))
    assert (read_as(table), table.new, len(table.skipped), table.rejected) == ("orders_jd", 2, 24, 0)
    assert warehouse.rows(
        "SELECT platform, count(*), sum(paid)::INT, sum(total)::INT, sum(receivable)::VARCHAR FROM orders GROUP BY 1"
    ) == [("京东", 2, 180, 200, "176.40")]


@pytest.mark.parametrize(
    ("status", "state", "paid", "refund"),
    [
        ("等待出库", "to_ship", 90, None),
        ("暂停", "to_ship", 90, None),
        ("锁定", "to_ship", 90, None),
        ("等待确认收货", "shipped", 90, None),
        ("(删除)等待确认收货", "shipped", 90, None),
        ("完成", "done", 90, None),
        ("取消", "closed", 0, 90),
        ("(删除)等待出库", "closed", 0, 90),
        ("（删除）等待出库", "closed", 0, 90),
        ("等待退货入仓", None, 90, None),
    ],
)
def test_a_deleted_order_is_no_backlog(
    warehouse: Warehouse, tmp_path: Path, status: str, state: str | None, paid: int, refund: int | None
) -> None:
    take(warehouse, xlsx(tmp_path / "a.xlsx", [NOW, row(1, 1, status)]))
    assert warehouse.rows("SELECT status, state, paid::INT, refund::INT FROM orders") == [(status, state, paid, refund)]


def test_what_was_never_paid_is_not_paid_back(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [NOW, row(1, 1, "等待付款确认", ""), row(2, 1, "取消", "")]
    take(warehouse, xlsx(tmp_path / "a.xlsx", rows))
    assert warehouse.rows("SELECT state, pay_time, paid::INT, refund FROM orders ORDER BY order_id") == [
        ("unpaid", None, 0, None),
        ("closed", None, 0, None),
    ]


def test_the_file_of_2016_ends_in_a_comma_and_names_people(warehouse: Warehouse, tmp_path: Path) -> None:
    cells = {
        "订单号": "11223344556", "商品ID": "1000", "订购数量": "2", "支付方式": "在线支付",
        "下单时间": "2016-05-23 22:02:11", "订单金额": "199.00", "结算金额": "189.00", "余额支付": "9.00",
        "应付金额": "180.00", "订单状态": "完成", "下单帐号": "jd_buyer", "客户姓名": "李某",
        "客户地址": "北京市朝阳区某路 1 号", "联系电话": "13800000000", "付款确认时间": "2016-05-23 22:05:00",
        "订单完成时间": "2016-05-27 09:00:00",
    }  # fmt: skip
    rows: list[list[object]] = [[*OF_2016, ""], [*(cells.get(str(heading), "") for heading in OF_2016), ""]]
    table = take(warehouse, text_file(tmp_path / "订单.csv", rows))
    assert (read_as(table), table.new, table.rejected) == ("orders_jd", 1, 0)
    assert warehouse.rows("SELECT paid::INT, pay_time::VARCHAR, done_time::DATE::VARCHAR FROM orders") == [
        (189, "2016-05-23 22:05:00", "2016-05-27")
    ]
    stored = str(warehouse.rows("SELECT * FROM orders"))
    assert not any(text in stored for text in ("jd_buyer", "李某", "朝阳", "13800000000"))
