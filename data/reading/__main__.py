"""Bytes of a file to sheets of text cells, as Arrow files beside a list of them.

Run as `python -m data.reading`; jobs come as lines of JSON on its standard input: the numbered files of a folder, with
passwords, known headings and limits. A file made to break readers ends this process, not the board.
"""

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pyarrow as pa

from data.reading.cells import groups
from data.reading.containers import sheets_of
from data.reading.exchange import ReadRequest, Refused, SheetContent
from data.reading.limits import ADDRESSES, Limits
from data.reading.quick_start import without_pandas

Sheets = Callable[[Path, ReadRequest], Sequence[SheetContent]]


def _limit_memory(size: int, limits: Limits) -> None:
    """A second fence where the system has one: no single request for memory gets past it unseen."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = limits.memory_of(size) + ADDRESSES
    if hard == resource.RLIM_INFINITY and (soft == resource.RLIM_INFINITY or soft < most):
        with suppress(ValueError):  # macOS has the limit, and takes no value for it
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _hand_over(found: Sequence[SheetContent], folder: Path) -> None:
    listed = []
    for number, sheet in enumerate(found):
        name = f"{number}.arrow"
        with pa.OSFile(str(folder / name), "wb") as sink, pa.ipc.new_file(sink, sheet.cells.schema) as writer:
            for rows in groups(sheet.cells):
                writer.write_table(rows)
        listed.append({**dict(sheet.metadata()), "arrow": name})
    (folder / "sheets.json").write_text(json.dumps({"sheets": listed}), encoding="utf-8")


def read(folder: Path, request: ReadRequest, sheets: Sheets = sheets_of) -> None:
    """Read the file in a folder into it: Arrow files and `sheets.json`, or `sheets.json` with why it is refused."""
    try:
        _limit_memory((folder / "file").stat().st_size, request.limits)
        _hand_over(sheets(folder / "file", request), folder)
    except Refused as refusal:
        (folder / "sheets.json").write_text(json.dumps({"refused": refusal.code}), encoding="utf-8")
    except MemoryError:
        (folder / "sheets.json").write_text(json.dumps({"refused": "too_heavy"}), encoding="utf-8")


def main(sheets: Sheets = sheets_of) -> None:
    """Read the files of each job, saying each number as it is done."""
    without_pandas()
    for line in sys.stdin.buffer:
        job = json.loads(line)
        request = ReadRequest(tuple(job["passwords"]), frozenset(job["headings"]), Limits(**job["limits"]))
        for number in range(job["first"], job["stop"]):
            read(Path(job["folder"]) / str(number), request, sheets)
            print(number, flush=True)
        pa.default_memory_pool().release_unused()


if __name__ == "__main__":
    main()
