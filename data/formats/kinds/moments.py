"""SQL for the moment that a cell names, in the forms that exports and people write."""

_FORMATS = ", ".join(
    f"'{day}{clock}'"
    for day in ("%m/%d/%y", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d")
    for clock in ("", " %H:%M:%S", " %H:%M", "T%H:%M:%S")
)
_SERIAL = r"regexp_full_match({cell}, '[345]\d{4}(\.\d+)?')"
# What exports write mostly goes first.
_ANY = (
    "CASE WHEN {cell} LIKE '2___-%' THEN try_cast({cell} AS TIMESTAMP)"
    f" WHEN {_SERIAL} THEN TIMESTAMP '1899-12-30' + to_seconds(round(try_cast({{cell}} AS DOUBLE) * 86400))"
    f" ELSE try_strptime({{cell}}, [{_FORMATS}]) END"
)
MOMENT = f"CASE WHEN ({_ANY}) BETWEEN TIMESTAMP '2000-01-01' AND TIMESTAMP '2099-12-31 23:59:59' THEN {_ANY} END"
"""The moment, if it lies in this century."""

_WRITTEN = r"'20[0-8]\d-\d\d-\d\d( \d\d:\d\d:\d\d)?'"
PLAIN_MOMENT = f"CASE WHEN regexp_full_match({{cell}}, {_WRITTEN}) THEN try_cast({{cell}} AS TIMESTAMP) END"
"""The same for the forms that exports mostly write alone."""
