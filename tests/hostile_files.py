"""Files made to break readers, and the parts of workbooks that no library would write."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = f"""<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>"""
BOOK = f"""<workbook {NAMESPACE} xmlns:r="{RELATIONS}"><sheets>
<sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>"""
LINKS = f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="r2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""
ROOT = f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
SHEET = "xl/worksheets/sheet1.xml"


def workbook(path: Path, rows: str, shared: str = "", **others: bytes) -> Path:
    """A workbook of one sheet out of raw XML; `others` are further parts by name."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT,
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": LINKS,
        "xl/sharedStrings.xml": f"<sst {NAMESPACE}>{shared}</sst>",
        SHEET: rows
        if rows.startswith("<?xml")
        else f"<worksheet {NAMESPACE}><sheetData>{rows}</sheetData></worksheet>",
        **others,
    }
    return archive(path, parts)


def archive(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A zip archive of files by name."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return path


def inflating(path: Path, name: str, begin: bytes, gigabytes: int, says: int | None = None) -> Path:
    """A zip whose one big member unpacks to gigabytes; its directory `says` another size where one is given."""
    block = zlib.compressobj(9, wbits=-15)
    million = block.compress(b"a" * 1_000_000) + block.flush(zlib.Z_FULL_FLUSH)
    first = zlib.compressobj(9, wbits=-15)
    last = zlib.compressobj(9, wbits=-15)
    stream = first.compress(begin) + first.flush(zlib.Z_FULL_FLUSH) + million * (gigabytes * 1000) + last.flush()
    size = min(len(begin) + gigabytes * 10**9 if says is None else says, 2**32 - 2)
    raw = name.encode()
    sizes = struct.pack("<IIIHH", 0, len(stream), size, len(raw), 0)
    local = b"PK\3\4" + struct.pack("<HHHHH", 20, 0, 8, 0, 0x21) + sizes + raw + stream
    with zipfile.ZipFile(path) as made:
        others = [(one, made.read(one)) for one in made.namelist() if one != name]
    _with_raw(path, others, local, raw, sizes)
    return path


def _with_raw(path: Path, others: list[tuple[str, bytes]], local: bytes, name: bytes, sizes: bytes) -> None:
    """Write the members as they are and behind them the raw one, then a directory of all."""
    body, directory = b"", b""
    for other, content in others:
        key = other.encode()
        told = struct.pack("<IIIHH", zlib.crc32(content), len(content), len(content), len(key), 0)
        directory += _entry(0, told, len(body), key)
        body += b"PK\3\4" + struct.pack("<HHHHH", 20, 0, 0, 0, 0x21) + told + key + content
    directory += _entry(8, sizes, len(body), name)
    body += local
    count = len(others) + 1
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(body), 0)
    path.write_bytes(body + directory + end)


def _entry(method: int, sizes: bytes, at: int, name: bytes) -> bytes:
    head = b"PK\1\2" + struct.pack("<HHHHHH", 20, 20, 0, method, 0, 0x21)
    return head + sizes + struct.pack("<HHHII", 0, 0, 0, 0, at) + name
