"""What a file is, by its bytes and not by its name, and the sheets in it."""

import mmap
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from data.reading.exchange import Places, ReadRequest, Refused, SheetContent
from data.reading.leftovers import may_be_spreadsheet
from data.reading.limits import MOST_MEMBERS, MOST_SHEETS
from data.reading.texts import markup
from data.reading.texts.text_file import text_rows
from data.reading.workbooks.error_words import error_words
from data.reading.workbooks.open_document import tightened

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
MARKUP = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")
ERROR_WORD = re.compile(rb"#\0?[DNVR]")
"""How an error's word begins in any encoding; most files have none, and looking into every cell costs more."""

ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream of an OLE file that holds an encrypted xlsx."""


def sheets_of(path: Path, request: ReadRequest, within: str = "") -> list[SheetContent]:
    """The sheets of a file, `within` an archive or by itself; raises Refused."""
    with path.open("rb") as file:
        head = file.read(4096)
    if not head.strip(b"\0 \r\n\t\xef\xbb\xbf"):
        raise Refused("empty_file")
    if head.startswith(ZIP):
        found = _of_zip(path, request, inside=bool(within))
    elif head.startswith(OLE):
        found = _of_ole(path, request)
    elif head.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(MARKUP):
        found = _of_markup(path)
    elif b"\0" in head and not head.startswith(UTF_16):
        raise Refused("unreadable_file")
    else:
        found = [_of_text(path, request)]
    if len(found) > MOST_SHEETS:
        raise Refused("too_heavy")
    return [replace(sheet, within=within) for sheet in found] if within else found


def _of_text(path: Path, request: ReadRequest) -> SheetContent:
    with path.open("rb") as file:
        content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    cells, odd_bytes = text_rows(content, request.headings)
    hash_sign = content.find(b"#")  # ten times faster than the pattern
    errors = error_words(cells) if hash_sign >= 0 and ERROR_WORD.search(content, hash_sign) else Places()
    return SheetContent("", cells, odd_bytes=odd_bytes, errors=errors)


def _of_markup(path: Path) -> list[SheetContent]:
    try:
        return [
            SheetContent(name, cells, errors=error_words(cells)) for name, cells in markup.sheets(path.read_bytes())
        ]
    except markup.NoTable as error:
        raise Refused("web_page") from error


def _of_ole(path: Path, request: ReadRequest) -> list[SheetContent]:
    from data.reading.passwords import is_locked, unlocked

    if ENCRYPTED not in path.read_bytes():
        try:
            return _workbook(path, request, path.stat().st_size)
        except Refused:
            if not is_locked(path):
                raise
    opened = unlocked(path, request.passwords)
    return _of_zip(opened, request, inside=True) if zipfile.is_zipfile(opened) else _workbook(opened, request, 0)


def _of_zip(path: Path, request: ReadRequest, inside: bool) -> list[SheetContent]:
    """A workbook, or the files of an archive that is not itself `inside` one."""
    members = _members(path)
    names = {member.filename.replace("\\", "/").lower() for member in members}
    unpacked = sum(member.file_size for member in members)
    if unpacked > request.limits.unpacked:
        raise Refused("too_heavy")
    if "xl/workbook.bin" in names:
        raise Refused("binary_workbook")
    if "content.xml" in names:
        return _workbook(tightened(path), request, unpacked)
    if "[content_types].xml" in names or "xl/workbook.xml" in names:
        return _workbook(path, request, unpacked)
    if inside or len(names) > MOST_MEMBERS:
        raise Refused("archive")
    if not names:
        raise Refused("empty_file")
    return _of_archive(path, members, request)


def _members(path: Path) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Refused("unreadable_file") from error


def _of_archive(path: Path, members: Sequence[zipfile.ZipInfo], request: ReadRequest) -> list[SheetContent]:
    """The sheets of every spreadsheet in an archive; raises Refused where it holds none."""
    from data.reading.archive import files_in

    found: list[SheetContent] = []
    passed_over = 0
    for name, file in files_in(path, members, request.passwords):
        try:
            found += sheets_of(file, request, name)
        except Refused as refusal:
            # A picture or a document put in with the spreadsheets is passed over, as it is in a folder.
            if refusal.code != "unreadable_file" or may_be_spreadsheet(name):
                raise
            passed_over += 1
    if passed_over and not found:
        raise Refused("unreadable_file")
    return found


def _workbook(path: Path, request: ReadRequest, unpacked: int) -> list[SheetContent]:
    from data.reading.workbooks import big_workbook, small_workbook

    try:
        if unpacked <= small_workbook.MOST:
            return small_workbook.sheets(path, request.headings)
        return big_workbook.sheets(path, request.headings)
    except small_workbook.Locked as error:
        raise Refused("locked") from error
    except small_workbook.Unreadable as error:
        raise Refused("unreadable_file") from error
