"""Workbooks of ordinary size, by python-calamine, which keeps each cell's type: durations and numbers beyond 2^53."""

import re
from collections.abc import Collection
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date, datetime, time, timedelta
from pathlib import Path

import python_calamine as calamine

from data.reading.cells import as_cells, no_cells
from data.reading.exchange import Refused, SheetContent
from data.reading.limits import MOST_COLUMNS, MOST_SHEETS
from data.reading.workbooks.error_words import error_words
from data.reading.workbooks.merged import fill
from data.reading.workbooks.sheet_xml import Scan, parts, scan

MOST = 48_000_000
"""Bytes, unpacked, up to which a workbook is read cell by cell."""

EXACT = 2**53
ODS_DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+(?:\.\d+)?)S")

Unreadable = calamine.CalamineError
Locked = calamine.PasswordError


def sheets(path: Path, headings: Collection[str]) -> list[SheetContent]:
    """The sheets of a workbook; `headings`, normalised, are known.

    Raises Unreadable, or Locked where it has a password.
    """
    xml = parts(path)
    with path.open("rb") as file, ThreadPoolExecutor(1) as pool:
        workbook = calamine.load_workbook(file)
        listed = [sheet for sheet in workbook.sheets_metadata if sheet.typ == calamine.SheetTypeEnum.WorkSheet]
        if len(listed) > MOST_SHEETS:
            raise Refused("too_heavy")
        scans = [pool.submit(scan, path, xml.get(sheet.name), False) for sheet in listed]
        return [_sheet(workbook, sheet, seen, headings) for sheet, seen in zip(listed, scans, strict=True)]


def _sheet(
    workbook: calamine.CalamineWorkbook, listed: calamine.SheetMetadata, seen: Future[Scan], headings: Collection[str]
) -> SheetContent:
    hidden = listed.visible != calamine.SheetVisibleEnum.Visible
    sheet = workbook.get_sheet_by_name(listed.name)
    if sheet.start is None:
        return SheetContent(listed.name, no_cells(), hidden)
    if sheet.width > MOST_COLUMNS:
        raise Refused("too_wide")
    rows = [[as_text(value) for value in row] for row in sheet.to_python(skip_empty_area=True)]
    fill(rows, sheet.start, sheet.merged_cell_ranges or (), headings)
    cells = as_cells(rows, first_row=sheet.start[0] + 1)
    payload = seen.result()
    payload.errors.add(error_words(cells, first_column=sheet.start[1]))
    return SheetContent(listed.name, cells, hidden, errors=payload.errors, uncached=payload.uncached)


def as_text(value: object) -> str:
    """A cell's value as text that the kinds read."""
    if isinstance(value, str):
        return _with_seconds(value) if value.startswith("PT") else value
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


def _with_seconds(text: str) -> str:
    spelt = ODS_DURATION.fullmatch(text)
    if not spelt:
        return text
    hours, minutes, seconds = (float(part) for part in spelt.groups())
    return f"{hours * 3600 + minutes * 60 + seconds:g}秒"


def number_text(value: float) -> str:
    """A number as text; in scientific notation where a spreadsheet can no longer tell it from its neighbours."""
    if abs(value) >= EXACT:
        return f"{value:.15E}"
    return str(int(value)) if value.is_integer() else repr(value)
