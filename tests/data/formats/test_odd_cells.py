"""Cells that hold an error, a formula without its value, a value merged over several, or a date of another kind."""

import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
import xlwt
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from data import sources
from data.importing.imports import preview
from data.reading.upload import Upload
from data.reading.workbook import Sheet, opened
from data.reading.workbooks import big_workbook, small_workbook
from data.store.board import in_memory
from tests.files import text_file
from tests.raw_files import archive, workbook

HEADINGS = ["订单编号", "店铺名称", "买家实际支付金额", "订单付款时间", "订单状态"]
CELLS = (
    '<row r="3"><c r="B3" t="e"><v>#DIV/0!</v></c><c r="C3"><f>1+1</f></c><c r="D3"><f>1+1</f><v>2</v></c></row>'
    '<row r="4"><c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C4"><f>A1</f><v></v></c>'
    '<c r="D4" t="str"><f>IF(1,"")</f><v></v></c><c r="E4" t="inlineStr"><is><t>#N/A</t></is></c></row>'
)


def only_sheet(path: Path) -> Sheet:
    """The one sheet of a file."""
    (found,) = opened([path], headings=sources.HEADINGS)
    (sheet,) = found.sheets
    return sheet


def texts(sheet: Sheet) -> list[list[str | None]]:
    """A sheet's cells, row by row."""
    return [list(row.values()) for row in sheet.cells.drop(["row"]).to_pylist()]


def test_errors_and_formulas_without_a_value_are_counted_and_placed(tmp_path: Path) -> None:
    sheet = only_sheet(workbook(tmp_path / "a.xlsx", CELLS))
    assert (sheet.errors, sheet.error_cells) == (("B3", "B4", "E4"), 3)
    assert (sheet.uncached, sheet.uncached_formulas) == (("C3", "C4"), 2)


def test_both_readers_count_the_same(tmp_path: Path) -> None:
    many = "".join(
        f'<row r="{n}"><c r="A{n}" t="e"><v>#N/A</v></c><c r="B{n}"><f>A{n}</f></c></row>' for n in range(1, 90_000)
    )
    path = workbook(tmp_path / "a.xlsx", many)
    (small,), (big,) = small_workbook.sheets(path, sources.HEADINGS), big_workbook.sheets(path, sources.HEADINGS)
    assert small.errors == big.errors
    assert small.uncached == big.uncached
    assert (small.errors.count, small.uncached.count, small.errors.first[-1]) == (89_999, 89_999, "A20")


def test_words_for_errors_are_counted_in_text_files(tmp_path: Path) -> None:
    sheet = only_sheet(text_file(tmp_path / "a.csv", [["编号", "3#楼"], ["1", "#DIV/0!"], ["#N/A", "#REF!x"]]))
    assert (sheet.errors, sheet.error_cells) == (("B2", "A3"), 2)


def test_cells_without_a_value_are_said(tmp_path: Path) -> None:
    rows = [HEADINGS, ["3601080613561600011", "甲店", "#DIV/0!", "2026-06-11 10:00:00", "交易成功"]]
    path = text_file(tmp_path / "a.csv", rows)
    with in_memory() as warehouse:
        (table,) = preview(warehouse, [Upload("a.csv", path)]).tables
    (text,) = (found.message for found in table.problems if found.problem.code == "error_cells")
    assert "1 个单元格" in text.zh
    assert "C2" in text.en


