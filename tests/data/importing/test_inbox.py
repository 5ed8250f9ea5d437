"""Files in the inbox are imported once they have stopped growing, and put away with a note."""

import json
import os
import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from data.__main__ import main
from data.importing import inbox
from data.importing.batches import batches
from data.importing.imports import preview, store
from data.importing.inbox import EMPTY_FOR, SETTLED, Seen, made, recent, sweep
from data.importing.inbox_notes import InboxOutcome, leave_note
from data.reading.upload import Upload
from data.records.settings import KEEP_INBOX, KEEP_UPLOADS, set_setting
from data.store.warehouse import Warehouse
from tests.files import text_file, xlsx
from text import Text

NOW = datetime(2026, 6, 12, 8, 31)
DAY = "2026-06-12"
HEADING = ["统计日期", "访客数", "浏览量", "支付金额", "支付买家数"]
SHOP = "云栖木语家居旗舰店"
OTHER = "云栖木语生活专营店"


def daily(path: Path, paid: str = "100.00", **others: str) -> Path:
    """A shop's daily report without the shop's name; `others` are further rows, their amounts by day."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = {"2026-06-11": paid, **{name.replace("_", "-").lstrip("d"): value for name, value in others.items()}}
    return text_file(path, [HEADING, *([day, "10", "20", amount, "2"] for day, amount in rows.items())])


def settle(warehouse: Warehouse, var: Path, seen: Seen | None = None, now: datetime = NOW) -> Seen:
    """Two sweeps, the second one late enough for every file that did not change in between."""
    return sweep(warehouse, var, sweep(warehouse, var, seen or Seen(), now), now + SETTLED)


def left(var: Path) -> list[str]:
    """What lies in the inbox, by its place in it; the explanation is not told."""
    home = var / "inbox"
    files = sorted(path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file())
    return [name for name in files if name != "说明.txt"]


def note(var: Path, place: str) -> str:
    return (var / "inbox" / place).read_text(encoding="utf-8-sig")


def paid(warehouse: Warehouse) -> list[tuple]:
    return warehouse.rows("SELECT shop, day, pay_amount FROM shop_daily ORDER BY ALL")


def test_a_file_that_has_stopped_growing_is_stored_and_put_away(warehouse: Warehouse, var: Path) -> None:
    daily(made(var) / f"{SHOP}日报.csv")
    settle(warehouse, var)
    assert left(var) == [f"done/{DAY}/{SHOP}日报.csv", f"done/{DAY}/{SHOP}日报.csv.txt"]
    assert paid(warehouse) == [(SHOP, date(2026, 6, 11), 100)]
    assert [line.by for line in batches(warehouse)] == ["收件箱"]


def test_a_growing_file_is_waited_for(warehouse: Warehouse, var: Path) -> None:
    path = made(var) / f"{SHOP}.csv"
    seen, now = Seen(), NOW
    for days in range(1, 4):
        daily(path, **{f"d2026_06_0{day}": "5.00" for day in range(1, days + 1)})
        seen, now = sweep(warehouse, var, seen, now), now + SETTLED
        assert not paid(warehouse)
    sweep(warehouse, var, seen, now)
    assert len(paid(warehouse)) == 4


def test_a_second_look_that_comes_too_soon_takes_nothing(warehouse: Warehouse, var: Path) -> None:
    daily(made(var) / f"{SHOP}.csv")
    seen = sweep(warehouse, var, Seen(), NOW)
    seen = sweep(warehouse, var, seen, NOW + SETTLED - timedelta(milliseconds=1))
    assert not paid(warehouse)
    sweep(warehouse, var, seen, NOW + SETTLED)
    assert paid(warehouse)


@pytest.mark.parametrize(
    "name",
    ["~$日报.xlsx", "日报.csv.part", "日报.csv.crdownload", "日报.TMP", ".日报.csv", "desktop.ini", "Thumbs.db"],
)
def test_unfinished_and_foreign_files_are_left_alone(warehouse: Warehouse, var: Path, name: str) -> None:
    daily(made(var) / name)
    settle(warehouse, var)
    assert left(var) == [name]


def test_an_empty_file_is_given_time_to_arrive(warehouse: Warehouse, var: Path) -> None:
    (made(var) / "日报.csv").touch()
    seen = settle(warehouse, var)
    assert left(var) == ["日报.csv"]
    sweep(warehouse, var, seen, NOW + EMPTY_FOR)
    assert left(var) == [f"refused/{DAY}/日报.csv", f"refused/{DAY}/日报.csv.txt"]


def test_the_note_says_in_both_languages_what_was_read(warehouse: Warehouse, var: Path) -> None:
    daily(made(var) / f"{SHOP}.csv", d2026_06_10="50.00")
    settle(warehouse, var)
    raw = (var / "inbox" / "done" / DAY / f"{SHOP}.csv.txt").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    text = note(var, f"done/{DAY}/{SHOP}.csv.txt")
    assert f"已写入，批次 {batches(warehouse)[0].name}" in text
    assert "新增 2，改动 0，不变 0" in text
    assert "2 new, 0 changed, 0 the same" in text


def test_a_file_that_is_not_recognised_is_refused(warehouse: Warehouse, var: Path) -> None:
    text_file(made(var) / "通讯录.csv", [["姓名", "分机", "工位"], ["小明", "801", "3-12"]])
    settle(warehouse, var)
    assert left(var) == [f"refused/{DAY}/通讯录.csv", f"refused/{DAY}/通讯录.csv.txt"]
    assert "没认出" in note(var, f"refused/{DAY}/通讯录.csv.txt")
    assert "以后同样的表头，收件箱也认得" in note(var, f"refused/{DAY}/通讯录.csv.txt")
    assert not batches(warehouse)


def test_rows_set_aside_lie_beside_the_note_and_the_good_ones_are_stored(warehouse: Warehouse, var: Path) -> None:
    daily(made(var) / f"{SHOP}.csv", d2026_06_10="很多")
    settle(warehouse, var)
    book = f"done/{DAY}/{SHOP}.csv.问题行.xlsx"
    assert left(var) == [f"done/{DAY}/{SHOP}.csv", f"done/{DAY}/{SHOP}.csv.txt", book]
    assert len(paid(warehouse)) == 1
    assert "退回 1" in note(var, f"done/{DAY}/{SHOP}.csv.txt")
    cells = [cell.value for row in openpyxl.load_workbook(var / "inbox" / book).worksheets[0] for cell in row]
    assert "很多" in cells


def test_the_mended_workbook_can_be_put_back(warehouse: Warehouse, var: Path) -> None:
    daily(made(var) / f"{SHOP}.csv", d2026_06_10="很多")
    settle(warehouse, var)
    path = var / "inbox" / "done" / DAY / f"{SHOP}.csv.问题行.xlsx"
    book = openpyxl.load_workbook(path)
    for row in book.worksheets[0]:
        for cell in row:
            cell.value = "50.00" if cell.value == "很多" else cell.value
    book.save(var / "inbox" / path.name)
    settle(warehouse, var)
    assert [amount for _, _, amount in paid(warehouse)] == [50, 100]


def test_a_folder_named_after_a_shop_names_the_shop(warehouse: Warehouse, var: Path) -> None:
    daily(made(var) / SHOP / "日报.csv")
    daily(made(var) / OTHER / "六月" / "日报.csv", paid="7.00")
    settle(warehouse, var)
    assert [(shop, amount) for shop, _, amount in paid(warehouse)] == [(SHOP, 100), (OTHER, 7)]
    assert f"done/{DAY}/{SHOP}/日报.csv" in left(var)
    assert f"done/{DAY}/{OTHER}/六月/日报.csv" in left(var)


def test_a_shop_the_board_knows_needs_no_telling_name(warehouse: Warehouse, var: Path, tmp_path: Path) -> None:
    path = daily(tmp_path / "日报.csv")
    store(warehouse, preview(warehouse, [Upload(path.name, path)], shop="小满家居"), by="小王")
    store(warehouse, preview(warehouse, [Upload(path.name, path)], shop=SHOP), by="小王")
    daily(made(var) / "小满家居" / "日报.csv", paid="7.00")
    settle(warehouse, var)
    assert ("小满家居", date(2026, 6, 11), 7) in paid(warehouse)


def test_a_folder_that_names_no_shop_is_there_for_order_alone(warehouse: Warehouse, var: Path) -> None:
    daily(made(var) / "六月的文件" / f"{SHOP}.csv")
    settle(warehouse, var)
    assert [shop for shop, _, _ in paid(warehouse)] == [SHOP]


def test_a_file_for_one_of_several_shops_is_refused_and_told_where_to_put(warehouse: Warehouse, var: Path) -> None:
    for shop in (SHOP, OTHER):
        daily(made(var) / shop / "日报.csv")
    daily(made(var) / "日报.csv")
    settle(warehouse, var)
    assert f"refused/{DAY}/日报.csv" in left(var)
    assert "子文件夹" in note(var, f"refused/{DAY}/日报.csv.txt")


def test_the_same_file_again_is_nothing_to_do(warehouse: Warehouse, var: Path) -> None:
    for _ in range(2):
        daily(made(var) / f"{SHOP}.csv")
        settle(warehouse, var)
    assert len(batches(warehouse)) == 1
    assert f"done/{DAY}/{SHOP} (2).csv" in left(var)
    assert "都已在库里，没有要写的" in note(var, f"done/{DAY}/{SHOP} (2).csv.txt")


def test_of_two_reports_of_a_day_the_newer_file_counts(warehouse: Warehouse, var: Path) -> None:
    for name, amount, age in (("乙", "1.00", 60), ("甲", "2.00", 0), ("丙", "3.00", 120)):
        path = daily(made(var) / f"{SHOP}{name}.csv", paid=amount)
        os.utime(path, (1_700_000_000 - age,) * 2)
    settle(warehouse, var)
    assert [amount for _, _, amount in paid(warehouse)] == [2]


def test_a_file_put_away_keeps_a_name_that_says_nothing_new(warehouse: Warehouse, var: Path) -> None:
    """Its own name may say which day the rows are of, so it must not gain another date."""
    heading = ["来源名称", "访客数", "下单买家数", "下单金额", "支付买家数", "支付金额", "支付转化率"]
    name = f"{SHOP}_流量来源_2026-06-11.csv"
    text_file(made(var) / name, [heading, ["手淘搜索", "100", "4", "40.00", "4", "40.00", "4.00%"]])
    settle(warehouse, var)
    (var / "inbox" / "done" / DAY / name).rename(var / "inbox" / name)
    settle(warehouse, var)
    assert "都已在库里" in note(var, f"done/{DAY}/{name.removesuffix('.csv')} (2).csv.txt")


def test_a_file_that_cannot_be_moved_holds_no_other_up_and_is_not_imported_twice(
    warehouse: Warehouse, var: Path
) -> None:
    """A file in the place of the day's folder: what was taken cannot be put away."""
    home = made(var)
    (home / "done" / DAY).write_bytes(b"in the way")
    for shop in (SHOP, OTHER):
        daily(home / f"{shop}.csv")
    text_file(home / "通讯录.csv", [["姓名", "分机", "工位"], ["小明", "801", "3-12"]])
    seen = settle(warehouse, var)
    assert [shop for shop, _, _ in paid(warehouse)] == [SHOP, OTHER]
    assert f"refused/{DAY}/通讯录.csv" in left(var)
    version = warehouse.version
    seen = sweep(warehouse, var, seen, NOW + 2 * SETTLED)
    assert warehouse.version == version
    (home / "done" / DAY).unlink()
    sweep(warehouse, var, seen, NOW + 3 * SETTLED)
    assert f"done/{DAY}/{SHOP}.csv" in left(var)
    assert warehouse.version == version
    assert len(batches(warehouse)) == 2


