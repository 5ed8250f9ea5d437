"""The schedule: each report goes out once, at its time, and again when it failed."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from data.records.recipients import Recipient, keep_recipients
from data.records.sendings import Sending, keep_sending, sendings
from data.records.settings import TIME_ZONE, set_setting
from data.store.warehouse import Warehouse
from metrics.wording.masking import masks
from reports.sending.report import report
from reports.sending.schedule import coming, is_due, send_due
from tests.metrics.rows import SHOP
from tests.reports.sending.test_robots import Chat, chat

__all__ = ["chat"]

MONDAY = datetime(2026, 6, 8, 8, 30)
NOWHERE = "http://127.0.0.1:9/robot/send?access_token=abc"


def group(address: str, **more: object) -> Recipient:
    given = {"shop": SHOP, "weekdays": (0,), "at": "08:30"} | more
    return Recipient("运营群", "dingtalk", address, "SEC", **given)  # type: ignore[arg-type]


def at(warehouse: Warehouse, var: Path, *moments: datetime) -> list[int]:
    """How many sendings were tried at each moment."""
    return [len(send_due(warehouse, var, moment)) for moment in moments]


def test_a_report_goes_out_once_at_its_time(demo: Warehouse, tmp_path: Path, chat: Chat) -> None:
    keep_recipients(tmp_path, [group(chat.address)], None)
    minute = timedelta(minutes=1)
    assert at(demo, tmp_path, MONDAY - minute, MONDAY, MONDAY + minute, MONDAY + timedelta(hours=2)) == [0, 1, 0, 0]
    words = chat.received[0][1]["text"]["content"]
    assert words.startswith(f"【{SHOP}】运营周报　6月1日（周一）至 7日（周日）")
    with demo.writing() as run:
        run.execute("DELETE FROM sendings")


def test_a_board_started_late_still_sends_but_not_in_the_afternoon(demo: Warehouse, tmp_path: Path, chat: Chat) -> None:
    keep_recipients(tmp_path, [group(chat.address, what="morning")], None)
    assert at(demo, tmp_path, MONDAY + timedelta(hours=5), MONDAY + timedelta(hours=2)) == [0, 1]
    assert "昨日" in chat.received[0][1]["text"]["content"] or "6月7日" in chat.received[0][1]["text"]["content"]
    with demo.writing() as run:
        run.execute("DELETE FROM sendings")


def test_what_did_not_arrive_is_tried_three_times_with_rests(warehouse: Warehouse, tmp_path: Path) -> None:
    keep_recipients(tmp_path, [group(NOWHERE, shop="", what="morning")], None)
    moments = [MONDAY + timedelta(minutes=number) for number in (0, 1, 5, 6, 10, 15, 20)]
    assert at(warehouse, tmp_path, *moments) == [1, 0, 1, 0, 1, 0, 0]
    assert all("连不上运营群的机器人" in one.failed for one in sendings(warehouse))


def test_a_report_is_tried_again_in_the_hour_that_comes_twice(warehouse: Warehouse) -> None:
    set_setting(warehouse, TIME_ZONE.name, "America/New_York")
    sunday = datetime(2026, 11, 1)
    to = group(NOWHERE, weekdays=(6,), at="01:00")
    keep_sending(warehouse, Sending(to.name, to.what, sunday.date(), sunday.replace(hour=1, minute=55), "连不上", ""))
    assert not is_due(warehouse, to, sunday.replace(hour=1, minute=59))
    assert is_due(warehouse, to, sunday.replace(hour=1, minute=0, fold=1))


def test_a_report_due_at_an_hour_that_is_left_out_goes_out_after_it(warehouse: Warehouse) -> None:
    set_setting(warehouse, TIME_ZONE.name, "America/New_York")
    to = group(NOWHERE, weekdays=(6,), at="02:30")
    assert not is_due(warehouse, to, datetime(2026, 3, 8, 1, 59))
    assert is_due(warehouse, to, datetime(2026, 3, 8, 3, 0))


def test_other_weekdays_are_left_alone(warehouse: Warehouse, tmp_path: Path) -> None:
    keep_recipients(tmp_path, [group(NOWHERE)], None)
    assert at(warehouse, tmp_path, MONDAY + timedelta(days=1)) == [0]


def test_what_is_sent_by_hand_alone_never_goes_out_by_itself(warehouse: Warehouse, tmp_path: Path) -> None:
    keep_recipients(tmp_path, [group(NOWHERE, weekdays=())], None)
    assert at(warehouse, tmp_path, MONDAY) == [0]


def test_the_next_sending_is_told() -> None:
    to = group("https://example.com/x", weekdays=(0, 4))
    assert next(coming(to, MONDAY)) == datetime(2026, 6, 12, 8, 30)
    assert next(coming(to, MONDAY - timedelta(minutes=1))) == MONDAY


@pytest.mark.parametrize(("language", "words"), [("zh", "运营周报"), ("en", "Operations week")])
def test_only_a_mail_carries_the_pdf(demo: Warehouse, language: str, words: str) -> None:
    mail = Recipient("老板", "mail", "boss@example.com", shop=SHOP, language=language)  # type: ignore[arg-type]
    reported = report(demo, mail, date(2026, 6, 8))
    assert words in reported.subject
    assert [(file.name, file.content[:5]) for file in reported.files] == [("2026-W23.pdf", b"%PDF-")]
    assert report(demo, group("https://example.com/x"), date(2026, 6, 8)).files == ()


@pytest.mark.parametrize("what", ["week", "morning"])
def test_nobody_is_named_in_what_goes_out_by_itself(demo: Warehouse, what: str) -> None:
    recorded = {name for name in masks(demo).by_name if len(name) > 1}
    reported = report(demo, group("https://example.com/x", what=what), date(2026, 6, 8)).words
    assert recorded
    assert not [name for name in recorded if name in reported]
