"""A morning of the board in a process of its own, whose machine is set to the zone that `TZ` names.

`python -m tests.board_day VAR CHAT MAIL FILE…` prints as JSON what was stored, shown and sent at one fixed instant, and
how many hours the stamps that the board makes by itself are off Beijing's clock.
"""

import hashlib
import json
import os
import re
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

from data.__main__ import main as command
from data.formats.mapping import Mapping
from data.importing import inbox
from data.importing.batches import batches, withdraw
from data.importing.imports import preview, store
from data.importing.uploads import Upload, forget_old
from data.recognition.saved_mappings import remember
from data.records import actions, meetings, plan_versions
from data.records.recipients import MailServer, Recipient, keep_recipients
from data.records.red_list import NOTE, Mark, mark
from data.records.rule_edits import RuleEdit, keep_rule_edits
from data.store import clock
from data.store.as_of import warehouse_as_of
from data.store.board import in_memory, opened
from data.store.books import BOOKS
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.review.review import review
from reports.deck.deck import begin_meeting, deck
from reports.digest import digest
from reports.sending.schedule import send_due
from tests.files import text_file

INSTANT = datetime(2026, 6, 11, 22, 10, tzinfo=UTC)
"""Ten past six on 12 June in Beijing, and still 11 June in London and New York."""

SHOP = "云栖木语家居旗舰店"
WEEK = Period(date(2026, 6, 1), date(2026, 6, 7))
HEADING = ["店铺名称", "统计日期", "访客数", "支付金额", "支付买家数"]
HOUR = timedelta(hours=1)
STAMPS = {book: [field.name for field in fields if field.sql_type == "TIMESTAMP"] for book, fields in BOOKS.items()}
"""The columns of each book that say when something was done."""


def main(var: Path, chat: str, mail: int, files: Sequence[Path]) -> None:
    """Print the morning."""
    with opened(var) as board:
        with board.cursor() as run:
            run.execute("SET threads = 1")
        now = clock.moment(INSTANT, board)
        parts = {
            "imported": imported(board, files, now),
            "inbox": swept(board, var, now),
            "originals": forgotten(board, var, now),
            "morning": morning(board, now),
            "meeting": met(board, now),
            "sent": sent(board, var, chat, mail, now),
            "known": [as_of(board, INSTANT + step) for step in (-HOUR, timedelta(), HOUR)],
        }
    parts["command"] = commanded(var)
    parts["hours off"] = hours_off(files)
    print(json.dumps(parts, ensure_ascii=False, default=str))


def imported(board: Warehouse, files: Sequence[Path], now: datetime) -> object:
    """The files stored as one batch."""
    store(board, preview(board, [Upload(path.name, path) for path in files]), by="小满", now=now)
    return board.rows("SELECT name, imported_at FROM batches")


def swept(board: Warehouse, var: Path, now: datetime) -> object:
    """A file of the inbox, and where its note says that it was put away."""
    path = text_file(inbox.made(var) / "补.csv", [HEADING, [SHOP, "2025-01-01", "10", "100.00", "2"]])
    os.utime(path, (INSTANT.timestamp(),) * 2)
    seen = inbox.sweep(board, var, inbox.Seen(), now)
    inbox.sweep(board, var, seen, now + inbox.SETTLED)
    return [str(line.when) for line in inbox.recent(var)], sorted(path.name for path in var.glob("inbox/done/*"))


def forgotten(board: Warehouse, var: Path, now: datetime) -> object:
    """What is left of an original that is an hour too old, and of one that is not."""
    for name, age in (("old", timedelta(days=90) + HOUR), ("young", timedelta(days=90) - HOUR)):
        path = var / "uploads" / name
        path.write_bytes(b"")
        os.utime(path, ((INSTANT - age).timestamp(),) * 2)
    return forget_old(board, var, now), [path.name for path in var.glob("uploads/*g")]


def morning(board: Warehouse, now: datetime) -> object:
    """All that the morning page is made of."""
    found = review(board, now.date() - timedelta(days=1), SHOP, now.date())
    return found.morning.headline.zh, [sentence.zh for sentence in found.morning.sentences], digested(found)


def met(board: Warehouse, now: datetime) -> object:
    """The week's deck, and the meeting that began and ended on it."""
    of = deck(board, WEEK, SHOP, now.date())
    number = begin_meeting(of, board, board, now.date(), now, by="小满", now=now)
    meetings.close_meeting(board, number, "散会", by="小满", now=now + HOUR)
    return digest(of, "zh"), digested(of), digested(meetings.meetings(board)), books(board, "meetings")


