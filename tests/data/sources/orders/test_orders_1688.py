"""1688 orders: an order's number is merged over its items, and stands a second time beside it."""

from datetime import datetime
from pathlib import Path

import openpyxl

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import SHOP, read_as, take
from tests.data.sources.headings import headings


def test_an_order_is_one_row_however_many_items_it_has(warehouse: Warehouse, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for line in (
        headings("订单号 订单号 货品总价 实付款（元） 订单状态 订单付款时间 运单号 Offer_ID"),
        ["1688000000000000001", "1688000000000000001", 30, 28.5, "等待卖家发货", "2026-06-11 09:30:00", None, "71"],
        ["1688000000000000001", "1688000000000000001", None, None, None, None, None, "72"],
        ["1688000000000000002", "1688000000000000002", 12, 12, "交易成功", "2026-06-10 09:30:00", "YT1", "73"],
    ):
        sheet.append(line)
    sheet.merge_cells("A2:A3")
    book.save(tmp_path / "1688订单.xlsx")
    table = take(warehouse, tmp_path / "1688订单.xlsx")
    assert (read_as(table), table.new, table.rejected, [one.row for one in table.skipped]) == ("orders_1688", 2, 0, [3])
    assert warehouse.rows("SELECT shop, platform, state, paid::DOUBLE, pay_time FROM orders ORDER BY order_id") == [
        (SHOP, "1688", "to_ship", 28.5, datetime(2026, 6, 11, 9, 30)),
        (SHOP, "1688", "done", 12.0, datetime(2026, 6, 10, 9, 30)),
    ]
