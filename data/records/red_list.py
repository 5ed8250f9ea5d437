"""The red list's book: who took a line, whom it was given to, what was noted, and what is called no problem."""

from dataclasses import dataclass
from datetime import date, datetime

from data.store import clock
from data.store.warehouse import Warehouse

TAKE, ASSIGN, NOTE, DISMISS, RESTORE = "take", "assign", "note", "dismiss", "restore"
COLUMNS = "shop, line, kind, owner, step, due, words, value, until, made_at, made_by"


@dataclass(frozen=True, slots=True)
class Mark:
    """What somebody said of a line of a shop's red list; `shop` "" is the list of all shops together.

    Taking and assigning name an owner, assigning also the due moment and the next step; a note and a dismissal have
    words, a dismissal the value it was made at and the last day it holds. ValueError where that is not so.
    """

    shop: str
    line: str
    kind: str
    owner: str = ""
    step: str = ""
    due: datetime | None = None
    words: str = ""
    value: float | None = None
    until: date | None = None
    made_at: datetime | None = None
    made_by: str = ""

    def __post_init__(self) -> None:
        lacks = {
            TAKE: not self.owner.strip(),
            ASSIGN: not self.owner.strip() or self.due is None,
            NOTE: not self.words.strip(),
            DISMISS: not self.words.strip() or self.until is None,
            RESTORE: False,
        }
        if lacks.get(self.kind, True):
            raise ValueError(f"not a mark: {self}")


def marks(warehouse: Warehouse, shop: str) -> list[Mark]:
    """Every mark on a shop's lines, the oldest first."""
    rows = warehouse.rows(f"SELECT {COLUMNS} FROM red_marks WHERE shop = ? ORDER BY mark", [shop])
    return [Mark(*row) for row in rows]


def mark(warehouse: Warehouse, made: Mark, *, by: str, now: datetime | None = None) -> None:
    """Write a mark down; none is ever changed or taken out, a later one counts more."""
    with warehouse.writing(answers_stay=True) as run:
        run.execute(
            f"INSERT INTO red_marks (mark, {COLUMNS})"
            " SELECT coalesce(max(mark), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM red_marks",
            [
                made.shop, made.line, made.kind, made.owner.strip(), made.step.strip(), made.due, made.words.strip(),
                made.value, made.until, now or clock.now(warehouse), by,
            ],
        )  # fmt: skip
