"""A sheet's cells as an Arrow table: `row`, the number of the row in the sheet, then `c0`, `c1`, … as text."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import pyarrow as pa
import pyarrow.compute as pc

from data.reading.exchange import Refused
from data.reading.limits import MOST_COLUMNS

GROUP = 122_880
"""Rows that one thread of the database works on at a time, and of which it makes one group where they are stored."""


def as_cells(rows: Sequence[Sequence[str]], first_row: int) -> pa.Table:
    """Rows of texts, not all of one width, as cells; raises Refused where one is too wide."""
    if max(map(len, rows), default=0) > MOST_COLUMNS:
        raise Refused("too_wide")
    columns = zip_longest(*rows, fillvalue="")
    arrays = [pa.array(column, pa.string()) for column in columns]
    return numbered(pa.table(arrays, [f"c{i}" for i in range(len(arrays))]), first_row) if arrays else no_cells()


def numbered(table: pa.Table, first_row: int) -> pa.Table:
    """A table of text columns as cells, its first row being `first_row` of the sheet."""
    one = pa.scalar(1, pa.int32())
    numbers = pc.cumulative_sum(pa.repeat(one, table.num_rows), start=first_row - 1)
    return pa.table([numbers, *table.columns], ["row", *(f"c{i}" for i in range(table.num_columns))])


def groups(table: pa.Table) -> Iterator[pa.Table]:
    """The rows piece by piece, each column one chunk: a row of headings and a GROUP, then GROUP after GROUP."""
    begin, end = 0, GROUP + 1
    while begin < table.num_rows:
        yield table.slice(begin, end - begin).combine_chunks()
        begin, end = end, end + GROUP


def no_cells() -> pa.Table:
    """The cells of an empty sheet: no rows, and of the columns `row` alone."""
    return pa.table({"row": pa.nulls(0, pa.int32())})


def each_written(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column with each cell's text in its place, where it held a list of its values."""
    return column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column
