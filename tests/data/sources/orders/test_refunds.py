"""Refunds of Taobao and Douyin: several an order, two amounts, and people who are none of our business."""

from pathlib import Path

import pytest

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import look, read_as, take
from tests.files import text_file, xlsx

QIANNIU: list[object] = [
    "订单编号", "退款编号", "支付宝交易号", "订单付款时间", "商品sku信息", "退款完结时间", "买家实际支付金额",
    "退款总额", "宝贝标题", "手工退款/系统退款", "退款申请时间", "超时时间", "退款状态", "货物状态", "退货物流信息",
    "发货物流信息", "客服介入状态", "卖家退货地址", "卖家邮编", "卖家电话", "卖家手机", "退货物流单号", "退货物流公司",
    "买家退款原因", "买家退款说明", "买家退货时间", "责任方", "售中或售后", "备注标签", "商家备注", "部分退款/全额退款",
    "审核操作人", "举证超时时间", "是否零秒响应", "退款操作人", "退款原因标签", "业务类型", "代客发起",
    "代客发起操作子账号", "小额收款", "淘特订单", "售后类型", "商品id", "退给买家金额", "退给平台金额", "换新商品信息",
    "卖家真实姓名", "发货物流单号", "发货物流公司", "商家自动退策略", "商家自动退模板", "商家编码",
]  # fmt: skip
DOUYIN: list[object] = [
    "售后单号", "订单号", "商品单号", "商品名称", "商品ID", "应付金额（元）", "商品运费（元）", "支付优惠（元）",
    "商品税费（元）", "商品发货状态", "售后类型", "退商品金额（元）", "退运费金额（元）", "退支付优惠（元）",
    "退税费金额（元）", "售后状态", "售后申请时间", "退款方式", "门店名称",
]  # fmt: skip


def row(number: int, status: str = "退款成功", **cells: str) -> list[object]:
    row = {
        "订单编号": "3601080613561600011", "退款编号": f"24601080613561{number:05d}",
        "订单付款时间": "2026-06-11 10:00:00", "退款申请时间": "2026-06-12 09:00:00",
        "退款完结时间": "2026-06-13 09:00:00", "超时时间": "2026-06-15 09:00:00", "买家实际支付金额": "168.00",
        "退款总额": "100.00", "退给买家金额": "95.00", "退给平台金额": "5.00", "退款状态": status,
        "买家退款原因": "七天无理由退换货", "商品id": "737559603417", "卖家退货地址": "杭州市某路 1 号",
        "卖家手机": "13800000000", "卖家真实姓名": "王某", "退款操作人": "木语:小满",
        "买家退款说明": "请打我电话 13911112222", **cells,
    }  # fmt: skip
    return [row.get(str(heading), "") for heading in QIANNIU]


def test_an_order_may_have_several_refunds(warehouse: Warehouse, tmp_path: Path) -> None:
    table = take(warehouse, xlsx(tmp_path / "退款.xlsx", [QIANNIU, row(1), row(2, 退款总额="68.00")], "export"))
    assert (read_as(table), table.new, table.rejected, str(table.first_day)) == ("refunds", 2, 0, "2026-06-12")
    assert warehouse.rows(
        "SELECT order_id, refund_total::INT, to_buyer::INT, to_platform::INT, pay_time::DATE::VARCHAR,"
        " finish_time::DATE::VARCHAR, product_id, reason FROM refunds ORDER BY refund_id"
    ) == [
        ("3601080613561600011", 100, 95, 5, "2026-06-11", "2026-06-13", "737559603417", "七天无理由退换货"),
        ("3601080613561600011", 68, 95, 5, "2026-06-11", "2026-06-13", "737559603417", "七天无理由退换货"),
    ]


