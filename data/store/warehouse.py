"""The database: open, read, write, version. The only module that knows DuckDB."""

import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Self

import duckdb
import pyarrow as pa

from data.formats.kinds.hashing import MAC_KEYS, pads
from data.formats.subject import Subject
from data.store.schema import Field, growth
from data.store.turns import Turns, Waiting
from text import Refusal, Text

PARSED = 1024
"""Queries whose parsed form is kept, those that create the tables among them."""

PRESENT = "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal"

OPTIONS: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    # A checkpoint within every larger import would double the time of its commit.
    "wal_autocheckpoint": "128MB",
}

# Answers are small: to copy one costs less than to plan its query twice, as a relation would.
warnings.filterwarnings("ignore", message="Arrow output on a DB-API result", category=UserWarning)

IN_USE = Text(
    "看板正开着这个数据库，命令行现在不能用。请先关掉看板，或在看板里操作。",
    "The board has this warehouse open, so the command line cannot use it now. Close the board, or work in it.",
)

Cursor = duckdb.DuckDBPyConnection
"""A connection for one thread, within one reading or writing."""


class NotOpened(Refusal):
    """A warehouse that stays closed: `text` says why, and what to do."""


class Busy(NotOpened):
    """Another process has the warehouse open: one process owns the file."""

    def __init__(self) -> None:
        super().__init__(IN_USE)


def folder() -> Path:
    """Where the warehouse and the uploads live: `OPSBOARD_VAR`, or `var` beside the code."""
    return Path(os.environ.get("OPSBOARD_VAR") or Path(__file__).parents[2] / "var")


@dataclass(frozen=True, slots=True)
class Schema:
    """The tables of a warehouse: one for each subject, with its history, and the board's books by name."""

    subjects: Mapping[Subject, tuple[Field, ...]]
    books: Mapping[str, tuple[Field, ...]]

    @property
    def tables(self) -> dict[str, tuple[Field, ...]]:
        """The columns of every table, by its name."""
        named = {subject.name: columns for subject, columns in self.subjects.items()}
        histories = {f"{name}_history": (Field("part", "INTEGER"), *columns) for name, columns in named.items()}
        return {**self.books, **named, **histories}


class Warehouse:
    """The facts of the shops, in one DuckDB file or, for a path of None, in memory.

    Threads share a Warehouse; each reading and each writing takes a cursor of its own. Writings queue up.
    """

    def __init__(self, path: Path | None, key: bytes, schema: Schema) -> None:
        fresh = path is None or not path.exists()
        self._connection = _connected(path)
        self._turns = Turns()
        self._pads = pads(key)
        self.path = path
        self.schema = schema
        self.version = 0
        self.written = 0
        self.closed = False
        with self.writing() as run:
            present = () if fresh else run.execute(PRESENT).fetchall()
            for statement in growth(schema.tables, set(present)):
                run.execute(parsed(statement))

    @property
    def edition(self) -> tuple[object, int]:
        """The connection and the number of the last write: equal only while nothing was written in between."""
        return self._connection, self.version

    def cursor(self) -> Cursor:
        """A connection for one thread, with the buyers' key set; close it after use."""
        cursor = self._connection.cursor()
        for name, pad in zip(MAC_KEYS, self._pads, strict=True):
            cursor.execute(f"SET VARIABLE {name} = ?", [pad])
        return cursor

    def table(self, sql: str, values: Sequence[object] = (), given: Mapping[str, pa.Table] | None = None) -> pa.Table:
        """The rows of a query as an Arrow table with its columns; `given` tables can be named in it.

        duckdb.Error where it cannot be run.
        """
        with self._connection.cursor() as run:
            for name, rows in (given or {}).items():
                run.register(name, rows)
            return run.execute(parsed(sql), list(values)).to_arrow_table()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple]:
        """The rows of a query as tuples, in the order of its columns; duckdb.Error where it cannot be run."""
        with self._connection.cursor() as run:
            return run.execute(parsed(sql), list(values)).fetchall()

    @contextmanager
    def writing(self, waiting: Waiting | None = None, *, answers_stay: bool = False) -> Iterator[Cursor]:
        """One transaction: all of it or, after an exception, nothing. Readers see the old state and never wait.

        Others who write wait for their turn, in order; `waiting` is called about five times a second meanwhile.
        With `answers_stay` nothing is written that a number depends on, so that remembered answers keep.
        """
        with self._turns.turn(waiting), self.cursor() as run:
            run.execute("BEGIN TRANSACTION")
            try:
                yield run
            except BaseException:
                run.execute("ROLLBACK")
                raise
            run.execute("COMMIT")
            self.version += not answers_stay
            self.written += 1

    @contextmanager
    def trying(self, waiting: Waiting | None = None) -> Iterator[Cursor]:
        """A transaction that is always taken back: what would be, without its being so. It takes its turn, too."""
        with self._turns.turn(waiting), self.cursor() as run:
            run.execute("BEGIN TRANSACTION")
            try:
                yield run
            finally:
                run.execute("ROLLBACK")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Write everything out and let go of the file."""
        self._connection.close()
        self.closed = True


@lru_cache(PARSED)
def parsed(sql: str) -> duckdb.Statement:
    """A query as the parser reads it, for the next time: parsing a long one takes as long as planning it."""
    (statement,) = duckdb.extract_statements(sql)
    return statement


def _connected(path: Path | None) -> Cursor:
    try:
        return duckdb.connect(str(path or ":memory:"), config=OPTIONS)
    except duckdb.IOException as error:
        if "lock" in str(error).lower() or "being used by another process" in str(error):
            raise Busy from error
        raise
