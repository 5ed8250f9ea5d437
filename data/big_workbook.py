"""Big workbooks, by fastexcel, all cells as text; what it cannot tell is read off the sheets' XML meanwhile."""

import re
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import unescape

import fastexcel
import pyarrow as pa

from data.cells import NONE, numbered
from data.small_workbook import Unreadable, number_text

CHUNK = 4 << 20
OVERLAP = 1 << 10
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
    except fastexcel.FastExcelError as error:
        raise Unreadable(str(error)) from error
    parts = _parts(path)
    found = []
    with ThreadPoolExecutor(1) as beside:
        for name in reader.sheet_names:
            scan = beside.submit(_scan, path, parts[name]) if name in parts else None
            try:
                sheet = reader.load_sheet(name, header_row=None, dtypes="string")
            except fastexcel.FastExcelError as error:
                raise Unreadable(str(error)) from error
            found.append((name, sheet.visible != "visible", _cells(sheet, scan.result() if scan else Scan())))
    return found


def _cells(sheet: fastexcel.ExcelSheet, scan: Scan) -> pa.Table:
    if not sheet.height:
        return NONE
    cells = numbered(pa.table(sheet.to_arrow()), scan.first_row)
    for rounded in scan.rounded.values():
        cells = _marked(cells, rounded, scan.first_row)
    return cells


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
