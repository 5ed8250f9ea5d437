"""Versions of a shop's plan for a quarter: begun, proposed, approved or sent back. The approved one counts.

What a version holds is no copy: it is what the parts of the targets' history said that stood when it was proposed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from data.records.plan_rows import ENTERED, ONLY_SHOP, PROPOSED, QUARTER
from data.sources.targets.targets import SUBJECT
from data.store import clock
from data.store.living import living_parts
from data.store.rollups import bring_up
from data.store.warehouse import Cursor, Warehouse
from text import Refusal, Text

COLUMNS = (
    "shop", "quarter", "version", "begun_at", "begun_by", "parts", "proposed_at", "proposed_by", "note", "decided_at",
    "decided_by", "approved", "reason",
)  # fmt: skip
ROW = "period, team, person, metric, floor, amount, stretch"

Key = tuple[str, str, str, str]
"""Period, team, person, metric: a target within a shop's quarter."""

Levels = tuple[Decimal | None, Decimal | None, Decimal | None]
"""Floor, target and stretch."""


class NotNow(Refusal):
    """A step that the plan's state does not allow."""


NAME_NEEDED = Text("先留个名字，再提交或批准。", "Give your name before you propose or approve.")
WAITS_ALREADY = Text("第 {n} 版已提交，等批准或退回。", "Version {n} is proposed already and waits for a decision.")
NOTHING_THERE = Text("这个季度还没有目标，没有可提交的。", "The quarter has no target yet: nothing to propose.")
LOCKED = Text(
    "第 {n} 版已批准并锁定，要改先立新版。", "Version {n} is approved and locked: begin a new version to change it."
)
NOT_LOCKED = Text("计划没有锁定，直接改就行。", "The plan is not locked: change it as it is.")
NOT_PROPOSED = Text("没有等批准的版本。", "No version waits for a decision.")


@dataclass(frozen=True, slots=True)
class Version:
    """A version and who did what to it when; `parts` are empty until it is proposed, `approved` None until decided."""

    shop: str
    quarter: str
    version: int
    begun_at: datetime
    begun_by: str
    parts: tuple[int, ...]
    proposed_at: datetime | None
    proposed_by: str | None
    note: str
    decided_at: datetime | None
    decided_by: str | None
    approved: bool | None
    reason: str

    @property
    def waits(self) -> bool:
        """Whether it is proposed and not decided."""
        return self.proposed_at is not None and self.approved is None


def quarter_of(period: str) -> str | None:
    """The quarter that a quarter, month or day written as in a plan lies in: 2026-Q2; None for a whole year."""
    if len(period) < 7:
        return None
    return period if "Q" in period else f"{period[:4]}-Q{(int(period[5:7]) + 2) // 3}"


def versions(warehouse: Warehouse, shop: str, quarter: str) -> list[Version]:
    """The versions of a plan, the newest first."""
    with warehouse.cursor() as run:
        return _versions(run, shop, quarter)


def locked_by(warehouse: Warehouse, shop: str, quarter: str) -> Version | None:
    """The approved version that locks a plan; None while none is approved, or once a new one is begun."""
    with warehouse.cursor() as run:
        return _lock(_versions(run, shop, quarter))


def counting(warehouse: Warehouse, shop: str, quarter: str) -> Version | None:
    """The version that counts: the newest approved one; None while whatever is entered counts."""
    return next((version for version in versions(warehouse, shop, quarter) if version.approved), None)


def begin(warehouse: Warehouse, shop: str, quarter: str, *, by: str, now: datetime | None = None) -> int:
    """Unlock a plan for a new version, of which this is the number; the approved one counts on. Raises NotNow."""
    with warehouse.writing() as run:
        if not (lock := _lock(_versions(run, shop, quarter))):
            raise NotNow(NOT_LOCKED)
        number = _add(run, shop, quarter, lock.version + 1, by, now or clock.now(warehouse))
        bring_up(run, "plan_versions")
    return number


