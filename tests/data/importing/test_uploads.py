"""Kept originals: one copy of the same bytes, nothing half-written, deleted when their days are over."""

import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.importing.uploads import forget_old, receive, receive_file
from data.records.settings import KEEP_UPLOADS, set_setting
from data.store.warehouse import Warehouse

NOW = datetime(2026, 6, 12, 8, 31)


def aged(path: Path, days: int) -> Path:
    """The file as if it had come so many days ago."""
    then = (NOW - timedelta(days=days)).timestamp()
    os.utime(path, (then, then))
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file that opens and cannot be read")
def test_a_copy_that_fails_leaves_nothing_behind(var: Path) -> None:
    with pytest.raises(OSError):
        receive_file(var, Path("/proc/self/mem"))
    assert list((var / "uploads").iterdir()) == []


def test_the_same_file_again_is_kept_for_its_days_from_then_on(warehouse: Warehouse, var: Path) -> None:
    set_setting(warehouse, KEEP_UPLOADS.name, "30")
    first = aged(receive(var, "日报.csv", b"a").path, 29)
    again = receive(var, "日报.csv", b"a").path
    assert again == first
    aged(receive(var, "别的.csv", b"b").path, 31)
    assert forget_old(warehouse, var, NOW + timedelta(days=2)) == 1
    assert [path.name for path in (var / "uploads").iterdir()] == [first.name]


@pytest.mark.parametrize("damage", [b"", b"half of", b"whole fire"])
def test_what_is_read_is_what_was_dropped_though_the_kept_copy_was_damaged(var: Path, damage: bytes) -> None:
    receive(var, "a.csv", b"whole file").path.write_bytes(damage)
    assert receive(var, "a.csv", b"whole file").path.read_bytes() == b"whole file"
    assert len(list((var / "uploads").iterdir())) == 1


def test_a_file_that_goes_meanwhile_holds_up_no_deleting(warehouse: Warehouse, var: Path) -> None:
    set_setting(warehouse, KEEP_UPLOADS.name, "30")
    old = aged(receive(var, "旧.csv", b"old").path, 31)
    # Listed and no longer to be found, as a file is that somebody deletes in between.
    (var / "uploads" / "gone").symlink_to(var / "nowhere")
    assert forget_old(warehouse, var, NOW) == 1
    assert not old.exists()
