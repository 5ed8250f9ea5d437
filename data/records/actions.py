"""Actions: what somebody undertook to move a number, and who wrote it down, replanned, closed and reopened it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from data.store import clock
from data.store.warehouse import Cursor, Warehouse
from text import Text

COLUMNS = "action, shop, metric, what, owner, begun, due, watched, made_at, made_by, done, closed_at, closed_by"


class ActionNotOpen(Exception):
    """The action is not there, or somebody has closed it already."""

    text = Text("这条行动已经有人关了，请刷新看看。", "Somebody has closed this action already: reload the page.")


class NotClosed(Exception):
    """The action is not there, or it is open."""

    text = Text("这条行动没有关，或已经有人重开了，请刷新看看。", "This action is open already: reload the page.")


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


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who sees to an action until when."""

    owner: str
    due: date


@dataclass(frozen=True, slots=True)
class ActionStep:
    """What somebody did to an action: done on a day, dropped, reopened for a reason, or replanned.

    Only replanning has `before` and `after`: what was agreed until then, and since.
    """

    kind: Literal["done", "dropped", "reopened", "replanned"]
    at: datetime
    by: str
    done: date | None = None
    reason: str = ""
    before: Agreed | None = None
    after: Agreed | None = None


def actions(warehouse: Warehouse, shop: str | None = None) -> list[Action]:
    """Every action of a shop, or of all, the newest first."""
    rows = warehouse.rows(f"SELECT {COLUMNS} FROM actions WHERE coalesce(?, shop) = shop ORDER BY action DESC", [shop])
    return [_action(row) for row in rows]


def _action(row: tuple) -> Action:
    return Action(row[0], Undertaking(*row[1:8]), *row[8:])


def undertake(warehouse: Warehouse, undertaking: Undertaking, *, by: str, now: datetime | None = None) -> int:
    """Write an action down; returns its number, by which it is changed and closed."""
    one = undertaking
    with warehouse.writing() as run:
        number = _next(run)
        run.execute(
            "INSERT INTO actions (action, shop, metric, what, owner, begun, due, watched, made_at, made_by)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                number, one.shop, one.metric, one.what.strip(), one.owner.strip(), one.begun, one.due, one.watched,
                now or clock.now(warehouse), by,
            ],
        )  # fmt: skip
    return number


def close(warehouse: Warehouse, number: int, done: date | None, *, by: str, now: datetime | None = None) -> None:
    """Close an action: done on a day, or dropped with None. Raises NotOpen where it is closed already."""
    at = now or clock.now(warehouse)
    with warehouse.writing() as run:
        closed = run.execute(
            "UPDATE actions SET done = ?, closed_at = ?, closed_by = ? WHERE action = ? AND closed_at IS NULL"
            " RETURNING action",
            [done, at, by, number],
        ).fetchall()
        if not closed:
            raise ActionNotOpen
        _keep(run, number, ActionStep("done" if done else "dropped", at, by, done))


def reopen(warehouse: Warehouse, number: int, reason: str, *, by: str, now: datetime | None = None) -> None:
    """Take up a closed action again; its closing stays among its steps.

    Raises NotClosed where it is open, ValueError without a reason.
    """
    if not reason.strip():
        raise ValueError("no reason")
    at = now or clock.now(warehouse)
    with warehouse.writing() as run:
        closed = run.execute(
            "SELECT done, closed_at, closed_by FROM actions WHERE action = ? AND closed_at IS NOT NULL", [number]
        ).fetchall()
        if not closed:
            raise NotClosed
        _keep_closing(run, number, *closed[0])
        run.execute("UPDATE actions SET done = NULL, closed_at = NULL, closed_by = NULL WHERE action = ?", [number])
        _keep(run, number, ActionStep("reopened", at, by, reason=reason.strip()))


def replan(
    warehouse: Warehouse, number: int, owner: str | None, due: date, *, by: str, now: datetime | None = None
) -> Undertaking:
    """Give an open action to somebody, or another day by which it is due; what was agreed before is kept as a step.

    Without an `owner` (None) it stays with whoever has it. Returns the action as it is now; where nothing would change,
    nothing is kept. Raises NotOpen where it is closed, ValueError for a blank owner or a day before it begins.
    """
    with warehouse.writing() as run:
        query = f"SELECT {COLUMNS} FROM actions WHERE action = ? AND closed_at IS NULL"
        found = run.execute(query, [number]).fetchall()
        if not found:
            raise ActionNotOpen
        was = _action(found[0]).undertaking
        one = replace(was, owner=was.owner if owner is None else owner.strip(), due=due)
        if one != was:
            run.execute("UPDATE actions SET owner = ?, due = ? WHERE action = ?", [one.owner, one.due, number])
            before, after = (Agreed(each.owner, each.due) for each in (was, one))
            _keep(run, number, ActionStep("replanned", now or clock.now(warehouse), by, before=before, after=after))
    return one


def steps(warehouse: Warehouse) -> dict[int, list[ActionStep]]:
    """What was done to each action after it was written down, the oldest first, by the action's number."""
    found: dict[int, list[ActionStep]] = {}
    for number, *row, owner_before, due_before, owner, due in warehouse.rows(
        "SELECT action, kind, made_at, made_by, done, coalesce(reason, ''), owner_before, due_before, owner, due"
        " FROM action_steps ORDER BY step"
    ):
        agreed = (Agreed(owner_before, due_before), Agreed(owner, due)) if owner else ()
        found.setdefault(number, []).append(ActionStep(*row, *agreed))
    return found


def _keep(run: Cursor, number: int, step: ActionStep) -> None:
    agreed = [[one.owner, one.due] if one else [None, None] for one in (step.before, step.after)]
    run.execute(
        "INSERT INTO action_steps"
        " (step, action, kind, done, reason, made_at, made_by, owner_before, due_before, owner, due)"
        " SELECT coalesce(max(step), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM action_steps",
        [number, step.kind, step.done, step.reason, step.at, step.by, *agreed[0], *agreed[1]],
    )


def _keep_closing(run: Cursor, number: int, done: date | None, at: datetime, by: str) -> None:
    """Keep a closing that an older program wrote into the action alone."""
    kept = run.execute("SELECT 1 FROM action_steps WHERE action = ? AND made_at = ?", [number, at]).fetchall()
    if not kept:
        _keep(run, number, ActionStep("done" if done else "dropped", at, by, done))


def _next(run: Cursor) -> int:
    number: int = run.execute("SELECT coalesce(max(action), 0) + 1 FROM actions").fetchall()[0][0]
    return number
