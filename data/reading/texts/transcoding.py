"""Bytes of another encoding to texts: a file as a whole, or columns of cells that were told apart as bytes."""

import pyarrow as pa
import pyarrow.compute as pc

SEPARATORS = (b"\x1e", b"\x1f", b"\x1d", b"\x1c")
"""Bytes that hardly occur in a text, and that no encoding read here uses within a character."""


def replaced(content: bytes, encoding: str) -> bytes:
    """The text in UTF-8, with a sign in the place of each byte that is none."""
    return as_utf8(content.decode(encoding, errors="replace"))


def as_utf8(text: str) -> bytes:
    """The text in UTF-8; half a character, which some encodings can hold, is replaced."""
    return text.encode("utf-8", errors="replace")


def in_utf8(batch: pa.RecordBatch, encoding: str) -> pa.RecordBatch:
    """Columns of bytes in an encoding, each cell or each value listed, as texts; raises UnicodeDecodeError."""
    if encoding == "utf-8":
        return batch
    return pa.record_batch([_column(column, encoding) for column in batch.columns], batch.schema.names)


def _column(cells: pa.Array, encoding: str) -> pa.Array:
    if isinstance(cells, pa.DictionaryArray):
        return pa.DictionaryArray.from_arrays(cells.indices, _texts(cells.dictionary, encoding))
    return _texts(cells, encoding)


def _texts(cells: pa.BinaryArray, encoding: str) -> pa.StringArray:
    """The cells decoded all at once, which is a hundred times faster than one by one."""
    for separator in SEPARATORS:
        joined = pc.binary_join(pa.ListArray.from_arrays([0, len(cells)], cells), separator)[0].as_py()
        if joined.isascii():
            return cells.view(pa.string())
        if joined.count(separator) == len(cells) - 1:
            joined_text = pa.array([as_utf8(joined.decode(encoding))], pa.string())
            return pc.split_pattern(joined_text, separator.decode()).flatten()
    return pa.array([as_utf8(cell.decode(encoding)) for cell in cells.to_pylist()], pa.string())
