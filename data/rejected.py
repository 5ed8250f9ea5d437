"""The rows an import has set aside, as a workbook to correct and drop again: every cell a text, the reason first."""

import re
from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet.worksheet import Worksheet

from data.preview import Preview, TablePreview
from data.styled import set_widths, write_header, write_text
from text import Language, Text

REASON, ROW = Text("原因", "Reason"), Text("行", "Row")
NOTHING = Text("没有退回的行", "No rows were refused")
LONGEST_NAME = 31
"""A sheet's name may have so many characters."""


def rejected_workbook(preview: Preview, language: Language) -> bytes:
    """One sheet for each table with rows set aside: why, the row's number, and its cells under their headings."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in preview.tables:
        if table.rejected_rows:
            _fill(book.create_sheet(_sheet_name(table, language, book.sheetnames)), table, language)
    if not book.worksheets:
        book.create_sheet(NOTHING.to(language))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Worksheet, table: TablePreview, language: Language) -> None:
    headings = list(dict.fromkeys(heading for row in table.rejected_rows for heading in row.cells))
    lines = [
        [row.reasons.to(language), str(row.row), *(row.cells.get(heading, "") for heading in headings)]
        for row in table.rejected_rows
    ]
    lines = [[ILLEGAL_CHARACTERS_RE.sub("", text) for text in line] for line in lines]
    header = [REASON.to(language), ROW.to(language), *headings]
    write_header(sheet, 1, header)
    for number, line in enumerate(lines, start=2):
        for place, text in enumerate(line, start=1):
            write_text(sheet, number, place, text)
    set_widths(sheet, list(zip(header, *lines, strict=True)))


def _sheet_name(table: TablePreview, language: Language, taken: Iterable[str]) -> str:
    """The shop and what the table is, so that the shop is known again when the sheet comes back."""
    title = table.source.title.to(language) if table.source else table.sheet or table.file
    plain = re.sub(r"[\[\]:*?/\\']", " ", " ".join(filter(None, (table.shop, title)))).strip()
    name, number = plain[:LONGEST_NAME], 2
    while name.lower() in {other.lower() for other in taken}:
        name = f"{plain[: LONGEST_NAME - 4]} ({number})"
        number += 1
    return name
