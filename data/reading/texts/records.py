"""The records of a delimited text as cells, by Arrow, where every record is as wide as the first one."""

import csv
import io
import mmap
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, pairwise

import pyarrow as pa
import pyarrow.csv as arrow_csv

from data.formats.heading import normalised
from data.reading.cells import each_written, numbered
from data.reading.exchange import Refused
from data.reading.limits import MOST_COLUMNS
from data.reading.texts.transcoding import as_utf8, in_utf8

Content = bytes | mmap.mmap
"""Bytes in memory, or those of a file that are looked at where they lie."""

BIG = 8 << 20
"""Bytes from which on columns that nothing reads are left out, and values that repeat are listed once."""

FEWEST = 3
"""Known headings in a first record that make it a header."""

BLOCK = 8 << 20
PIECES = 2
"""Parts of a big file that are read at once: Arrow takes one core for each."""

SAMPLE = 1 << 20
"""Bytes at the beginning that show which columns repeat their values."""

OFTEN = 3
"""Times that a column's values occur there, on average, if it repeats them."""

MOST_LISTED = 0.1
"""Values of a column, as a share of its cells, up to which they are listed once."""

SAFE_DELIMITERS = ",\t;"
"""Delimiters that are no part of any character of GB18030, whose second bytes begin at 0."""


def even_records(content: Content, encoding: str, delimiter: str, headings: Collection[str]) -> pa.Table | None:
    """The cells where every record is as wide as the first one, else None; `headings`, normalised, are known.

    Raises UnicodeDecodeError where what is read is no text, Refused where it is too wide.
    """
    if encoding != "utf-8" and delimiter not in SAFE_DELIMITERS:
        content, encoding = as_utf8(content[:].decode(encoding)), "utf-8"
    head = io.StringIO(content[:SAMPLE].decode(encoding, errors="replace"), newline="")
    records = csv.reader(head, delimiter=delimiter)
    first = next(records, [])
    if len(first) > MOST_COLUMNS:
        raise Refused("too_wide")
    wanted, repeating = _every(first), frozenset[int]()
    if len(content) > SAMPLE:
        sample = list(records)[:-1]
        if not sample:  # the first record may go on
            return None
        if len(content) > BIG:
            wanted, repeating = _wanted(first, headings), _repeating(sample)
    text = pa.string() if encoding == "utf-8" else pa.binary()
    types = {f"f{at}": pa.dictionary(pa.int32(), text) if at in repeating else text for at in wanted}
    table = _table(content, encoding, delimiter, len(first), types)
    return None if table is None else numbered(_as_wide(_listed(table), wanted, first), first_row=1)


def _table(
    content: Content, encoding: str, delimiter: str, width: int, types: Mapping[str, pa.DataType]
) -> pa.Table | None:
    """The columns named as texts, or None where a record is not `width` cells wide; raises UnicodeDecodeError."""
    quotes = content.find(b'"') >= 0
    how = {
        "read_options": arrow_csv.ReadOptions(column_names=_names(width), block_size=BLOCK),
        "parse_options": arrow_csv.ParseOptions(
            delimiter=delimiter, newlines_in_values=quotes, ignore_empty_lines=False
        ),
        "convert_options": arrow_csv.ConvertOptions(
            column_types=types, include_columns=[*types], strings_can_be_null=False
        ),
    }

    def read(piece: tuple[int, int]) -> Sequence[pa.RecordBatch]:
        # Reading record batches takes one core and holds one block; reading all at once takes two and holds all.
        batches = arrow_csv.open_csv(pa.py_buffer(memoryview(content)[slice(*piece)]), **how)
        return [in_utf8(batch, encoding) for batch in batches]

    with ThreadPoolExecutor(PIECES) as threads:
        try:
            batches = [*chain.from_iterable(threads.map(read, _pieces(content, 1 if quotes else PIECES)))]
        except pa.ArrowInvalid:  # a record that is not as wide, or nothing at all
            return None
    return pa.Table.from_batches(batches)


def _names(width: int) -> Sequence[str]:
    return [f"f{at}" for at in range(max(width, 1))]


def _pieces(content: Content, most: int) -> Sequence[tuple[int, int]]:
    """Where the parts of a big file that can be read at once begin and end: behind line ends, in no value here."""
    end = _end(content)
    parts = most if end > BIG else 1
    cuts = {content.find(b"\n", end * part // parts, end) + 1 for part in range(1, parts)} - {0, end}
    return list(pairwise([0, *sorted(cuts), end]))


def _end(content: Content) -> int:
    """Where the last record ends."""
    end = len(content)
    while end and content[end - 1 : end] in (b"\r", b"\n"):
        end -= 1
    return end


def _every(first: Sequence[str]) -> Sequence[int]:
    return range(max(len(first), 1))


def _wanted(first: Sequence[str], headings: Collection[str]) -> Sequence[int]:
    """The places of the columns worth reading: all of them unless the first record is a header."""
    wanted_columns = [at for at, text in enumerate(first) if normalised(text) in headings]
    return wanted_columns if len(wanted_columns) >= FEWEST else _every(first)


def _repeating(records: Sequence[Sequence[str]]) -> frozenset[int]:
    """The places of the columns whose cells are few values again and again."""
    columns = enumerate(zip(*records, strict=False))
    return frozenset(at for at, cells in columns if len(set(cells)) * OFTEN <= len(cells))


def _listed(table: pa.Table) -> pa.Table:
    """The table with one list of values for each column that repeats them, and plain cells where it does not pay."""
    table = table.unify_dictionaries()
    for at, column in enumerate(table.columns):
        listed = pa.types.is_dictionary(column.type) and column.num_chunks
        if listed and len(column.chunk(0).dictionary) > MOST_LISTED * len(column):
            table = table.set_column(at, table.column_names[at], each_written(column))
    return table


def _as_wide(table: pa.Table, wanted: Sequence[int], first: Sequence[str]) -> pa.Table:
    """The table with the columns that were not read: their headings, and nothing below."""
    if len(wanted) >= len(first):
        return table
    nothing = pa.nulls(table.num_rows - 1, pa.string())
    read = dict(zip(wanted, table.columns, strict=True))
    columns = [
        read.get(at, pa.chunked_array([pa.array([heading], pa.string()), nothing])) for at, heading in enumerate(first)
    ]
    return pa.table(columns, [f"f{at}" for at in range(len(columns))])
