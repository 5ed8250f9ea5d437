"""店铺客服: files of one shop-day that join, two heading rows, data in row 2 or 4, minutes."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import look, read_as, take
from tests.files import Row, xlsx

DAY = "2026-06-11"


def test_the_four_files_of_a_shop_day_join(warehouse: Warehouse, tmp_path: Path) -> None:
    files: dict[str, list[Row]] = {
        "咨询接待": [
            ["日期", "咨询人数", "接待人数", "未回复人数", "有效接待人数", "平均响应时长", "旺旺回复率", "答问比"],
            [DAY, 120, 118, 2, 110, "37.79", "98.3%", "119%"],
            ["汇总", 120, 118, 2, 110, "37.79", "98.3%", "119%"],
            ["同行同层均值", 90, 88, 2, 80, "40.1", "97.3%", "110%"],
        ],
        "业绩询单": [
            ["日期", "询单人数", "当日付款人数", "最终付款人数", "最终付款金额"],
            [DAY, 60, 15, 21, "9,800.00"],
        ],
        "客单价客服": [
            ["日期", "销售额", "销售量", "销售人数", "客单价", "客件数", "件均价"],
            [DAY, 12000, 40, 30, 400, 1.33, 300],
        ],
        "接待评价": [
            ["日期", "总", "", "", "邀请", "", "", "自主", ""],
            ["", "发出", "收到", "满意率", "发出", "收到", "满意率", "收到", "满意率"],
            [DAY, 60, 42, "92.9%", 60, 38, "94.7%", 4, "75.0%"],
            ["全店", 60, 42, "92.9%", 60, 38, "94.7%", 4, "75.0%"],
        ],
    }
    tables = [take(warehouse, xlsx(tmp_path / f"{name}.xlsx", rows)) for name, rows in files.items()]
    assert [read_as(table) for table in tables] == [*["service_shop"] * 3, "service_shop_reviews"]
    assert [[one.row for one in table.skipped] for table in tables] == [[3, 4], [], [], [4]]
    columns = "receptions, avg_response_sec, final_pay_buyers, sales, reviews, invited_reviews, own_satisfaction_rate"
    assert warehouse.rows(f"SELECT {columns} FROM service_shop") == [
        (118, 37.79, 21, Decimal("12000.00"), 42, 38, 0.75)
    ]


def test_the_lower_of_two_heading_rows_is_the_header(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[Row] = [
        ["日期", "总", "", "邀请", ""],
        ["", "发出", "收到", "发出", "收到"],
        [DAY, 60, "四十二", 50, 38],
    ]
    table = look(warehouse, xlsx(tmp_path / "a.xlsx", rows))
    (bad,) = [found for found in table.problems if found.row]
    assert (table.header_row, bad.row, bad.column, bad.value) == (2, 3, "总收到", "四十二")


@pytest.mark.parametrize("between", [[], [["总值", 6, 9, 9], ["均值", 6, 9, 9]]], ids=["row 2", "row 4"])
def test_a_jd_shop_day_stands_in_row_2_or_4(warehouse: Warehouse, tmp_path: Path, between: list[Row]) -> None:
    heading = ["日期", "值班/在岗客服数", "咨询量", "接待量", "30s应答率", "平均会话时长(分)", "新平均响应(秒)"]
    rows: list[Row] = [heading, *between, [DAY, 6, 300, 290, "96.2%", 4.5, 12.3]]
    table = take(warehouse, xlsx(tmp_path / "京东_客服_服务工作量.xlsx", rows))
    assert (read_as(table), len(table.skipped)) == ("service_shop_jd", len(between))
    stored = warehouse.rows("SELECT agents, receptions, avg_session_sec, avg_response_sec FROM service_shop")
    assert stored == [(6, 290, 270.0, 12.3)]


def test_jd_sales_join_the_workload(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, xlsx(tmp_path / "a.xlsx", [["日期", "咨询量", "接待量"], [DAY, 300, 290]]))
    heading = ["日期", "在岗客服数", "售前接待人数", "促成下单人数", "促成下单商品金额", "出库商品金额"]
    table = take(warehouse, xlsx(tmp_path / "b.xlsx", [heading, [DAY, 6, 150, 44, "8,800.00", "7,000.00"]]))
    assert (read_as(table), table.changed) == ("service_shop_jd", 1)
    assert warehouse.rows("SELECT receptions, order_buyers FROM service_shop") == [(290, 44)]


def test_pinduoduo_counts_in_minutes_below_title_rows(warehouse: Warehouse, tmp_path: Path) -> None:
    heading = [
        "日期",
        "咨询人数",
        "需要人工回复的咨询人数",
        "3分钟人工回复率(8-23点)",
        "平均响应时长(分)",
        "评分≤3订单数",
    ]
    rows: list[Row] = [["客服数据"], ["2026-06-11 至 2026-06-11"], heading, [DAY, 90, 66, "99.1%", 0.5, 1]]
    table = take(warehouse, xlsx(tmp_path / "拼多多.xlsx", rows))
    assert (read_as(table), table.header_row) == ("service_shop_pdd", 3)
    sales = ["日期", "咨询人数", "询单人数", "最终成团人数", "询单转化率", "客服销售额", "客服可提升销售额"]
    assert read_as(take(warehouse, xlsx(tmp_path / "b.xlsx", [sales, [DAY, 90, 50, 20, "40%", 2000, 300]]))) == (
        "service_shop_pdd"
    )
    columns = "receptions, avg_response_sec, low_ratings, final_pay_buyers, sales, platform"
    assert warehouse.rows(f"SELECT {columns} FROM service_shop") == [(66, 30.0, 1, 20, Decimal("2000.00"), "拼多多")]


def test_kuaishou_is_dated_by_its_file(warehouse: Warehouse, tmp_path: Path) -> None:
    heading = [
        "三分钟回复率（人维度）",
        "三分钟回复率（会话）",
        "咨询人数",
        "人工会话量",
        "人工平均回复时长",
        "询单人数",
        "客服销售额",
    ]
    path = xlsx(
        tmp_path / f"快手_客服_考核数据_{DAY}.xlsx", [heading, ["98.2%", "97.1%", 70, 64, "18秒", 30, "1,500.00"]]
    )
    assert read_as(take(warehouse, path)) == "service_shop_kuaishou"
    stored = warehouse.rows("SELECT day, receptions, reply_3min_rate, avg_response_sec FROM service_shop")
    assert stored == [(date(2026, 6, 11), 64, pytest.approx(0.982), 18.0)]
