"""The files of a zip archive, whatever its names are written in and whether it has a password."""

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from data.reading.exchange import Refused
from data.reading.leftovers import is_leftover

ENCRYPTED = 0x1
UTF_8_NAME = 0x800
AES = 99
"""The method that WinRAR and 7-Zip give to members they encrypt with AES."""

DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError)


def files_in(path: Path, members: Sequence[zipfile.ZipInfo], passwords: Sequence[str]) -> Iterator[tuple[str, Path]]:
    """Each file's name and where it was unpacked to, beside the archive; raises Refused."""
    with zipfile.ZipFile(path) as archive:
        for number, member in enumerate(members):
            name = _plain_name(member)
            if member.is_dir() or is_leftover(name):
                continue
            target = path.parent / f"{path.name}-{number}"
            target.write_bytes(_content(archive, member, passwords))
            yield name, target


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, passwords: Sequence[str]) -> bytes:
    if member.compress_type == AES:
        raise Refused("locked_archive")
    if not member.flag_bits & ENCRYPTED:
        try:
            return archive.read(member)
        except (*DAMAGED, NotImplementedError) as error:
            raise Refused("unreadable_file") from error
    if not passwords:
        raise Refused("password")
    # Chinese Windows writes a Chinese password in GBK. A wrong one passes zip's own check one time in 256.
    for key in dict.fromkeys(word.encode(code) for word in passwords for code in ("utf-8", "gb18030")):
        try:
            return archive.read(member, pwd=key)
        except (*DAMAGED, RuntimeError):
            continue
    raise Refused("wrong_password")


def _plain_name(member: zipfile.ZipInfo) -> str:
    # Archives made by Chinese Windows hold GBK names without the UTF-8 flag; zipfile reads those as cp437.
    if member.flag_bits & UTF_8_NAME:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return member.filename
