"""Reading on systems that have no limit of memory, or another way to start Python."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from data.reading.__main__ import read
from data.reading.exchange import ReadRequest
from data.reading.watched import used
from tests.files import text_file

HOLDS = "held = b'x' * 100_000_000; print(1, flush=True); input()"
STARTS_ANOTHER = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLDS!r}])"


def test_a_file_is_read_where_the_system_takes_no_limit_of_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = pytest.importorskip("resource")

    def refuse(*_: object) -> None:
        raise ValueError("current limit exceeds maximum limit")  # what macOS says to any limit of addresses

    monkeypatch.setattr(resource, "setrlimit", refuse)
    shutil.move(text_file(tmp_path / "a.csv", [["甲", "乙"], ["1", "2"]]), tmp_path / "file")
    read(tmp_path, ReadRequest((), frozenset()))
    assert len(json.loads((tmp_path / "sheets.json").read_text(encoding="utf-8"))["sheets"]) == 1


def test_where_python_starts_python_the_memory_of_the_second_one_counts() -> None:
    command = [sys.executable, "-c", STARTS_ANOTHER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as launcher:
        assert launcher.stdout
        assert launcher.stdout.readline().strip() == b"1"
        held, worked = used(launcher.pid, starts_another=True)
        launcher.communicate(b"\n")
    assert held > 100_000_000
    assert worked > 0
