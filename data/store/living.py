"""What the parts that live say together: the rows of a subject, replayed from its history in one SQL statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from data.formats.mode import Mode, usual
from data.formats.subject import Subject
from data.store.warehouse import Cursor


@dataclass(frozen=True, slots=True)
class StoredPart:
    """One table of one file as it was stored: its number, the columns its file held, and how it met the rest."""

    number: int
    columns: tuple[str, ...]
    mode: Mode


def living_parts(run: Cursor, subject: Subject, moment: datetime | None = None) -> list[StoredPart]:
    """The parts of a subject that are not withdrawn; at a past `moment`, those that were stored and not withdrawn."""
    alive = "withdrawn_at IS NULL"
    if moment:
        alive = "imported_at <= $moment AND (withdrawn_at IS NULL OR withdrawn_at > $moment)"
    sql = f"SELECT part, columns, mode FROM parts JOIN batches USING (batch) WHERE subject = $subject AND {alive}"
    values = {"subject": subject.name} | ({"moment": moment} if moment else {})
    return [
        StoredPart(number, tuple(columns), Mode(mode or usual(subject)))
        for number, columns, mode in run.execute(f"{sql} ORDER BY part", values).fetchall()
    ]


def names_of(run: Cursor, subject: Subject) -> list[str]:
    """The columns of a subject's table, those of the grain first."""
    return [name for name, *_ in run.execute(f"DESCRIBE {subject.name}").fetchall()]


def living(subject: Subject, names: Sequence[str], parts: Sequence[StoredPart], within: str = "") -> str:
    """SQL for the rows as the parts say: per key and column what the newest part that holds the column says.

    `names` are the subject's columns. `within` names a table of keys (`key_of(subject)`) to which the rows are limited.
    """
    key = key_of(subject)
    limited = f" SEMI JOIN {within} ON {equal(within, 'h', key)}" if within else ""
    rows = f"SELECT h.* FROM {subject.name}_history AS h{limited} WHERE h.part IN ({_numbers(parts)})"
    if subject.replaces and all(part.mode is Mode.SLICE for part in parts):
        return f"SELECT * EXCLUDE (part) FROM ({rows}) QUALIFY part = max(part) OVER (PARTITION BY {', '.join(key)})"
    if any(part.mode is not Mode.KEY for part in parts):
        rows = _standing(subject, parts, rows)
    grain = subject.grain
    values = [_newest(name, parts) for name in names if name not in grain]
    return f"SELECT {', '.join((*grain, *values))} FROM ({rows}) GROUP BY {', '.join(grain)}"


def key_of(subject: Subject) -> tuple[str, ...]:
    """The columns by which stored rows are touched together: the slice where whole slices are usual, else the grain."""
    return subject.replaces or subject.grain


def touched(subject: Subject, parts: Sequence[StoredPart]) -> str:
    """SQL for the keys that storing or withdrawing the parts may change."""
    key = ", ".join(key_of(subject))
    sql = f"SELECT {key} FROM {subject.name}_history WHERE part IN ({_numbers(parts)})"
    slices = [part for part in parts if part.mode is Mode.SLICE]
    if slices and not subject.replaces:
        reach, covers = _spans(subject, slices)
        sql += f" UNION ALL SELECT {key} FROM {subject.name}_history JOIN ({reach}) AS reach ON {covers}"
    return f"SELECT DISTINCT {key} FROM ({sql})"


def equal(left: str, right: str, names: Sequence[str]) -> str:
    """The condition that two tables agree in the columns named."""
    return " AND ".join(f"{left}.{name} = {right}.{name}" for name in names)


def _standing(subject: Subject, parts: Sequence[StoredPart], rows: str) -> str:
    """The rows without those that a later slice replaced, and without appended ones whose key stood already."""
    grain = ", ".join(subject.grain)
    reach, covers = _spans(subject, [part for part in parts if part.mode is Mode.SLICE])
    appended = _numbers([part for part in parts if part.mode is Mode.APPEND])
    return (
        f"WITH told AS ({rows}), replaced AS (SELECT {grain}, max(reach_part) AS until"
        f" FROM told JOIN ({reach}) AS reach ON {covers} AND part < reach_part GROUP BY {grain})"
        f" SELECT told.* FROM told LEFT JOIN replaced USING ({grain}) WHERE until IS NULL OR part >= until"
        f" QUALIFY part NOT IN ({appended}) OR row_number() OVER (PARTITION BY {grain} ORDER BY part) = 1"
    )


def _spans(subject: Subject, slices: Sequence[StoredPart]) -> tuple[str, str]:
    """SQL for what each slice covers, and the condition that a row of the subject lies within."""
    rows = f"FROM {subject.name}_history WHERE part IN ({_numbers(slices)})"
    if subject.replaces:
        listed = ", ".join(f"{name} AS reach_{name}" for name in subject.replaces)
        covers = " AND ".join(f"{name} = reach_{name}" for name in subject.replaces)
        return f"SELECT DISTINCT part AS reach_part, {listed} {rows}", covers
    day = f"({subject.day})::DATE" if subject.day else "NULL::DATE"
    reach = (
        f"SELECT part AS reach_part, shop AS reach_shop, min({day}) AS first_day, max({day}) AS last_day {rows}"
        " GROUP BY part, shop"
    )
    within = f" AND {day} BETWEEN first_day AND last_day" if subject.day else ""
    return reach, f"shop = reach_shop{within}"


def _newest(name: str, parts: Sequence[StoredPart]) -> str:
    """The column as the newest part that holds it has it, be it empty."""
    holding = [part for part in parts if name in part.columns or part.mode is Mode.SLICE]
    if not holding:
        return f"NULL AS {name}"
    return f"arg_max_null({name}, part) FILTER (WHERE part IN ({_numbers(holding)})) AS {name}"


def _numbers(parts: Sequence[StoredPart]) -> str:
    return ", ".join(str(part.number) for part in parts) or "-1"
