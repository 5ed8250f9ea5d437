"""QueryBatch: query plans say what they need in a `yield`, and everything is queried in one go.

A query plan is a generator. It yields a list of `Question` and `Rows` and is sent the list of their answers: for a
Question an Arrow table or the Unanswerable, for Rows a list of tuples. What it returns is what the page shows.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from data.store.warehouse import Warehouse
from metrics.query.parallel import concurrently
from metrics.query.requests import QueryPlan, Question, Rows
from metrics.query.rollups import quick
from metrics.query.statements import Asking

T = TypeVar("T")


class RunningPlan(Generic[T]):
    """A query plan under way; there is no `value` before everything was answered."""

    value: T

    def __init__(self, plan: QueryPlan[T]) -> None:
        self._plan = plan
        self.requests: Sequence[Question | Rows] = ()
        self.over = False

    def go_on(self, answers: list[Any] | None) -> None:
        """Hand in the answers to what it `requests`, at first None."""
        try:
            self.requests = self._plan.send(answers)  # type: ignore[arg-type]
        except StopIteration as end:
            self.value, self.requests, self.over = end.value, (), True


class QueryBatch:
    """Query plans that are answered in one go."""

    def __init__(self) -> None:
        self._running: list[RunningPlan[Any]] = []

    def add(self, plan: QueryPlan[T]) -> RunningPlan[T]:
        """A plan that is answered with the others."""
        later = RunningPlan(plan)
        self._running.append(later)
        return later

    def asking(self) -> QueryPlan[None]:
        """All of them as one plan, which queries again and again until each has come to its end."""
        for plan in self._running:
            plan.go_on(None)
        while waiting := [plan for plan in self._running if not plan.over]:
            answers = iter((yield [want for plan in waiting for want in plan.requests]))
            for plan in waiting:
                plan.go_on([next(answers) for _ in plan.requests])


def alone(warehouse: Warehouse, plan: QueryPlan[T]) -> T:
    """What a query plan returns, its queries answered one round after the other."""
    later = RunningPlan(plan)
    later.go_on(None)
    while not later.over:
        later.go_on(_answers(warehouse, later.requests))
    return later.value


def _answers(warehouse: Warehouse, requests: Sequence[Question | Rows]) -> list[Any]:
    asking = Asking(warehouse, [want for want in requests if isinstance(want, Question)])
    calls: list[Callable[[], Any]] = [partial(warehouse.table, *statement) for statement in asking.statements]
    calls += [
        partial(warehouse.rows, quick(warehouse, want.sql), want.values) for want in requests if isinstance(want, Rows)
    ]
    found = concurrently(calls)
    tables, rows = found[: len(asking.statements)], iter(found[len(asking.statements) :])
    answers = iter(asking.answers(tables))
    return [next(answers) if isinstance(want, Question) else next(rows) for want in requests]
