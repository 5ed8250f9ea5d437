"""Encrypted workbooks and archives, whose bytes are the same every time."""

import io
import struct
import zlib
from datetime import datetime
from unittest.mock import patch

from msoffcrypto.format.ooxml import OOXMLFile
from msoffcrypto.method import ecma376_agile
from msoffcrypto.method.container import ecma376_encrypted

ENCRYPTED, HEAD, LISTED, END = 1, b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


class _Stopped(datetime):
    """A clock that shows one moment for ever."""

    @classmethod
    def now(cls, tz: object = None) -> "_Stopped":
        """That moment."""
        return cls(2026, 6, 12, 9)


def locked(workbook: bytes, password: str) -> bytes:
    """A workbook encrypted as Excel does, with salts that are not random."""
    made = io.BytesIO()
    with (
        patch.object(ecma376_agile, "_random_buffer", lambda size: bytes(range(size))),
        patch.object(ecma376_encrypted, "datetime", _Stopped),
    ):
        OOXMLFile(io.BytesIO(workbook)).encrypt(password, made)
    return made.getvalue()


def locked_archive(name: str, content: bytes, password: str) -> bytes:
    """A zip of one file, encrypted as archivers have done since 1993 (APPNOTE 6.1)."""
    check = zlib.crc32(content)
    body = _scrambled(bytes(11) + bytes([check >> 24]) + content, password.encode())
    text = struct.pack("<HHHHHIII", 20, ENCRYPTED, 0, 0, 0x21, check, len(body), len(content))
    named = name.encode("ascii")
    member = HEAD + text + struct.pack("<HH", len(named), 0) + named + body
    listed = LISTED + struct.pack("<H", 20) + text + struct.pack("<HHHHHII", len(named), 0, 0, 0, 0, 0, 0) + named
    return member + listed + END + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(listed), len(member), 0)


def _scrambled(plain: bytes, password: bytes) -> bytes:
    keys = [0x12345678, 0x23456789, 0x34567890]
    for byte in password:
        _turn(keys, byte)
    made = bytearray()
    for byte in plain:
        mask = keys[2] & 0xFFFF | 2
        made.append(byte ^ (mask * (mask ^ 1) >> 8 & 0xFF))
        _turn(keys, byte)
    return bytes(made)


def _turn(keys: list[int], byte: int) -> None:
    keys[0] = _crc(keys[0], byte)
    keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
    keys[2] = _crc(keys[2], keys[1] >> 24)


def _crc(key: int, byte: int) -> int:
    """One step of the checksum, without the inversions that zlib adds."""
    return zlib.crc32(bytes([byte]), key ^ 0xFFFFFFFF) ^ 0xFFFFFFFF
