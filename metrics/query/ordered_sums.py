"""Ordered sums: a metric's value is the same to the last digit, in whatever order its rows come."""

import re
from functools import lru_cache

from metrics.definition.metric import mean, total
from metrics.query.brackets import closing

_ADDS = re.compile(r"\b(sum|avg)\(")
_ORDERED = {"sum": total, "avg": mean}


@lru_cache(maxsize=2048)
def ordered_sums(value: str) -> str:
    """A metric's value with every sum and mean in it taken in order: plain declarations need not think of it."""
    text, place = "", 0
    for found in _ADDS.finditer(value):
        if found.start() < place:
            continue
        end = closing(value, found.end())
        text += value[place : found.start()] + _ORDERED[found[1]](value[found.end() : end - 1])
        place = end
    return text + value[place:]
