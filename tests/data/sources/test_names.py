"""Names of columns and subjects stand bare in SQL: those that cannot are named here, not met as syntax errors."""

import re
from collections.abc import Iterator
from functools import cache

import duckdb
import pytest

from data.formats.kinds import DAY, TEXT
from data.formats.source import SHOP, Column, Source
from data.formats.subject import Subject
from data.sources import SOURCES
from data.store.books import BOOKS
from data.store.schema import Field
from data.store.warehouse import Schema, Warehouse
from text import Text, same

ADDED = {"absent", "bad", "part", "place", "row", "why"}
"""Columns that the import adds to those of a file."""


def unusable(source: Source) -> Iterator[str]:
    """A sentence for each name in a declaration that cannot stand in SQL: whose it is, why, and what to do."""
    names = {f"the column {column.name!r}": column.name for column in source.columns}
    for what, name in {f"the subject {source.subject.name!r}": source.subject.name, **names}.items():
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            yield f"{source.name}: {what} is no name in SQL; write a-z first, then a-z, 0-9 and _"
        elif name in reserved():
            yield f"{source.name}: {what} is a reserved word of SQL; add a word, such as {name}_text"
        elif name in ADDED:
            yield f"{source.name}: {what} is added to every file by the import; add a word, such as {name}_text"


@cache
def reserved() -> frozenset[str]:
    """The words that can name no column."""
    with duckdb.connect() as database:
        rows = database.execute(
            "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category IN ('reserved', 'type_function')"
        ).fetchall()
    return frozenset(word for (word,) in rows)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_every_name_can_stand_in_sql(source: Source) -> None:
    assert not [*unusable(source)]


def test_a_name_that_cannot_is_named_with_its_source_and_what_to_do() -> None:
    subject = Subject("made_up", same("编造"), grain=("shop", "day"))
    names = ("order", "left", "Paid amount", "row", "paid", "values")
    columns = (SHOP, Column("day", DAY, Text("日期", "Day")), *(Column(name, TEXT, same(name)) for name in names))
    source = Source("made_up_list", subject, same("编造的表"), same("编造"), columns, identified_by=("day",))
    assert [*unusable(source)] == [
        "made_up_list: the column 'order' is a reserved word of SQL; add a word, such as order_text",
        "made_up_list: the column 'left' is a reserved word of SQL; add a word, such as left_text",
        "made_up_list: the column 'Paid amount' is no name in SQL; write a-z first, then a-z, 0-9 and _",
        "made_up_list: the column 'row' is added to every file by the import; add a word, such as row_text",
    ]


def test_such_a_column_breaks_no_warehouse() -> None:
    subject = Subject("made_up", same("编造"), grain=("shop",))
    made = Schema({subject: (Field("shop", "VARCHAR"), Field("order", "VARCHAR"))}, BOOKS)
    with Warehouse(None, b"key", made) as warehouse:
        assert warehouse.rows("SELECT count(*) FROM made_up") == [(0,)]
