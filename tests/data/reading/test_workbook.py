"""What the readers make of containers, encodings and awkward cells."""

import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pytest
import xlwt

from data import sources
from data.checking.block_checks import check
from data.reading.workbook import Sheet, opened
from data.reading.workbooks import big_workbook, small_workbook
from data.recognition.context import Given
from data.recognition.recognition import blocks
from data.store.warehouse import Warehouse
from tests.demo_years import DemoYears
from tests.files import text_file, xlsx

ROWS = [["订单编号", "买家实际支付金额", "订单付款时间"], ["3601080613561600011", "12.50", "2026-06-11 10:00:00"]]


def sheets(path: Path) -> tuple[Sheet, ...]:
    (found,) = opened([path], headings=sources.HEADINGS)
    assert found.refused is None
    return found.sheets


def lines(sheet: Sheet) -> list[list[object]]:
    return [list(row.values()) for row in sheet.cells.to_pylist()]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_text_files_are_read_in_any_usual_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    (sheet,) = sheets(text_file(tmp_path / "a.csv", ROWS, encoding, delimiter))
    assert lines(sheet) == [[1, *ROWS[0]], [2, *ROWS[1]]]


def test_uneven_and_blank_lines_keep_their_row_numbers(tmp_path: Path) -> None:
    (sheet,) = sheets(text_file(tmp_path / "a.csv", [["店铺日报"], [], *ROWS, []]))
    assert [row[0] for row in lines(sheet)] == [1, 2, 3, 4, 5]
    assert lines(sheet)[3][:2] == [4, "3601080613561600011"]


def test_a_cell_may_hold_line_breaks_and_commas(tmp_path: Path) -> None:
    (sheet,) = sheets(text_file(tmp_path / "a.csv", [["标题", "数"], ["第一行\n第二行，还有,逗号", "1"], ["乙", "2"]]))
    assert lines(sheet)[1] == [2, "第一行\n第二行，还有,逗号", "1"]


