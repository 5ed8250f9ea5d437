"""Encrypted workbooks, opened with the passwords that were given."""

from collections.abc import Sequence
from pathlib import Path

import msoffcrypto
from msoffcrypto import exceptions

from data.reading.exchange import Refused

BUILT_IN = "VelvetSweatshop"
"""The password under which Excel encrypts workbooks that are merely protected; it opens them without asking."""


def is_locked(path: Path) -> bool:
    """Whether an OLE file is a workbook with a password."""
    with path.open("rb") as file:
        try:
            return bool(msoffcrypto.OfficeFile(file).is_encrypted())
        except (exceptions.FileFormatError, exceptions.ParseError):
            return False


def unlocked(path: Path, passwords: Sequence[str]) -> Path:
    """The decrypted copy of an encrypted workbook, beside it; raises Refused."""
    for password in (BUILT_IN, *passwords):
        with path.open("rb") as file:
            try:
                return _decrypted(file, password, path.with_name(f"{path.name}-unlocked"))
            except exceptions.InvalidKeyError:
                continue
            except (exceptions.DecryptionError, exceptions.FileFormatError, exceptions.ParseError) as error:
                raise Refused("unreadable_file") from error
    raise Refused("wrong_password" if passwords else "password")


def _decrypted(file: object, password: str, target: Path) -> Path:
    office = msoffcrypto.OfficeFile(file)
    if office.format == "ooxml":
        office.load_key(password=password, verify_password=True)
    else:
        office.load_key(password=password)
    with target.open("wb") as plain:
        office.decrypt(plain)
    return target
