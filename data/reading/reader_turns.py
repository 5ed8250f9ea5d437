"""One reader's process at a time, however many people bring files; it stays for the next ones for a while."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from data.reading.watched import Reader, ReaderProcess, ReadJob

STAYS_BELOW = 400_000_000
"""Bytes of memory up to which a process is kept for the next files."""

STAYS_FOR = 300.0
"""Seconds for which it is kept."""

_one_at_a_time = threading.Lock()
_resting: list[ReaderProcess] = []
"""The process that waits for work, if there is one."""

_resting_lock = threading.Lock()


@contextmanager
def reading(
    reader: Reader, folder: Path, first: int, sizes: Sequence[int], request: dict[str, Any]
) -> Iterator[ReadJob]:
    """A process reading the folders `first`, `first + 1`, … in its turn; the next turn begins with its last file read.

    `request` holds passwords, headings and limits.
    """
    _one_at_a_time.acquire()
    try:
        kept = _kept(reader)
        process = kept or ReaderProcess(reader, _free, _go_home, STAYS_FOR)
    except BaseException:
        _one_at_a_time.release()
        raise
    job = ReadJob(folder, first, sizes, after_others=kept is not None)
    try:
        process.begin(job, request)
        yield job
    finally:
        process.abandon(job)


def _kept(reader: Reader) -> ReaderProcess | None:
    """The process that waits for work, if it lives and is one of that reader; another one ends."""
    with _resting_lock:
        waiting = _resting.copy()
        _resting.clear()
    for process in waiting:
        if process.reader == reader and process.held() is not None:
            return process
        process.end()
    return None


def _free(process: ReaderProcess | None) -> None:
    """The next turn may begin; the process is kept for it unless it holds much."""
    if process:
        held = process.held()
        if held is not None and held < STAYS_BELOW:
            with _resting_lock:
                _resting.append(process)
        else:
            process.end()
    _one_at_a_time.release()


def _go_home(process: ReaderProcess) -> None:
    with _resting_lock:
        if process not in _resting:
            return
        _resting.remove(process)
    process.end()
