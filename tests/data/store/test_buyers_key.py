"""Buyers are hashed with one key: where it is lost, the warehouse says which it needs and counts nobody twice."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from data.__main__ import main
from data.store.board import opened
from data.store.buyers_key import OtherKey, fingerprint
from tests.files import text_file

HEADING = ["订单编号", "买家会员名", "买家实际支付金额", "订单状态", "订单创建时间", "订单付款时间", "店铺名称"]
Damage = Callable[[Path], object]
Capture = pytest.CaptureFixture[str]
BUYERS = ("tb一号", "tb二号", "tb三号")


def orders(folder: Path, first: int) -> str:
    """A file of three orders, numbered from `first`, of the same three buyers."""
    at = "2026-06-11 10:00:00"
    rows = [[str(first + n), who, 100, "交易成功", at, at, "云朵"] for n, who in enumerate(BUYERS)]
    return str(text_file(folder / f"订单{first}.csv", [HEADING, *rows]))


@pytest.fixture
def home(var: Path, tmp_path: Path) -> Path:
    """The folder of a board that holds the orders of three buyers."""
    assert main(["import", orders(tmp_path, 1_000_001)]) == 0
    return var


def buyers(home: Path) -> tuple[int, int]:
    """How many orders are stored, and of how many buyers."""
    with opened(home) as warehouse:
        ((stored, of),) = warehouse.rows("SELECT count(*), count(DISTINCT buyer) FROM orders")
        return stored, of


def lost(key: Path) -> None:
    key.unlink()


def emptied(key: Path) -> None:
    key.write_bytes(b"")


def exchanged(key: Path) -> None:
    key.write_bytes(b"of another board")


@pytest.mark.parametrize("damage", [lost, emptied, exchanged])
def test_without_its_key_nothing_is_imported_and_the_key_is_named(
    damage: Damage, home: Path, tmp_path: Path, capsys: Capture
) -> None:
    shutil.copy(home / "buyers.key", tmp_path / "backup")
    needed = fingerprint((home / "buyers.key").read_bytes())
    damage(home / "buyers.key")
    damaged = (home / "buyers.key").exists() and (home / "buyers.key").read_bytes()
    assert main(["import", orders(tmp_path, 2_000_001), "--lang", "zh"]) == 1
    said = capsys.readouterr().err
    assert f"要的是 {needed}" in said
    assert "buyers.key" in said
    assert ((home / "buyers.key").exists() and (home / "buyers.key").read_bytes()) == damaged
    shutil.copy(tmp_path / "backup", home / "buyers.key")
    assert main(["import", orders(tmp_path, 2_000_001)]) == 0
    assert buyers(home) == (6, 3)


@pytest.mark.parametrize("damage", [lost, emptied, exchanged])
def test_a_key_that_cannot_be_found_again_is_replaced_and_the_files_imported_once_more(
    damage: Damage, home: Path, tmp_path: Path, capsys: Capture
) -> None:
    damage(home / "buyers.key")
    capsys.readouterr()
    assert main(["newkey", "--lang", "en"]) == 0
    assert "Import the order files once more" in capsys.readouterr().out
    for first in (1_000_001, 2_000_001):
        assert main(["import", orders(tmp_path, first)]) == 0
    assert buyers(home) == (6, 3)


def test_a_key_that_lay_in_its_place_is_kept(home: Path) -> None:
    exchanged(home / "buyers.key")
    assert main(["newkey"]) == 0
    assert (home / f"buyers.key.{fingerprint(b'of another board')}").read_bytes() == b"of another board"


def test_a_key_that_fits_is_not_replaced(home: Path, capsys: Capture) -> None:
    before = (home / "buyers.key").read_bytes()
    capsys.readouterr()
    assert main(["newkey", "--lang", "en"]) == 0
    assert "nothing was changed" in capsys.readouterr().out
    assert (home / "buyers.key").read_bytes() == before


def test_a_warehouse_of_before_fingerprints_takes_the_key_beside_it(home: Path) -> None:
    with opened(home) as warehouse, warehouse.writing() as run:
        run.execute("DROP TABLE buyers_keys")
    assert buyers(home) == (3, 3)
    lost(home / "buyers.key")
    with pytest.raises(OtherKey):
        opened(home)


def test_such_a_warehouse_without_its_key_asks_for_it(home: Path, capsys: Capture) -> None:
    with opened(home) as warehouse, warehouse.writing() as run:
        run.execute("DROP TABLE buyers_keys")
    lost(home / "buyers.key")
    assert main(["batches", "--lang", "en"]) == 1
    assert "it needs the one they were imported with, and the file is missing or empty" in capsys.readouterr().err


def test_a_warehouse_without_buyers_takes_any_key(tmp_path: Path) -> None:
    opened(tmp_path).close()
    lost(tmp_path / "buyers.key")
    opened(tmp_path).close()
    exchanged(tmp_path / "buyers.key")
    with opened(tmp_path) as warehouse:
        marks = warehouse.rows("SELECT fingerprint FROM buyers_keys")
    assert (len(marks), marks[-1]) == (3, (fingerprint(b"of another board"),))