def propose(
    warehouse: Warehouse, shop: str, quarter: str, *, by: str, note: str = "", now: datetime | None = None
) -> int:
    """Propose the targets as they stand; the number of the version. Raises NotNow."""
    at = now or clock.now(warehouse)
    _named(by)
    with warehouse.writing() as run:
        past = _versions(run, shop, quarter)
        if lock := _lock(past):
            raise NotNow(LOCKED.filled(n=lock.version))
        if past and past[0].waits:
            raise NotNow(WAITS_ALREADY.filled(n=past[0].version))
        parts = [part.number for part in living_parts(run, SUBJECT)]
        if not _entered(run, shop, quarter):
            raise NotNow(NOTHING_THERE)
        number = past[0].version if past and past[0].approved is None else len(past) + 1
        if not (past and past[0].version == number):
            _add(run, shop, quarter, number, by, at)
        run.execute(
            "UPDATE plan_versions SET parts = ?, proposed_at = ?, proposed_by = ?, note = ?,"
            f" unnamed = coalesce(shop = ({ONLY_SHOP}), false) WHERE shop = ? AND quarter = ? AND version = ?",
            [parts, at, by, note, shop, quarter, number],
        )
        bring_up(run, "plan_versions")
    return number


def decide(
    warehouse: Warehouse,
    shop: str,
    quarter: str,
    *,
    approved: bool,
    by: str,
    reason: str = "",
    now: datetime | None = None,
) -> int:
    """Approve the proposed version, which then counts and is locked, or send it back; its number. Raises NotNow."""
    _named(by)
    with warehouse.writing() as run:
        past = _versions(run, shop, quarter)
        if not (past and past[0].waits):
            raise NotNow(NOT_PROPOSED)
        run.execute(
            "UPDATE plan_versions SET decided_at = ?, decided_by = ?, approved = ?, reason = ?"
            " WHERE shop = ? AND quarter = ? AND version = ?",
            [now or clock.now(warehouse), by, approved, reason, shop, quarter, past[0].version],
        )
        bring_up(run, "plan_versions")
        return past[0].version


def content(warehouse: Warehouse, version: Version) -> dict[Key, Levels]:
    """The targets of a proposed version."""
    return _keyed(warehouse.rows(
        f"SELECT {ROW} FROM ({PROPOSED}) WHERE shop = ? AND quarter = ? AND version = ?",
        [version.shop, version.quarter, version.version],
    ))  # fmt: skip


def entered_now(warehouse: Warehouse, shop: str, quarter: str) -> dict[Key, Levels]:
    """The targets as they are entered, whether they count or not."""
    with warehouse.cursor() as run:
        return _entered(run, shop, quarter)


def changes(before: dict[Key, Levels], after: dict[Key, Levels]) -> list[tuple[Key, Levels | None, Levels | None]]:
    """The targets in which two states of a plan differ, by period, team and person."""
    keys = sorted({*before, *after})
    return [(key, before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key)]


def _entered(run: Cursor, shop: str, quarter: str) -> dict[Key, Levels]:
    sql = f"SELECT {ROW} FROM ({ENTERED}) WHERE shop = ? AND {QUARTER} = ?"
    return _keyed(run.execute(sql, [shop, quarter]).fetchall())


def _keyed(rows: Sequence[tuple]) -> dict[Key, Levels]:
    """Rows that hold a target, by what it is of; a cleared one holds none."""
    return {row[:4]: row[4:] for row in rows if any(level is not None for level in row[4:])}


def _versions(run: Cursor, shop: str, quarter: str) -> list[Version]:
    rows = run.execute(
        f"SELECT {', '.join(COLUMNS)} FROM plan_versions WHERE shop = ? AND quarter = ? ORDER BY version DESC",
        [shop, quarter],
    ).fetchall()
    return [_version(row) for row in rows]


def _version(row: tuple) -> Version:
    stored = dict(zip(COLUMNS, row, strict=True))
    written = {name: stored[name] or "" for name in ("begun_by", "note", "reason")}
    return Version(**(stored | written | {"parts": tuple(stored["parts"] or ())}))


def _lock(past: Sequence[Version]) -> Version | None:
    return past[0] if past and past[0].approved else None


def _add(run: Cursor, shop: str, quarter: str, number: int, by: str, at: datetime) -> int:
    run.execute(
        "INSERT INTO plan_versions (shop, quarter, version, begun_at, begun_by) VALUES (?, ?, ?, ?, ?)",
        [shop, quarter, number, at, by],
    )
    return number


def _named(by: str) -> None:
    if not by.strip():
        raise NotNow(NAME_NEEDED)
