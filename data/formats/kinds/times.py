"""Moments and days."""

from data.formats.kinds.kind import Kind
from data.formats.kinds.moments import MOMENT, PLAIN_MOMENT
from text import Text

TIME = Kind(
    "TIME",
    "TIMESTAMP",
    MOMENT,
    Text("日期和时间，例如 2026-06-11 13:40:00", "a date and time, such as 2026-06-11 13:40:00"),
    example="2026-06-11 13:40:00",
    written_as="yyyy-mm-dd hh:mm:ss",
    plain_sql=PLAIN_MOMENT,
)

_UNPREFIXED = r"regexp_replace({cell}, '^[^\d：:]+[：:]\s*', '')"

STAMP = Kind(
    "STAMP",
    "TIMESTAMP",
    # Seconds are counted from 1970 in UTC, and shown at the shops' own clock, eight hours ahead.
    r"CASE WHEN regexp_full_match({cell}, '\d{10}(\.0)?')"
    " THEN TIMESTAMP '1970-01-01 08:00:00' + to_seconds(try_cast({cell} AS DOUBLE))"
    f" ELSE {MOMENT.replace('{cell}', _UNPREFIXED)} END",
    Text("日期和时间，例如 初次评价: 2026-06-11 13:40", "a date and time, such as 初次评价: 2026-06-11 13:40"),
    example="初次评价: 2026-06-11 13:40",
    written_as="@",
)
"""A time as reviews carry it: behind a word and a colon, or as Unix seconds."""

# A range counts as a day only when both its ends are that day: a weekly file must not pass for a day.
_RANGE = r"'^(\d{4}\D?\d{1,2}\D?\d{1,2}日?)\s*[-~～–—至]\s*(\d{4}\D?\d{1,2}\D?\d{1,2}日?)$'"
_ONE_DAY = (
    f"(CASE WHEN regexp_extract({{cell}}, {_RANGE}, 1) = regexp_extract({{cell}}, {_RANGE}, 2)"
    f" AND regexp_matches({{cell}}, {_RANGE}) THEN regexp_extract({{cell}}, {_RANGE}, 1) ELSE {{cell}} END)"
)

DAY = Kind(
    "DAY",
    "DATE",
    f"{MOMENT.replace('{cell}', _ONE_DAY)}::DATE",
    Text("某一天，例如 2026-06-11", "one day, such as 2026-06-11"),
    example="2026-06-11",
    written_as="yyyy-mm-dd",
    plain_sql=f"{PLAIN_MOMENT}::DATE",
)

MONTH_FIRST = Kind(
    "MONTH_FIRST",
    "DATE",
    r"CASE WHEN regexp_full_match({cell}, '\d{2}-\d{2}-\d{2}') THEN try_strptime({cell}, '%m-%d-%y')::DATE"
    f" ELSE {DAY.sql} END",
    Text("某一天，月份在前，例如 12-29-25", "one day, month first, such as 12-29-25"),
    example="12-29-25",
    written_as="@",
)
"""A day from a file that writes 29 December 2025 as 12-29-25."""
