"""Binary workbooks (xlsb), whose parts are records in place of XML."""

import struct

from tests.spreadsheets.packed import archive
from tests.spreadsheets.workbooks import HEAD, LINKS, PACKAGE, Rows, cells_of

TYPE = "application/vnd.ms-excel"
ROW, TEXT, SHEET, SHEET_END, BOOK, BOOK_END = 0, 6, 129, 130, 131, 132
SHEETS, SHEETS_END, DATA, DATA_END, SIZE, LISTED = 143, 144, 145, 146, 148, 156


def xlsb(rows: Rows, sheet: str = "Sheet1") -> bytes:
    """A binary workbook of texts."""
    return archive(
        {
            "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.bin" ContentType="{TYPE}.sheet.binary.macroEnabled.main"/>'
            f'<Override PartName="/xl/worksheets/sheet1.bin" ContentType="{TYPE}.worksheet"/></Types>',
            "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
            "xl/workbook.bin": _record(BOOK)
            + _record(SHEETS)
            + _record(LISTED, struct.pack("<II", 0, 1) + _wide("rId1") + _wide(sheet))
            + _record(SHEETS_END)
            + _record(BOOK_END),
            "xl/_rels/workbook.bin.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{LINKS}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>',
            "xl/worksheets/sheet1.bin": _sheet(rows),
        }
    )


def _sheet(rows: Rows) -> bytes:
    lines = [cells_of(row) for row in rows]
    size = struct.pack("<IIII", 0, len(lines) - 1, 0, max(map(len, lines)) - 1)
    data = b"".join(_row(at, cells) for at, cells in enumerate(lines))
    return _record(SHEET) + _record(SIZE, size) + _record(DATA) + data + _record(DATA_END) + _record(SHEET_END)


def _row(at: int, cells: "list[object] | tuple[object, ...] | object") -> bytes:
    assert isinstance(cells, list | tuple)
    head = _record(ROW, struct.pack("<IIHHBI", at, 0, 300, 0, 0, 0))
    return head + b"".join(
        _record(TEXT, struct.pack("<II", column, 0) + _wide(str(cell))) for column, cell in enumerate(cells)
    )


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _record(kind: int, content: bytes = b"") -> bytes:
    """A record: its kind in one byte or two, its length in as many as it needs, seven bits each."""
    number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, rest = b"", len(content)
    while True:
        size += bytes([rest & 0x7F | (0x80 if rest > 127 else 0)])
        rest >>= 7
        if not rest:
            return number + size + content
