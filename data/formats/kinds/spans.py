"""Spans of time: periods to plan for, days and hours from one to another."""

from data.formats.kinds.kind import Kind
from data.formats.kinds.moments import MOMENT
from text import Text

_MONTH = r"'^(20\d\d)\s*[-/.年]?\s*(1[0-2]|0?[1-9])\s*月?份?$'"
_QUARTER = r"'^(20\d\d)\s*[-/.年]?\s*(?:Q|第)?([1-4一二三四])\s*(?:Q|季度?)?$'"
_DATE = rf"{MOMENT}::DATE"

PERIOD = Kind(
    "PERIOD",
    "VARCHAR",
    "CASE"
    rf" WHEN regexp_matches({{cell}}, {_MONTH}) THEN regexp_extract({{cell}}, {_MONTH}, 1) || '-'"
    rf" || lpad(regexp_extract({{cell}}, {_MONTH}, 2), 2, '0')"
    rf" WHEN regexp_matches({{cell}}, {_QUARTER}) AND regexp_matches({{cell}}, '[Q季]')"
    rf" THEN regexp_extract({{cell}}, {_QUARTER}, 1) || '-Q'"
    rf" || translate(regexp_extract({{cell}}, {_QUARTER}, 2), '一二三四', '1234')"
    r" WHEN regexp_full_match({cell}, '20\d\d年?') THEN left({cell}, 4)"
    rf" WHEN {_DATE} IS NOT NULL THEN strftime({_DATE}, '%Y-%m-%d') END",
    Text("年、季、月或日，例如 2026-06", "a year, quarter, month or day, such as 2026-06"),
    example="2026-06",
    written_as="@",
)
"""A span of time as text that sorts: 2026, 2026-Q2, 2026-06 or 2026-06-11."""

_YEAR_ALONE = r"'^(20\d\d)(?:\.0)?年?度?$'"
_MONTH_ALONE = r"'^(1[0-2]|0?[1-9])(?:\.0)?月?份?$'"
_QUARTER_ALONE = r"'^(?:Q|第)?([1-4一二三四])(?:\.0)?(?:Q|季度?)?$'"

YEAR = Kind(
    "YEAR",
    "BIGINT",
    f"try_cast(nullif(regexp_extract({{cell}}, {_YEAR_ALONE}, 1), '') AS BIGINT)",
    Text("一个年份，例如 2026", "a year, such as 2026"),
    example="2026",
)
QUARTER = Kind(
    "QUARTER",
    "BIGINT",
    f"try_cast(nullif(translate(regexp_extract({{cell}}, {_QUARTER_ALONE}, 1), '一二三四', '1234'), '') AS BIGINT)",
    Text("第几季，例如 2", "the number of a quarter, such as 2"),
    example="2",
)
MONTH = Kind(
    "MONTH",
    "BIGINT",
    f"try_cast(nullif(regexp_extract({{cell}}, {_MONTH_ALONE}, 1), '') AS BIGINT)",
    Text("第几月，例如 6", "the number of a month, such as 6"),
    example="6",
)

_MOMENTS = r"'^(\d{10})(\d{2})\d{2}\s*[~～]\s*(\d{10})\d{4}$'"

HOURS = Kind(
    "HOURS",
    "TIMESTAMP",
    f"CASE WHEN regexp_extract({{cell}}, {_MOMENTS}, 1) = regexp_extract({{cell}}, {_MOMENTS}, 3)"
    f" AND regexp_matches({{cell}}, {_MOMENTS}) THEN try_strptime(regexp_extract({{cell}}, {_MOMENTS}, 1)"
    f" || regexp_extract({{cell}}, {_MOMENTS}, 2), '%Y%m%d%H%M') END",
    Text(
        "同一小时内的一段时间，例如 20260324000000~20260324005959",
        "a span within one hour, such as 20260324000000~20260324005959",
    ),
    example="20260324000000~20260324005959",
    written_as="@",
)
"""Where a span begins that ends in the same hour; a longer one, which adds hours up, is no value."""

_CLOCK_TIME = r"'^(?:.*\s)?([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?$'"

CLOCK = Kind(
    "CLOCK",
    "TIME",
    f"CASE WHEN regexp_matches({{cell}}, {_CLOCK_TIME}) THEN (regexp_extract({{cell}}, {_CLOCK_TIME}, 1)::INTEGER % 24"
    f" || ':' || regexp_extract({{cell}}, {_CLOCK_TIME}, 2))::TIME"
    # A spreadsheet holds a time of day as a fraction of the day.
    r" WHEN regexp_full_match({cell}, '0?\.\d+')"
    " THEN TIME '00:00' + to_minutes(round(try_cast({cell} AS DOUBLE) * 1440)::BIGINT) END",
    Text("钟点，例如 08:30", "a time of day, such as 08:30"),
    example="08:30",
    written_as="@",
)

_A_DAY = r"\d{4}\D?\d{1,2}\D?\d{1,2}日?"
_CLOCKED = r"(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
_FROM_TO = rf"'^({_A_DAY}){_CLOCKED}\s*[-~～—–至到]+\s*((?:\d{{4}}\D?)?\d{{1,2}}\D?\d{{1,2}}日?){_CLOCKED}$'"


def _end_of(span: int) -> str:
    """SQL for the first or last day of a span; an end without a year is in that of the beginning."""
    day = f"regexp_extract({{cell}}, {_FROM_TO}, {span})"
    dated = f"regexp_replace({day}, '^(\\d{{4}})\\D?(\\d{{1,2}})\\D?(\\d{{1,2}})\\D?$', '\\1-\\2-\\3')"
    short = f"left({{cell}}, 4) || '-' || regexp_replace({day}, '^(\\d{{1,2}})\\D(\\d{{1,2}})\\D?$', '\\1-\\2')"
    return f"try_cast(CASE WHEN regexp_matches({day}, '^\\d{{4}}') THEN {dated} ELSE {short} END AS DATE)"


SPAN = Kind(
    "SPAN",
    "VARCHAR",
    f"CASE WHEN {_end_of(1)} <= {_end_of(2)} THEN {_end_of(1)} || '~' || {_end_of(2)}"
    f" WHEN {_DATE} IS NOT NULL THEN {_DATE} || '~' || {_DATE} END",
    Text("起止日期，例如 2026-06-01~2026-06-20", "a first and a last day, such as 2026-06-01~2026-06-20"),
    example="2026-06-01~2026-06-20",
    written_as="@",
)
"""Two days as text: 2026-06-01~2026-06-20."""
