"""Asked: which week of which shop a deck is about, and the questions its slides put to the warehouse."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, TypeVar

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period, month_of, month_to_date, quarter_to_date, same_days_last_year, week_of
from metrics.definition.metric import Metric, young
from metrics.definition.refusals import Unanswerable
from metrics.judgement.rules import Rulebook
from metrics.morning import completeness
from metrics.query.question import answer
from metrics.wording.figure import Number
from metrics.wording.masking import bare
from text import Text

WEEKS, MONTHS = 6, 12
Told = TypeVar("Told")

LAST_WEEK, THIS_WEEK, THAT_WEEK = Text("上周", "Last week"), Text("本周", "This week"), Text("该周", "The week")


@dataclass(frozen=True, slots=True)
class Asked:
    """The week (Monday to Sunday) of a shop, or of all shops together where it is None, as seen `today`.

    `week` ends with the last day that counts. `masks` gives the name to show for each person. What slides ask twice
    is asked once and kept in `told`, so that all of a deck says the same; it lasts as long as the deck is made.
    """

    warehouse: Warehouse
    shop: str | None
    week: Period
    today: date
    book: Rulebook
    masks: Mapping[str, str] = field(default_factory=dict)
    told: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

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
    def month(self) -> Period:
        """The month up to the week's last day."""
        return month_to_date(self.week.last)

    @property
    def quarter(self) -> Period:
        """The quarter up to the week's last day."""
        return quarter_to_date(self.week.last)

    @property
    def shops(self) -> list[str]:
        """The shop, or every shop that has data."""
        return [self.shop] if self.shop else self.once("shops", lambda: completeness.shops(self.warehouse))

    @property
    def when(self) -> Text:
        """What the week is called on the day of the deck: 上周, 本周, else 该周."""
        weeks = (week_of(self.today).first - week_of(self.week.first).first).days // 7
        return {0: THIS_WEEK, 1: LAST_WEEK}.get(weeks, THAT_WEEK)

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
        rows = self.rows([metric], during, (), where)
        return rows[0][metric.name] if rows else None

    def rows(
        self, metrics: Sequence[Metric], during: Period, by: Sequence[str], where: Mapping[str, str] | None = None
    ) -> list[dict]:
        """Numbers of a period split by dimensions; nothing where the question has no answer."""
        asked = where or self.where
        key = (tuple(metric.name for metric in metrics), during, tuple(by), tuple(asked.items()))
        return self.once(key, lambda: self._answered(metrics, during, by, asked))

    def once(self, key: object, made: Callable[[], Told]) -> Told:
        """What `made` gives, made the first time it is asked for under this key."""
        if key not in self.told:
            self.told[key] = made()
        found: Told = self.told[key]
        return found

    def days(self, metric: Metric, during: Period) -> int:
        """How many days of a period have a value."""
        return sum(row[metric.name] is not None for row in self.rows([metric], during, ("day",)))

    def shown(self, person: str) -> str:
        """A person's name as it may be shown, without the shop that some exports write before it."""
        return self.masks.get(person) or self.masks.get(bare(person)) or bare(person)

    def within(self, words: str) -> str:
        """Words in which every name that may not be shown is the name to show; names of one letter stay."""
        for name in sorted((each for each in self.masks if len(each) > 1), key=len, reverse=True):
            words = words.replace(name, self.masks[name])
        return words

    def young(self, metric: Metric, during: Period) -> bool:
        """Whether a number of a period may still change."""
        return young(metric, during.last, self.today) is not None

    def _answered(
        self, metrics: Sequence[Metric], during: Period, by: Sequence[str], where: Mapping[str, str]
    ) -> list[dict]:
        try:
            return answer(self.warehouse, metrics, during, by, where).to_pylist()
        except Unanswerable:
            return []


def year_before(period: Period) -> Period:
    """The same dates of last year, as months are compared."""
    return same_days_last_year(period)
