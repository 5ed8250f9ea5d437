"""CSV and other delimited text to rows of text cells."""

import codecs
import csv
import io

import pyarrow as pa
import pyarrow.csv as arrow_csv

from data.reading.cells import as_cells, numbered
from data.reading.found import Refused
from data.reading.limits import MOST_COLUMNS

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
DELIMITERS = ",\t;|"
LONGEST = 1 << 24
"""Characters that one cell may hold."""


def text_rows(content: bytes) -> tuple[pa.Table, bool]:
    """The records of a delimited text as cells, and whether some bytes of it could not be read; raises Refused."""
    text, odd_bytes = decoded(content)
    delimiter = _delimiter(text)
    csv.field_size_limit(LONGEST)
    try:
        cells = _even_rows(text, delimiter)
        return (_uneven_rows(text, delimiter) if cells is None else cells), odd_bytes
    except csv.Error as error:
        raise Refused("unreadable_file") from error


def decoded(content: bytes) -> tuple[str, bool]:
    """The text of a file, and whether some bytes of it could not be read: by its mark, else UTF-8, else GB18030."""
    for bom, encoding in BOMS:
        if content.startswith(bom):
            return content.decode(encoding, errors="replace"), False
    for encoding in ("utf-8", "gb18030"):
        try:
            return content.decode(encoding), False
        except UnicodeDecodeError:
            continue
    return content.decode("gb18030", errors="replace"), True


def _delimiter(text: str) -> str:
    head = text[:20_000]
    return max(DELIMITERS, key=head.count)


def _even_rows(text: str, delimiter: str) -> pa.Table | None:
    """The cells where every record is as wide as the first one, else None."""
    text = text.rstrip("\r\n")
    width = len(next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), []))
    if width > MOST_COLUMNS:
        raise Refused("too_wide")
    uneven = False

    def note(_: arrow_csv.InvalidRow) -> str:
        nonlocal uneven
        uneven = True
        return "skip"

    try:
        table = arrow_csv.read_csv(
            io.BytesIO(text.encode("utf-8", errors="replace")),
            read_options=arrow_csv.ReadOptions(autogenerate_column_names=True, block_size=8 << 20),
            parse_options=arrow_csv.ParseOptions(
                delimiter=delimiter,
                newlines_in_values='"' in text,
                ignore_empty_lines=False,
                invalid_row_handler=note,
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types={f"f{number}": pa.string() for number in range(max(width, 1))}, strings_can_be_null=False
            ),
        )
    except pa.ArrowInvalid:
        return None
    return None if uneven else numbered(table, first_row=1)


def _uneven_rows(text: str, delimiter: str) -> pa.Table:
    return as_cells(list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)), first_row=1)
