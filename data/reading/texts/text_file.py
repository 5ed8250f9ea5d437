"""CSV and other delimited text to rows of text cells."""

import codecs
import csv
import io
from collections.abc import Collection

import pyarrow as pa

from data.reading.cells import as_cells
from data.reading.exchange import Refused
from data.reading.texts.records import Content, even_records
from data.reading.texts.transcoding import replaced

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
DELIMITERS = ",\t;|"
HEAD = 20_000
"""Characters in which the delimiter is looked for."""

CHUNK = 1 << 20
LONGEST = 1 << 24
"""Characters that one cell may hold."""


def text_rows(content: Content, headings: Collection[str]) -> tuple[pa.Table, bool]:
    """The records of a delimited text as cells, and whether some bytes of them could not be read; raises Refused.

    Of a big one whose first record is a header, only columns are read whose headings are among `headings`,
    normalised.
    """
    csv.field_size_limit(LONGEST)
    content, encoding, odd_bytes = _unmarked(content)
    try:
        return _rows(content, encoding, headings), odd_bytes
    except UnicodeDecodeError:
        return _rows(replaced(content[:], encoding), "utf-8", headings), True


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


def _unmarked(content: Content) -> tuple[Content, str, bool]:
    """The bytes without the mark they begin with, their encoding (UTF-8, GB18030), and whether some were replaced."""
    if content[:2] in UTF_16:
        return replaced(content[:], "utf-16"), "utf-8", False
    marked = content[:3] == codecs.BOM_UTF8
    plain = content[3:] if marked else content
    if _is_utf8(plain):
        return plain, "utf-8", False
    return (replaced(plain[:], "utf-8"), "utf-8", True) if marked else (content, "gb18030", False)


def _is_utf8(content: Content) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for begin in range(0, len(content), CHUNK):
            decoder.decode(content[begin : begin + CHUNK], final=begin + CHUNK >= len(content))
    except UnicodeDecodeError:
        return False
    return True


def _rows(content: Content, encoding: str, headings: Collection[str]) -> pa.Table:
    """The records; raises UnicodeDecodeError where bytes are no text, Refused where they are no table."""
    delimiter = _delimiter(content[: 4 * HEAD].decode(encoding, errors="ignore"))
    try:
        cells = even_records(content, encoding, delimiter, headings)
        if cells is None:
            lines = io.TextIOWrapper(io.BytesIO(content), encoding, newline="")
            cells = as_cells(list(csv.reader(lines, delimiter=delimiter)), first_row=1)
    except csv.Error as error:
        raise Refused("unreadable_file") from error
    return cells


def _delimiter(text: str) -> str:
    head = text[:HEAD]
    return max(DELIMITERS, key=head.count)
