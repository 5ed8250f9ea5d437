"""Rows put into a table as a test writes them down."""

from collections.abc import Sequence
from itertools import chain, groupby

from data.store.warehouse import Cursor


def insert(run: Cursor, table: str, rows: Sequence[dict[str, object]]) -> None:
    """Store rows with the columns they name, in order; those that name the same columns in one statement."""
    for columns, alike in groupby(rows, key=tuple):
        values = [list(row.values()) for row in alike]
        marks = ", ".join([f"({', '.join('?' * len(columns))})"] * len(values))
        run.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES {marks}", list(chain.from_iterable(values)))
