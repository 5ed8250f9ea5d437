"""Shares and ratios."""

from dataclasses import replace

from data.formats.kinds.kind import Kind
from text import Text

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

POINTS = replace(RATE, name="POINTS", sql=f"{_SHARE} / 100")
"""A rate whose column is said to be in points: 0.85 is 0.85 %."""

SHARE = replace(RATE, name="SHARE", sql=f"CASE WHEN {_SIGNED} THEN {_SHARE} / 100 ELSE {_SHARE} END")
"""A rate whose column is said to be in shares: 0.85 is 85 %."""


def doubtful(cells: str) -> str:
    """SQL over a column of texts: whether it leaves open if it holds points or shares, as 0.85 and 0.5 do.

    Points are exported with two decimals, shares with four; a sign or a value over 1 says what they are.
    """
    value = _SHARE.replace("{cell}", cells)
    return (
        f"bool_or({value} > 0 AND {value} < 1) AND max({value}) <= 1"
        f" AND bool_and(regexp_full_match({cells}, '[0-9]*[.]?[0-9]{{0,2}}'))"
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
