"""Amounts, counts, scores and plain figures."""

from data.formats.kinds.digits import DIGITS, PLAIN_NUMBER
from data.formats.kinds.kind import Kind
from text import Text

_NUMBER = rf"(CASE WHEN regexp_full_match({DIGITS}, '[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?') THEN {DIGITS} END)"
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
    # 1,234.50 as exports write it; 1_000, which the database takes for a number, is left to the full form.
    plain_sql="CASE WHEN NOT contains({cell}, '_') THEN try_cast(replace({cell}, ',', '') AS DECIMAL(18,2)) END",
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
    plain_sql=r"CASE WHEN regexp_full_match({cell}, '[\d,]{1,15}')"
    " THEN try_cast(replace({cell}, ',', '') AS BIGINT) END",
)

NUMBER = Kind(
    "NUMBER",
    "DOUBLE",
    f"try_cast({_NUMBER} AS DOUBLE)",
    Text("数字，例如 12.5", "a number, such as 12.5"),
    example="12.5",
    plain_sql=PLAIN_NUMBER,
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
