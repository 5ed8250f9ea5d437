"""The original files: kept under var/uploads, listed, and deleted after the days set."""

import hashlib
import io
import logging
import math
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from data.reading.upload import Upload
from data.records.settings import KEEP_UPLOADS, setting
from data.store import clock
from data.store.warehouse import Warehouse

FOLDER = "uploads"
LOG = logging.getLogger(__name__)
CHUNK = 1 << 20
"""Bytes that are written and digested at a time: bigger ones no longer lie in the processor's cache."""

DIGITS = 16
"""Digits of its digest that a kept file's name begins with."""

LONGEST_NAME = 180
"""Bytes of a name that are kept: systems allow 255."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept original: its name, size in bytes, its batch, and when it was deleted, if it was."""

    file: str
    size: int
    batch: str
    deleted_at: datetime | None


def receive(var: Path, name: str, content: bytes) -> Upload:
    """Keep the bytes of a dropped file; the same bytes under the same name are kept once."""
    return _kept(var, name, io.BytesIO(content))


def receive_file(var: Path, path: Path) -> Upload:
    """Keep a copy of a file that lies on this machine, whatever its size."""
    with path.open("rb") as content:
        return _kept(var, path.name, content)


def _kept(var: Path, name: str, content: BinaryIO) -> Upload:
    folder = var / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", Path(name).name).encode()[-LONGEST_NAME:].decode(errors="ignore")
    fresh = folder / f"{uuid4().hex}.part"
    try:
        with fresh.open("xb") as copy:
            digest = _copied(content, copy)
        path = folder / f"{digest}-{plain}"
        if path.exists() and _digested(path) == digest:
            # Its days begin anew.
            path.touch()
        else:  # what was kept may have been damaged since: what is read is what was dropped
            fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return Upload(name, path)


def _copied(content: BinaryIO, copy: BinaryIO) -> str:
    """Write a copy and digest what is written meanwhile; the first digits of the digest."""
    digest = hashlib.sha256()
    with ThreadPoolExecutor(1) as pool:
        while chunk := content.read(CHUNK):
            written = pool.submit(copy.write, chunk)
            digest.update(chunk)
            written.result()
    return digest.hexdigest()[:DIGITS]


def _digested(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()[:DIGITS]


def kept(warehouse: Warehouse) -> list[Kept]:
    """The originals of every import, newest first."""
    rows = warehouse.rows(
        "SELECT u.file, u.bytes, b.name, u.deleted_at FROM uploads AS u JOIN batches AS b USING (batch)"
        " ORDER BY u.stored_at DESC, u.file"
    )
    return [Kept(*row) for row in rows]


def forget_old(warehouse: Warehouse, var: Path, now: datetime) -> int:
    """Delete the originals older than the days set, abandoned ones too; how many files went.

    One that another program holds open stays until the next time.
    """
    oldest = clock.instant(now - timedelta(days=int(setting(warehouse, KEEP_UPLOADS.name))), warehouse).timestamp()
    folder = var / FOLDER
    old = [path for path in folder.glob("*") if _kept_since(path) < oldest] if folder.exists() else []
    names = [path.name for path in old if _deleted(path)]
    if names:
        with warehouse.writing() as run:
            run.execute(
                "UPDATE uploads SET deleted_at = ? WHERE deleted_at IS NULL AND path IN (SELECT unnest(?))",
                [now, names],
            )
    return len(names)


def _kept_since(path: Path) -> float:
    """Since when a file lies there, as epoch; one that has just gone is as good as new."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return math.inf


def _deleted(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        LOG.warning("%s could not be deleted", path, exc_info=True)
        return False
    return True