def merged(path: Path, *ranges: str) -> Path:
    """Orders of two shops, each shop's name and an amount written once, under a title and headings."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(["六月订单"])
    page.append(["店铺名称", "订单编号", "买家实际支付金额", "备注"])
    page.append(["甲店", "11", 30, "急"])
    page.append([None, "12", None, None])
    page.append(["乙店", "13", 5, None])
    page.append([None, "14", 6, None])
    for place in ranges:
        page.merge_cells(place)
    book.save(path)
    return path


def test_a_value_merged_over_rows_stands_in_each_of_them(tmp_path: Path) -> None:
    sheet = only_sheet(merged(tmp_path / "a.xlsx", "A1:D1", "A3:A4", "A5:A9", "D3:D4"))
    assert [row[0] for row in texts(sheet)[2:]] == ["甲店", "甲店", "乙店", "乙店"]
    assert [row[3] for row in texts(sheet)[2:]] == ["急", "急", "", ""]


def test_an_amount_merged_over_rows_counts_once(tmp_path: Path) -> None:
    sheet = only_sheet(merged(tmp_path / "a.xlsx", "C3:C4"))
    assert [row[2] for row in texts(sheet)[2:]] == ["30", "", "5", "6"]


def test_headings_and_titles_merged_over_rows_stay_one(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for line in (
        ["日报"],
        [],
        ["日期", "客服", "接待", None],
        [None, None, "人数", "时长"],
        ["2026-06-11", "小美", 3, 4],
    ):
        page.append(line)
    for place in ("A1:D2", "A3:A4", "B3:B4", "C3:D3"):
        page.merge_cells(place)
    book.save(tmp_path / "a.xlsx")
    assert texts(only_sheet(tmp_path / "a.xlsx"))[1:4] == [
        [""] * 4,
        ["日期", "客服", "接待", ""],
        ["", "", "人数", "时长"],
    ]


def test_cells_merged_in_the_old_format_are_filled_too(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    page = book.add_sheet("订单")
    for place, heading in enumerate(HEADINGS):
        page.write(0, place, heading)
    page.write_merge(1, 2, 1, 1, "甲店")
    page.write(1, 0, "11")
    page.write(2, 0, "12")
    book.save(str(tmp_path / "a.xls"))
    assert [row[1] for row in texts(only_sheet(tmp_path / "a.xls"))[1:]] == ["甲店", "甲店"]


def test_dates_since_1904_are_the_dates_that_the_sheet_shows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.worksheets[0].append([date(2026, 3, 1), datetime(2026, 3, 1, 12, 30)])
    book.save(tmp_path / "a.xlsx")
    assert texts(only_sheet(tmp_path / "a.xlsx")) == [["2026-03-01", "2026-03-01 12:30:00"]]


@pytest.mark.parametrize("claimed", ["A1", "A1:Z5000"])
def test_a_false_dimension_hides_nothing(tmp_path: Path, claimed: str) -> None:
    rows = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="{claimed}"/>'
    rows += '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData></worksheet>'
    sheet = only_sheet(workbook(tmp_path / "a.xlsx", f'<?xml version="1.0"?>{rows}'))
    assert texts(sheet) == [["1", "2"]]


def test_the_stored_value_of_a_formula_is_read(tmp_path: Path) -> None:
    sheet = only_sheet(workbook(tmp_path / "a.xlsx", '<row r="1"><c r="A1"><f>[1]表!B2*2</f><v>12.5</v></c></row>'))
    assert (texts(sheet), sheet.uncached_formulas) == ([["12.5"]], 0)


OPEN_DOCUMENT = """<?xml version="1.0"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="日报"><table:table-row>
  <table:table-cell office:value-type="string"><text:p>平均响应</text:p></table:table-cell>
  <table:table-cell office:value-type="time" office:time-value="PT36H00M05S"><text:p>36</text:p></table:table-cell>
  <table:table-cell office:value-type="date" office:date-value="2026-03-01"><text:p>2026/3/1</text:p></table:table-cell>
  <table:table-cell office:value-type="float" office:value="0.1234"><text:p>12.34%</text:p></table:table-cell>
  <table:table-cell table:number-columns-repeated="16379"/>
</table:table-row><table:table-row table:number-rows-repeated="1048575">
  <table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"""


@pytest.mark.parametrize("indented", [True, False])
def test_an_open_document_is_read_with_its_durations_and_dates(tmp_path: Path, indented: bool) -> None:
    content = (
        OPEN_DOCUMENT if indented else "".join(line.strip() for line in OPEN_DOCUMENT.replace("\n ", " ").split("\n"))
    )
    manifest = '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    path = archive(tmp_path / "a.ods", {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})
    assert texts(only_sheet(path)) == [
        ["平均响应", f"{timedelta(hours=36, seconds=5).total_seconds():g}秒", "2026-03-01", "0.1234"]
    ]


def test_a_binary_workbook_is_to_be_saved_as_another(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as book:
        book.writestr("xl/workbook.bin", b"\0")
    assert [found.refused for found in opened([tmp_path / "a.xlsx"])] == ["binary_workbook"]
