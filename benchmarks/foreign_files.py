"""Reads every spreadsheet under a folder as the board would and prints what became of each kind.

Run as `python -m benchmarks.foreign_files FOLDER`. Anything but a sentence is a fault: the file is named.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.checking.tables import tables_of
from data.reading.upload import Upload
from data.reading.workbook import OpenedFile, opened
from data.recognition.context import Given
from data.sources import HEADINGS
from data.store.board import in_memory
from data.store.warehouse import Warehouse

ENDINGS = {
    ".xls", ".xlsx", ".xlsm", ".xltx", ".xltm", ".xlt", ".xlsb", ".xlw", ".ods", ".ots", ".fods", ".sxc",
    ".csv", ".tsv", ".tab", ".zip", ".html", ".xml", ".gnumeric", ".xlr", ".et",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadOutcome:
    """What became of one file: "read", "recognised", the code it was refused with, or the fault; and the seconds."""

    path: Path
    what: str
    seconds: float

    @property
    def fault(self) -> bool:
        """Whether it did not end in a sentence."""
        return self.what.startswith("FAULT")


def outcomes(folder: Path) -> Iterator[ReadOutcome]:
    """What becomes of each spreadsheet under a folder."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file())
    with in_memory() as warehouse:
        begun = time.perf_counter()
        for path, found in zip(paths, opened(paths, headings=HEADINGS), strict=True):
            yield ReadOutcome(path, _outcome(warehouse, path, found), time.perf_counter() - begun)
            begun = time.perf_counter()


def _outcome(warehouse: Warehouse, path: Path, found: OpenedFile) -> str:
    try:
        tables = tables_of(warehouse, Upload(path.name, path), found, Given())
        sentences = {problem.problem.code: problem.message for table in tables for problem in table.problems}
    except Exception as fault:
        return f"FAULT {fault!r:.120}"
    if any(table.source for table in tables):
        return "recognised"
    return "read" if not sentences or "not_recognised" in sentences else "/".join(sorted(sentences))


def main(folder: str) -> None:
    """Print a line for each kind and outcome, then the slow files and the faults."""
    found = list(outcomes(Path(folder)))
    counts = Counter((one.path.suffix.lower(), one.what) for one in found)
    for (kind, what), count in sorted(counts.items()):
        print(f"{kind:10} {count:5}  {what}")
    print(f"{len(found)} files in {sum(one.seconds for one in found):.0f} s")
    for one in sorted(found, key=lambda one: -one.seconds)[:10]:
        print(f"{one.seconds:6.1f} s  {one.what:16} {one.path}")
    for one in found:
        if one.fault:
            print(one.what, one.path)
    sys.exit(any(one.fault for one in found))


if __name__ == "__main__":
    main(*sys.argv[1:])
