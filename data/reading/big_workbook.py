"""Big workbooks, by fastexcel, all cells as text; what it cannot tell is read off the sheets' XML meanwhile."""

import re
import zipfile
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import unescape

import fastexcel
import pyarrow as pa

from data.matching import DECLARED
from data.reading.cells import no_cells, numbered
from data.reading.small_workbook import Unreadable, number_text
from data.source import normalised

CHUNK = 4 << 20
OVERLAP = 1 << 10
UNNAMED = "__UNNAMED__"
FEWEST = 3
"""Declared headings in a first row that make it a header."""

FIRST_ROW = re.compile(rb'<row [^>]*?\br="(\d+)"')
# A numeric cell of 2^53 and more: 16 digits or an exponent. A spreadsheet program has rounded such a number.
ROUNDED = re.compile(rb"<v>(\d{16,}(?:\.\d*)?|\d+(?:\.\d+)?[eE]\+?(?:1[5-9]|[2-9]\d))</v>")
CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"([^>]*)>$')


@dataclass
class Scan:
    """What a sheet's XML says: the row its first cells stand in, and its rounded numbers by column and row."""

    first_row: int = 1
    rounded: dict[str, dict[int, float]] = field(default_factory=dict)


def sheets(path: Path) -> list[tuple[str, bool, pa.Table]]:
    """Each sheet's name, whether it is hidden, and its cells; raises Unreadable."""
    try:
        reader = fastexcel.read_excel(path.read_bytes())
        parts = _parts(path)
        with ThreadPoolExecutor(1) as beside:
            return [
                _sheet(reader, name, beside.submit(_scan, path, parts.get(name, ""))) for name in reader.sheet_names
            ]
    except fastexcel.FastExcelError as error:
        raise Unreadable(str(error)) from error


def _sheet(reader: fastexcel.ExcelReader, name: str, scan: Future[Scan]) -> tuple[str, bool, pa.Table]:
    found = _known_columns(reader, name) or _every_column(reader, name)
    if not found.cells.num_rows:
        return name, found.hidden, no_cells()
    seen = scan.result()
    cells = numbered(found.cells, seen.first_row)
    for rounded in seen.rounded.values():
        cells = _marked(cells, rounded, seen.first_row)
    return name, found.hidden, cells


@dataclass(frozen=True, slots=True)
class Loaded:
    """A sheet's text columns, its first row first."""

    cells: pa.Table
    hidden: bool


def _known_columns(reader: fastexcel.ExcelReader, name: str) -> Loaded | None:
    """A sheet whose first row is a header, with the cells of those columns alone that some format declares.

    None if its first row is no header. Turning cells into text takes a quarter of the reading; most are not needed.
    """
    headings: list[str] = []
    kept: list[int] = []

    def known(column: fastexcel.ColumnInfoNoDtype) -> bool:
        headings.append("" if column.name.startswith(UNNAMED) else column.name)
        if normalised(headings[-1]) in DECLARED or column.index == 0:
            kept.append(column.index)
        return column.index in kept

    sheet = reader.load_sheet(name, header_row=0, dtypes="string", use_columns=known)
    if sum(normalised(heading) in DECLARED for heading in headings) < FEWEST:
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


def _scan(path: Path, part: str) -> Scan:
    scan, tail, first = Scan(), b"", True
    if not part:
        return scan
    with zipfile.ZipFile(path) as archive, archive.open(part) as sheet:
        while chunk := sheet.read(CHUNK):
            window = tail + chunk
            if first and (row := FIRST_ROW.search(window)):
                scan.first_row, first = int(row[1]), False
            for hit in ROUNDED.finditer(window):
                _note(scan, window, hit)
            tail = window[-OVERLAP:]
    return scan


def _note(scan: Scan, window: bytes, hit: re.Match[bytes]) -> None:
    start = window.rfind(b"<c ", max(0, hit.start() - OVERLAP), hit.start())
    cell = CELL.search(window[start : hit.start()]) if start >= 0 else None
    if cell and (b' t="' not in cell[3] or b' t="n"' in cell[3]):
        scan.rounded.setdefault(cell[1].decode(), {})[int(cell[2])] = float(hit[1])


def _parts(path: Path) -> dict[str, str]:
    """The XML part of each sheet by its name; empty for the old binary format."""
    if not zipfile.is_zipfile(path):
        return {}
    with zipfile.ZipFile(path) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return {}
        targets = dict(_relations(archive.read("xl/_rels/workbook.xml.rels").decode()))
        listed = re.findall(r"<(?:\w+:)?sheet\b[^>]*>", archive.read("xl/workbook.xml").decode())
        names = set(archive.namelist())
    found = {}
    for tag in listed:
        name, relation = re.search(r'\bname="([^"]*)"', tag), re.search(r'\b\w+:id="([^"]*)"', tag)
        target = targets.get(relation[1], "") if relation else ""
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if name and part in names:
            found[_unescaped(name[1])] = part
    return found


def _relations(xml: str) -> list[tuple[str, str]]:
    tags = re.findall(r"<(?:\w+:)?Relationship\b[^>]*>", xml)
    pairs = [(re.search(r'\bId="([^"]*)"', tag), re.search(r'\bTarget="([^"]*)"', tag)) for tag in tags]
    return [(found[1], target[1]) for found, target in pairs if found and target]


def _unescaped(name: str) -> str:
    return unescape(name, {"&quot;": '"', "&apos;": "'"})
