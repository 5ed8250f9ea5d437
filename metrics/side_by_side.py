"""What can be asked side by side: DuckDB plans each statement on one core, so two at a time use both."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")

AT_A_TIME = 2


def side_by_side(calls: Sequence[Callable[[], T]]) -> list[T]:
    """What the calls return, in their order; what one of them raises is raised here."""
    if len(calls) < AT_A_TIME:
        return [call() for call in calls]
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        return [waiting.result() for waiting in [pool.submit(call) for call in calls]]
