"""What a workbook's readers do not tell, read off the XML of its sheets beside them: errors, formulas, first rows."""

import re
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import unescape

from data.reading.exchange import PLACES, Places

CHUNK = 4 << 20
OVERLAP = 16 << 10
"""Bytes looked at twice: a formula may hold 8,192 characters between a cell's tag and its end."""

DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, KeyError, ValueError, NotImplementedError,
    RuntimeError,
)  # fmt: skip
"""What a broken archive raises. The reader proper has the last word on it."""

FIRST_ROW = re.compile(rb'<(?:\w+:)?row [^>]*?\br="(\d+)"')
# A numeric cell of 2^53 and more: 16 digits or an exponent. A spreadsheet program has rounded such a number.
ROUNDED = re.compile(rb"<v>(\d{16,}(?:\.\d*)?|\d+(?:\.\d+)?[eE]\+?(?:1[5-9]|[2-9]\d))</v>")
TAG = re.compile(rb'<(?:\w+:)?c\b(?: r="(?P<column>[A-Z]+)(?P<row>\d+)")?(?P<rest>[^>]*)>')
ERROR = b' t="e"'
WITHOUT_VALUE = (b"</f></c>", b"</f><v></v></c>", b"</f><v/></c>", b"</f><v /></c>")


@dataclass
class Scan:
    """What a sheet's XML says: the row its first cells stand in, its rounded numbers by column and row, its errors
    and the formulas whose value was never stored."""

    first_row: int = 1
    rounded: dict[str, dict[int, float]] = field(default_factory=dict)
    errors: Places = field(default_factory=Places)
    uncached: Places = field(default_factory=Places)


def scan(path: Path, part: str | None, rounded: bool = True) -> Scan:
    """Look through a part of a workbook; as far as it can be unpacked."""
    seen, tail, first = Scan(), b"", True
    if not part:
        return seen
    try:
        with zipfile.ZipFile(path) as archive, archive.open(part) as sheet:
            while chunk := sheet.read(CHUNK):
                window = tail + chunk
                if first and (row := FIRST_ROW.search(window)):
                    seen.first_row, first = int(row[1]), False
                if rounded:
                    _note_rounded(seen, window)
                _note_errors(seen.errors, window, len(tail))
                for end in WITHOUT_VALUE:
                    _note_uncached(seen.uncached, window, end, len(tail))
                tail = window[-OVERLAP:]
    except DAMAGED:
        pass
    return seen


def _note_rounded(seen: Scan, window: bytes) -> None:
    for hit in ROUNDED.finditer(window):
        cell = _cell_before(window, hit.start())
        if cell and cell["column"] and (b' t="' not in cell["rest"] or b' t="n"' in cell["rest"]):
            seen.rounded.setdefault(cell["column"].decode(), {})[int(cell["row"])] = float(hit[1])


def _note_errors(errors: Places, window: bytes, looked_at: int) -> None:
    at = window.find(ERROR, max(0, looked_at - len(ERROR) + 1))
    while at >= 0:
        if len(errors.first) == PLACES:
            errors.count += window.count(ERROR, at)
            return
        cell = TAG.match(window, window.rfind(b"<", 0, at))
        if cell:
            errors.note(_address(cell))
        at = window.find(ERROR, at + 1)


def _note_uncached(uncached: Places, window: bytes, end: bytes, looked_at: int) -> None:
    at = window.find(end, max(0, looked_at - len(end) + 1))
    while at >= 0:
        cell = _cell_before(window, at)
        # A formula whose stored value is the empty text has been calculated.
        if cell and b't="str"' not in cell["rest"]:
            uncached.note(_address(cell))
        at = window.find(end, at + 1)


def _cell_before(window: bytes, at: int) -> re.Match[bytes] | None:
    start = window.rfind(b"<c ", max(0, at - OVERLAP), at)
    return TAG.match(window, start) if start >= 0 else None


def _address(cell: re.Match[bytes]) -> str | None:
    return f"{cell['column'].decode()}{cell['row'].decode()}" if cell["column"] else None


def parts(path: Path) -> dict[str, str]:
    """The XML part of each sheet by its name; empty for other formats than xlsx."""
    if not zipfile.is_zipfile(path):
        return {}
    try:
        with zipfile.ZipFile(path) as archive:
            targets = dict(_relations(archive.read("xl/_rels/workbook.xml.rels").decode()))
            listed = re.findall(r"<(?:\w+:)?sheet\b[^>]*>", archive.read("xl/workbook.xml").decode())
            names = set(archive.namelist())
    except DAMAGED:
        return {}
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
