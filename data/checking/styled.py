"""How the workbooks we write look: one font, a dark header that stays in view, columns as wide as what they hold."""

import re
import unicodedata
from collections.abc import Sequence

from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

FAMILY = "微软雅黑"
ACCENT, RULE, QUIET = "1D5B5E", "D9D6CE", "666B70"
AS_TEXT = "@"
"""The number format that keeps a long id as it was typed."""

NUMBER = re.compile(r"[-+]?[\d,.]+%?|-+")
NARROWEST, WIDEST = 8, 60
MARGIN = 3

PLAIN = Font(name=FAMILY, size=10)
TITLE = Font(name=FAMILY, size=14, bold=True)
NOTE = Font(name=FAMILY, size=10, color=QUIET)
WRAPPED = Alignment(vertical="top", wrap_text=True)
_HEAD = Font(name=FAMILY, size=10, bold=True, color="FFFFFF")
_FILL = PatternFill("solid", fgColor=ACCENT)
_MIDDLE = Alignment(vertical="center")
_BELOW = Border(bottom=Side(style="thin", color=RULE))


def width(words: str) -> int:
    """How many half-width places a text takes: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in words)


FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What a text begins with that a spreadsheet program takes for a formula, or skips before one."""


def harmless(words: str) -> str:
    """A text for a CSV file: an apostrophe keeps what would be read as a formula a text, numbers stay as they are."""
    return f"'{words}" if words.startswith(FORMULA) and not NUMBER.fullmatch(words) else words


def write_header(sheet: Worksheet, row: int, headings: Sequence[str]) -> None:
    """Write a header and keep it and all above it in view."""
    for number, heading in enumerate(headings, start=1):
        cell = write_text(sheet, row, number, heading)
        cell.font, cell.fill, cell.alignment = _HEAD, _FILL, _MIDDLE
    sheet.row_dimensions[row].height = 22
    sheet.freeze_panes = f"A{row + 1}"


def write_text(sheet: Worksheet, row: int, column: int, words: str) -> Cell:
    """Write a text that stays a text, whatever it begins with, without control characters; returns its cell."""
    words = ILLEGAL_CHARACTERS_RE.sub("", words)
    cell = sheet.cell(row, column, words)
    cell.data_type = "s"
    cell.number_format, cell.font, cell.border = AS_TEXT, PLAIN, _BELOW
    # Without it a program would read the text as a formula once someone edits the cell.
    cell.quotePrefix = words.startswith(FORMULA)
    return cell


def set_widths(sheet: Worksheet, texts: Sequence[Sequence[str]]) -> None:
    """Make each column as wide as the widest of its texts, within reason."""
    for number, column in enumerate(texts, start=1):
        widest = max((width(line) for text in column for line in text.split("\n")), default=0)
        sheet.column_dimensions[get_column_letter(number)].width = min(max(widest + MARGIN, NARROWEST), WIDEST)
