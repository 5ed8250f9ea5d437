"""A table as a file to take away: csv and xlsx."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.styles import Font

from data.checking.styled import harmless, write_text

Row = Sequence[object]


def as_csv(heads: Sequence[str], rows: Sequence[Row]) -> bytes:
    """UTF-8 with the mark that spreadsheet programs need to read Chinese."""
    made = StringIO()
    csv.writer(made).writerows([_plain(value) for value in row] for row in [heads, *rows])
    return made.getvalue().encode("utf-8-sig")


def as_xlsx(heads: Sequence[str], rows: Sequence[Row]) -> bytes:
    """One sheet, its head bold and frozen, numbers as numbers."""
    book = Workbook()
    sheet = book.active or book.create_sheet()
    for place, head in enumerate(heads, start=1):
        write_text(sheet, 1, place, head)
    for number, row in enumerate(rows, start=2):
        for place, value in enumerate(row, start=1):
            if isinstance(value, str):
                write_text(sheet, number, place, value)
            else:
                sheet.cell(number, place).value = value
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def _plain(value: object) -> object:
    return harmless(value) if isinstance(value, str) else value
