"""体验分: figures with the unit a page shows, words for nothing, scales that differ, dates merged over columns."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import SHOP, read_as, take
from tests.files import Row, xlsx

DAY = "2026-06-11"


def scores(warehouse: Warehouse) -> dict[str, tuple[object, ...]]:
    """By item: the figure, its unit and the full score."""
    rows = warehouse.rows("SELECT item, score, unit, scale FROM scores ORDER BY ALL")
    return {item: (pytest.approx(score), *rest) for item, score, *rest in rows}


def test_figures_as_the_page_shows_them_become_numbers(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[Row] = [
        [
            "店铺",
            "真实体验分",
            "宝贝质量",
            "商品负反馈率",
            "48小时揽收及时率",
            "物流到货时长(小时)",
            "退款处理时长(小时)",
            "同行排名",
            "等级",
        ],
        [SHOP, "4.94分", "4.85", "0.2105%", "99.1%", "40.42小时", "6.5", "超过92%同行", "高"],
    ]
    table = take(warehouse, xlsx(tmp_path / f"真实体验分_{DAY}.xlsx", rows))
    assert (read_as(table), table.rejected, table.headings_not_stored) == ("scores_tmall", 0, ("等级",))
    assert scores(warehouse) == {
        "真实体验分": (4.94, "分", 5.0),
        "宝贝质量": (4.85, "分", 5.0),
        "商品负反馈率": (0.002105, "比率", 1.0),
        "48小时揽收及时率": (0.991, "比率", 1.0),
        "物流到货时长": (145512.0, "秒", None),
        "退款处理时长": (23400.0, "秒", None),
        "同行排名": (0.92, "比率", 1.0),
    }
    assert warehouse.rows("SELECT shown FROM scores WHERE item = '物流到货时长'") == [("40.42小时",)]


def test_a_table_of_indicators_keeps_the_figure_behind_each_score(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[Row] = [
        ["考核维度", "考核得分", "考核指标", "指标得分", "指标表现", "考核标准", "下一档目标值"],
        ["物流体验", 4.6, "揽收及时率", 4.5, "88.20%", "≥90%", "90.30%"],
        ["", "", "物流到货时长", 4.7, "115.64小时", "≤120小时", "已达标"],
    ]
    assert read_as(take(warehouse, xlsx(tmp_path / f"综合体验分_{DAY}.xlsx", rows))) == "scores_table"
    stored = warehouse.rows("SELECT item, score, scale, shown, next_target FROM scores ORDER BY item")
    assert stored == [
        ("揽收及时率得分", 4.5, 5.0, "88.20%", "90.30%"),
        ("物流到货时长得分", 4.7, 5.0, "115.64小时", "已达标"),
    ]


def test_a_word_among_scores_is_refused(warehouse: Warehouse, tmp_path: Path) -> None:
    table = take(
        warehouse,
        xlsx(tmp_path / f"真实体验分_{DAY}.xlsx", [["店铺", "真实体验分", "宝贝质量"], [SHOP, "4.94", "很好"]]),
    )
    assert (table.new, table.rejected) == (1, 1)


def test_pinduoduo_ranks_in_fractions(warehouse: Warehouse, tmp_path: Path) -> None:
    heading = ["数据更新日期", "消费者服务体验分", "消费者服务体验分较7日前", "同行排名", "平台介入率（近30天）"]
    rows: list[Row] = [heading, [DAY, "3.3955933567", "0.01", "0.3208813287", "0.12%"]]
    assert read_as(take(warehouse, xlsx(tmp_path / "消费者体验.xlsx", rows))) == "scores_pdd"
    assert scores(warehouse) == {
        "消费者服务体验分": (3.3955933567, "分", 5.0),
        "同行排名": (0.3208813287, "比率", 1.0),
        "平台介入率（近30天）": (0.0012, "比率", 1.0),
    }


def test_minus_999_is_no_score(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[Row] = [
        ["日期", "总评分", "咚咚30s应答率", "咚咚平均响应时长"],
        [DAY, 9.1, "-999", 15],
        ["2026-06-12", -999, 0.97, -999],
    ]
    table = take(warehouse, xlsx(tmp_path / "京东风向标.xlsx", rows))
    assert (read_as(table), table.rejected) == ("scores_jd", 0)
    assert scores(warehouse) == {
        "总评分": (9.1, "分", 10.0),
        "咚咚平均响应时长": (15.0, "秒", None),
        "咚咚30s应答率": (0.97, "比率", 1.0),
    }


def wide(path: Path) -> Path:
    """The sheet of all platforms, its dates as serial numbers in merged cells."""
    rows: list[Row] = [
        ["", "", "", 46184, "", "", 46185, "", "", 46186, "", ""],
        ["平台", "店铺", "服务分目标", *["物流分", "商品分", "服务分"] * 3],
        ["天猫", SHOP, 4.8, 4.7, 4.8, 4.9, 4.71, 4.81, 4.91, "", "", ""],
        ["POP", "木语京东店", 9.5, 9.1, 9.2, 9.3, 9.1, 9.2, 9.4],
        ["抖音", SHOP, 90, 88, 91, 92],
        ["拼多多", "木语家居", "/", "4.4/2.6", 4.1, "4.2/3.9"],
        ["京东自营", "木语自营", "/", 12, 0.97, 0.95],
    ]
    xlsx(path, rows)
    book = openpyxl.load_workbook(path)
    for merged in ("D1:F1", "G1:I1", "J1:L1"):
        book.worksheets[0].merge_cells(merged)
    book.save(path)
    return path


def test_the_wide_sheet_of_all_platforms_keeps_their_scales(warehouse: Warehouse, tmp_path: Path) -> None:
    table = take(warehouse, wide(tmp_path / "2026-06-12服务分数据.xlsx"))
    assert (read_as(table), table.header_row, table.new, table.rejected) == ("scores_wide", 2, 21, 0)
    one = "SELECT score, unit, scale, target, second_score FROM scores WHERE day = ? AND platform = ? AND item = ?"
    day = date(2026, 6, 11)
    expected = {
        ("淘宝天猫", "服务分"): (4.9, "分", 5.0, 4.8, None),
        ("淘宝天猫", "物流分"): (4.7, "分", 5.0, None, None),
        ("京东", "服务分"): (9.3, "分", 10.0, 9.5, None),
        ("抖音", "服务分"): (92.0, "分", 100.0, 90.0, None),
        ("拼多多", "发货分"): (4.4, "分", 5.0, None, 2.6),
        ("拼多多", "服务分"): (4.2, "分", 5.0, None, 3.9),
        ("京东自营", "平均响应时间"): (12.0, "秒", None, None, None),
        ("京东自营", "应答率"): (0.97, "比率", 1.0, None, None),
    }
    assert {key: warehouse.rows(one, [day, *key])[0] for key in expected} == expected
    assert warehouse.rows("SELECT max(day), count(DISTINCT day) FROM scores") == [(date(2026, 6, 12), 2)]


def test_the_wide_sheet_grows_from_day_to_day(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, wide(tmp_path / "2026-06-12服务分数据.xlsx"))
    again = take(warehouse, wide(tmp_path / "2026-06-13服务分数据.xlsx"))
    assert (again.new, again.changed, again.same) == (0, 0, 21)
