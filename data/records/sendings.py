"""Sendings: what was sent to whom for which day, whether it arrived, and how often it was tried."""

from dataclasses import dataclass
from datetime import date, datetime

from data.store.warehouse import Warehouse


@dataclass(frozen=True, slots=True)
class Sending:
    """One try: the recipient's name, what, the day it was due, when it was tried, and why it failed ("" where not)."""

    recipient: str
    what: str
    due: date
    tried_at: datetime
    failed: str
    by: str


def sendings(warehouse: Warehouse, most: int = 50) -> list[Sending]:
    """The last tries, the newest first."""
    rows = warehouse.rows(
        "SELECT recipient, what, due, tried_at, failed, by_whom FROM sendings ORDER BY tried_at DESC LIMIT ?", [most]
    )
    return [Sending(*row) for row in rows]


def keep_sending(warehouse: Warehouse, of: Sending) -> None:
    """Note a try."""
    with warehouse.writing() as run:
        values = [of.recipient, of.what, of.due, of.tried_at, of.failed, of.by]
        run.execute("INSERT INTO sendings VALUES (?, ?, ?, ?, ?, ?)", values)


def tries(warehouse: Warehouse, recipient: str, what: str, due: date) -> list[Sending]:
    """Every try of one sending that the board made by itself, the oldest first."""
    rows = warehouse.rows(
        "SELECT recipient, what, due, tried_at, failed, by_whom FROM sendings"
        " WHERE recipient = ? AND what = ? AND due = ? AND by_whom = '' ORDER BY tried_at",
        [recipient, what, due],
    )
    return [Sending(*row) for row in rows]
