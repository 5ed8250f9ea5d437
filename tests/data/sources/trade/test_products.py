"""Products and search words: titles above the header, a week that must not pass for a day, ids with their name."""

from decimal import Decimal
from pathlib import Path

import xlwt

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import look, read_as, take
from tests.data.sources.headings import headings
from tests.files import text_file, xlsx

RANKING = headings(
    "统计日期 商品ID 商品名称 主商品ID 商品类型 货号 商品状态 商品标签 商品访客数 商品浏览量 平均停留时长"
    " 商品详情页跳出率 商品收藏人数 商品加购件数 商品加购人数 下单买家数 下单件数 下单金额 下单转化率 支付买家数"
    " 支付件数 支付金额 商品支付转化率 支付新买家数 支付老买家数 老买家支付金额 聚划算支付金额 访客平均价值"
    " 成功退款金额 竞争力评分 年累计支付金额 月累计支付金额 月累计支付件数 搜索引导支付转化率 搜索引导访客数"
    " 搜索引导支付买家数 结构化详情引导转化率 结构化详情引导成交占比"
)
ABOVE: list[list[object]] = [["生意参谋平台"], ["商品_全部"], ["数据仅供内部使用"], []]
ITEM = "737559603417"


def xls(path: Path, rows: list[list[object]]) -> Path:
    """A workbook of the old kind, as 生意参谋 still writes it."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("【生意参谋平台】1")
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            sheet.write(at, place, cell)
    book.save(str(path))
    return path


def ranked(**cells: str) -> list[object]:
    row = {
        "统计日期": "20260811", "商品ID": ITEM, "商品名称": "藤编落地灯", "商品状态": "当前在线", "商品访客数": "6,069",
        "商品浏览量": "9,116", "平均停留时长": "8.38", "商品详情页跳出率": "89.45%", "支付金额": "12,653.00",
        "竞争力评分": "-", "支付买家数": "80", **cells,
    }  # fmt: skip
    return [row.get(str(heading), "0") for heading in RANKING]


def test_a_ranking_of_products_is_read_below_its_titles(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [*ABOVE, RANKING, ranked(), ranked(商品ID="737559603418", 支付金额="0.00")]
    path = xls(tmp_path / "【生意参谋平台】商品_全部_2026-08-11_2026-08-11.xls", rows)
    table = take(warehouse, path)
    assert (len(RANKING), table.header_row, read_as(table), table.new) == (38, 5, "products", 2)
    assert warehouse.rows(
        "SELECT day::VARCHAR, title, visitors, page_views, avg_stay_sec, round(bounce_rate, 4), pay_amount,"
        f" competitiveness FROM products WHERE item_id = '{ITEM}'"
    ) == [("2026-08-11", "藤编落地灯", 6069, 9116, 8.38, 0.8945, Decimal("12653.00"), None)]


def test_a_ranking_of_a_week_is_no_day(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [*ABOVE, RANKING, ranked(统计日期="2025-08-03~2025-08-09")]
    table = look(warehouse, xlsx(tmp_path / "【生意参谋平台】商品_全部_2025-08-03_2025-08-09.xls", rows))
    assert (read_as(table), table.new, table.rejected) == ("products", 0, 1)
    assert "span_in_cell" in [one.problem.code for one in table.problems]


def test_inquiries_complete_the_product_s_day(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, xlsx(tmp_path / "商品.xlsx", [*ABOVE, RANKING, ranked()]))
    rows: list[list[object]] = [
        headings("商品id 商品名称 总咨询人数 移动端咨询人数 PC端咨询人数"),
        [f"ID：{ITEM}", "藤编落地灯", 31, 30, 1],
    ]
    table = take(warehouse, text_file(tmp_path / "2026-08-11.csv", rows, encoding="utf-8"))
    assert (read_as(table), table.changed) == ("product_inquiries", 1)
    assert "day_from_name" in [one.problem.code for one in table.problems]
    assert warehouse.rows("SELECT day::VARCHAR, item_id, visitors, inquirers, inquirers_pc FROM products") == [
        ("2026-08-11", ITEM, 6069, 31, 1)
    ]


def test_the_list_of_all_products_begins_with_its_total(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, xlsx(tmp_path / "商品.xlsx", [*ABOVE, RANKING, ranked()]))
    rows: list[list[object]] = [
        headings(
            "宝贝ID 宝贝名称 货品成长阶段 日期 支付金额 IPV 营销推广IPV 营销推广消耗 营销推广ROI 收加率 支付转化率"
            " 复购率"
        ),
        ["总计", "", "", "", "99,000.00", 50000, 9000, "3,000.00", "3.1", "12.5%", "2.1%", "20%"],
        [ITEM, "藤编灯", "成长期", "20260811", "12,600.00", 9000, 800, "300", "4.2", "766.67%", "1.3%", "686.56%"],
    ]
    table = take(warehouse, xlsx(tmp_path / "全店商品列表.xlsx", rows))
    assert (read_as(table), table.changed, table.rejected) == ("product_list", 1, 0)
    assert [one.row for one in table.skipped] == [2]
    assert warehouse.rows("SELECT pay_amount, dmp_amount, favoured_rate, repurchase_rate FROM products") == [
        (Decimal("12653.00"), Decimal("12600.00"), 7.6667, 6.8656)
    ]


def test_search_words_are_read_below_five_lines(warehouse: Warehouse, tmp_path: Path) -> None:
    names = headings(
        "统计日期 搜索词 访客数 加购人数 商品收藏人数 支付买家数 支付转化率 支付件数 支付金额 客单价 UV价值"
    )
    rows = [*ABOVE, [], names, ["20260811", "藤编落地灯", "1,020", 30, 12, 9, "0.88%", 9, "1,521.00", "169", "1.49"]]
    table = take(warehouse, xlsx(tmp_path / "【生意参谋】选词助手-引流搜索词-店外-无线-20260811.xls", rows))
    assert (table.header_row, read_as(table)) == (6, "search_words")
    assert warehouse.rows("SELECT day::VARCHAR, word, visitors, pay_amount FROM search_words") == [
        ("2026-08-11", "藤编落地灯", 1020, Decimal("1521.00"))
    ]


def test_a_week_whose_rows_carry_one_date_does_not_pass_for_a_day(warehouse: Warehouse, tmp_path: Path) -> None:
    row: list[object] = ["2025-08-09", ITEM, "藤编落地灯", *[""] * 5, "6,069"]
    week = tmp_path / "【生意参谋平台】商品_全部_2025-08-03_2025-08-09.xls"
    table = look(warehouse, xls(week, [*ABOVE, RANKING, row]))
    assert (read_as(table), table.kept, table.rejected) == ("products", 0, 1)
    assert [one.problem.code for one in table.problems if one.problem.severity == "error"] == ["span_not_day"]
    other: list[object] = ["2025-08-08", *row[1:]]
    assert look(warehouse, xls(week, [*ABOVE, RANKING, row, other])).kept == 2
    day = tmp_path / "【生意参谋平台】商品_全部_2025-08-09_2025-08-09.xls"
    assert look(warehouse, xls(day, [*ABOVE, RANKING, row])).kept == 1
