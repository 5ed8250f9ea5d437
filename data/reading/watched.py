"""A reader's process seen from the board: what it is told, what it has done, and its end where it takes too much."""

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from data.reading.limits import DEFAULT, Limits

ROOT = Path(__file__).parent.parent.parent
LOOKS_EVERY = 0.05
"""Seconds between two looks at the memory of a reader."""

WINDOWS_FAULTS = 0x8000_0000
"""Exit codes from here on are Windows' own: the process was aborted."""

_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class Reader:
    """The module that is run to read files, and what the reading of one may take."""

    module: str = "data.reading"
    limits: Limits = DEFAULT


class ReaderProcess:
    """A process that reads numbered files one after another; `sizes` are those of the files, in bytes."""

    def __init__(self, child: "subprocess.Popen[bytes]", sizes: Sequence[int], limits: Limits) -> None:
        self._child, self._sizes, self._limits = child, sizes, limits
        self._output: queue.Queue[int | None] = queue.Queue()
        self._ended_for: str | None = None
        self._done, self._since = 0, time.monotonic()
        self._looked_at, self._worked = 0, 0.0
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=self._watch, daemon=True).start()

    def outcome(self, number: int) -> str | None:
        """Wait until a file is read: None, or the code of the problem that ended its reader."""
        if self._output.get() == number:
            return None
        code = self._child.wait()
        if self._ended_for:
            return self._ended_for
        # A reader that the system stopped asked for too much memory; one that ended by itself stumbled over the file.
        return "too_heavy" if code < 0 or code >= WINDOWS_FAULTS else "unreadable_file"

    def _listen(self) -> None:
        assert self._child.stdout
        for line in self._child.stdout:
            self._done, self._since = self._done + 1, time.monotonic()
            self._output.put(int(line))
        self._output.put(None)

    def _watch(self) -> None:
        try:
            while self._child.poll() is None:
                if over := self._over():
                    self._ended_for = over
                    self._child.kill()
                with suppress(subprocess.TimeoutExpired):
                    self._child.wait(LOOKS_EVERY)
        finally:
            _one_at_a_time.release()

    def _over(self) -> str | None:
        """The code of the problem if the file being read takes more than it may."""
        begun, since = self._sizes[: self._done + 1], self._since
        try:
            held, worked = used(self._child.pid)
        except psutil.Error:  # it has just ended
            return None
        if held > max(
            map(self._limits.memory_of, begun)
        ):  # memory once held for an earlier file may not have been given back
            return "too_heavy"
        if self._looked_at < len(begun):
            self._looked_at, self._worked = len(begun), worked
        passed, limit = time.monotonic() - since, self._limits.seconds_of(begun[-1])
        busy = worked - self._worked > limit or passed > limit * self._limits.patience
        return "too_slow" if passed > limit and busy else None


def used(process: int, *, starts_another: bool = psutil.WINDOWS) -> tuple[int, float]:
    """The bytes of memory that a process holds, and the seconds that it has worked.

    In a virtual environment of Windows python.exe `starts_another`: the interpreter itself, as its child.
    """
    seen = psutil.Process(process)
    each = [seen, *seen.children()] if starts_another else [seen]
    times = [one.cpu_times() for one in each]
    return sum(one.memory_info().rss for one in each), sum(spent.user + spent.system for spent in times)


@contextmanager
def reading(reader: Reader, folder: Path, first: int, sizes: Sequence[int], payload: bytes) -> Iterator[ReaderProcess]:
    """A process reading the folders `first`, `first + 1`, …; one at a time, however many people bring files."""
    command = [sys.executable, "-m", reader.module, str(folder), str(first), str(first + len(sizes))]
    _one_at_a_time.acquire()
    try:
        child = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except BaseException:
        _one_at_a_time.release()
        raise
    with child:
        watched = ReaderProcess(child, sizes, reader.limits)
        try:
            _tell(child, payload)
            yield watched
        finally:
            child.kill()


def _tell(child: "subprocess.Popen[bytes]", payload: bytes) -> None:
    assert child.stdin
    with suppress(OSError), child.stdin as stdin:  # it may have ended already
        stdin.write(payload)
