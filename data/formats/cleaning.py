"""Cells to plain texts: what spreadsheets wrap around a value is stripped, and their words for "missing" are null."""

from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

BLANK = (
    " \t\r\n\u00a0\u00ad\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""White space, and what cannot be seen: marks of direction come along when a number is copied from a chat."""

NO_VALUE = ("", "-", "--", "---", "—", "——", "/", "NULL", "null", "NaN", "nan", "None", "N/A")
ERRORS = ("#DIV/0!", "#N/A", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!")
NOT_YET = ("--分--秒", "延迟统计", "0000-00-00", "0000-00-00 00:00:00")

WRAPPED = r'^="(.*)"$'


def plain(cells: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column of texts without white space around them, `="…"`, a leading apostrophe; null where there is no value.

    In Arrow, because its trimming of a column is a hundred times faster than the database's. Where a column holds a
    list of its values, only those are looked at.
    """
    if not pa.types.is_dictionary(cells.type):
        return _plain(cells)
    lists: list[tuple[pa.Array, pa.Array, pa.Array]] = []
    return pa.chunked_array([_listed(chunk, lists) for chunk in cells.chunks], cells.type)


def _listed(cells: pa.DictionaryArray, lists: list[tuple[pa.Array, pa.Array, pa.Array]]) -> pa.DictionaryArray:
    """One chunk; `lists` holds the list seen last, with the places in it and its texts, as most chunks share one."""
    if not lists or not lists[-1][0].equals(cells.dictionary):
        texts = _plain(cells.dictionary)
        places = pc.if_else(pc.is_null(texts), None, pa.array(range(len(texts)), cells.indices.type))
        # The list itself holds no nulls: not everything that reads such a column looks for them there.
        lists[:] = [(cells.dictionary, places, pc.fill_null(texts, ""))]
    _, places, texts = lists[-1]
    return pa.DictionaryArray.from_arrays(pc.take(places, cells.indices), texts)


def _plain(cells: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    texts = pc.utf8_trim(cells, characters=BLANK)
    if pc.any(pc.starts_with(texts, '="')).as_py():
        texts = pc.utf8_trim(pc.replace_substring_regex(texts, WRAPPED, r"\1"), characters=BLANK)
    if pc.any(pc.starts_with(texts, "'")).as_py():
        texts = pc.utf8_ltrim(texts, characters="'")
    missing = pc.is_in(texts, value_set=_missing())
    if pc.any(missing).as_py():
        return pc.if_else(missing, None, texts)
    return cells if texts.equals(cells) else texts  # the cells lie in a file, and a copy in memory


@cache
def _missing() -> pa.Array:
    # Made when it is wanted: with its first array pyarrow imports pandas, unless the process has said it has none.
    return pa.array(NO_VALUE + ERRORS + NOT_YET)
