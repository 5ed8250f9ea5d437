"""Moments and days."""

from data.formats.kind import Kind, quoted
from text import Text

_FORMATS = ", ".join(
    quoted(day + clock)
    for day in ("%m/%d/%y", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d")
    for clock in ("", " %H:%M:%S", " %H:%M", "T%H:%M:%S")
)
_SERIAL = r"regexp_full_match({cell}, '[345]\d{4}(\.\d+)?')"
# What exports write mostly goes first.
_MOMENT = (
    "CASE WHEN {cell} LIKE '2___-%' THEN try_cast({cell} AS TIMESTAMP)"
    f" WHEN {_SERIAL} THEN TIMESTAMP '1899-12-30' + to_seconds(round(try_cast({{cell}} AS DOUBLE) * 86400))"
    f" ELSE try_strptime({{cell}}, [{_FORMATS}]) END"
)
WHEN = f"CASE WHEN ({_MOMENT}) BETWEEN TIMESTAMP '2000-01-01' AND TIMESTAMP '2099-12-31 23:59:59' THEN {_MOMENT} END"

_WRITTEN = r"'20[0-8]\d-\d\d-\d\d( \d\d:\d\d:\d\d)?'"
_PLAIN = f"CASE WHEN regexp_full_match({{cell}}, {_WRITTEN}) THEN try_cast({{cell}} AS TIMESTAMP) END"

TIME = Kind(
    "TIME",
    "TIMESTAMP",
    WHEN,
    Text("日期和时间，例如 2026-06-11 13:40:00", "a date and time, such as 2026-06-11 13:40:00"),
    example="2026-06-11 13:40:00",
    written_as="yyyy-mm-dd hh:mm:ss",
    plain_sql=_PLAIN,
)

_UNPREFIXED = r"regexp_replace({cell}, '^[^\d：:]+[：:]\s*', '')"

STAMP = Kind(
    "STAMP",
    "TIMESTAMP",
    # Seconds are counted from 1970 in UTC, and shown at the shops' own clock, eight hours ahead.
    r"CASE WHEN regexp_full_match({cell}, '\d{10}(\.0)?')"
    " THEN TIMESTAMP '1970-01-01 08:00:00' + to_seconds(try_cast({cell} AS DOUBLE))"
    f" ELSE {WHEN.replace('{cell}', _UNPREFIXED)} END",
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
    f"{WHEN.replace('{cell}', _ONE_DAY)}::DATE",
    Text("某一天，例如 2026-06-11", "one day, such as 2026-06-11"),
    example="2026-06-11",
    written_as="yyyy-mm-dd",
    plain_sql=f"{_PLAIN}::DATE",
)
