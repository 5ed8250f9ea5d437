"""One clock: Beijing's or the board's own, whatever the machine is set to; clocks that are set back stop nothing."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from data.importing.batches import batches
from data.importing.imports import preview, store
from data.importing.inbox import Seen, made, recent, sweep
from data.importing.uploads import forget_old
from data.reading.upload import Upload
from data.records.settings import TIME_ZONE, set_setting, setting
from data.store import clock
from data.store.as_of import warehouse_as_of
from data.store.warehouse import Warehouse
from tests.files import text_file

SIX_IN_BEIJING = datetime(2026, 6, 11, 22, 10, tzinfo=UTC)
NEW_YORK = ZoneInfo("America/New_York")
SHOP = "云栖木语家居旗舰店"


def daily(path: Path) -> Path:
    return text_file(path, [["店铺名称", "统计日期", "访客数"], [SHOP, "2026-06-11", "10"]])


def in_new_york(year: int, month: int, day: int, hour: int, minute: int, *, again: bool = False) -> datetime:
    """A stamp of a board in New York; `again` is the second of two equal hours."""
    return datetime(year, month, day, hour, minute, fold=int(again))


def test_a_board_reads_beijings_clock_unless_it_is_set_otherwise(warehouse: Warehouse) -> None:
    assert clock.moment(SIX_IN_BEIJING, warehouse) == datetime(2026, 6, 12, 6, 10)
    set_setting(warehouse, TIME_ZONE.name, "America/New_York")
    assert clock.moment(SIX_IN_BEIJING, warehouse) == datetime(2026, 6, 11, 18, 10)
    assert clock.instant(datetime(2026, 6, 11, 18, 10), warehouse) == SIX_IN_BEIJING


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"])
def test_now_is_what_a_clock_in_the_boards_zone_shows(
    warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    monkeypatch.delenv("OPSBOARD_TODAY", raising=False)
    set_setting(warehouse, TIME_ZONE.name, zone)
    before = datetime.now(ZoneInfo(zone)).replace(tzinfo=None)
    shown, day = clock.now(warehouse), clock.today(warehouse)
    after = datetime.now(ZoneInfo(zone)).replace(tzinfo=None)
    assert before <= shown <= after
    assert before.date() <= day <= after.date()


@pytest.mark.parametrize("value", ["北京", "Asia/Beijing", "asia/shanghai", "+08:00", "localtime", "Factory", ""])
def test_what_is_no_zone_is_refused_and_the_clock_goes_on(warehouse: Warehouse, value: str) -> None:
    with pytest.raises(ValueError, match=TIME_ZONE.name):
        set_setting(warehouse, TIME_ZONE.name, value)
    assert setting(warehouse, TIME_ZONE.name) == "Asia/Shanghai"


def test_a_batch_is_named_for_the_boards_day(warehouse: Warehouse, tmp_path: Path) -> None:
    found = preview(warehouse, [Upload("日报.csv", daily(tmp_path / "日报.csv"))])
    store(warehouse, found, by="小满", now=clock.moment(SIX_IN_BEIJING, warehouse))
    assert [batch.name for batch in batches(warehouse)] == ["20260612-1"]


def test_a_past_moment_with_a_zone_is_looked_up_on_the_boards_clock(warehouse: Warehouse, tmp_path: Path) -> None:
    found = preview(warehouse, [Upload("日报.csv", daily(tmp_path / "日报.csv"))])
    store(warehouse, found, by="小满", now=datetime(2026, 6, 12, 6, 10))
    minute = timedelta(minutes=1)
    for moment, there in ((SIX_IN_BEIJING - minute, 0), (SIX_IN_BEIJING, 1), (SIX_IN_BEIJING.astimezone(NEW_YORK), 1)):
        with warehouse_as_of(warehouse, moment) as then:
            assert len(batches(then)) == there


def test_time_passes_evenly_where_clocks_are_set() -> None:
    first, second = in_new_york(2026, 11, 1, 1, 59), in_new_york(2026, 11, 1, 1, 1, again=True)
    assert clock.passed(first, second, NEW_YORK) == timedelta(minutes=2)
    before, after = in_new_york(2026, 3, 8, 1, 59), in_new_york(2026, 3, 8, 3, 1)
    assert clock.passed(before, after, NEW_YORK) == timedelta(minutes=2)


def test_a_file_of_the_inbox_does_not_wait_an_hour_longer_when_clocks_are_set_back(
    warehouse: Warehouse, var: Path
) -> None:
    set_setting(warehouse, TIME_ZONE.name, "America/New_York")
    daily(made(var) / "日报.csv")
    seen = sweep(warehouse, var, Seen(), in_new_york(2026, 11, 1, 1, 59))
    sweep(warehouse, var, seen, in_new_york(2026, 11, 1, 1, 0, again=True))
    (line,) = recent(var)
    assert (line.name, line.outcome, line.when) == ("日报.csv", "done", datetime(2026, 11, 1, 1, 0))


def test_a_note_without_its_first_line_is_of_the_day_of_its_folder(var: Path) -> None:
    folder = made(var) / "done" / "2026-06-12"
    folder.mkdir()
    (folder / "日报.csv.txt").write_text("改过了", encoding="utf-8")
    assert [line.when for line in recent(var)] == [datetime(2026, 6, 12)]


def test_originals_age_by_the_time_that_passed(warehouse: Warehouse, var: Path) -> None:
    folder = var / "uploads"
    folder.mkdir(parents=True)
    for name, hours in (("old", 90 * 24 + 1), ("young", 90 * 24 - 1)):
        (folder / name).write_bytes(b"")
        came = (SIX_IN_BEIJING - timedelta(hours=hours)).timestamp()
        os.utime(folder / name, (came, came))
    assert forget_old(warehouse, var, clock.moment(SIX_IN_BEIJING, warehouse)) == 1
    assert [path.name for path in folder.iterdir()] == ["young"]
