"""What can be asked side by side: DuckDB plans each statement on one core, so two at a time use both."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import TypeVar

T = TypeVar("T")

AT_A_TIME = 2


def side_by_side(calls: Sequence[Callable[[], T]]) -> list[T]:
    """What the calls return, in their order; what one of them raises is raised here."""
    if len(calls) < AT_A_TIME:
        return [call() for call in calls]
    found: dict[int, T] = {}
    todo, picking = iter(enumerate(calls)), Lock()

    def work() -> None:
        while (picked := _next(todo, picking)) is not None:
            found[picked[0]] = picked[1]()

    with ThreadPoolExecutor(AT_A_TIME - 1) as pool:
        others = [pool.submit(work) for _ in range(AT_A_TIME - 1)]
        work()
        for other in others:
            other.result()
    return [found[place] for place in range(len(calls))]


def _next(todo: Iterator[tuple[int, Callable[[], T]]], picking: Lock) -> tuple[int, Callable[[], T]] | None:
    with picking:
        return next(todo, None)