def test_no_address_name_phone_or_operator_is_stored(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, xlsx(tmp_path / "a.xlsx", [QIANNIU, row(1)]))
    stored = str(warehouse.rows("SELECT * FROM refunds"))
    assert not any(text in stored for text in ("某路", "13800000000", "王某", "小满", "13911112222"))


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("买家已经申请退款，等待卖家同意", "applied"),
        ("卖家已经同意退款,等待买家退货", "returning"),
        ("买家已经退货，等待卖家确认收货", "returned"),
        ("卖家拒绝退款", "refused"),
        ("退款关闭", "closed"),
        ("退款成功", "done"),
        ("另一种说法", None),
    ],
)
def test_a_status_has_a_state(warehouse: Warehouse, tmp_path: Path, status: str, state: str | None) -> None:
    take(warehouse, xlsx(tmp_path / "a.xlsx", [QIANNIU, row(1, status)]))
    assert warehouse.rows("SELECT status, state FROM refunds") == [(status, state)]


def test_a_refund_moves_on_by_its_number(warehouse: Warehouse, tmp_path: Path) -> None:
    pending = row(1, "买家已经申请退款，等待卖家同意", 退款完结时间="")
    take(warehouse, xlsx(tmp_path / "a.xlsx", [QIANNIU, pending]))
    later = take(warehouse, xlsx(tmp_path / "b.xlsx", [QIANNIU, row(1)]))
    assert (later.new, later.changed) == (0, 1)
    assert warehouse.rows("SELECT state, finish_time IS NOT NULL FROM refunds") == [("done", True)]


def test_after_sale_requests_of_douyin_are_refunds(warehouse: Warehouse, tmp_path: Path) -> None:
    cells = {
        "售后单号": "\t7412345678901234567", "订单号": "\t6917926768823643751", "商品单号": "\t6917926768823643752",
        "商品ID": "\t3601080613561638173", "应付金额（元）": "59.90", "退商品金额（元）": "50.00",
        "退运费金额（元）": "6.00", "退支付优惠（元）": "3.00", "售后状态": "售后关闭",
        "售后申请时间": "2026-06-12 09:00:00", "商品发货状态": "已发货",
    }  # fmt: skip
    rows: list[list[object]] = [DOUYIN, [cells.get(str(heading), "-") for heading in DOUYIN]]
    table = take(warehouse, text_file(tmp_path / "售后.csv", rows, "utf-8-sig"))
    assert (read_as(table), table.rejected) == ("refunds_douyin", 0)
    assert warehouse.rows(
        "SELECT refund_id, order_id, suborder_id, refund_total::INT, state, platform FROM refunds"
    ) == [("7412345678901234567", "6917926768823643751", "6917926768823643752", 56, "closed", "抖音")]


def test_a_selection_of_few_fields_is_read(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [
        ["退款编号", "订单编号", "退款状态", "退款总额"],
        ["24601080613561", "36010806135616", "退款成功", "￥20.00"],
    ]
    assert read_as(look(warehouse, xlsx(tmp_path / "a.xlsx", rows))) == "refunds"


def test_pinduoduos_overview_is_by_day_and_its_deductions_by_order(warehouse: Warehouse, tmp_path: Path) -> None:
    overview: list[list[object]] = [
        [
            "统计时间",
            "纠纷退款数",
            "纠纷退款率",
            "介入订单数",
            "平台介入率",
            "平均退款时长",
            "成功退款订单数",
            "成功退款金额",
        ],
        ["12-29-25", 2, "0.41%", 1, "0.20%", "20.50小时", 36, "1,234.50"],
    ]
    assert read_as(take(warehouse, xlsx(tmp_path / "服务概况.xlsx", overview))) == "refund_days_pdd"
    assert warehouse.rows(
        "SELECT day::VARCHAR, round(dispute_rate, 6), mean_time, refund::DOUBLE FROM refund_days"
    ) == [("2025-12-29", 0.0041, "20.50小时", 1234.5)]
    deducted: list[list[object]] = [
        ["订单编号", "违规类型", "补偿金额"], ["260531-607198974342268", "延迟发货", "3.00"],
    ]  # fmt: skip
    assert read_as(take(warehouse, xlsx(tmp_path / "订单扣款.xlsx", deducted))) == "deductions_pdd"
    assert warehouse.rows("SELECT order_id, offence, amount::DOUBLE FROM deductions") == [
        ("260531-607198974342268", "延迟发货", 3.0)
    ]
