"""What a cell may hold, and the SQL that turns its text into a value."""

from dataclasses import dataclass

from text import Text

MAC_KEYS = ("inner_pad", "outer_pad")
"""The connection's variables that hold the padded key of the buyers' hash (RFC 2104)."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of cell: its SQL type, and SQL over `{cell}` giving the value, or NULL where the text is none.

    The cell is a plain text (see cleaning.py): nothing blank around it, NULL where the export means "missing".
    `example` is such a text and `written_as` the number format of a spreadsheet's column of them.
    """

    name: str
    sql_type: str
    sql: str
    expects: Text
    example: str = ""
    written_as: str = "General"

    def cast(self, cell: str) -> str:
        """SQL for the value of a cleaned cell."""
        return self.sql.replace("{cell}", cell)


def quoted(word: str) -> str:
    """A string as an SQL literal."""
    return "'" + word.replace("'", "''") + "'"


_PLAIN = "translate({cell}, '０１２３４５６７８９．－％', '0123456789.-%')"
_DIGITS = rf"regexp_replace({_PLAIN}, '[,，￥¥元\s]', '', 'g')"
_NUMBER = rf"(CASE WHEN regexp_full_match({_DIGITS}, '[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?') THEN {_DIGITS} END)"
_EXACT = f"try_cast({_NUMBER} AS DECIMAL(20,4))"

MONEY = Kind(
    "MONEY",
    "DECIMAL(18,2)",
    # Plain digits, which most cells hold, are ten times faster to read than the forms people write.
    "CASE WHEN try_cast({cell} AS DECIMAL(18,2)) IS NOT NULL THEN try_cast({cell} AS DECIMAL(18,2))"
    f" ELSE try_cast({_NUMBER} AS DECIMAL(18,2)) END",
    Text("金额，例如 1,234.50", "an amount, such as 1,234.50"),
    example="1,234.50",
    written_as="#,##0.00",
)

WAN = Kind(
    "WAN",
    "DECIMAL(18,2)",
    f"try_cast(try_cast({_NUMBER} AS DECIMAL(18,6)) * 10000 AS DECIMAL(18,2))",
    Text("以万元计的金额，例如 12.5", "an amount in units of 10,000 yuan, such as 12.5"),
    example="12.5",
    written_as="0.00",
)

_IN_WAN = WAN.sql.replace("{cell}", "rtrim({cell}, '万元 ')")

PLANNED = Kind(
    "PLANNED",
    "DECIMAL(18,2)",
    # People plan in round sums, and 30万 is exact; in an export it would be a rounded figure, which MONEY refuses.
    r"CASE WHEN regexp_full_match({cell}, '[\d.,]+\s*万元?')" + f" THEN {_IN_WAN} ELSE {MONEY.sql} END",
    Text("金额，例如 300,000 或 30万", "an amount, such as 300,000 or 30万"),
    example="300,000",
    written_as="#,##0",
)

COUNT = Kind(
    "COUNT",
    "BIGINT",
    r"CASE WHEN regexp_full_match({cell}, '\d{1,15}') THEN try_cast({cell} AS BIGINT)"
    f" WHEN {_EXACT} >= 0 AND {_EXACT} = floor({_EXACT}) THEN {_EXACT}::BIGINT END",
    Text("不带小数的数，例如 1,234", "a whole number, such as 1,234"),
    example="1,234",
    written_as="#,##0",
)

NUMBER = Kind(
    "NUMBER",
    "DOUBLE",
    f"try_cast({_NUMBER} AS DOUBLE)",
    Text("数字，例如 12.5", "a number, such as 12.5"),
    example="12.5",
)

SCORE = Kind(
    "SCORE",
    "DOUBLE",
    # The trend table writes the day's change behind the score: 4.85（+0.01）.
    r"try_cast(regexp_extract({cell}, '^(\d+(\.\d+)?)(\s*分)?\s*([(（].*[)）])?$', 1) AS DOUBLE)",
    Text("评分，例如 4.85", "a score, such as 4.85"),
    example="4.85",
    written_as="0.00",
)

