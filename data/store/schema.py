"""Tables as SQL creates them and adds to them.

Names are quoted here alone: one that cannot stand bare fails the tests of its declaration and not every table's.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a table: its name, its SQL type, and how its values are packed, where the database need not try."""

    name: str
    sql_type: str
    packed: str = ""


def creations(tables: Mapping[str, tuple[Field, ...]]) -> list[str]:
    """The SQL that creates every table that is not there yet."""
    return [f"CREATE TABLE IF NOT EXISTS {name} ({_listed(columns)})" for name, columns in tables.items()]


def additions(tables: Mapping[str, tuple[Field, ...]], present: Collection[tuple[str, str]]) -> list[str]:
    """The SQL that adds the columns declared since; `present` are the (table, column) pairs that are there."""
    return [
        f'ALTER TABLE {table} ADD COLUMN "{field.name}" {field.sql_type}'
        for table, columns in tables.items()
        for field in columns
        if (table, field.name) not in present
    ]


def _listed(columns: tuple[Field, ...]) -> str:
    return ", ".join(
        f'"{field.name}" {field.sql_type}{f" USING COMPRESSION {field.packed}" if field.packed else ""}'
        for field in columns
    )