def test_a_file_that_cannot_be_read_is_told_of_after_three_attempts_and_taken_once_it_can(
    warehouse: Warehouse, var: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A file in the place of the folder for originals, as a full disk or missing rights would be."""
    daily(made(var) / f"{SHOP}.csv")
    (var / "uploads").write_bytes(b"in the way")
    seen, now = Seen(), NOW
    for _ in range(inbox.TRIES):
        assert recent(var) == ()
        seen, now = sweep(warehouse, var, seen, now), now + SETTLED
    seen = sweep(warehouse, var, seen, now)
    (line,) = recent(var)
    assert (line.name, line.outcome) == (f"{SHOP}.csv", "refused")
    assert line.text.zh.startswith("文件还在收件箱里：试了 3 次都读不出")
    assert line.text.en.startswith("Still in the inbox: it could not be read in 3 tries")
    for _ in range(3):
        now += timedelta(hours=1)
        seen = sweep(warehouse, var, seen, now)
    assert len(left(var)) == 2
    assert len(caplog.records) == 1
    (var / "uploads").unlink()
    sweep(warehouse, var, seen, now + timedelta(hours=1))
    assert left(var) == [f"done/{DAY}/{SHOP}.csv", f"done/{DAY}/{SHOP}.csv.txt"]
    assert len(paid(warehouse)) == 1


def test_what_is_said_of_a_file_that_lies_there_goes_with_it(warehouse: Warehouse, var: Path) -> None:
    daily(made(var) / f"{SHOP}.csv")
    (var / "uploads").write_bytes(b"in the way")
    seen = Seen()
    for number in range(inbox.TRIES + 1):
        seen = sweep(warehouse, var, seen, NOW + number * SETTLED)
    assert len(recent(var)) == 1
    (var / "inbox" / f"{SHOP}.csv").unlink()
    sweep(warehouse, var, seen, NOW + timedelta(hours=1))
    assert left(var) == []


def test_a_file_that_was_taken_and_cannot_be_moved_is_told_of_with_what_it_came_to(var: Path) -> None:
    path, came_to = daily(made(var) / f"{SHOP}.csv"), InboxOutcome("done", Text("已写入。", "Stored."))
    leave_note(path, var / "inbox", came_to, PermissionError(13, "Permission denied"), 3, NOW)
    (line,) = recent(var)
    assert (line.name, line.outcome) == (f"{SHOP}.csv", "done")
    assert line.text.zh.splitlines()[1:] == ["已写入。"]
    assert "移不走（系统说：Permission denied）" in line.text.zh
    assert line.text.en.endswith("Stored.")


def test_recent_tells_what_was_put_away_newest_first(warehouse: Warehouse, var: Path) -> None:
    daily(made(var) / f"{SHOP}.csv")
    settle(warehouse, var)
    text_file(made(var) / "通讯录.csv", [["姓名", "分机", "工位"], ["小明", "801", "3-12"]])
    settle(warehouse, var, now=NOW + timedelta(days=1))
    refused, done = recent(var)
    assert (refused.name, refused.outcome, done.name, done.outcome) == (
        "通讯录.csv", "refused", f"{SHOP}.csv", "done",
    )  # fmt: skip
    assert refused.text.zh.startswith("没有收")
    assert refused.text.en.startswith("Not taken")
    assert done.text.zh.startswith("已写入")
    assert recent(var, most=1) == (refused,)


def test_an_inbox_that_was_never_used_tells_nothing(var: Path) -> None:
    assert recent(var) == ()


def test_old_files_are_forgotten_after_the_days_set(warehouse: Warehouse, var: Path) -> None:
    set_setting(warehouse, KEEP_INBOX.name, "30")
    daily(made(var) / f"{SHOP}.csv")
    seen = settle(warehouse, var)
    seen = sweep(warehouse, var, seen, NOW + timedelta(days=30))
    assert len(left(var)) == 2
    sweep(warehouse, var, seen, NOW + timedelta(days=31))
    assert left(var) == []
    assert paid(warehouse)


def test_an_original_that_cannot_be_deleted_holds_no_file_up(warehouse: Warehouse, var: Path) -> None:
    set_setting(warehouse, KEEP_UPLOADS.name, "30")
    held, old = var / "uploads" / "held", var / "uploads" / "old"
    held.mkdir(parents=True)  # nobody can unlink a folder, as nobody can a file that Excel holds on Windows
    old.write_bytes(b"old")
    long_ago = (NOW - timedelta(days=40)).timestamp()
    for path in (held, old):
        os.utime(path, (long_ago, long_ago))
    daily(made(var) / f"{SHOP}.csv")
    settle(warehouse, var)
    assert (held.exists(), old.exists()) == (True, False)
    assert paid(warehouse)


def test_the_inbox_explains_itself(var: Path) -> None:
    text = (made(var) / "说明.txt").read_text(encoding="utf-8-sig")
    assert "把后台导出的文件放进这个文件夹" in text
    assert "Put exported files into this folder" in text


def test_a_long_name_leaves_room_for_its_note(warehouse: Warehouse, var: Path) -> None:
    name = f"{SHOP}{'很长的名字' * 14}.csv"
    daily(made(var) / name)
    settle(warehouse, var)
    (line,) = recent(var)
    assert line.outcome == "done"
    assert line.name.startswith(SHOP)


def test_an_archive_is_one_batch(warehouse: Warehouse, var: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(made(var) / "六月.zip", "w") as archive:
        for shop in (SHOP, OTHER):
            archive.write(daily(tmp_path / f"{shop}.csv"), f"{shop}.csv")
        archive.write(xlsx(tmp_path / "空.xlsx", [["备注"]]), "空.xlsx")
    settle(warehouse, var)
    assert len(batches(warehouse)) == 1
    assert len(paid(warehouse)) == 2


def test_a_file_that_breaks_the_import_is_given_up_after_three_attempts(
    warehouse: Warehouse, var: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Here the warehouse has lost a table."""
    with warehouse.writing() as run:
        run.execute("DROP TABLE shop_daily_history")
    daily(made(var) / f"{SHOP}.csv")
    seen = Seen()
    for number in range(inbox.TRIES + 2):
        assert left(var) == [f"{SHOP}.csv"]
        seen = sweep(warehouse, var, seen, NOW + number * SETTLED)
    assert left(var) == [f"refused/{DAY}/{SHOP}.csv", f"refused/{DAY}/{SHOP}.csv.txt"]
    assert "试了三次" in note(var, f"refused/{DAY}/{SHOP}.csv.txt")
    assert len(caplog.records) == 1
    assert not paid(warehouse)


def test_the_command_line_takes_what_lies_in_the_inbox(var: Path, capsys: pytest.CaptureFixture[str]) -> None:
    daily(made(var) / f"{SHOP}.csv")
    assert main(["inbox", "--lang", "zh"]) == 0
    assert f"{SHOP}.csv: 已写入" in capsys.readouterr().out
    text_file(made(var) / "通讯录.csv", [["姓名", "分机", "工位"], ["小明", "801", "3-12"]])
    assert main(["inbox", "--json", "--lang", "zh"]) == 1
    (line,) = json.loads(capsys.readouterr().out)
    assert (line["file"], line["outcome"]) == ("通讯录.csv", "refused")
