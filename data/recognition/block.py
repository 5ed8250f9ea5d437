"""Block: one table within a sheet."""

from dataclasses import dataclass, replace

import pyarrow as pa

from data.formats.heading import in_wan
from data.formats.source import Source
from data.reading.workbook import Sheet
from data.recognition.match import Match


@dataclass(frozen=True, slots=True)
class Block:
    """One table within a sheet: its header's row number, its rows (without header), and the words above it.

    `match` is None where no Source reads it; `rival` is another Source that reads it as well.
    """

    sheet: Sheet
    header_row: int
    rows: pa.Table
    match: Match | None
    titles: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    rival: Source | None = None


SAMPLE = 200
"""Rows of a block that are kept to show what is in its columns."""


def sampled(block: Block) -> Block:
    """The block with its first rows alone, in memory of their own: the file they were read from can go."""
    first = block.rows.slice(0, SAMPLE)
    # Taken from a dictionary, cells would still point into the file.
    plain = [column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column for column in first.columns]
    rows = pa.table(plain, first.column_names).take(pa.array(range(first.num_rows), pa.int64()))
    return replace(block, sheet=replace(block.sheet, cells=rows), rows=rows)


def wan_headings(block: Block) -> set[str]:
    """The cell columns whose amounts are in units of 10,000 yuan: by their heading, or all where a title says so."""
    columns = [f"c{at}" for at in range(len(block.header))]
    if any(in_wan(title) for title in block.titles):
        return set(columns)
    return {column for column, text in zip(columns, block.header, strict=True) if in_wan(text)}
