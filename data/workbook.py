"""Bytes to sheets of text cells with their row numbers, read in a child process with limits."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

SECONDS = 120


class Refused(Exception):
    """A file that cannot be read at all; `code` names the problem that says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `within` is the file inside an archive; `cells` has `row` (number in the sheet) and `c0`, `c1`, … texts."""

    within: str
    name: str
    hidden: bool
    odd_bytes: bool
    cells: pa.Table


@contextmanager
def sheets(path: Path) -> Iterator[list[Sheet]]:
    """The sheets of a file, while the context lasts; raises Refused."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        folder = Path(made)
        _read_into(path, folder)
        said = json.loads((folder / "sheets.json").read_text(encoding="utf-8"))
        if "refused" in said:
            raise Refused(said["refused"])
        yield [_sheet(folder, **listed) for listed in said["sheets"]]


def _read_into(path: Path, folder: Path) -> None:
    copy = folder / "file"
    try:
        copy.symlink_to(path.resolve())
    except OSError:  # Windows allows links to administrators only
        copy = path.resolve()
    root = str(Path(__file__).parent.parent)
    command = [sys.executable, "-m", "data.reading", str(copy), str(folder)]
    try:
        child = subprocess.run(
            command, cwd=root, env={**os.environ, "PYTHONPATH": root}, timeout=SECONDS, capture_output=True, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Refused("too_slow") from error
    if not (folder / "sheets.json").exists():
        raise Refused("too_heavy" if child.returncode < 0 or b"Memory" in child.stderr else "unreadable_file")


def _sheet(folder: Path, arrow: str, within: str, name: str, hidden: bool, odd_bytes: bool) -> Sheet:
    with pa.memory_map(str(folder / arrow)) as source:
        return Sheet(within, name, hidden, odd_bytes, pa.ipc.open_file(source).read_all())
