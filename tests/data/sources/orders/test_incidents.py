"""Faults, page checks and complaints, as managers write them."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import look, read_as, take
from tests.data.sources.headings import headings
from tests.files import xlsx


def test_a_fault_is_known_by_when_it_was_found(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        headings("发现 响应 排除 影响 预计损失(元) 建议 采纳情况 实施 归属"),
        [
            "2026-06-11 09:10",
            "2026-06-11 09:12",
            "2026/6/11 10:00",
            "商品页打不开",
            "3,200",
            "备用链接",
            "已采纳",
            "已做",
            "技术",
        ],
        ["2026-06-12 14:00", None, None, "优惠券不显示", None, None, None, None, "运营"],
    ]
    table = take(warehouse, xlsx(tmp_path / "运营日志.xlsx", rows))
    assert (read_as(table), table.new) == ("faults", 2)
    assert warehouse.rows("SELECT found_at, solved_at, impact, owner FROM faults ORDER BY found_at") == [
        (datetime(2026, 6, 11, 9, 10), datetime(2026, 6, 11, 10, 0), "商品页打不开", "技术"),
        (datetime(2026, 6, 12, 14, 0), None, "优惠券不显示", "运营"),
    ]
    assert warehouse.rows("SELECT loss, advice, advice_state FROM faults ORDER BY found_at") == [
        (Decimal("3200.00"), "备用链接", "已采纳"),
        (None, None, None),
    ]


def test_page_checks_of_several_pages_are_kept_apart(warehouse: Warehouse, tmp_path: Path) -> None:
    short: list[list[object]] = [headings("日期 检查项 结果 人"), ["2026-06-11", "价格与活动一致", "合格", "小满"]]
    by_page: list[list[object]] = [
        headings("检查日期 页面 检查项目 检查结果 检查人 整改时间"),
        ["2026-06-11", "首页", "链接有效", "不合格", "小满", "2026-06-11 15:00"],
        ["2026-06-11", "详情页", "链接有效", "合格", "小满", None],
    ]
    assert read_as(take(warehouse, xlsx(tmp_path / "检查.xlsx", short))) == "page_checks"
    assert read_as(take(warehouse, xlsx(tmp_path / "页面检查.xlsx", by_page))) == "page_checks"
    assert warehouse.rows("SELECT page, check_item, result, person FROM page_checks ORDER BY page") == [
        ("", "价格与活动一致", "合格", "小满"),
        ("详情页", "链接有效", "合格", "小满"),
        ("首页", "链接有效", "不合格", "小满"),
    ]


@pytest.mark.parametrize(
    "names",
    [
        "投诉编号 订单编号 类型 状态 时间 处理截止时间 处理人",
        "投诉编号 订单编号 投诉类型 投诉状态 投诉时间 处理截止时间 处理人",
        "维权编号 订单编号 维权类型 维权状态 投诉发起时间 超时时间 负责人",
    ],
)
def test_complaints_keep_their_numbers_whole(warehouse: Warehouse, tmp_path: Path, names: str) -> None:
    case = ["延迟发货", "待处理", "2026-06-11 09:10", "2026-06-13 09:10", "小满"]
    rows: list[list[object]] = [
        headings(names),
        ["2606110001", "3601080613561638173", *case],
        ["2606110002", "3.60108E+18", *case],
    ]
    table = take(warehouse, xlsx(tmp_path / "投诉.xlsx", rows))
    assert (read_as(table), table.new, table.rejected) == ("complaints", 1, 1)
    assert warehouse.rows("SELECT complaint_id, order_id, complaint_type, due_at, handler FROM complaints") == [
        ("2606110001", "3601080613561638173", "延迟发货", datetime(2026, 6, 13, 9, 10), "小满")
    ]


def test_a_list_of_orders_with_a_state_is_no_list_of_complaints(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        headings("订单编号 类型 状态 时间"),
        ["3601080613561638173", "退款", "完成", "2026-06-11"],
    ]
    assert read_as(look(warehouse, xlsx(tmp_path / "表.xlsx", rows))) == ""
