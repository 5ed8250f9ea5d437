"""Bytes of a file to sheets of text cells, as Arrow files beside a list of them.

Run as `python -m data.reading FOLDER FIRST STOP`. A file made to break readers ends this process, not the board.
"""

import json
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from data.reading import markup
from data.reading.quick_start import without_pandas
from data.reading.text_file import text_rows

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
MAX_UNPACKED = 3_000_000_000
MAX_MEMBERS = 200
MEMORY = 6 << 30


class Refused(Exception):
    """A file that cannot be read, with the code of the problem that says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Found:
    """One sheet: where it was, and the cells of its rows as text (column `row` is the row's number in the sheet)."""

    within: str
    name: str
    hidden: bool
    cells: pa.Table
    odd_bytes: bool = False


def sheets_of(path: Path, within: str = "") -> list[Found]:
    """The sheets of a file, by what its bytes say it is; raises Refused."""
    with path.open("rb") as file:
        head = file.read(4096)
    if not head.strip(b"\0 \r\n\t\xef\xbb\xbf"):
        raise Refused("empty_file")
    if head.startswith(ZIP):
        return _of_zip(path, within)
    if head.startswith(OLE):
        return _workbook(path, within, unpacked=path.stat().st_size)
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")):
        return _of_markup(path, within)
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("unreadable_file")
    cells, odd_bytes = text_rows(path.read_bytes())
    return [Found(within, "", hidden=False, cells=cells, odd_bytes=odd_bytes)]


def _of_markup(path: Path, within: str) -> list[Found]:
    try:
        return [Found(within, name, False, cells) for name, cells in markup.sheets(path.read_bytes())]
    except markup.NoTable as error:
        raise Refused("web_page") from error


def _of_zip(path: Path, within: str) -> list[Found]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile as error:
        raise Refused("unreadable_file") from error
    names = {member.filename for member in members}
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAX_UNPACKED:
        raise Refused("too_heavy")
    if "xl/workbook.bin" in names:
        raise Refused("binary_workbook")
    if "xl/workbook.xml" in names or "content.xml" in names:
        return _workbook(path, within, unpacked)
    if within or not names or len(names) > MAX_MEMBERS:
        raise Refused("unreadable_file")
    return [sheet for member in members if not member.is_dir() for sheet in _member(path, member)]


def _member(path: Path, member: zipfile.ZipInfo) -> list[Found]:
    name = _plain_name(member)
    if name.startswith(("__MACOSX/", ".")):
        return []
    target = path.parent / f"unpacked-{member.header_offset}"
    try:
        with zipfile.ZipFile(path) as archive:
            target.write_bytes(archive.read(member))
    except RuntimeError as error:
        raise Refused("password") from error
    except zipfile.BadZipFile as error:
        raise Refused("unreadable_file") from error
    return sheets_of(target, within=name)


def _plain_name(member: zipfile.ZipInfo) -> str:
    # Archives made by Chinese Windows hold GBK names without the UTF-8 flag; zipfile reads those as cp437.
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return member.filename


def _workbook(path: Path, within: str, unpacked: int) -> list[Found]:
    from data.reading import big_workbook, small_workbook

    try:
        reader = small_workbook if unpacked <= small_workbook.MOST else big_workbook
        found = reader.sheets(path)
    except small_workbook.Unreadable as error:
        raise Refused(_reason(path, str(error))) from error
    return [Found(within, name, hidden, cells) for name, hidden, cells in found]


def _reason(path: Path, said: str) -> str:
    if "password" in said.lower():
        return "password"
    with path.open("rb") as file:
        encrypted = "EncryptedPackage".encode("utf-16-le") in file.read()
    return "password" if encrypted else "unreadable_file"


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _hand_over(found: list[Found], folder: Path) -> None:
    listed = []
    for number, sheet in enumerate(found):
        name = f"{number}.arrow"
        with pa.OSFile(str(folder / name), "wb") as sink, pa.ipc.new_file(sink, sheet.cells.schema) as writer:
            writer.write_table(sheet.cells)
        listed.append({**_said_of(sheet), "arrow": name})
    (folder / "sheets.json").write_text(json.dumps({"sheets": listed}), encoding="utf-8")


def _said_of(sheet: Found) -> dict[str, object]:
    return {"within": sheet.within, "name": sheet.name, "hidden": sheet.hidden, "odd_bytes": sheet.odd_bytes}


def read(folder: Path) -> None:
    """Read the file in a folder into it: Arrow files and `sheets.json`, or `sheets.json` with why it is refused."""
    try:
        _hand_over(sheets_of(folder / "file"), folder)
    except Refused as refusal:
        (folder / "sheets.json").write_text(json.dumps({"refused": refusal.code}), encoding="utf-8")
    except MemoryError:
        (folder / "sheets.json").write_text(json.dumps({"refused": "too_heavy"}), encoding="utf-8")


def main(folder: str, first: str, stop: str) -> None:
    """Read the files in the numbered folders, saying each number as it is done."""
    without_pandas()
    _limit_memory()
    for number in range(int(first), int(stop)):
        read(Path(folder) / str(number))
        print(number, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
