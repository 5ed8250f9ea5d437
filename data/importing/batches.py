"""Batches: what was imported together, listed and withdrawn together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from data.formats.subject import Subject
from data.sources import SUBJECTS, source_named
from data.store import clock
from data.store.living import StoredPart, living_parts
from data.store.merging import WithdrawalEffect, recompute
from data.store.rollups import bring_up
from data.store.warehouse import Cursor, Warehouse
from text import Text


class NoSuchBatch(Exception):
    """A batch that does not exist, or was withdrawn before."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.text = Text(f"没有批次 {name}，或它已经撤回。", f"There is no batch {name}, or it has been withdrawn.")


@dataclass(frozen=True, slots=True)
class PartLine:
    """One table of a batch as it went in."""

    file: str
    source: Text
    new: int
    changed: int
    same: int
    rejected: int


@dataclass(frozen=True, slots=True)
class BatchLine:
    """A batch in the list."""

    name: str
    imported_at: datetime
    by: str
    demo: bool
    withdrawn_at: datetime | None
    withdrawn_by: str | None
    parts: tuple[PartLine, ...]


def batches(warehouse: Warehouse) -> list[BatchLine]:
    """Every batch, newest first."""
    parts: dict[int, list[PartLine]] = {}
    for batch, file, source, *counts in warehouse.rows(
        "SELECT batch, file, source, new, changed, same, rejected FROM parts ORDER BY part"
    ):
        parts.setdefault(batch, []).append(PartLine(file, source_named(source).title, *counts))
    rows = warehouse.rows(
        "SELECT batch, name, imported_at, by_whom, demo, withdrawn_at, withdrawn_by FROM batches ORDER BY batch DESC"
    )
    return [
        BatchLine(name, at, by, demo, withdrawn_at, withdrawn_by, tuple(parts.get(batch, ())))
        for batch, name, at, by, demo, withdrawn_at, withdrawn_by in rows
    ]


def effect_of_withdrawing(warehouse: Warehouse, name: str) -> tuple[WithdrawalEffect, ...]:
    """What withdrawing a batch would do, by subject; raises NoSuchBatch."""
    with warehouse.trying() as run:
        return _withdraw(run, [name], "", clock.now(warehouse))


def withdraw(warehouse: Warehouse, name: str, *, by: str, now: datetime | None = None) -> tuple[WithdrawalEffect, ...]:
    """Take a batch back: what it had replaced returns; raises NoSuchBatch."""
    with warehouse.writing() as run:
        return _withdraw(run, [name], by, now or clock.now(warehouse))


def withdraw_demo(warehouse: Warehouse, *, by: str) -> None:
    """Take every batch of the demo shops back."""
    names = [line.name for line in batches(warehouse) if line.demo and not line.withdrawn_at]
    with warehouse.writing() as run:
        if names:
            _withdraw(run, names, by, clock.now(warehouse))


def has_demo(warehouse: Warehouse) -> bool:
    """Whether the demo shops are loaded."""
    return bool(warehouse.rows("SELECT 1 FROM batches WHERE demo AND withdrawn_at IS NULL LIMIT 1"))


def _withdraw(run: Cursor, names: Sequence[str], by: str, at: datetime) -> tuple[WithdrawalEffect, ...]:
    withdrawn = {subject: parts for subject in SUBJECTS if (parts := _of_batches(run, subject, names))}
    if not withdrawn:
        raise NoSuchBatch(names[0])
    run.execute(
        "UPDATE batches SET withdrawn_at = ?, withdrawn_by = ?"
        " WHERE withdrawn_at IS NULL AND name IN (SELECT unnest(?))",
        [at, by, list(names)],
    )
    effects = tuple(recompute(run, subject, parts) for subject, parts in withdrawn.items())
    bring_up(run)
    return effects


def _of_batches(run: Cursor, subject: Subject, names: Sequence[str]) -> list[StoredPart]:
    listed = run.execute(
        "SELECT part FROM parts JOIN batches USING (batch) WHERE name IN (SELECT unnest(?))", [list(names)]
    ).fetchall()
    numbers = {number for (number,) in listed}
    return [part for part in living_parts(run, subject) if part.number in numbers]
