"""A shop's day from other files: four that make one row, two refunds, JD's and Pinduoduo's ways with dates."""

from decimal import Decimal
from pathlib import Path

import pytest

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import look, read_as, take
from tests.data.sources.headings import headings
from tests.files import xlsx

FOUR: dict[str, list[list[object]]] = {
    "交易": [headings("统计日期 支付金额(元) PC端支付金额(元) 支付买家数"), ["2018-03-01", "9,000.00", "900.00", 60]],
    "流量": [headings("统计日期 访客数 浏览量 跳失率"), ["2018-03-01", "3,000", "9,000", "55.10%"]],
    "服务": [headings("统计日期 售中申请退款金额(元) 售中申请退款买家数"), ["2018-03-01", "320.00", 3]],
    "其他": [
        headings("统计日期 描述相符评分 物流服务评分 服务态度评分 评价数 有图评价数 签收成功包裹数"),
        ["2018-03-01", "4.85", "4.83", "4.86", 41, 7, 58],
    ],
}


def self_service(path: Path, rows: list[list[object]]) -> Path:
    """A file as it was in 2018: three lines above its header."""
    return xlsx(path, [["自助取数"], ["店铺"], [], *rows], sheet="自助取数")


def test_the_four_files_of_2018_make_one_row_a_day(warehouse: Warehouse, tmp_path: Path) -> None:
    for name, rows in FOUR.items():
        table = take(warehouse, self_service(tmp_path / f"{name}.xls", rows))
        assert (read_as(table), table.header_row, table.kept) == ("shop_daily", 4, 1)
    assert warehouse.rows(
        "SELECT day::VARCHAR, pay_amount, pay_buyers, visitors, refund_asked, refund_asked_buyers, item_score,"
        " reviews, parcels_signed FROM shop_daily"
    ) == [("2018-03-01", Decimal("9000.00"), 60, 3000, Decimal("320.00"), 3, 4.85, 41, 58)]


def test_totals_booked_by_hand_are_days_of_the_shops_they_name(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        headings("店铺 日期 推广费用 访客数 浏览量 支付转化率 备注"),
        ["甲旗舰店", "2026/6/11", "1,200", "4,620", "9,000", "0.0335", None],
        ["乙专营店", "2026/6/11", "300", "1,000", "2,000", "0.02", "拍错 2 单"],
    ]
    table = take(warehouse, xlsx(tmp_path / "每日汇总.xlsx", rows), shop=None)
    assert (read_as(table), table.new) == ("shop_daily", 2)
    assert warehouse.rows("SELECT shop, spend_total, visitors FROM shop_daily ORDER BY visitors") == [
        ("乙专营店", Decimal("300.00"), 1000),
        ("甲旗舰店", Decimal("1200.00"), 4620),
    ]


def test_scores_alone_are_still_scores(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        headings("日期 描述相符评分 服务态度评分 物流服务评分"), ["2018-03-01", "4.85", "4.86", "4.83"],
    ]  # fmt: skip
    assert read_as(look(warehouse, xlsx(tmp_path / "评分.xlsx", rows))) == "dsr_daily"


@pytest.mark.parametrize("stranger", ["商品ID", "宝贝ID", "旺旺昵称", "计划ID", "所属计划", "SKU", "评价内容"])
def test_a_file_of_something_smaller_is_no_day_of_the_shop(warehouse: Warehouse, tmp_path: Path, stranger: str) -> None:
    rows: list[list[object]] = [["统计日期", stranger, "评价数", "支付金额"], ["2026-06-11", "1", 2, "3.00"]]
    assert read_as(look(warehouse, xlsx(tmp_path / "a.xlsx", rows))) != "shop_daily"


def test_the_home_page_has_two_refunds(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        headings(
            "支付金额 净支付金额 访客数 支付买家数 支付转化率 退款金额（完结时间） 关键词推广花费 精准人群推广花费"
            " 智能场景花费 全站推广花费 淘宝客佣金 退款金额（支付时间） 金额退款率 加购人数 商品收藏人数 浏览量"
            " 平均停留时长 加购件数 支付子订单数 订单退款率 支付件数 客单价 老客复购金额 退款处理时长(天)"
            " 旺旺人工响应时长(秒) 咨询率 平台判责率 24小时揽收及时率 物流到货时长(小时)"
        ),
        [
            *("386,400.00", "350,000.00", "4,620", 155, "3.35%", "12,000.00", "900", "800", "700", "600", "500"),
            *("9,000.00", "2.33%", 300, 120, "9,000", "1分23秒", 350, 180, "1.9%", 190, "2,492.90", "30,000.00"),
            *("1.2", "27.5", "8%", "0.00%", "98.10%", "40.42"),
        ],
    ]
    table = take(warehouse, xlsx(tmp_path / "首页_2026-06-11.xlsx", rows))
    assert (read_as(table), table.kept, table.rejected) == ("shop_home", 1, 0)
    assert warehouse.rows(
        "SELECT day::VARCHAR, refund_finished, refund_of_paid, pickup_24h_rate, delivery_hours, avg_stay_sec"
        " FROM shop_daily"
    ) == [("2026-06-11", Decimal("12000.00"), Decimal("9000.00"), 0.981, 40.42, 83.0)]


