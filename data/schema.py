"""The warehouse's tables, written from the declared subjects and sources."""

from collections.abc import Collection
from dataclasses import dataclass

from data.source import Subject
from data.sources import SOURCES, SUBJECTS


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a table: its name and its SQL type."""

    name: str
    sql_type: str


def fields(subject: Subject) -> tuple[Field, ...]:
    """The grain, then every column that any format of the subject declares; ValueError where two disagree on a type."""
    found: dict[str, str] = {}
    for source in SOURCES:
        if source.subject is subject:
            for column in source.columns:
                if found.setdefault(column.name, column.kind.sql_type) != column.kind.sql_type:
                    raise ValueError(f"{subject.name}.{column.name}: {source.name} declares another type")
    names = (*subject.grain, *(name for name in found if name not in subject.grain))
    return tuple(Field(name, found[name]) for name in names)


TABLES: dict[str, tuple[Field, ...]] = {subject.name: fields(subject) for subject in SUBJECTS}
"""The columns of each subject's table, by the subject's name."""

BOOKS = (
    # A batch is one import: what was stored together and can be withdrawn together.
    "CREATE TABLE IF NOT EXISTS batches (batch INTEGER, name VARCHAR, imported_at TIMESTAMP, by_whom VARCHAR,"
    " demo BOOLEAN, withdrawn_at TIMESTAMP, withdrawn_by VARCHAR)",
    # A part is one table of one file within a batch; `columns` are those its file held.
    "CREATE TABLE IF NOT EXISTS parts (part INTEGER, batch INTEGER, subject VARCHAR, source VARCHAR, file VARCHAR,"
    " sheet VARCHAR, upload VARCHAR, columns VARCHAR[], kept INTEGER, new INTEGER, changed INTEGER, same INTEGER,"
    " rejected INTEGER, first_day DATE, last_day DATE)",
    "CREATE TABLE IF NOT EXISTS uploads (file VARCHAR, path VARCHAR, bytes BIGINT, stored_at TIMESTAMP,"
    " batch INTEGER, deleted_at TIMESTAMP)",
    "CREATE TABLE IF NOT EXISTS settings (name VARCHAR, value VARCHAR)",
)


def creations() -> list[str]:
    """The SQL that creates every table that is not there yet."""
    made = list(BOOKS)
    for name, columns in TABLES.items():
        listed = ", ".join(f"{field.name} {field.sql_type}" for field in columns)
        made += [
            f"CREATE TABLE IF NOT EXISTS {name} ({listed})",
            f"CREATE TABLE IF NOT EXISTS {name}_history (part INTEGER, {listed})",
        ]
    return made


def additions(present: Collection[tuple[str, str]]) -> list[str]:
    """The SQL that adds the columns declared since; `present` are the (table, column) pairs that are there."""
    return [
        f"ALTER TABLE {table} ADD COLUMN {field.name} {field.sql_type}"
        for name, columns in TABLES.items()
        for table in (name, f"{name}_history")
        for field in columns
        if (table, field.name) not in present
    ]
