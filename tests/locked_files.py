"""Files with a password, made as spreadsheet programs and archivers make them."""

import hashlib
import io
import struct
import zipfile
import zlib
from pathlib import Path

import xlwt
from msoffcrypto.format.ooxml import OOXMLFile
from msoffcrypto.method.rc4 import DocumentRC4
from xlwt.CompoundDoc import XlsDoc

SALT, VERIFIER = bytes(range(16)), bytes(range(16, 32))
FILE_PASS, BOUND_SHEET, BOF = 0x2F, 0x85, 0x809


def locked_xlsx(path: Path, password: str) -> Path:
    """The workbook encrypted as Excel does it."""
    encrypted = io.BytesIO()
    with path.open("rb") as plain:
        OOXMLFile(plain).encrypt(password, encrypted)
    path.write_bytes(encrypted.getvalue())
    return path


def locked_xls(path: Path, book: xlwt.Workbook, password: str) -> Path:
    """The old binary workbook encrypted with RC4: each record's content, but not its head."""
    opened = b""
    sealed: list[int] = []
    for number, body in _with_file_pass(book.get_biff_data(), password):
        plain = 4 + {BOF: len(body), FILE_PASS: len(body), BOUND_SHEET: 4}.get(number, 0)
        sealed += range(len(opened) + plain, len(opened) + 4 + len(body))
        opened += struct.pack("<HH", number, len(body)) + body
    stream = bytearray(opened)
    cipher = _rc4(password, opened)
    for at in sealed:
        stream[at] = cipher[at]
    rest = -len(stream) % 4  # what follows is filled up with empty records of four bytes
    XlsDoc().save(str(path), bytes(stream) + struct.pack("<HH", 0, rest) + bytes(rest))
    return path


def _with_file_pass(plain: bytes, password: str) -> list[tuple[int, bytes]]:
    sealed = _rc4(password, VERIFIER + hashlib.md5(VERIFIER).digest())
    file_pass = struct.pack("<HHH", 1, 1, 1) + SALT + sealed
    records = []
    at = 0
    while at < len(plain):
        number, size = struct.unpack_from("<HH", plain, at)
        body = plain[at + 4 : at + 4 + size]
        if number == BOUND_SHEET:  # says where the sheet begins
            body = struct.pack("<I", struct.unpack_from("<I", body)[0] + 4 + len(file_pass)) + body[4:]
        records.append((number, body))
        if at == 0:
            records.append((FILE_PASS, file_pass))
        at += 4 + size
    return records


def _rc4(password: str, content: bytes) -> bytes:
    made: bytes = DocumentRC4.decrypt(password, SALT, io.BytesIO(content), blocksize=1024).read()
    return made


def locked_zip(path: Path, name: str, content: bytes, password: bytes) -> Path:
    """An archive of one file under the password of the oldest kind, which all archivers know."""
    crc = zlib.crc32(content)
    keys = _Keys(password)
    sealed = bytes(map(keys.sealed, bytes(11) + bytes([crc >> 24]) + content))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, sealed)
    raw = bytearray(path.read_bytes())
    directory = raw.index(b"PK\1\2")
    for head, sizes in ((6, 14), (directory + 8, directory + 16)):
        raw[head] |= 1
        struct.pack_into("<III", raw, sizes, crc, len(sealed), len(content))
    path.write_bytes(raw)
    return path


class _Keys:
    """The cipher of zip: three numbers that every byte changes."""

    def __init__(self, password: bytes) -> None:
        self.numbers = [0x12345678, 0x23456789, 0x34567890]
        for byte in password:
            self._turn(byte)

    def _turn(self, byte: int) -> None:
        first, second, third = self.numbers
        first = zlib.crc32(bytes([byte]), first ^ 0xFFFFFFFF) ^ 0xFFFFFFFF
        second = (((second + (first & 0xFF)) & 0xFFFFFFFF) * 134775813 + 1) & 0xFFFFFFFF
        third = zlib.crc32(bytes([second >> 24]), third ^ 0xFFFFFFFF) ^ 0xFFFFFFFF
        self.numbers = [first, second, third]

    def sealed(self, byte: int) -> int:
        """The byte as it is written."""
        mixed = (self.numbers[2] | 2) & 0xFFFF
        self._turn(byte)
        return byte ^ (((mixed * (mixed ^ 1)) >> 8) & 0xFF)
