"""Files to sheets of text cells with their row numbers, read in a child process with limits."""

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

SECONDS = 120
"""How long the reading of one file may take."""

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `within` is its file in an archive; `cells` has `row`, its number in the sheet, and texts `c0`, …"""

    within: str
    name: str
    hidden: bool
    odd_bytes: bool
    cells: pa.Table


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file held; `refused` is the code of the problem where it could not be read at all."""

    sheets: tuple[Sheet, ...] = ()
    refused: str | None = None


def opened(paths: Sequence[Path]) -> Iterator[Opened]:
    """What each file holds, in order; the next ones are read while the caller works on one.

    One child process reads them all. If it dies or takes too long over a file, that file is refused
    and another child reads the rest.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        folder, at = Path(made), 0
        for number, path in enumerate(paths):
            (folder / str(number)).mkdir()
            _linked(path, folder / str(number) / "file")
        while at < len(paths):
            with _child(folder, range(at, len(paths))) as (child, lines):
                while at < len(paths):
                    code = _awaited(child, lines, at)
                    at += 1
                    yield Opened(refused=code) if code else _handed_over(folder / str(at - 1))
                    if code:
                        break


def _linked(path: Path, link: Path) -> None:
    try:
        link.symlink_to(path.resolve())
    except OSError:  # Windows lets only administrators make links
        link.write_bytes(path.read_bytes())


@contextmanager
def _child(folder: Path, numbers: range) -> "Iterator[tuple[subprocess.Popen[str], queue.Queue[str | None]]]":
    """A reader at work on the numbered folders; each line is a number that is done, None its end."""
    command = [sys.executable, "-m", "data.reading", str(folder), str(numbers.start), str(numbers.stop)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    lines: queue.Queue[str | None] = queue.Queue()
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as child:
        threading.Thread(target=_listen, args=(child, lines), daemon=True).start()
        try:
            yield child, lines
        finally:
            child.kill()


def _listen(child: "subprocess.Popen[str]", lines: "queue.Queue[str | None]") -> None:
    assert child.stdout
    for line in child.stdout:
        lines.put(line.strip())
    lines.put(None)


def _awaited(child: "subprocess.Popen[str]", lines: "queue.Queue[str | None]", number: int) -> str | None:
    """Wait until a file is read; the code of the problem if its reader dies or takes too long."""
    try:
        said = lines.get(timeout=SECONDS)
    except queue.Empty:
        return "too_slow"
    if said == str(number):
        return None
    # A reader that the system stopped asked for too much memory; one that ended by itself stumbled over the content.
    return "too_heavy" if child.wait() < 0 else "unreadable_file"


def _handed_over(folder: Path) -> Opened:
    said = json.loads((folder / "sheets.json").read_text(encoding="utf-8"))
    if "refused" in said:
        return Opened(refused=said["refused"])
    return Opened(tuple(_sheet(folder, **listed) for listed in said["sheets"]))


def _sheet(folder: Path, arrow: str, within: str, name: str, hidden: bool, odd_bytes: bool) -> Sheet:
    with pa.memory_map(str(folder / arrow)) as source:
        return Sheet(within, name, hidden, odd_bytes, pa.ipc.open_file(source).read_all())