def test_products_as_a_whole_complete_the_shop_s_day(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, self_service(tmp_path / "流量.xls", FOUR["流量"]))
    rows: list[list[object]] = [
        ["商品宏观监控"],
        [],
        [],
        headings(
            "统计日期 成功退货退款金额 支付金额 分期支付金额 支付件数 商品加购人数 商品加购件数 商品浏览量 商品访客数"
            " 商品微详情访客数 商品收藏人数 商品平均停留时长 下单买家数 支付买家数 下单转化率 商品详情页跳出率 下单金额"
            " 访问收藏转化率 访问加购转化率 支付老买家数 老买家支付金额 支付转化率 支付新买家数 有支付商品数 下单件数"
            " 有访问商品数 客单价"
        ),
        [
            *("2018-03-01", "120.00", "14,414.00", "0.00", 90, 200, 260, "8,000", "2,900", 10, 80, "12.5", 70, 60),
            *("2.4%", "70.1%", "15,000.00", "2.7%", "6.9%", 12, "3,000.00", "0.45%", 48, 40, 95, 130, "240.23"),
        ],
    ]
    table = take(warehouse, xlsx(tmp_path / "宏观监控.xls", rows))
    assert (read_as(table), table.changed) == ("shop_monitor", 1)
    assert warehouse.rows(
        "SELECT visitors, item_visitors, items_pay_amount, pay_amount, refund_returned, items_visited FROM shop_daily"
    ) == [(3000, 2900, Decimal("14414.00"), None, Decimal("120.00"), 130)]


@pytest.mark.parametrize(
    ("names", "cells"),
    [
        (
            "时间 成交金额 成交商品件数 成交客户数 成交单量 店铺成交转化率 客单价 店铺浏览量 店铺访客数 平均停留时长",
            ["2025.12.31", "5,000.00", 30, 20, 22, "2%", "250", "3,000", "1,000", "50.5"],
        ),
        (
            "日期 浏览量 浏览量环比 访客数 访客数环比 人均浏览量 平均停留时间 跳失率 成交客户数 成交单量 成交金额",
            ["2025-12-31", "3,000", "1%", "1,000", "2%", 3, "50.5", "60%", 20, 22, "5,000.00"],
        ),
    ],
    ids=["old", "new"],
)
def test_jd_shop_days_of_both_generations(
    warehouse: Warehouse, tmp_path: Path, names: str, cells: list[object]
) -> None:
    table = take(warehouse, xlsx(tmp_path / "京东_商智.xls.xlsx", [headings(names), cells]), shop="云栖木语京东店")
    assert read_as(table) == "shop_daily_jd"
    assert warehouse.rows(
        "SELECT day::VARCHAR, platform, pay_amount, pay_buyers, pay_orders, visitors, page_views, avg_stay_sec"
        " FROM shop_daily"
    ) == [("2025-12-31", "京东", Decimal("5000.00"), 20, 22, 1000, 3000, 50.5)]


def test_pinduoduo_writes_the_month_first_and_repeats_a_heading(warehouse: Warehouse, tmp_path: Path) -> None:
    names = headings(
        "统计时间 成交金额 较上周期 成交订单数 较上周期 成交买家数 较上周期 成交转化率 较上周期 客单价 较上周期"
        " 老买家占比 关注用户数 退款金额 较上周期 退款单数 平均访客价值"
    )
    cells = ["12-29-25", "5,000.00", "1%", 22, "2%", 20, "3%", "2%", "0%", "250", "0%", "10%", 9, "80.00", "9%", 2, "5"]
    table = take(warehouse, xlsx(tmp_path / "拼多多_交易概况.xlsx", [names, cells]), shop="云栖木语拼多多店")
    assert (read_as(table), table.rejected) == ("shop_daily_pdd", 0)
    assert warehouse.rows(
        "SELECT day::VARCHAR, platform, pay_amount, pay_orders, pay_buyers, followers, refund_finished FROM shop_daily"
    ) == [("2025-12-29", "拼多多", Decimal("5000.00"), 22, 20, 9, Decimal("80.00"))]
