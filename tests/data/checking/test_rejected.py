"""Rejected rows as a workbook: texts stay texts, and the corrected sheet can be dropped again."""

from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook

from data.checking.preview import Preview, RejectedRow, TablePreview
from data.checking.rejected import rejected_workbook
from data.importing.imports import preview
from data.reading.upload import Upload
from data.sources import source_named
from data.store.warehouse import Warehouse
from tests.files import text_file
from text import Language, Text

SHOP = "云栖木语家居旗舰店"
WHY = Text("金额写的是「三百」", "the amount says “三百”")


def table(*cells: dict[str, str], file: str = "订单.csv", source: str = "orders") -> TablePreview:
    rows = tuple(RejectedRow(number, WHY, row) for number, row in enumerate(cells, start=7))
    return TablePreview(file, "", Upload(file, Path(file)), source_named(source), shops=(SHOP,), rejected_rows=rows)


def book(*tables: TablePreview, language: Language = "zh") -> Workbook:
    return load_workbook(BytesIO(rejected_workbook(Preview(tables), language)))


def test_the_reason_and_the_row_stand_before_the_cells_as_they_came() -> None:
    sheet = book(table({"订单编号": "3601080613561638173", "总金额": "三百"})).worksheets[0]
    assert list(sheet.values) == [
        ("原因", "行", "订单编号", "总金额"),
        (WHY.zh, "7", "3601080613561638173", "三百"),
    ]
    assert sheet.freeze_panes == "A2"


def test_the_reason_is_told_in_the_readers_language() -> None:
    sheet = book(table({"订单编号": "1"}), language="en").worksheets[0]
    assert [sheet["A1"].value, sheet["B1"].value, sheet["A2"].value] == ["Reason", "Row", WHY.en]


def test_no_text_becomes_a_formula() -> None:
    harmful = ['=HYPERLINK("http://example.com")', "+1+1", "-1+1", "@SUM(A1)", "=1+1"]
    sheet = book(table(*({"宝贝标题": text} for text in harmful))).worksheets[0]
    cells = [row[2] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == harmful
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)


def test_long_ids_and_leading_zeros_stay_as_they_are() -> None:
    sheet = book(table({"订单编号": "3601080613561638173", "物流单号": "0012345"})).worksheets[0]
    assert [cell.value for cell in sheet[2]][2:] == ["3601080613561638173", "0012345"]
    assert {cell.number_format for cell in sheet[2]} == {"@"}


def test_control_characters_are_left_out() -> None:
    sheet = book(table({"宝贝标题": "藤编\x00落地灯\x0b"})).worksheets[0]
    assert sheet["C2"].value == "藤编落地灯"


def test_each_table_has_a_sheet_of_its_own() -> None:
    first, second = table({"订单编号": "1"}, file="1.csv"), table({"订单编号": "2"}, file="2.csv")
    clean = TablePreview("3.csv", "", Upload("3.csv", Path("3.csv")), source_named("orders"))
    assert book(first, clean, second).sheetnames == [f"{SHOP} 订单报表", f"{SHOP} 订单报表 (2)", "说明"]


def test_every_problem_is_listed_with_its_place_and_what_to_do(warehouse: Warehouse, tmp_path: Path) -> None:
    (tmp_path / "合影.xlsx").write_bytes(b"\x89PNG not a spreadsheet")
    daily = text_file(tmp_path / f"{SHOP}_日报.csv", [["统计日期", "访客数", "支付金额"], ["2026-06-11", "一百", "12"]])
    found = preview(warehouse, [Upload(path.name, path) for path in (daily, tmp_path / "合影.xlsx")])
    listed = load_workbook(BytesIO(rejected_workbook(found, "zh")))["说明"]
    head, *lines = listed.values
    assert head == ("文件", "表", "行", "列", "原来写的", "程度", "问题", "怎么办")
    assert (daily.name, "2", "访客数", "一百", "没收") in [(line[0], *line[2:6]) for line in lines]
    assert [line[7] for line in lines if line[0] == "合影.xlsx"]
    assert len(lines) == len(found.problems)


def test_a_row_corrected_in_the_workbook_can_be_dropped_again(warehouse: Warehouse, tmp_path: Path) -> None:
    filled = {"统计日期": "2026-06-11", "访客数": "一百", "支付金额": "1,200.00"}
    corrected = book(table(filled, source="shop_daily"))
    corrected.worksheets[0]["D2"] = "100"
    corrected.save(tmp_path / "改好.xlsx")
    (again,) = preview(warehouse, [Upload("改好.xlsx", tmp_path / "改好.xlsx")]).tables
    assert again.source is source_named("shop_daily")
    assert (again.kept, again.rejected, again.shop) == (1, 0, SHOP)
