"""A reader that does what a file tells it to: end, sleep, work without end or take memory; others it reads as usual.

It stands in for readers of workbooks that some files end. Run like `python -m data.reading`.
"""

import os
import signal
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from data.reading.__main__ import main
from data.reading.containers import sheets_of
from data.reading.exchange import ReadRequest, SheetContent

MOST_HELD = 1 << 30
"""Bytes at which it would stop by itself, if nobody ended it before."""


def _is_ended() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def _ends() -> None:
    os._exit(3)


def _sleeps() -> None:
    time.sleep(120)


def _works() -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        pass


def _takes_memory() -> None:
    held: list[bytes] = []
    while len(held) << 24 < MOST_HELD:
        held.append(b"x" * (1 << 24))
        time.sleep(0.02)


def _asks_for_much() -> None:
    # The system gives no memory to bytes that nobody touches, so this costs nothing where there is no limit.
    bytearray(1 << 40)


DOES: dict[str, Callable[[], None]] = {
    "is ended": _is_ended,
    "ends": _ends,
    "sleeps": _sleeps,
    "works": _works,
    "takes memory": _takes_memory,
    "asks for much": _asks_for_much,
}


def sheets(path: Path, queried: ReadRequest) -> Sequence[SheetContent]:
    """Do what the file says, if that is all it says; then read it."""
    with path.open("rb") as file:
        word = file.read(40).decode("utf-8", errors="replace")
    if word in DOES:
        DOES[word]()
    return sheets_of(path, queried)


if __name__ == "__main__":
    main(sheets)