SHOWN = Kind(
    "SHOWN",
    "VARCHAR",
    r"CASE WHEN regexp_full_match({cell}, '-?[\d.]+([eE]-?\d+)?\s*([%％]|分|秒|分钟|小时|天)?|[\d.]+/[\d.]+"
    r"|(超过|落后)[\d.]+[%％].*') THEN {cell} END",
    Text(
        "页面上的数，例如 4.85、40.42小时 或 超过92%同行", "a figure as shown, such as 4.85, 40.42小时 or 超过92%同行"
    ),
    example="4.85",
)
"""A figure with whatever unit the page shows behind it, kept as text."""

_SHARE = "try_cast(regexp_replace({cell}, '[%％,，\\s]', '', 'g') AS DOUBLE)"
_SIGNED = "regexp_matches({cell}, '[%％]$')"

RATE = Kind(
    "RATE",
    "DOUBLE",
    # One column is one scale: a sign means per cent; without it any value over 1 shows the column to be in points.
    f"CASE WHEN {_SIGNED} THEN {_SHARE} / 100"
    f" WHEN max({_SHARE}) FILTER (WHERE NOT {_SIGNED}) OVER () > 1 THEN {_SHARE} / 100 ELSE {_SHARE} END",
    Text("比率，例如 12.34% 或 0.1234", "a rate, such as 12.34% or 0.1234"),
    example="3.35%",
    written_as="0.00%",
)

RATIO = Kind(
    "RATIO",
    "DOUBLE",
    f"CASE WHEN {_SIGNED} THEN {_SHARE} / 100 ELSE {_SHARE} END",
    Text("比值，例如 1.19 或 119%", "a ratio, such as 1.19 or 119%"),
    example="1.19",
    written_as="0.00",
)
"""A rate that may well pass 1, so that its size says nothing of its scale."""


def _clock(unit: str) -> str:
    return rf"coalesce(try_cast(nullif(regexp_extract({{cell}}, '([\d.]+)\s*{unit}', 1), '') AS DOUBLE), 0)"


DURATION = Kind(
    "DURATION",
    "DOUBLE",
    "CASE"
    rf" WHEN regexp_full_match({_DIGITS}, '\d+(\.\d+)?') THEN try_cast({_DIGITS} AS DOUBLE)"
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
)

MINUTES = Kind(
    "MINUTES",
    "DOUBLE",
    rf"CASE WHEN regexp_full_match({_DIGITS}, '\d+(\.\d+)?') THEN try_cast({_DIGITS} AS DOUBLE) * 60"
    f" ELSE {DURATION.sql} END",
    Text("以分钟计的时长，例如 1.5", "a duration in minutes, such as 1.5"),
    example="1.5",
)
"""A duration, in seconds, from a column whose bare numbers are minutes."""