def sent(board: Warehouse, var: Path, chat: str, mail: int, now: datetime) -> object:
    """What the schedule sends at ten past six to a group and a mailbox."""
    due = {"shop": SHOP, "what": "morning", "weekdays": (now.weekday(),), "at": "06:10"}
    group = Recipient("运营群", "dingtalk", chat, "SEC", **due)  # type: ignore[arg-type]
    boss = Recipient("老板", "mail", "boss@example.com", **due)  # type: ignore[arg-type]
    keep_recipients(var, [group, boss], MailServer("127.0.0.1", mail, "board@example.com", security="none"))
    early, at_once, again = (send_due(board, var, moment) for moment in (now - HOUR, now, now + HOUR))
    return len(early), len(at_once), len(again), books(board, "sendings")


def as_of(board: Warehouse, moment: datetime) -> object:
    """The batches, and the morning, that were known at a point in time."""
    with warehouse_as_of(board, moment) as then:
        return [batch.name for batch in batches(then)], then.rows("SELECT count(*), sum(pay_amount) FROM shop_daily")


def commanded(var: Path) -> object:
    """Whether the command line names a batch for the day in Beijing."""
    path = text_file(var / "再补.csv", [HEADING, [SHOP, "2025-01-02", "10", "100.00", "2"]])
    days = [f"{in_beijing():%Y%m%d}"]
    with redirect_stdout(StringIO()):
        command(["import", str(path)])
    days.append(f"{in_beijing():%Y%m%d}")
    with opened(var) as board:
        return batches(board)[0].name.partition("-")[0] in days


def hours_off(files: Sequence[Path]) -> dict[str, list[int]]:
    """How far the stamps of every book are from Beijing's clock, where nobody said what time it is."""
    with in_memory() as board:
        written_down(board, files)
        return {
            f"{book}.{name}": hours
            for book, names in STAMPS.items()
            for name in names
            if (hours := _hours_off(board, book, name))
        }


def written_down(board: Warehouse, files: Sequence[Path]) -> None:
    """Everything that can be written down without naming the moment."""
    for _ in range(2):
        receipt = store(board, preview(board, [Upload(path.name, path) for path in files]), by="小满")
        if receipt.batch:
            first = receipt.batch
    withdraw(board, first, by="小满")
    store(board, preview(board, [Upload(path.name, path) for path in files]), by="小满")
    today = clock.today(board)
    number = actions.undertake(
        board, actions.Undertaking(SHOP, "pay_amount", "换主图", "小满", today, today), by="小满"
    )
    actions.replan(board, number, "阿青", today + timedelta(days=1), by="小满")
    actions.close(board, number, today, by="小满")
    actions.reopen(board, number, "没换", by="小满")
    actions.close(board, number, None, by="小满")
    mark(board, Mark(SHOP, "late", NOTE, words="在补"), by="小满")
    keep_rule_edits(board, [RuleEdit("pay_amount", "last_week", 0.1, 0.2)], by="小满")
    remember(board, ["甲", "乙"], Mapping("shop_daily", {"day": "甲"}, {}), by="小满")
    meeting = meetings.open_meeting(
        board, SHOP, WEEK.first, moment=clock.now(board), by="小满", definitions={}, figures={}
    )
    meetings.close_meeting(board, meeting, "散会", by="小满")
    plan_versions.propose(board, SHOP, "2026-Q2", by="小满")
    plan_versions.decide(board, SHOP, "2026-Q2", approved=True, by="小满")
    plan_versions.begin(board, SHOP, "2026-Q2", by="小满")


def _hours_off(board: Warehouse, book: str, column: str) -> list[int]:
    rows = board.rows(f"SELECT DISTINCT {column} FROM {book} WHERE {column} IS NOT NULL")
    return sorted({round((stamp - in_beijing()) / HOUR) for (stamp,) in rows})


def in_beijing() -> datetime:
    """What a clock in Beijing shows."""
    return datetime.now(ZoneInfo("Asia/Shanghai")).replace(tzinfo=None)


def books(board: Warehouse, name: str) -> object:
    """Every stamp of a book."""
    return board.rows(f"SELECT {', '.join(STAMPS[name])} FROM {name} ORDER BY ALL")


def digested(found: object) -> str:
    """A few digits that stand for everything in an object; where it lies in memory does not count."""
    return hashlib.sha256(re.sub(r" at 0x[0-9a-f]+", "", repr(found)).encode()).hexdigest()[:16]


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), [Path(name) for name in sys.argv[4:]])
