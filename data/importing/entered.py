"""Values entered on a page, typed already, as a table that is stored like one from a file."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from data.checking.preview import Preview, TablePreview
from data.formats.source import Source
from data.reading.upload import Upload
from data.store.warehouse import Warehouse


def entered(warehouse: Warehouse, source: Source, rows: Sequence[Mapping[str, object]], title: str) -> Preview:
    """Rows by the names of columns, each row with the same ones and those of the grain, to be stored as one batch.

    Columns that the rows lack stay as they are stored. Raises ValueError where a column is not declared, or where
    the rows differ in their columns or one of them lacks a column of the grain.
    """
    names = tuple(rows[0]) if rows else source.subject.grain
    declared = [field.name for field in warehouse.schema.subjects[source.subject]]
    if {*names} - {*declared} or {*source.subject.grain} - {*names} or any(tuple(row) != names for row in rows):
        raise ValueError(f"{source.name}: rows of {names}")
    typed = warehouse.table(f"SELECT {', '.join(names)} FROM {source.subject.name} LIMIT 0").schema
    facts = pa.Table.from_pylist([dict(row) for row in rows], schema=typed)
    table = TablePreview(
        title, "", Upload(title, Path()), source=source, count=facts.num_rows, columns_read=names, facts=facts
    )
    return Preview((table,))
