"""One process reads drop after drop; what ends it, or is left in the middle, does nothing to the files after."""

import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest

from data.reading import reader_turns
from data.reading.watched import ROOT, Reader
from data.reading.workbook import OpenedFile, opened
from tests.files import text_file

ROWS = [["店铺名称", "订单编号"], ["甲店", "1"]]
UNRULY = Reader("tests.unruly_reader")


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return text_file(tmp_path / "good.csv", ROWS)


def readers() -> set[int]:
    """The processes of readers that this process has started."""
    return {child.pid for child in psutil.Process().children() if _is_reader(child)}


def _is_reader(process: psutil.Process) -> bool:
    try:
        return process.cmdline()[-2:] in (["-m", "data.reading"], ["-m", UNRULY.module])
    except psutil.Error:
        return False


def held(found: OpenedFile) -> int:
    """How many rows were read."""
    return found.sheets[0].cells.num_rows


def test_the_next_drop_is_read_by_the_process_of_the_last(good: Path) -> None:
    first = [held(one) for one in opened([good, good])]
    process = readers()
    second = [held(one) for one in opened([good])]
    assert (first, second) == ([2, 2], [2])
    assert len(process) == 1
    assert readers() == process


def test_a_process_that_ended_while_it_rested_is_replaced(good: Path) -> None:
    assert [held(one) for one in opened([good])] == [2]
    (process,) = readers()
    psutil.Process(process).kill()
    assert [held(one) for one in opened([good])] == [2]


def test_a_process_that_holds_much_does_not_stay(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_turns, "STAYS_BELOW", 1)
    assert [held(one) for one in opened([good])] == [2]
    left = readers()
    assert [held(one) for one in opened([good])] == [2]
    assert not left & readers()


def test_a_process_without_work_goes_after_a_while(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [held(one) for one in opened([good], reader=UNRULY)] == [2]  # takes the place of one with more patience
    monkeypatch.setattr(reader_turns, "STAYS_FOR", 0.2)
    assert [held(one) for one in opened([good])] == [2]
    (process,) = (psutil.Process(pid) for pid in readers())
    process.wait(20)
    assert [held(one) for one in opened([good])] == [2]


def test_a_drop_given_up_in_the_middle_leaves_the_next_ones_whole(good: Path, tmp_path: Path) -> None:
    slow = tmp_path / "slow.csv"
    slow.write_text("sleeps", encoding="utf-8")
    reading = opened([good, slow], reader=UNRULY)
    assert held(next(reading)) == 2
    del reading
    assert [held(one) for one in opened([good, good], reader=UNRULY)] == [2, 2]


def test_drops_of_many_people_at_once_are_all_read(good: Path) -> None:
    found: list[list[int]] = []
    people = [
        threading.Thread(target=lambda: found.append([held(one) for one in opened([good] * 3)])) for _ in range(8)
    ]
    for each in people:
        each.start()
    for each in people:
        each.join()
    assert found == [[2, 2, 2]] * 8


def test_the_process_ends_with_the_board_that_started_it(good: Path) -> None:
    board = (
        "import os, psutil; from pathlib import Path; from data.reading.workbook import opened;"
        f"list(opened([Path({str(good)!r})])); print(psutil.Process().children()[0].pid, flush=True); os._exit(1)"
    )
    run = subprocess.run([sys.executable, "-c", board], cwd=ROOT, capture_output=True, text=True, check=False)
    try:
        psutil.Process(int(run.stdout)).wait(20)
    except psutil.NoSuchProcess:
        return


def test_the_process_starts_without_pandas() -> None:
    found = "import data.reading.__main__, sys; print('pandas' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", found], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
