"""Tables as SQL creates them and adds to them.

Names are quoted here alone: one that cannot stand bare fails the tests of its declaration and not every table's.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a table: its name, its SQL type, and how its values are packed, where the database need not try."""

    name: str
    sql_type: str
    packed: str = ""


def growth(tables: Mapping[str, tuple[Field, ...]], present: Collection[tuple[str, str]]) -> list[str]:
    """The SQL that creates the tables and adds the columns declared since; `present` are the (table, column) pairs."""
    there = {table for table, _ in present}
    statements = []
    for name, columns in tables.items():
        if name in there:
            new = [field for field in columns if (name, field.name) not in present]
            statements += [f'ALTER TABLE {name} ADD COLUMN "{field.name}" {field.sql_type}' for field in new]
        else:
            statements.append(f"CREATE TABLE {name} ({_listed(columns)})")
    return statements


@cache
def _listed(columns: tuple[Field, ...]) -> str:
    return ", ".join(
        f'"{field.name}" {field.sql_type}{f" USING COMPRESSION {field.packed}" if field.packed else ""}'
        for field in columns
    )
