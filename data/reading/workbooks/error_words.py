"""Cells of text that hold a spreadsheet's word for an error, such as #DIV/0!."""

import pyarrow as pa
import pyarrow.compute as pc

from data.formats.cleaning import ERRORS
from data.reading.cells import each_written
from data.reading.exchange import PLACES, Places, address


def error_words(cells: pa.Table, first_column: int = 0) -> Places:
    """The cells that hold nothing but such a word; `first_column` is where the table begins in the sheet."""
    words = pa.array(ERRORS)
    found = []
    count = 0
    for place in range(1, cells.num_columns):
        held = pc.is_in(each_written(cells.column(place)), value_set=words)
        here = pc.sum(held).as_py() or 0
        count += here
        if here:
            rows = cells.column(0).filter(held).slice(0, PLACES).to_pylist()
            found += [(row, first_column + place - 1) for row in rows]
    return Places([address(row, column) for row, column in sorted(found)[:PLACES]], count)
