"""Big workbooks, by fastexcel, all cells as text; what it cannot tell is read off the sheets' XML meanwhile."""

from collections.abc import Collection
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import fastexcel
import pyarrow as pa

from data.formats.heading import normalised
from data.reading.cells import no_cells, numbered
from data.reading.exchange import Refused, SheetContent
from data.reading.limits import MOST_COLUMNS, MOST_SHEETS
from data.reading.workbooks.sheet_xml import Scan, parts, scan
from data.reading.workbooks.small_workbook import Unreadable, number_text

UNNAMED = "__UNNAMED__"
FEWEST = 3
"""Known headings in a first row that make it a header."""


def sheets(path: Path, headings: Collection[str]) -> list[SheetContent]:
    """The sheets of a workbook; `headings`, normalised, are known. Raises Unreadable."""
    try:
        reader = fastexcel.read_excel(path.read_bytes())
        if len(reader.sheet_names) > MOST_SHEETS:
            raise Refused("too_heavy")
        xml = parts(path)
        with ThreadPoolExecutor(1) as pool:
            return [
                _sheet(reader, name, headings, pool.submit(scan, path, xml.get(name))) for name in reader.sheet_names
            ]
    except fastexcel.FastExcelError as error:
        raise Unreadable(str(error)) from error


def _sheet(reader: fastexcel.ExcelReader, name: str, declared: Collection[str], scanned: Future[Scan]) -> SheetContent:
    found = _declared_columns(reader, name, declared) or _every_column(reader, name)
    if not found.cells.num_rows:
        return SheetContent(name, no_cells(), found.hidden)
    seen = scanned.result()
    cells = numbered(found.cells, seen.first_row)
    for rounded in seen.rounded.values():
        cells = _marked(cells, rounded, seen.first_row)
    return SheetContent(name, cells, found.hidden, errors=seen.errors, uncached=seen.uncached)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A sheet's text columns, its first row first."""

    cells: pa.Table
    hidden: bool


def _declared_columns(reader: fastexcel.ExcelReader, name: str, declared: Collection[str]) -> Loaded | None:
    """A sheet whose first row is a header, with the cells of those columns alone whose headings are known.

    None if its first row is no header. Turning cells into text takes a quarter of the reading; most are not needed.
    """
    headings: list[str] = []
    kept: list[int] = []

    def wanted(column: fastexcel.ColumnInfoNoDtype) -> bool:
        headings.append("" if column.name.startswith(UNNAMED) else column.name)
        if normalised(headings[-1]) in declared or column.index == 0:
            kept.append(column.index)
        return column.index in kept

    sheet = reader.load_sheet(name, header_row=0, dtypes="string", use_columns=wanted)
    if len(headings) > MOST_COLUMNS:
        raise Refused("too_wide")
    if sum(normalised(heading) in declared for heading in headings) < FEWEST:
        return None
    read = dict(zip(kept, pa.table(sheet.to_arrow()).columns, strict=True))
    nothing = pa.nulls(sheet.height, pa.string())
    columns = [_headed(heading, read.get(index, nothing)) for index, heading in enumerate(headings)]
    return Loaded(pa.table(columns, [str(index) for index in range(len(columns))]), sheet.visible != "visible")


def _headed(heading: str, cells: pa.ChunkedArray | pa.Array) -> pa.ChunkedArray:
    chunks = cells.chunks if isinstance(cells, pa.ChunkedArray) else [cells]
    return pa.chunked_array([pa.array([heading], pa.string()), *chunks])


def _every_column(reader: fastexcel.ExcelReader, name: str) -> Loaded:
    sheet = reader.load_sheet(name, header_row=None, dtypes="string")
    return Loaded(pa.table(sheet.to_arrow()), sheet.visible != "visible")


def _marked(cells: pa.Table, rounded: dict[int, float], first_row: int) -> pa.Table:
    """The cells with one column's rounded numbers written in scientific notation, as small workbooks have them."""
    row, value = next(iter(rounded.items()))
    for position, column in enumerate(cells.columns[1:], start=1):
        if column[row - first_row].as_py() is not None and _number(column[row - first_row].as_py()) == value:
            texts = column.to_pylist()
            for at, number in rounded.items():
                texts[at - first_row] = number_text(number)
            return cells.set_column(position, cells.column_names[position], pa.array(texts, pa.string()))
    return cells


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
