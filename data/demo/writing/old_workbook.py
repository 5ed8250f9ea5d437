"""A plain .xls of texts (BIFF8 in an OLE2 container, [MS-XLS] and [MS-CFB]), as old back offices write it."""

from collections.abc import Sequence
from pathlib import Path
from struct import pack

SECTOR = 512
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SMALLEST = 4096
"""A stream of fewer bytes would have to be kept in a container of its own."""


def write_old_workbook(path: Path, sheet: str, rows: Sequence[Sequence[str]]) -> Path:
    """Write one sheet; an empty text leaves its cell empty. Returns the path."""
    stream = _globals(sheet, page_at=len(_globals(sheet, 0))) + _page(rows)
    path.write_bytes(_contained(stream.ljust(_SMALLEST, b"\0")))
    return path


def _record(kind: int, content: bytes = b"") -> bytes:
    return pack("<HH", kind, len(content)) + content


def _globals(sheet: str, page_at: int) -> bytes:
    font = pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + pack("<BB", 5, 0) + b"Arial"
    styles = [_record(0xE0, pack("<HHHBBBBIIH", 0, 0, 0xFFF5, 0x20, 0, 0, 0, 0, 0, 0x20C0))] * 15
    return b"".join(
        (
            _record(0x809, pack("<HHHHII", 0x600, 5, 0xDBB, 0x7CC, 0, 6)),
            _record(0x42, pack("<H", 1200)),
            _record(0x3D, pack("<9H", 480, 90, 16335, 10830, 56, 0, 0, 1, 600)),
            *[_record(0x31, font)] * 4,
            *styles,
            _record(0xE0, pack("<HHHBBBBIIH", 0, 0, 1, 0x20, 0, 0, 0, 0, 0, 0x20C0)),
            _record(0x293, pack("<HBB", 0x8000, 0, 0xFF)),
            _record(0x85, pack("<IBBBB", page_at, 0, 0, len(sheet), 1) + sheet.encode("utf-16-le")),
            _record(0x0A),
        )
    )


def _page(rows: Sequence[Sequence[str]]) -> bytes:
    cells = [
        _record(0x204, pack("<HHHHB", row, column, 15, len(text), 1) + text.encode("utf-16-le"))
        for row, line in enumerate(rows)
        for column, text in enumerate(line)
        if text
    ]
    return b"".join(
        (
            _record(0x809, pack("<HHHHII", 0x600, 0x10, 0xDBB, 0x7CC, 0, 6)),
            _record(0x200, pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0)),
            *cells,
            _record(0x23E, pack("<HHHIHHI", 0x6B6, 0, 0, 0x40, 0, 0, 0)),
            _record(0x0A),
        )
    )


def _contained(stream: bytes) -> bytes:
    """The stream `Workbook` in a container: header, allocation table, directory, and the stream's sectors."""
    sectors = -(-len(stream) // SECTOR)
    tables = 1
    while tables + 1 + sectors > tables * SECTOR // 4:
        tables += 1
    chain = [_TABLE] * tables + [_END] + [*range(tables + 2, tables + 1 + sectors), _END]
    chain += [_FREE] * (tables * SECTOR // 4 - len(chain))
    places = [*range(tables)] + [_FREE] * (109 - tables)
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += pack("<9I", 0, tables, tables, 0, _SMALLEST, _END, 0, _END, 0) + pack("<109I", *places)
    directory = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, tables + 1, len(stream))
    directory += _entry("", 0, _FREE, 0, 0) * 2
    return header + pack(f"<{len(chain)}I", *chain) + directory + stream.ljust(sectors * SECTOR, b"\0")


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    spelled = name.encode("utf-16-le")
    length = len(spelled) + 2 if name else 0
    return spelled.ljust(64, b"\0") + pack(
        "<HBBIII16sIQQIQ", length, kind, 1, _FREE, _FREE, child, b"", 0, 0, 0, start, size
    )
