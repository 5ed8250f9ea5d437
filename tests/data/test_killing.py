"""An import that is killed at any moment leaves the old state or the new one."""

import random
import subprocess
import sys
from pathlib import Path

from data.warehouse import opened
from tests.files import text_file

ROOT = Path(__file__).parent.parent.parent
ROWS = 20_000
KILLS = 10
LONGEST = 2.5
"""Seconds by which a quiet machine has stored the file."""


def orders(path: Path) -> Path:
    heading = ["订单编号", "买家会员名", "买家实际支付金额", "订单状态", "订单付款时间", "退款金额", "店铺名称"]
    rows = [
        [f"360108061{number:010d}", f"买家{number}", "10.00", "交易成功", "2026-06-11 10:00:00", "0.00", "甲旗舰店"]
        for number in range(1, ROWS + 1)
    ]
    return text_file(path, [heading, *rows])


def test_killed_imports_leave_all_of_the_file_or_nothing(tmp_path: Path) -> None:
    path = orders(tmp_path / "a.csv")
    chance = random.Random(11)
    for _ in range(KILLS):
        importing = subprocess.Popen(
            [sys.executable, "-m", "data", "import", str(path)],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            importing.wait(timeout=chance.uniform(0.3, LONGEST))
        except subprocess.TimeoutExpired:
            importing.kill()
            importing.wait()
        with opened() as warehouse:
            ((stored, kept),) = warehouse.rows(
                "SELECT (SELECT count(*) FROM orders), (SELECT count(*) FROM orders_history)"
            )
            ((batches, parts),) = warehouse.rows("SELECT (SELECT count(*) FROM batches), (SELECT count(*) FROM parts)")
        assert (stored, kept, batches, parts) in [(0, 0, 0, 0), (ROWS, ROWS, 1, 1)]
    assert subprocess.run([sys.executable, "-m", "data", "import", str(path)], cwd=ROOT, check=False).returncode == 0
    with opened() as warehouse:
        assert warehouse.rows("SELECT count(*), sum(paid) FROM orders") == [(ROWS, 10 * ROWS)]