def test_the_old_binary_format_is_read_under_any_name(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    page = book.add_sheet("自助取数")
    page.write(0, 0, "【生意参谋平台】店铺")
    for at, row in enumerate(ROWS, start=3):
        for place, text in enumerate(row):
            page.write(at, place, text)
    for name in ("a.xls", "a.xlsx"):
        book.save(str(tmp_path / name))
        (sheet,) = sheets(tmp_path / name)
        assert (sheet.name, lines(sheet)[3][:2]) == ("自助取数", [4, "订单编号"])


def test_files_inside_an_archive_are_read_with_their_chinese_names(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(text_file(tmp_path / "b.csv", ROWS), "计划报表.csv")
        archive.write(xlsx(tmp_path / "c.xlsx", ROWS), "订单.xlsx")
    assert [(sheet.within, len(lines(sheet))) for sheet in sheets(tmp_path / "a.zip")] == [
        ("计划报表.csv", 2),
        ("订单.xlsx", 2),
    ]


PAGE = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table border=1>
<tr><th colspan=2>订单报表</th></tr><tr><td>订单编号<td>买家&nbsp;<tr>
<td style='x'>3601080613561600011</td><td>小&amp;明</td></tr>
</table></body></html>"""

XML_2003 = """<?xml version="1.0" encoding="GB2312"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="订单"><Table><Row ss:Index="3"><Cell><Data ss:Type="String">订单编号</Data></Cell>
<Cell ss:Index="3"><Data ss:Type="String">金额</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">36010806</Data></Cell>
<Cell ss:Index="3"><Data ss:Type="Number">12.5</Data></Cell></Row></Table></Worksheet></Workbook>"""


def test_a_web_page_under_the_name_of_a_workbook_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(PAGE.encode("gb18030"))
    (sheet,) = sheets(tmp_path / "a.xls")
    assert lines(sheet) == [[1, "订单报表", ""], [2, "订单编号", "买家"], [3, "3601080613561600011", "小&明"]]


def test_an_xml_spreadsheet_keeps_its_row_numbers(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(XML_2003.encode("gb18030"))
    (sheet,) = sheets(tmp_path / "a.xls")
    assert sheet.name == "订单"
    assert lines(sheet)[2:] == [[3, "订单编号", "", "金额"], [4, "36010806", "", "12.5"]]


def awkward(path: Path) -> Path:
    """A workbook that begins in B4, with cells of every type and a blank row."""
    workbook = openpyxl.Workbook()
    page = workbook.worksheets[0]
    cells: dict[str, Any] = {
        "B4": "编号", "C4": "时长", "D4": "时间", "E4": "数",
        "B5": 3601080613561638173, "C5": timedelta(seconds=90), "D5": date(2026, 3, 1), "E5": 0.1234,
        "B7": "3601080613561638173", "C7": timedelta(hours=36), "D7": datetime(2026, 3, 1, 12, 30), "E7": 12,
        "C8": time(0, 1, 23), "E8": 1234567890123456,
    }  # fmt: skip
    for place, value in cells.items():
        page[place] = value
    workbook.save(path)
    return path


def test_row_numbers_are_the_sheets_own_and_types_are_kept(tmp_path: Path) -> None:
    (sheet,) = sheets(awkward(tmp_path / "a.xlsx"))
    assert lines(sheet) == [
        [4, "编号", "时长", "时间", "数"],
        [5, "3.601080613561638E+18", "90秒", "2026-03-01", "0.1234"],
        [6, "", "", "", ""],
        [7, "3601080613561638173", "129600秒", "2026-03-01 12:30:00", "12"],
        [8, "", "00:01:23", "", "1234567890123456"],
    ]


def test_the_big_reader_marks_rounded_numbers_and_rows_as_the_small_one_does(tmp_path: Path) -> None:
    path = awkward(tmp_path / "a.xlsx")
    small, big = (
        small_workbook.sheets(path, sources.HEADINGS)[0].cells,
        big_workbook.sheets(path, sources.HEADINGS)[0].cells,
    )
    assert big["row"].to_pylist() == small["row"].to_pylist()
    assert big["c0"].to_pylist() == ["编号", "3.601080613561638E+18", None, "3601080613561638173", None]
    assert big["c3"].to_pylist()[1::2] == ["0.1234", "12"]


def test_the_big_reader_leaves_out_the_cells_that_no_format_declares(tmp_path: Path) -> None:
    heading = ["订单编号", "联系手机", "买家实际支付金额", "订单状态"]
    rows: list[list[object]] = [
        [*heading],
        *([f"36010806135616{at:05d}", "13800000000", at, "交易成功"] for at in range(3)),
    ]
    (sheet,) = big_workbook.sheets(xlsx(tmp_path / "a.xlsx", rows), sources.HEADINGS)
    cells = sheet.cells
    assert not sheet.hidden
    assert cells["c1"].to_pylist() == ["联系手机", None, None, None]
    assert cells["c0"].to_pylist() == ["订单编号", "3601080613561600000", "3601080613561600001", "3601080613561600002"]
    assert cells["row"].to_pylist() == [1, 2, 3, 4]


def test_both_readers_see_the_same_in_every_kind_of_export(demo_years: DemoYears, warehouse: Warehouse) -> None:
    files = {path.name.split("_")[0]: path for path in demo_years.files(date(2026, 6, 12)) if path.suffix == ".xlsx"}
    assert len(files) >= 6
    for path in files.values():
        small, big = (each.sheets(path, sources.HEADINGS) for each in (small_workbook, big_workbook))
        for one, other in zip(small, big, strict=True):
            assert facts(warehouse, path, one.name, one.cells) == facts(warehouse, path, other.name, other.cells)


def facts(warehouse: Warehouse, path: Path, name: str, cells: pa.Table) -> list[list[str]]:
    """The rows that a sheet's tables hold, in no order."""
    found = []
    for block in blocks(Sheet("", name, False, False, cells), path.name):
        assert block.match
        with warehouse.cursor() as run:
            checked = check(run, block, block.match, path.name, Given(shop="甲店"))
        found.append(sorted(map(str, checked.rows.to_pylist())))
    return found
