"""The stored cells that a part's rows would change most, worked out within the caller's transaction.

`part` is a table of the given rows, as for `data.store.merging`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from data.formats.quoting import quoted
from data.formats.subject import Subject
from data.store.living import equal
from data.store.warehouse import Cursor

MOST = 10
"""Cells named for one table."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """A stored cell that would change: its row's key in the order of the grain, its column, and both values as text.

    None is an empty cell; numbers are written plainly, rates as shares.
    """

    key: tuple[str | None, ...]
    column: str
    before: str | None
    after: str | None


def largest(run: Cursor, subject: Subject, columns: Sequence[str]) -> tuple[CellChange, ...]:
    """The greatest changes to stored cells, at most ten.

    Numbers come first, by how far they move compared with what is usual in their column; then texts, then cells
    that were empty.
    """
    facts = [name for name in columns if name not in subject.grain]
    if not facts:
        return ()
    pairs = ", ".join(f"stored.{name} AS before_{name}, part.{name} AS after_{name}" for name in facts)
    key = ", ".join(f"part.{name}::VARCHAR" for name in subject.grain)
    match = equal("part", "stored", subject.grain)
    run.execute(
        f"CREATE OR REPLACE TEMP TABLE cell_pairs AS SELECT [{key}] AS key, {pairs}"
        f" FROM part JOIN {subject.name} AS stored ON {match}"
        f" WHERE {' OR '.join(f'part.{name} IS DISTINCT FROM stored.{name}' for name in facts)}"
    )
    types = {name: sql_type for name, sql_type, *_ in run.execute(f"DESCRIBE {subject.name}").fetchall()}
    rows = run.execute(
        "SELECT key, name, before, after FROM"
        f" ({' UNION ALL '.join(_changed(name, _is_number(types[name])) for name in facts)})"
        f" ORDER BY rank, size DESC NULLS LAST, key, name LIMIT {MOST}"
    ).fetchall()
    run.execute("DROP TABLE cell_pairs")
    return tuple(CellChange(tuple(key), name, before, after) for key, name, before, after in rows)


def _is_number(sql_type: str) -> bool:
    return sql_type.startswith(("DECIMAL", "DOUBLE", "BIGINT", "INTEGER"))


def _changed(name: str, number: bool) -> str:
    """SQL for the greatest changes of one column; an emptied number counts as one that fell to nothing."""
    before, after = f"before_{name}", f"after_{name}"
    moved = f"abs(coalesce({after}, 0)::DOUBLE - {before}::DOUBLE)"
    usual = f"(SELECT nullif(avg(abs({after}::DOUBLE) ORDER BY abs({after}::DOUBLE)), 0) FROM cell_pairs)"
    size = f"{moved} / coalesce({usual}, 1)" if number else "NULL::DOUBLE"
    return (
        f"(SELECT key, {quoted(name)} AS name, {before}::VARCHAR AS before, {after}::VARCHAR AS after,"
        f" CASE WHEN {before} IS NULL THEN 2 ELSE {0 if number else 1} END AS rank, {size} AS size"
        f" FROM cell_pairs WHERE {before} IS DISTINCT FROM {after}"
        f" ORDER BY rank, size DESC NULLS LAST, key LIMIT {MOST})"
    )