_FORMATS = ", ".join(
    quoted(day + clock)
    for day in ("%m/%d/%y", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d")
    for clock in ("", " %H:%M:%S", " %H:%M", "T%H:%M:%S")
)
_SERIAL = r"regexp_full_match({cell}, '[345]\d{4}(\.\d+)?')"
_WHEN = (
    "(SELECT CASE WHEN t BETWEEN TIMESTAMP '2000-01-01' AND TIMESTAMP '2099-12-31 23:59:59' THEN t END"
    f" FROM (SELECT CASE WHEN {_SERIAL}"
    f" THEN TIMESTAMP '1899-12-30' + to_seconds(round(try_cast({{cell}} AS DOUBLE) * 86400))"
    r" WHEN regexp_matches({cell}, '^\d{4}-') THEN try_cast({cell} AS TIMESTAMP)"
    f" ELSE try_strptime({{cell}}, [{_FORMATS}]) END AS t))"
)

TIME = Kind(
    "TIME",
    "TIMESTAMP",
    _WHEN,
    Text("日期和时间，例如 2026-06-11 13:40:00", "a date and time, such as 2026-06-11 13:40:00"),
    example="2026-06-11 13:40:00",
    written_as="yyyy-mm-dd hh:mm:ss",
)

_UNPREFIXED = r"regexp_replace({cell}, '^[^\d：:]+[：:]\s*', '')"

STAMP = Kind(
    "STAMP",
    "TIMESTAMP",
    # Seconds are counted from 1970 in UTC, and shown at the shops' own clock, eight hours ahead.
    r"CASE WHEN regexp_full_match({cell}, '\d{10}(\.0)?')"
    " THEN TIMESTAMP '1970-01-01 08:00:00' + to_seconds(try_cast({cell} AS DOUBLE))"
    f" ELSE {_WHEN.replace('{cell}', _UNPREFIXED)} END",
    Text("日期和时间，例如 初次评价: 2026-06-11 13:40", "a date and time, such as 初次评价: 2026-06-11 13:40"),
    example="初次评价: 2026-06-11 13:40",
    written_as="@",
)
"""A time as reviews carry it: behind a word and a colon, or as Unix seconds."""

# A range counts as a day only when both its ends are that day: a weekly file must not pass for a day.
_RANGE = r"'^(\d{4}\D?\d{1,2}\D?\d{1,2}日?)\s*[~～至]\s*(\d{4}\D?\d{1,2}\D?\d{1,2}日?)$'"
_ONE_DAY = (
    f"(CASE WHEN regexp_extract({{cell}}, {_RANGE}, 1) = regexp_extract({{cell}}, {_RANGE}, 2)"
    f" AND regexp_matches({{cell}}, {_RANGE}) THEN regexp_extract({{cell}}, {_RANGE}, 1) ELSE {{cell}} END)"
)

DAY = Kind(
    "DAY",
    "DATE",
    f"{_WHEN.replace('{cell}', _ONE_DAY)}::DATE",
    Text("某一天，例如 2026-06-11", "one day, such as 2026-06-11"),
    example="2026-06-11",
    written_as="yyyy-mm-dd",
)

_MONTH = r"'^(20\d\d)\s*[-/.年]?\s*(1[0-2]|0?[1-9])\s*月?份?$'"
_QUARTER = r"'^(20\d\d)\s*[-/.年]?\s*(?:Q|第)?([1-4一二三四])\s*(?:Q|季度?)?$'"
_DATE = rf"{_WHEN}::DATE"

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

_MOMENTS = r"'^(\d{8})(\d{4})\d{2}\s*[~～]\s*(\d{8})\d{6}$'"

HOURS = Kind(
    "HOURS",
    "TIMESTAMP",
    f"CASE WHEN regexp_extract({{cell}}, {_MOMENTS}, 1) = regexp_extract({{cell}}, {_MOMENTS}, 3)"
    f" AND regexp_matches({{cell}}, {_MOMENTS}) THEN try_strptime(regexp_extract({{cell}}, {_MOMENTS}, 1)"
    f" || regexp_extract({{cell}}, {_MOMENTS}, 2), '%Y%m%d%H%M') END",
    Text(
        "同一天内的一段时间，例如 20260324000000~20260324005959",
        "a span within one day, such as 20260324000000~20260324005959",
    ),
    example="20260324000000~20260324005959",
    written_as="@",
)
"""Where a span begins that ends on the same day; a longer one is no value."""

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

TEXT = Kind("TEXT", "VARCHAR", "{cell}", Text("文字", "text"))

ID = Kind(
    "ID",
    "VARCHAR",
    # A numeric cell that a spreadsheet program has rounded reaches us in scientific notation.
    r"CASE WHEN regexp_full_match({cell}, '[\d.]+[eE]\+?\d+') THEN NULL"
    r" ELSE regexp_replace(regexp_replace({cell}, '^(ID|id|订单编号|订单号)[：:]\s*|^@', ''), '^(\d+)\.0$', '\1') END",
    Text("完整的编号，例如 3601080613561638173", "a full number, such as 3601080613561638173"),
    example="3601080613561638173",
    written_as="@",
)

BUYER = Kind(
    "BUYER",
    "UUID",
    # HMAC-SHA256 (RFC 2104) of the buyer's name, the first 128 bits of it: the name itself is never stored.
    f"left(sha256(getvariable('{MAC_KEYS[1]}')::BLOB || unhex(sha256(getvariable('{MAC_KEYS[0]}')::BLOB"
    " || encode({cell})))), 32)::UUID",
    Text("买家名称", "a buyer's name"),
    example="tb20260611",
    written_as="@",
)

KINDS = (
    MONEY, WAN, PLANNED, COUNT, NUMBER, SCORE, SHOWN, RATE, RATIO, DURATION, MINUTES, CLOCK, TIME, STAMP, DAY,
    MONTH_FIRST, HOURS, SPAN, PERIOD, TEXT, ID, BUYER,
)  # fmt: skip
