"""Asked: which week of which shop a deck is about, and the questions its slides put to the warehouse."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from data.warehouse import Warehouse
from metrics.figure import Number
from metrics.metric import Metric, young
from metrics.period import Period, month_of, same_days_last_year
from metrics.question import Unanswerable, answer
from metrics.rulebook import Rulebook

WEEKS, MONTHS = 6, 12


@dataclass(frozen=True, slots=True)
class Asked:
    """The week (Monday to Sunday) of a shop, or of all shops together where it is None, as seen `today`.

    `week` ends with the last day that counts. `masks` gives the name to show for each person. `since` is the moment
    of the deck before, where there was one.
    """

    warehouse: Warehouse
    shop: str | None
    week: Period
    today: date
    book: Rulebook
    masks: Mapping[str, str] = field(default_factory=dict)

    @property
    def where(self) -> dict[str, str]:
        """The shop as a condition."""
        return {"shop": self.shop} if self.shop else {}

    @property
    def weeks(self) -> tuple[Period, ...]:
        """The last six weeks, the oldest first."""
        back = [timedelta(weeks=number) for number in range(WEEKS - 1, -1, -1)]
        return tuple(Period(self.week.first - by, self.week.last - by) for by in back)

    @property
    def months(self) -> tuple[Period, ...]:
        """The last twelve months, the oldest first; the last ends with the week."""
        first = self.week.last.replace(day=1)
        found = [Period(first, self.week.last)]
        while len(found) < MONTHS:
            found.append(month_of(found[-1].first - timedelta(days=1)))
        return tuple(reversed(found))

    @property
    def week_before(self) -> Period:
        """The seven days before."""
        return self.weeks[-2]

    @property
    def last_year(self) -> Period:
        """The same week of last year: 52 weeks back, so that its weekdays are the same."""
        return Period(self.week.first - timedelta(weeks=52), self.week.last - timedelta(weeks=52))

    def value(self, metric: Metric, during: Period, where: Mapping[str, str] | None = None) -> Number | None:
        """One number of a period; None where no file tells it or it must not be added up."""
        try:
            return answer(self.warehouse, [metric], during, where=where or self.where)[metric.name][0].as_py()
        except Unanswerable:
            return None

    def rows(self, metrics: Sequence[Metric], during: Period, by: Sequence[str]) -> list[dict]:
        """Numbers of a period split by dimensions; nothing where the question has no answer."""
        try:
            return answer(self.warehouse, metrics, during, by, self.where).to_pylist()
        except Unanswerable:
            return []

    def shown(self, person: str) -> str:
        """A person's name as it may be shown."""
        return self.masks.get(person, person)

    def young(self, metric: Metric, during: Period) -> bool:
        """Whether a number of a period may still change."""
        return young(metric, during.last, self.today) is not None


def year_before(period: Period) -> Period:
    """The same dates of last year, as months are compared."""
    return same_days_last_year(period)
