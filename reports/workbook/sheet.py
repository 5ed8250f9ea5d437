"""Sheet: cells written one after another, numbers in their unit's format, words that never become a formula."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from data.checking.styled import ACCENT, FAMILY, FORMULA, QUIET, RULE, width
from metrics.definition.metric import Unit
from metrics.wording.figure import IN_CENTS, IN_POINTS, LASTING, Number
from reports.slide.written import plain
from text import Language, Text

NARROWEST, WIDEST = 9, 44


class WorkbookWriter:
    """A workbook under way with its formats and its language."""

    def __init__(self, into: Any, language: Language) -> None:
        self.language = language
        self.file = Workbook(into, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
        self._formats: dict[tuple[tuple[str, object], ...], Any] = {}

    def format(self, **wanted: object) -> Any:
        """A cell format, made once."""
        key = tuple(sorted(wanted.items()))
        if key not in self._formats:
            plainly = {"font_name": FAMILY, "font_size": 10, "valign": "vcenter"}
            self._formats[key] = self.file.add_format(plainly | wanted)
        return self._formats[key]

    def sheet(self, name: str) -> "SheetWriter":
        """A further sheet; its name is shortened to what Excel takes."""
        return SheetWriter(self, self.file.add_worksheet(name.translate(_FORBIDDEN)[:31]))


_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))


class SheetWriter:
    """A sheet and the row that is written next."""

    def __init__(self, book: WorkbookWriter, made: Any) -> None:
        self.book, self.made, self.row = book, made, 0
        self._widths: dict[int, int] = {}

    def phrase(self, words: Text) -> str:
        """A phrase in the workbook's language."""
        return plain(words.to(self.book.language))

    def text(self, column: int, words: str, **look: object) -> None:
        """Words that stay words, whatever they begin with."""
        marked = {"quote_prefix": True} if words.startswith(FORMULA) else {}
        self.made.write_string(self.row, column, words, self.book.format(**marked, **look))
        if not look.get("text_wrap") and look.get("font_size", 10) == 10:
            self._widen(column, width(words))

    def number(self, column: int, value: Number | None, unit: Unit, **look: object) -> None:
        """A number in full in its unit's format; an empty cell where it is not known."""
        look |= {"num_format": number_format(unit)}
        if value is None:
            self.made.write_blank(self.row, column, None, self.book.format(**look))
        else:
            self.made.write_number(self.row, column, float(value), self.book.format(**look))
            self._widen(column, 14)

    def formula(self, column: int, formula: str, value: float | None, unit: Unit, **look: object) -> None:
        """A live formula with the value it has now; empty where that is not known."""
        shown = self.book.format(num_format=number_format(unit), **look)
        self.made.write_formula(self.row, column, f"={formula}", shown, "" if value is None else value)
        self._widen(column, 12)

    def day(self, column: int, when: date) -> None:
        """A day as a date."""
        self.made.write_datetime(self.row, column, when, self.book.format(num_format="yyyy-mm-dd"))
        self._widen(column, 12)

    def head(self, headings: Sequence[str], *, frozen: bool = False) -> None:
        """A row of headings; `frozen` keeps it and what is above in view."""
        for column, heading in enumerate(headings):
            self.text(column, heading, bold=True, font_color="#FFFFFF", bg_color=f"#{ACCENT}")
        self.row += 1
        if frozen:
            self.made.freeze_panes(self.row, 1)

    def title(self, words: str, size: int = 14) -> None:
        """A line in bold."""
        self.text(0, words, bold=True, font_size=size)
        self.row += 1

    def note(self, words: str) -> None:
        """A line in grey."""
        self.text(0, words, font_color=f"#{QUIET}", font_size=9)
        self.row += 1

    def place(self, column: int, row: int | None = None) -> str:
        """The address of a cell of the row being written, or of another."""
        return xl_rowcol_to_cell(self.row if row is None else row, column)

    def close(self) -> None:
        """Give the columns their widths."""
        for column, wide in self._widths.items():
            self.made.set_column(column, column, min(max(wide + 2, NARROWEST), WIDEST))
        self.made.hide_gridlines(2)
        self.made.set_landscape()
        self.made.fit_to_pages(1, 0)

    def _widen(self, column: int, wide: int) -> None:
        self._widths[column] = max(self._widths.get(column, 0), wide)


RULED = {"bottom": 1, "bottom_color": f"#{RULE}"}
"""The look of a cell in a table."""


def number_format(unit: Unit) -> str:
    """The number format of a unit: amounts with cents, percents with two digits, counts in thousands."""
    if unit in IN_POINTS:
        return "0.00%"
    if unit in LASTING:
        return "#,##0.0"
    return "#,##0.00" if unit in (Unit.YUAN, *IN_CENTS) else "#,##0"
