"""Workbooks of ordinary size, by python-calamine, which keeps each cell's type: durations and numbers beyond 2^53."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pyarrow as pa
import python_calamine as calamine

from data.reading.cells import as_cells, no_cells

MOST = 48_000_000
"""Bytes, unpacked, up to which a workbook is read cell by cell."""

EXACT = 2**53

Unreadable = calamine.CalamineError


def sheets(path: Path) -> list[tuple[str, bool, pa.Table]]:
    """Each sheet's name, whether it is hidden, and its cells; raises Unreadable."""
    with path.open("rb") as file:
        workbook = calamine.load_workbook(file)
        return [
            (sheet.name, sheet.visible != calamine.SheetVisibleEnum.Visible, _cells(workbook, sheet.name))
            for sheet in workbook.sheets_metadata
            if sheet.typ == calamine.SheetTypeEnum.WorkSheet
        ]


def _cells(workbook: calamine.CalamineWorkbook, name: str) -> pa.Table:
    sheet = workbook.get_sheet_by_name(name)
    if sheet.start is None:
        return no_cells()
    rows = sheet.to_python(skip_empty_area=True)
    return as_cells([[as_text(value) for value in row] for row in rows], first_row=sheet.start[0] + 1)


def as_text(value: object) -> str:
    """A cell's value as text that the kinds read."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, datetime):
        return str((value + timedelta(microseconds=500_000)).replace(microsecond=0))
    if isinstance(value, timedelta):
        return f"{value.total_seconds():g}秒"
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def number_text(value: float) -> str:
    """A number as text; in scientific notation where a spreadsheet can no longer tell it from its neighbours."""
    if abs(value) >= EXACT:
        return f"{value:.15E}"
    return str(int(value)) if value.is_integer() else repr(value)
