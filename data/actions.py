"""Actions: what somebody undertook to move a number, with who wrote it down and closed it, and when."""

from dataclasses import dataclass
from datetime import date, datetime

from data.warehouse import Cursor, Warehouse
from text import Text

COLUMNS = "action, shop, metric, what, owner, begun, due, watched, made_at, made_by, done, closed_at, closed_by"


class NotOpen(Exception):
    """The action is not there, or somebody has closed it already."""

    text = Text("这条行动已经有人关了，请刷新看看。", "Somebody has closed this action already: reload the page.")


@dataclass(frozen=True, slots=True)
class Undertaking:
    """What is to be done in a shop, by whom, until when, and which metric should move by it.

    It begins with `begun`; `watched` is how many days before and after it are compared. ValueError where nothing is
    said, the due day lies before the first, or no day is watched.
    """

    shop: str
    metric: str
    what: str
    owner: str
    begun: date
    due: date
    watched: int = 7

    def __post_init__(self) -> None:
        if not (self.what.strip() and self.owner.strip() and self.begun <= self.due and self.watched > 0):
            raise ValueError(f"not an action: {self}")


@dataclass(frozen=True, slots=True)
class Action:
    """An undertaking as it is kept: its number, who wrote it down, and who closed it, done on a day or dropped."""

    number: int
    undertaking: Undertaking
    made_at: datetime
    made_by: str
    done: date | None = None
    closed_at: datetime | None = None
    closed_by: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor dropped."""
        return self.closed_at is None

    @property
    def dropped(self) -> bool:
        """Whether it was given up."""
        return self.closed_at is not None and self.done is None


def actions(warehouse: Warehouse, shop: str | None = None) -> list[Action]:
    """Every action of a shop, or of all, the newest first."""
    rows = warehouse.rows(f"SELECT {COLUMNS} FROM actions WHERE coalesce(?, shop) = shop ORDER BY action DESC", [shop])
    return [Action(row[0], Undertaking(*row[1:8]), *row[8:]) for row in rows]


def undertake(warehouse: Warehouse, undertaking: Undertaking, *, by: str, now: datetime | None = None) -> int:
    """Write an action down; returns its number."""
    one = undertaking
    with warehouse.writing() as run:
        number = _next(run)
        run.execute(
            "INSERT INTO actions (action, shop, metric, what, owner, begun, due, watched, made_at, made_by)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                number, one.shop, one.metric, one.what.strip(), one.owner.strip(), one.begun, one.due, one.watched,
                now or datetime.now(), by,
            ],
        )  # fmt: skip
    return number


def close(warehouse: Warehouse, number: int, done: date | None, *, by: str, now: datetime | None = None) -> None:
    """Close an action: done on a day, or dropped with None. Raises NotOpen where it is closed already."""
    with warehouse.writing() as run:
        closed = run.execute(
            "UPDATE actions SET done = ?, closed_at = ?, closed_by = ? WHERE action = ? AND closed_at IS NULL"
            " RETURNING action",
            [done, now or datetime.now(), by, number],
        ).fetchall()
        if not closed:
            raise NotOpen


def _next(run: Cursor) -> int:
    number: int = run.execute("SELECT coalesce(max(action), 0) + 1 FROM actions").fetchall()[0][0]
    return number
