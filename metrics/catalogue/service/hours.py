"""Hours of service: which moments count, as the shop has set them, in SQL."""

from data.formats.quoting import quoted
from data.records.settings import CLOCK, SERVICE_HOURS, TO, set_in_sql

_CLOCK = CLOCK.replace("[0-5]\\d", "([0-5]\\d)")
_SPAN = rf"^\s*{_CLOCK}\s*{TO}\s*{_CLOCK}\s*$"
"""From and until: 08:00-24:00, or over midnight 09:00-02:00."""


def _span() -> str:
    """What is set, or the default where it is no span of hours."""
    hours = set_in_sql(SERVICE_HOURS)
    return f"CASE WHEN regexp_matches({hours}, {quoted(_SPAN)}) THEN {hours} ELSE {quoted(SERVICE_HOURS.default)} END"


def minutes_of(text: str, pattern: str, group: int) -> str:
    """SQL for the minutes since midnight of a clock time that a pattern finds as groups `group` and the next."""
    hours, rest = (f"try_cast(regexp_extract({text}, {quoted(pattern)}, {n}) AS INTEGER)" for n in (group, group + 1))
    return f"({hours} * 60 + {rest})"


OPENING = (
    f"(SELECT {minutes_of('span', _SPAN, 1)} AS opens, {minutes_of('span', _SPAN, 3)} AS closes"
    f" FROM (SELECT {_span()} AS span))"
)
"""A table of one row: the minutes since midnight from which, and up to which, buyers are served."""


def within(moment: str) -> str:
    """SQL over rows joined with OPENING: whether a moment lies within the hours; the closing minute no longer does."""
    minute = f"(hour({moment}) * 60 + minute({moment}))"
    return (
        f"CASE WHEN opens < closes THEN {minute} >= opens AND {minute} < closes"
        f" ELSE {minute} >= opens OR {minute} < closes END"
    )
