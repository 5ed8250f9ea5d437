"""Partial aggregates: a metric's value taken apart into sums and counts that can be added up from days."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from metrics.query.brackets import closing

_AGGREGATE = re.compile(r"\b(sum|count|min|max)\(")
_FILTER = " FILTER ("
_AROUND = re.compile(r"(nullif|coalesce|BIGINT|DOUBLE|DECIMAL\(\d+,\d+\)|part_\d+|[\s\d.,()/*+:-])*", re.IGNORECASE)
"""What may stand between the sums of a metric: nothing that looks at a single row."""


@dataclass(frozen=True, slots=True)
class Partials:
    """A metric's value with `part_n` in the place of its aggregates, and those: the function and its whole SQL."""

    text: str
    parts: Mapping[str, tuple[str, str]]

    def of_days(self, columns: Mapping[str, str]) -> str:
        """The value of the single rows as one of days, whose `columns` hold each aggregate by its SQL."""
        return re.sub(r"part_\d+", lambda found: _of_days(*self.parts[found[0]], columns), self.text)


@cache
def partials(value: str) -> Partials | None:
    """A value's aggregates, or None where it is not made of those that days can be added up from."""
    parts: dict[str, tuple[str, str]] = {}
    text, place = "", 0
    for found in _AGGREGATE.finditer(value):
        if found.start() < place:
            continue
        end = closing(value, found.end())
        if value.startswith(_FILTER, end):
            end = closing(value, end + len(_FILTER))
        name = f"part_{len(parts)}"
        parts[name] = (found[1], value[found.start() : end])
        text, place = f"{text}{value[place : found.start()]}{name}", end
    text += value[place:]
    adds = parts and _AROUND.fullmatch(text) and not any("DISTINCT" in sql for _, sql in parts.values())
    return Partials(text, parts) if adds else None


def columns_of(values: Iterable[str]) -> dict[str, str]:
    """The aggregates that these values are made of, in their order, each with a column to hold it."""
    apart = [split for value in values if (split := partials(value))]
    wanted = dict.fromkeys(sql for split in apart for _, sql in split.parts.values())
    return {sql: f"kept_{number}" for number, sql in enumerate(wanted)}


def _of_days(function: str, sql: str, columns: Mapping[str, str]) -> str:
    """An aggregate of the single rows as one of the days; no day counts nothing."""
    if function == "count":
        return f"coalesce(sum({columns[sql]}), 0)::BIGINT"
    return f"{function}({columns[sql]})"
