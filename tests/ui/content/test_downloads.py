"""Tables to take away: nothing in them turns into a formula."""

import csv
from io import BytesIO, StringIO

from openpyxl import load_workbook

from ui.content.downloads import as_csv, as_xlsx

HEADS = ["店铺", "金额"]
ROWS: list[list[object]] = [
    ["=cmd|' /C calc'!A1", -12.5],
    ["-1+1", 3],
    ["@sum", None],
    ["+8613800000000", 1],
    ["云栖木语", 2],
]


def test_no_text_becomes_a_formula_in_a_workbook() -> None:
    sheet = load_workbook(BytesIO(as_xlsx(HEADS, ROWS))).worksheets[0]
    assert [(cell.value, cell.data_type) for (cell,) in sheet.iter_rows(min_row=2, max_col=1)] == [
        (row[0], "s") for row in ROWS
    ]
    assert [cell.value for (cell,) in sheet.iter_rows(min_row=2, min_col=2)] == [-12.5, 3, None, 1, 2]


def test_neither_a_heading_nor_an_odd_character_makes_trouble_in_a_workbook() -> None:
    sheet = load_workbook(BytesIO(as_xlsx(["=甲", "金额"], [["藤编\x0b灯", 1]]))).worksheets[0]
    assert [(cell.value, cell.data_type) for cell in sheet["A"]] == [("=甲", "s"), ("藤编灯", "s")]


def test_a_text_file_marks_what_would_be_a_formula() -> None:
    lines = as_csv(HEADS, ROWS).decode("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines[2:]] == ["'-1+1", "'@sum", "+8613800000000", "云栖木语"]
    assert lines[1].startswith("'=cmd")


def test_a_text_file_marks_what_only_looks_unlike_a_formula() -> None:
    hidden = ["＝1+1", "＋1+1", "－甲", "＠甲", "\t=1+1", "\r=1+1", "\n=1+1"]
    lines = list(csv.reader(StringIO(as_csv(["=甲"], [[text] for text in hidden]).decode("utf-8-sig"), newline="")))
    assert lines == [["'=甲"], *[[f"'{text}"] for text in hidden]]
