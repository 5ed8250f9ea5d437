"""ERP orders: item rows of one order, two words for cancelled, wrapped ids."""

from pathlib import Path

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import look, read_as, take
from tests.files import text_file, xlsx

HEADINGS: list[object] = [
    "内部订单号", "线上订单号", "店铺名称", "下单时间", "应付金额", "已付金额", "状态", "快递单号", "订单类型", "旗帜",
    "平台站点", "子订单编号", "线上子订单编号", "原始线上订单号", "商品编码", "商品名称", "数量", "商品单价",
    "商品金额", "原价", "买家实付", "收入运费", "支出运费", "成本价",
]  # fmt: skip


def row(number: int, status: str = "已发货", item: int = 1) -> list[object]:
    row = {
        "内部订单号": number, "线上订单号": '="3601080613561638173"', "店铺名称": "云栖木语家居旗舰店",
        "下单时间": "2026-06-11 10:00:00", "应付金额": "168.00", "已付金额": "168.00", "状态": status,
        "快递单号": "@435233529604913", "订单类型": "普通订单", "平台站点": "天猫", "子订单编号": item,
        "商品编码": f"YX{item}",
    }  # fmt: skip
    return [row.get(str(heading), "") for heading in HEADINGS]


def test_ids_are_unwrapped_and_item_rows_fold(warehouse: Warehouse, tmp_path: Path) -> None:
    table = take(warehouse, text_file(tmp_path / "订单.csv", [HEADINGS, row(1), row(1, item=2)]), shop=None)
    assert (read_as(table), table.new, len(table.skipped), table.rejected) == ("erp_orders", 1, 1, 0)
    assert warehouse.rows("SELECT erp_order_id, order_id, waybill, paid::INT, platform FROM erp_orders") == [
        ("1", "3601080613561638173", "435233529604913", 168, "天猫")
    ]


def test_both_words_for_cancelled_are_closed(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [HEADINGS, row(1, "取消"), row(2, "已取消"), row(3, "等通知"), row(4, "已客审待财审")]
    take(warehouse, xlsx(tmp_path / "a.xlsx", rows))
    assert warehouse.rows("SELECT status, state FROM erp_orders ORDER BY erp_order_id") == [
        ("取消", "closed"), ("已取消", "closed"), ("等通知", "to_ship"), ("已客审待财审", None),
    ]  # fmt: skip


def test_the_sales_view_names_its_status_otherwise(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [["内部订单号", "订单状态", "发货日期"], ["1", "待发货", ""], ["2", "已发货", "2026-06-12"]]
    take(warehouse, xlsx(tmp_path / "a.xlsx", rows))
    assert warehouse.rows("SELECT state, ship_time::DATE::VARCHAR FROM erp_orders ORDER BY erp_order_id") == [
        ("to_ship", None),
        ("shipped", "2026-06-12"),
    ]


def test_after_sale_documents_are_not_orders(warehouse: Warehouse, tmp_path: Path) -> None:
    headings = ["售后单号", "内部订单号", "线上订单号", "线上状态", "货物状态", "商品编码", "线上子订单编号"]
    path = xlsx(tmp_path / "售后单_20260828.xlsx", [headings, ["1", "2", "3", "", "", "", ""]])
    assert read_as(look(warehouse, path)) != "erp_orders"


def test_wangdiantong_tells_the_same_orders_in_other_words(warehouse: Warehouse, tmp_path: Path) -> None:
    row = {
        "订单编号": "JY001", "店铺名称": "云栖木语家居旗舰店", "订单来源": "天猫", "仓库": "湖州仓",
        "原始单号": "3601080613561638173", "订单状态": "已发货", "交易时间": "2026-06-11 10:00:00",
        "收件人": "王某", "手机": "138****0000", "物流单号": "YT1", "应收金额": "168.00",
    }  # fmt: skip
    items = ({**row, "原始子单号": sub, "货品编号": item} for sub, item in (("1", "YX1"), ("2", "YX2")))
    names = [*row, "原始子单号", "货品编号"]
    rows: list[list[object]] = [[*names]]
    rows += [[line[name] for name in names] for line in items]
    table = take(warehouse, xlsx(tmp_path / "旺店通.xlsx", rows), shop=None)
    assert (read_as(table), table.new, len(table.skipped), table.rejected) == ("erp_orders_wdt", 1, 1, 0)
    assert warehouse.rows("SELECT order_id, state, warehouse, payable::INT FROM erp_orders") == [
        ("3601080613561638173", "shipped", "湖州仓", 168)
    ]


def test_after_sale_requests_keep_the_platforms_words_beside_the_state(warehouse: Warehouse, tmp_path: Path) -> None:
    names: list[object] = [
        "售后单号", "内部订单号", "线上订单号", "线上状态", "货物状态", "商品编码", "线上子订单编号",
    ]  # fmt: skip
    rows: list[list[object]] = [
        names, ["900001", "1001", '="3601080613561638173"', "退款成功", "卖家已收货", "YX1", "1"],
        ["900001", "1001", '="3601080613561638173"', "买家已经申请退款，等待卖家同意", "买家已收货", "YX2", "2"],
    ]  # fmt: skip
    table = take(warehouse, xlsx(tmp_path / "售后单_20260828.xlsx", rows))
    assert (read_as(table), table.new, table.rejected) == ("erp_refunds", 2, 0)
    assert warehouse.rows("SELECT erp_refund_id, status, state FROM erp_refunds ORDER BY merchant_code") == [
        ("900001", "退款成功", "done"), ("900001", "买家已经申请退款，等待卖家同意", "applied"),
    ]  # fmt: skip


def test_wanliniu_orders_are_known_by_two_numbers_and_joined_ones_keep_all_of_theirs(
    warehouse: Warehouse, tmp_path: Path
) -> None:
    head: list[object] = [
        "店铺名称",
        "订单编号",
        "系统单号",
        "线上订单状态",
        "原订单号",
        "商品编码",
        "数量",
        "快递单号",
    ]
    rows: list[list[object]] = [
        head,
        ["云栖木语家居旗舰店", "X1", "XD260611000001", "交易成功", "3601080613561638173", "YX1", 1, "78"],
        ["云栖木语家居旗舰店", "X1", "XD260611000001", "交易成功", "3601080613561638173", "YX2", 2, "78"],
        [
            "云栖木语家居旗舰店",
            "X2",
            "XD260611000002",
            "待发货",
            "3601080613561638174|3601080613561638175",
            "YX1",
            1,
            "",
        ],
    ]
    table = take(warehouse, xlsx(tmp_path / "万里牛订单明细.xlsx", rows), shop=None)
    assert (read_as(table), table.new, table.rejected) == ("erp_orders_wln", 2, 0)
    assert warehouse.rows("SELECT erp_order_id, order_id, state FROM erp_orders ORDER BY erp_order_id") == [
        ("XD260611000001", "3601080613561638173", "done"),
        ("XD260611000002", "3601080613561638174|3601080613561638175", "to_ship"),
    ]
