"""A small calculator of the formulas that our workbooks hold, written apart from what writes them."""

import re
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import range_boundaries

CELL = r"(?:'(?P<sheet>[^']+)'!)?(?P<place>[A-Z]{1,2}\d+(?::[A-Z]{1,2}\d+)?)"


class Empty(float):
    """An empty cell: counts as zero, and as no number."""


class Many(list[float]):
    """A range, which is multiplied cell by cell."""

    def __mul__(self, other: Any) -> "Many":
        return Many(one * two for one, two in zip(self, other, strict=True))


def calculated(book: Workbook, sheet: str, place: str) -> Any:
    """The value of a cell, worked out from its formula and those it leans on; "" where it is empty."""
    value = book[sheet][place].value
    if not isinstance(value, str) or not value.startswith("="):
        return Empty(0) if value is None else value
    return _worked_out(book, sheet, value[1:])


def _worked_out(book: Workbook, sheet: str, formula: str) -> Any:
    """A formula's value; IF and IFERROR look only at the branch they take."""
    if formula.startswith(("IF(", "IFERROR(")) and formula.endswith(")"):
        first, *others = _arguments(formula[formula.index("(") + 1 : -1])
        if formula.startswith("IF("):
            return _worked_out(book, sheet, others[0] if _worked_out(book, sheet, first) else others[1])
        try:
            return _worked_out(book, sheet, first)
        except ZeroDivisionError:
            return _worked_out(book, sheet, others[0])

    def read(found: re.Match[str]) -> str:
        return f'R("{found["sheet"] or sheet}","{found["place"]}")'

    code = re.sub(CELL, read, formula).replace("<>", "!=").replace(")=0", ")==0")
    return eval(code, FUNCTIONS | {"R": lambda of, place: _range(book, of, place), "__builtins__": {}})


def _arguments(words: str) -> list[str]:
    """What stands between the commas that no bracket holds."""
    found, depth = [""], 0
    for letter in words:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            found.append("")
        else:
            found[-1] += letter
    return found


def _range(book: Workbook, sheet: str, place: str) -> Any:
    if ":" not in place:
        return calculated(book, sheet, place)
    left, top, right, bottom = range_boundaries(place)
    rows = book[sheet].iter_rows(min_row=top, max_row=bottom, min_col=left, max_col=right)
    return Many(calculated(book, sheet, cell.coordinate) for row in rows for cell in row)


def _number(value: Any) -> Any:
    if isinstance(value, Many):
        return Many(float(_number(each)) for each in value)
    return isinstance(value, int | float) and not isinstance(value, Empty)


def _values(values: Many) -> list[float]:
    return [value for value in values if _number(value)]


FUNCTIONS: dict[str, Any] = {
    "AND": lambda *tests: all(tests),
    "ISNUMBER": _number,
    "ROUND": round,
    "SUM": lambda values: sum(_values(values)),
    "COUNT": lambda values: len(_values(values)),
    "AVERAGE": lambda values: sum(_values(values)) / len(_values(values)),
    "SUMPRODUCT": lambda one, two: sum(one * two),
}
