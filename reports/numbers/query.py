"""Query: the questions that the numbers of a week put to the warehouse, each put once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.definition.metric import Metric, young
from metrics.definition.refusals import Unanswerable
from metrics.judgement.rules import Rulebook
from metrics.query.question import answer
from metrics.wording.figure import Number
from reports.numbers.week import Week

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class WeekQuery:
    """A week, the warehouse that knows it, and the rules it is judged by.

    What is asked twice is answered once and kept in `answers`, so that all of a deck gives the same number; it lasts as
    long as the deck is made.
    """

    week: Week
    warehouse: Warehouse
    book: Rulebook
    answers: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def where(self) -> dict[str, str]:
        """The week's shop as a condition; nothing for all shops."""
        return {"shop": self.week.shop} if self.week.shop else {}

    def value(self, metric: Metric, during: Period, where: Mapping[str, str] | None = None) -> Number | None:
        """One number of a period; None where no file tells it or it must not be added up."""
        rows = self.rows([metric], during, (), where)
        return rows[0][metric.name] if rows else None

    def rows(
        self, metrics: Sequence[Metric], during: Period, by: Sequence[str], where: Mapping[str, str] | None = None
    ) -> list[dict]:
        """Numbers of a period split by dimensions; nothing where the question has no answer.

        Of the week's shop where no condition is given; an empty one means all shops.
        """
        condition = self.where if where is None else where
        key = (tuple(metric.name for metric in metrics), during, tuple(by), tuple(condition.items()))
        if key not in self.answers:
            self.answers[key] = self._answer(metrics, during, by, condition)
        found: list[dict] = self.answers[key]
        return found

    def days(self, metric: Metric, during: Period) -> int:
        """How many days of a period have a value."""
        return sum(row[metric.name] is not None for row in self.rows([metric], during, ("day",)))

    def young(self, metric: Metric, during: Period) -> bool:
        """Whether a number of a period may still change."""
        return young(metric, during.last, self.week.today) is not None

    def _answer(
        self, metrics: Sequence[Metric], during: Period, by: Sequence[str], where: Mapping[str, str]
    ) -> list[dict]:
        try:
            return answer(self.warehouse, metrics, during, by, where).to_pylist()
        except Unanswerable:
            return []


def once(asks: Callable[[WeekQuery], Answer]) -> Callable[[WeekQuery], Answer]:
    """Numbers that are worked out when they are first wanted of a query, and kept with its answers."""

    @wraps(asks)
    def answered(query: WeekQuery) -> Answer:
        if asks not in query.answers:
            query.answers[asks] = asks(query)
        found: Answer = query.answers[asks]
        return found

    return answered
