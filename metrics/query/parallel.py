"""Statements that run at the same time: DuckDB plans each on one core, so two at a time use both."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from operator import call
from typing import TypeVar

T = TypeVar("T")

AT_A_TIME = 2


def concurrently(calls: Sequence[Callable[[], T]]) -> list[T]:
    """What the calls return, in their order, two of them running at any time; raises what the first to fail raised."""
    if len(calls) < AT_A_TIME:
        return [each() for each in calls]
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        return list(pool.map(call, calls))
