"""A sheet's cells as an Arrow table: `row`, the number of the row in the sheet, then `c0`, `c1`, … as text."""

from collections.abc import Sequence
from itertools import zip_longest

import numpy as np
import pyarrow as pa


def as_cells(rows: Sequence[Sequence[str]], first_row: int) -> pa.Table:
    """Rows of texts, not all of one width, as cells."""
    columns = zip_longest(*rows, fillvalue="")
    arrays = [pa.array(column, pa.string()) for column in columns]
    return numbered(pa.table(arrays, [f"c{i}" for i in range(len(arrays))]), first_row) if arrays else NONE


def numbered(table: pa.Table, first_row: int) -> pa.Table:
    """A table of text columns as cells, its first row being `first_row` of the sheet."""
    numbers = pa.array(np.arange(first_row, first_row + table.num_rows, dtype=np.int32))
    return pa.table([numbers, *table.columns], ["row", *(f"c{i}" for i in range(table.num_columns))])


NONE = pa.table({"row": pa.array([], pa.int32())})
