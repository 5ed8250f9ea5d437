"""Together: sections of a page say what they need in a `yield`, and everything is asked in one go.

A section is a generator. It yields a list of `Question` and `Rows` and is sent the list of their answers: for a
Question an Arrow table or the Unanswerable, for Rows a list of tuples. What it returns is what the page shows.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from data.store.warehouse import Warehouse
from metrics.query.parallel import concurrently
from metrics.query.requests import Question, Rows, Section
from metrics.query.rollups import quick
from metrics.query.statements import Asking

T = TypeVar("T")


class Later(Generic[T]):
    """What a section comes to; there is no `value` before everything was asked."""

    value: T

    def __init__(self, section: Section[T]) -> None:
        self._section = section
        self.wants: Sequence[Question | Rows] = ()
        self.over = False

    def go_on(self, told: list[Any] | None) -> None:
        """Hand in the answers to what it `wants`, at first None."""
        try:
            self.wants = self._section.send(told)  # type: ignore[arg-type]
        except StopIteration as end:
            self.value, self.wants, self.over = end.value, (), True


class Together:
    """Sections that ask at the same time."""

    def __init__(self) -> None:
        self._sections: list[Later[Any]] = []

    def add(self, section: Section[T]) -> Later[T]:
        """A section that is asked with the others."""
        later = Later(section)
        self._sections.append(later)
        return later

    def asking(self) -> Section[None]:
        """All of them as one section, which asks again and again until each has come to its end."""
        for section in self._sections:
            section.go_on(None)
        while waiting := [section for section in self._sections if not section.over]:
            told = iter((yield [want for section in waiting for want in section.wants]))
            for section in waiting:
                section.go_on([next(told) for _ in section.wants])


def alone(warehouse: Warehouse, section: Section[T]) -> T:
    """What a section comes to."""
    later = Later(section)
    later.go_on(None)
    while not later.over:
        later.go_on(_told(warehouse, later.wants))
    return later.value


def _told(warehouse: Warehouse, wants: Sequence[Question | Rows]) -> list[Any]:
    asking = Asking(warehouse, [want for want in wants if isinstance(want, Question)])
    calls: list[Callable[[], Any]] = [partial(warehouse.table, *statement) for statement in asking.statements]
    calls += [
        partial(warehouse.rows, quick(warehouse, want.sql), want.values) for want in wants if isinstance(want, Rows)
    ]
    found = concurrently(calls)
    tables, rows = found[: len(asking.statements)], iter(found[len(asking.statements) :])
    answers = iter(asking.told(tables))
    return [next(answers) if isinstance(want, Question) else next(rows) for want in wants]
