"""CSV and other delimited text to rows of text cells."""

import codecs
import csv
import io
from collections.abc import Collection, Sequence

import pyarrow as pa
import pyarrow.csv as arrow_csv

from data.matching import DECLARED
from data.reading.cells import as_cells, numbered
from data.reading.found import Refused
from data.reading.limits import MOST_COLUMNS
from data.source import normalised

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
DELIMITERS = ",\t;|"
HEAD = 20_000
"""Characters in which the delimiter is looked for."""

BIG = 8 << 20
"""Bytes from which on columns that nothing reads are left out."""

FEWEST = 3
"""Known headings in a first record that make it a header."""

CHUNK = 1 << 20
BLOCK = 8 << 20
LONGEST = 1 << 24
"""Characters that one cell may hold."""


def text_rows(content: bytes, headings: Collection[str] = ()) -> tuple[pa.Table, bool]:
    """The records of a delimited text as cells, and whether some bytes of it could not be read; raises Refused.

    Of a big one whose first record is a header, only columns are read that some format declares or that are among
    the `headings`, normalised.
    """
    csv.field_size_limit(LONGEST)
    content, encoding, odd_bytes = _unmarked(content)
    try:
        return _rows(content, encoding, headings), odd_bytes
    except UnicodeDecodeError:
        return _rows(_replaced(content, encoding), "utf-8", headings), True


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


def _unmarked(content: bytes) -> tuple[bytes, str, bool]:
    """The bytes without the mark they begin with, their encoding (UTF-8, GB18030), and whether some were replaced."""
    if content.startswith(UTF_16):
        return _replaced(content, "utf-16"), "utf-8", False
    plain = content.removeprefix(codecs.BOM_UTF8)
    if _is_utf8(plain):
        return plain, "utf-8", False
    if content.startswith(codecs.BOM_UTF8):
        return _replaced(plain, "utf-8"), "utf-8", True
    return content, "gb18030", False


def _replaced(content: bytes, encoding: str) -> bytes:
    """The text in UTF-8, with a sign in the place of each byte that is none."""
    return content.decode(encoding, errors="replace").encode("utf-8", errors="replace")


def _is_utf8(content: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for begin in range(0, len(content), CHUNK):
            decoder.decode(content[begin : begin + CHUNK], final=begin + CHUNK >= len(content))
    except UnicodeDecodeError:
        return False
    return True


def _rows(content: bytes, encoding: str, headings: Collection[str]) -> pa.Table:
    """The records; raises UnicodeDecodeError where bytes are no text, Refused where they are no table."""
    delimiter = _delimiter(content[: 4 * HEAD].decode(encoding, errors="ignore"))
    try:
        cells = _even_rows(content, encoding, delimiter, headings)
        if cells is None:
            lines = io.TextIOWrapper(io.BytesIO(content), encoding, newline="")
            cells = as_cells(list(csv.reader(lines, delimiter=delimiter)), first_row=1)
    except csv.Error as error:
        raise Refused("unreadable_file") from error
    return cells


def _delimiter(text: str) -> str:
    head = text[:HEAD]
    return max(DELIMITERS, key=head.count)


class _Utf8(io.RawIOBase):
    """Bytes of a text in another encoding, as UTF-8, part by part as they are asked for."""

    def __init__(self, content: bytes, encoding: str, end: int) -> None:
        self._content, self._at, self._end = content, 0, end
        self._decoder = codecs.getincrementaldecoder(encoding)()

    def readable(self) -> bool:
        """It is."""
        return True

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes; none at the end."""
        text = ""
        while not text and self._at < self._end:
            # Two bytes of GB18030 become three of UTF-8; some more may be left over from the part before.
            until = self._end if size < 0 else min(self._end, self._at + max(1, size // 2))
            text = self._decoder.decode(self._content[self._at : until], final=until >= self._end)
            self._at = until
        return text.encode("utf-8", errors="replace")


def _even_rows(content: bytes, encoding: str, delimiter: str, headings: Collection[str]) -> pa.Table | None:
    """The cells where every record is as wide as the first one, else None."""
    end = len(content)
    while end and content[end - 1] in b"\r\n":
        end -= 1
    head = io.TextIOWrapper(io.BytesIO(content), encoding, errors="replace", newline="")
    first = next(csv.reader(head, delimiter=delimiter), [])
    width = len(first)
    if width > MOST_COLUMNS:
        raise Refused("too_wide")
    wanted = _wanted(first, headings) if len(content) > BIG else range(max(width, 1))
    uneven = False

    def note(_: arrow_csv.InvalidRow) -> str:
        nonlocal uneven
        uneven = True
        return "skip"

    try:
        table = arrow_csv.read_csv(
            pa.py_buffer(memoryview(content)[:end]) if encoding == "utf-8" else _Utf8(content, encoding, end),
            read_options=arrow_csv.ReadOptions(autogenerate_column_names=True, block_size=BLOCK),
            parse_options=arrow_csv.ParseOptions(
                delimiter=delimiter,
                newlines_in_values=b'"' in content,
                ignore_empty_lines=False,
                invalid_row_handler=note,
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types={f"f{number}": pa.string() for number in wanted},
                include_columns=[f"f{number}" for number in wanted],
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid:
        return None
    return None if uneven else numbered(_as_wide(table, wanted, first), first_row=1)


def _wanted(first: Sequence[str], headings: Collection[str]) -> Sequence[int]:
    """The places of the columns worth reading: all of them unless the first record is a header."""
    known = [at for at, text in enumerate(first) if (key := normalised(text)) in DECLARED or key in headings]
    return known if len(known) >= FEWEST else range(max(len(first), 1))


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
