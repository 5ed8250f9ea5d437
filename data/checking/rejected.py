"""What an import has found wrong, as a workbook: the rows set aside, to correct and drop again, and every problem."""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.checking.preview import Preview, TablePreview
from data.checking.styled import set_widths, write_header, write_text
from data.checking.template import NOTES
from data.formats.problem import LocatedProblem
from text import Language, Text

REASON, ROW = Text("原因", "Reason"), Text("行", "Row")
HEADINGS = (
    Text("文件", "File"), Text("表", "Sheet"), ROW, Text("列", "Column"), Text("原来写的", "Cell"),
    Text("程度", "Weight"), Text("问题", "Problem"), Text("怎么办", "What to do"),
)  # fmt: skip
GRAVITY = {
    "error": Text("没收", "refused"),
    "warning": Text("收了，要看一眼", "taken, look"),
    "note": Text("说明", "note"),
}
LONGEST_NAME = 31
"""A sheet's name may have so many characters."""


def rejected_workbook(preview: Preview, language: Language) -> bytes:
    """One sheet for each table with rows set aside: why, the row's number, and its cells under their headings.

    A last sheet lists every problem of every file with its place; it is named as notes are and never read back.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in preview.tables:
        if table.rejected_rows:
            _fill(book.create_sheet(_sheet_name(table, language, book.sheetnames)), table, language)
    listed = [_problem(table, found, language) for table, found in preview.problems]
    _write(book.create_sheet(NOTES.to(language)), [heading.to(language) for heading in HEADINGS], listed)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _problem(table: TablePreview, found: LocatedProblem, language: Language) -> list[str]:
    place = [table.file, table.sheet, str(found.row or ""), found.column or "", found.value or ""]
    problem = found.problem
    cells = (GRAVITY[problem.severity], problem.title, found.message)
    return [*place, *(text.to(language) for text in cells)]


def _fill(sheet: Worksheet, table: TablePreview, language: Language) -> None:
    headings = list(dict.fromkeys(heading for row in table.rejected_rows for heading in row.cells))
    lines = [
        [row.reasons.to(language), str(row.row), *(row.cells.get(heading, "") for heading in headings)]
        for row in table.rejected_rows
    ]
    _write(sheet, [REASON.to(language), ROW.to(language), *headings], lines)


def _write(sheet: Worksheet, header: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
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
