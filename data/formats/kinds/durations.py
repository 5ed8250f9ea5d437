"""How long something took, in seconds."""

from data.formats.kinds.digits import DIGITS, PLAIN_NUMBER
from data.formats.kinds.kind import Kind
from text import Text


def _clock(unit: str) -> str:
    return rf"coalesce(try_cast(nullif(regexp_extract({{cell}}, '([\d.]+)\s*{unit}', 1), '') AS DOUBLE), 0)"


DURATION = Kind(
    "DURATION",
    "DOUBLE",
    "CASE"
    rf" WHEN regexp_full_match({DIGITS}, '\d+(\.\d+)?') THEN try_cast({DIGITS} AS DOUBLE)"
    r" WHEN regexp_full_match({cell}, '(\d+(\.\d+)?\s*(小时|时))?\s*(\d+(\.\d+)?\s*(分钟|分))?\s*(\d+(\.\d+)?\s*秒)?')"
    rf" THEN {_clock('(?:小时|时)')} * 3600 + {_clock('分')} * 60 + {_clock('秒')}"
    r" WHEN regexp_full_match({cell}, '\d+:[0-5]?\d:[0-5]?\d(\.\d+)?')"
    " THEN split_part({cell}, ':', 1)::DOUBLE * 3600 + split_part({cell}, ':', 2)::DOUBLE * 60"
    " + split_part({cell}, ':', 3)::DOUBLE"
    # A cell formatted [h]:mm:ss is handed over as a date counted from the spreadsheet's day 0.
    " WHEN {cell} LIKE '1899-12-%' OR {cell} LIKE '1900-%'"
    " THEN epoch(try_cast({cell} AS TIMESTAMP)) - epoch(TIMESTAMP '1899-12-31') END",
    Text("时长，例如 27.5、1分23秒 或 00:01:23", "a duration, such as 27.5, 1分23秒 or 00:01:23"),
    example="1分23秒",
    plain_sql=PLAIN_NUMBER,
)

MINUTES = Kind(
    "MINUTES",
    "DOUBLE",
    rf"CASE WHEN regexp_full_match({DIGITS}, '\d+(\.\d+)?') THEN try_cast({DIGITS} AS DOUBLE) * 60"
    f" ELSE {DURATION.sql} END",
    Text("以分钟计的时长，例如 1.5", "a duration in minutes, such as 1.5"),
    example="1.5",
)
"""A duration, in seconds, from a column whose bare numbers are minutes."""
