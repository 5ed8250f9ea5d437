"""A reader's process seen from the board: what it is told, what it has done, and its end where it takes too much."""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from data.reading.limits import DEFAULT, Limits

ROOT = Path(__file__).parent.parent.parent
LOOKS_EVERY = 0.05
"""Seconds between two looks at the memory of a reader."""

WINDOWS_FAULTS = 0x8000_0000
"""Exit codes from here on are Windows' own: the process was aborted."""


@dataclass(frozen=True, slots=True)
class Reader:
    """The module that is run to read files, and what the reading of one may take."""

    module: str = "data.reading"
    limits: Limits = DEFAULT


class ReadJob:
    """Files in numbered folders that one process is to read; `sizes` are those from the `first` on, in bytes.

    It may be the first job of its process, or another one after others.
    """

    def __init__(self, folder: Path, first: int, sizes: Sequence[int], *, after_others: bool = False) -> None:
        self.folder, self.first, self.sizes, self.after_others = folder, first, sizes, after_others
        self.done, self.since = 0, time.monotonic()
        self._output: queue.Queue[str | None] = queue.Queue()
        self._ended = False

    @property
    def over(self) -> bool:
        """Whether all files were read, or their reader ended."""
        return self._ended or self.done == len(self.sizes)

    def innocent(self, code: str) -> bool:
        """Whether what ended the reader may lie in what it did before: a file that is read by a new one then."""
        return self.after_others and not self.done and code != "too_slow"

    def outcome(self) -> str | None:
        """Wait until the next file is read: None, or the code of the problem that ended its reader."""
        return self._output.get()

    def read(self) -> None:
        """A file was read."""
        self.done, self.since = self.done + 1, time.monotonic()
        self._output.put(None)

    def broken(self, code: str) -> None:
        """The reader ended over the file after those read."""
        self._ended = True
        self._output.put(code)


class ReaderProcess:
    """A process that reads job after job.

    `free` is called when a job is over: with the process, or with None where it has ended. `rested` is called when it
    has had nothing to do for `patience` seconds.
    """

    def __init__(
        self,
        reader: Reader,
        free: Callable[["ReaderProcess | None"], None],
        rested: Callable[["ReaderProcess"], None],
        patience: float,
    ) -> None:
        self.reader = reader
        self._free, self._rested, self._patience = free, rested, patience
        self._lock, self._begun = threading.Lock(), threading.Event()
        self._job: ReadJob | None = None
        self._code: int | None = None
        self._ended_for = ""
        self._child = subprocess.Popen(
            [sys.executable, "-m", reader.module],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=self._watch, daemon=True).start()

    def begin(self, job: ReadJob, request: dict[str, Any]) -> None:
        """Have it read the job's files; passwords, headings and limits of the request hold for all of them."""
        with self._lock:
            self._job = job
            if self._code is not None:
                self._lose(job, self._code)
                return
        self._begun.set()
        line = {"folder": str(job.folder), "first": job.first, "stop": job.first + len(job.sizes), **request}
        assert self._child.stdin
        with suppress(OSError, ValueError):  # it may have ended already, and its pipe be closed
            self._child.stdin.write(json.dumps(line).encode() + b"\n")
            self._child.stdin.flush()

    def abandon(self, job: ReadJob, code: str = "") -> None:
        """End the process if it is still at that job; `code` is the problem of the file being read, if that is why."""
        with self._lock:
            if self._job is job:
                self._ended_for = code
                self._child.kill()

    def end(self) -> None:
        """End it while it rests."""
        self._child.kill()
        self._begun.set()

    def held(self) -> int | None:
        """The bytes of memory that it holds; None if it has ended."""
        try:
            return used(self._child.pid)[0] if self._child.poll() is None else None
        except psutil.Error:
            return None

    def _listen(self) -> None:
        with self._child:
            assert self._child.stdout
            for _ in self._child.stdout:
                with self._lock:
                    job = self._job
                    assert job
                    if job.done + 1 == len(job.sizes):
                        self._job = None
                        self._begun.clear()
                        self._free(self)
                job.read()
            code = self._child.wait()
        with self._lock:
            self._code = code
            self._begun.set()
            if self._job:
                self._lose(self._job, code)

    def _lose(self, job: ReadJob, code: int) -> None:
        # A reader that the system stopped asked for too much memory; one that ended by itself stumbled over the file.
        stopped = code < 0 or code >= WINDOWS_FAULTS
        self._job = None
        self._free(None)
        job.broken(self._ended_for or ("too_heavy" if stopped else "unreadable_file"))

    def _watch(self) -> None:
        seen: tuple[ReadJob, int] | None = None
        before = 0.0
        while self._child.poll() is None:
            if not self._begun.wait(self._patience):
                self._rested(self)
            if (job := self._job) is None or job.over:
                continue
            with suppress(psutil.Error):  # it has just ended
                held, worked = used(self._child.pid)
                if seen != (job, job.done):
                    seen, before = (job, job.done), worked
                if over := _over(job, self.reader.limits, held, worked - before):
                    self.abandon(job, over)
            with suppress(subprocess.TimeoutExpired):
                self._child.wait(LOOKS_EVERY)


def _over(job: ReadJob, limits: Limits, held: int, worked: float) -> str | None:
    """The code of the problem if the file being read takes more memory, or more seconds of work, than it may."""
    begun = job.sizes[: job.done + 1]
    if held > max(map(limits.memory_of, begun)):  # memory once held for an earlier file may not have been given back
        return "too_heavy"
    passed, limit = time.monotonic() - job.since, limits.seconds_of(begun[-1])
    busy = worked > limit or passed > limit * limits.patience
    return "too_slow" if passed > limit and busy else None


def used(process: int, *, starts_another: bool = psutil.WINDOWS) -> tuple[int, float]:
    """The bytes of memory that a process holds, and the seconds that it has worked.

    In a virtual environment of Windows python.exe `starts_another`: the interpreter itself, as its child.
    """
    seen = psutil.Process(process)
    each = [seen, *seen.children()] if starts_another else [seen]
    times = [one.cpu_times() for one in each]
    return sum(one.memory_info().rss for one in each), sum(spent.user + spent.system for spent in times)
