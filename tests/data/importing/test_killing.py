"""What is killed at any moment leaves the old state or the new one: an import, a withdrawal, the inbox."""

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from data.importing.batches import batches, withdraw
from data.importing.imports import preview, store
from data.importing.inbox import SETTLED, Seen, made, sweep
from data.reading.upload import Upload
from data.store import clock
from data.store.board import opened
from data.store.warehouse import Warehouse
from tests.files import text_file

ROOT = Path(__file__).parents[3]
ROWS = 4_000

HEADING = ["订单编号", "买家会员名", "买家实际支付金额", "订单状态", "订单付款时间", "退款金额", "店铺名称"]

IMPORT = """
import sys
from pathlib import Path
from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.store.board import opened
with opened() as warehouse:
    print("ready", flush=True)
    path = Path(sys.argv[1])
    store(warehouse, preview(warehouse, [Upload(path.name, path)]), by="小王")
"""
WITHDRAW = """
import sys
from data.importing.batches import withdraw
from data.store.board import opened
with opened() as warehouse:
    print("ready", flush=True)
    withdraw(warehouse, sys.argv[1], by="小王")
"""
SWEEP = """
import sys
from pathlib import Path
from data.importing.inbox import SETTLED, Seen, sweep
from data.store import clock
from data.store.board import opened
with opened() as warehouse:
    var, now = Path(sys.argv[1]), clock.now()
    seen = sweep(warehouse, var, Seen(), now)
    print("ready", flush=True)
    sweep(warehouse, var, seen, now + SETTLED)
"""


def orders(path: Path, numbers: range, paid: str) -> Path:
    rows = [
        [f"360108061{number:010d}", f"买家{number}", paid, "交易成功", "2026-06-11 10:00:00", "0.00", "甲旗舰店"]
        for number in numbers
    ]
    return text_file(path, [HEADING, *rows])


def take(warehouse: Warehouse, path: Path) -> str:
    batch = store(warehouse, preview(warehouse, [Upload(path.name, path)]), by="小王").batch
    assert batch
    return batch


def facts(warehouse: Warehouse) -> pa.Table:
    """The whole table of orders."""
    return warehouse.table("SELECT * FROM orders ORDER BY ALL")


def killed(program: str, argument: Path | str, seconds: float) -> None:
    """Run a program until it says that it is ready, and so many seconds more."""
    running = subprocess.Popen(
        [sys.executable, "-c", program, str(argument)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert running.stdout
    assert running.stdout.readline().strip() == b"ready"
    try:
        running.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        running.kill()
    running.wait()
    running.stdout.close()


def moments(times: int, longest: float) -> list[float]:
    """Random moments up to somewhat more than `longest`, alike in every run but for that measure."""
    chance = random.Random(11)
    return [chance.uniform(0, 1.2 * longest) for _ in range(times)]


def seconds(work: Callable[[], object]) -> float:
    """How long something takes here and now when nobody kills it."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return orders(tmp_path / "旧.csv", range(ROWS), paid="10.00")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Half of the old orders with another amount, and as many new ones."""
    return orders(tmp_path / "新.csv", range(ROWS // 2, ROWS + ROWS // 2), paid="20.00")


def books(warehouse: Warehouse) -> list[tuple]:
    """Each batch with its parts, the rows it keeps in the history and those it says it kept."""
    return warehouse.rows(
        "SELECT name, count(DISTINCT part), count(*), any_value(kept) FROM batches"
        " JOIN parts USING (batch) JOIN orders_history USING (part) GROUP BY batch, name ORDER BY batch"
    )


def living(warehouse: Warehouse) -> list[str]:
    """The batches that count, oldest first."""
    return [line.name for line in reversed(batches(warehouse)) if not line.withdrawn_at]


def timed_import(old: Path, new: Path) -> tuple[pa.Table, pa.Table, float]:
    """The facts with `old` stored and with `new` as well, and the seconds `new` took; it is withdrawn again."""
    with opened() as warehouse:
        take(warehouse, old)
        before = facts(warehouse)
        longest = seconds(lambda: take(warehouse, new))
        after = facts(warehouse)
        withdraw(warehouse, living(warehouse)[1], by="小王")
    return before, after, longest


def test_killed_imports_leave_all_of_the_file_or_nothing(old: Path, new: Path) -> None:
    before, after, longest = timed_import(old, new)
    assert not before.equals(after)
    for moment in moments(6, longest):
        killed(IMPORT, new, moment)
        with opened() as warehouse:
            assert facts(warehouse).equals(after if len(living(warehouse)) == 2 else before)
            assert books(warehouse) == [(line.name, 1, ROWS, ROWS) for line in reversed(batches(warehouse))]
            for name in living(warehouse)[1:]:
                withdraw(warehouse, name, by="小王")


def test_killed_withdrawals_take_back_all_or_nothing(old: Path, new: Path) -> None:
    with opened() as warehouse:
        take(warehouse, old)
        before = facts(warehouse)
        take(warehouse, new)
        after = facts(warehouse)
        longest = seconds(lambda: withdraw(warehouse, living(warehouse)[1], by="小王"))
    for moment in moments(6, longest):
        with opened() as warehouse:
            if len(living(warehouse)) == 1:
                take(warehouse, new)
            (_, second) = living(warehouse)
        killed(WITHDRAW, second, moment)
        with opened() as warehouse:
            assert facts(warehouse).equals(after if second in living(warehouse) else before)


def test_a_killed_inbox_loses_no_file_and_takes_none_twice(old: Path, new: Path, var: Path) -> None:
    before, after, longest = timed_import(old, new)
    assert not before.equals(after)
    for moment in moments(4, longest):
        lying = made(var) / "新.csv"
        lying.write_bytes(new.read_bytes())
        killed(SWEEP, var, moment)
        with opened() as warehouse:
            assert facts(warehouse).equals(after if len(living(warehouse)) == 2 else before)
            assert lying.exists() or len(living(warehouse)) == 2
            now = clock.now(warehouse)
            seen = sweep(warehouse, var, Seen(), now)
            sweep(warehouse, var, seen, now + SETTLED)
            assert facts(warehouse).equals(after)
            assert not lying.exists()
            (_, taken) = living(warehouse)
            withdraw(warehouse, taken, by="小王")
