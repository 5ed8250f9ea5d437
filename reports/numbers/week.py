"""Week: which days of which shop a deck is about, the spans beside it, and the names that may be shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from metrics.calendar.period import Period, month_of, month_to_date, quarter_to_date, week_of
from metrics.wording.masking import bare
from text import Text

WEEKS, MONTHS = 6, 12

LAST_WEEK, THIS_WEEK, THAT_WEEK = Text("上周", "Last week"), Text("本周", "This week"), Text("该周", "The week")


@dataclass(frozen=True, slots=True)
class Week:
    """The days (Monday to Sunday) of a shop, or of all `shops` where it is None, as seen `today`.

    `masks` gives the name to show for each person.
    """

    shop: str | None
    shops: tuple[str, ...]
    period: Period
    today: date
    masks: Mapping[str, str] = field(default_factory=dict)

    @property
    def first(self) -> date:
        """Its Monday."""
        return self.period.first

    @property
    def last(self) -> date:
        """Its last day."""
        return self.period.last

    @property
    def several(self) -> bool:
        """Whether it is of more than one shop, so that people must not be added up."""
        return self.shop is None and len(self.shops) > 1

    @property
    def weeks(self) -> tuple[Period, ...]:
        """The last six weeks, the oldest first."""
        back = [timedelta(weeks=number) for number in range(WEEKS - 1, -1, -1)]
        return tuple(Period(self.first - by, self.last - by) for by in back)

    @property
    def months(self) -> tuple[Period, ...]:
        """The last twelve months, the oldest first; the last ends with the week."""
        found = [self.month]
        while len(found) < MONTHS:
            found.append(month_of(found[-1].first - timedelta(days=1)))
        return tuple(reversed(found))

    @property
    def month(self) -> Period:
        """The month up to the week's last day."""
        return month_to_date(self.last)

    @property
    def quarter(self) -> Period:
        """The quarter up to the week's last day."""
        return quarter_to_date(self.last)

    @property
    def when(self) -> Text:
        """What the week is called on the day of the deck: 上周, 本周, else 该周."""
        weeks = (week_of(self.today).first - week_of(self.first).first).days // 7
        return {0: THIS_WEEK, 1: LAST_WEEK}.get(weeks, THAT_WEEK)

    @property
    def before(self) -> Period:
        """The seven days before."""
        return self.weeks[-2]

    @property
    def last_year(self) -> Period:
        """The same week of last year: 52 weeks back, so that its weekdays are the same."""
        return Period(self.first - timedelta(weeks=52), self.last - timedelta(weeks=52))

    def shown(self, person: str) -> str:
        """A person's name as it may be shown, without the shop that some exports write before it."""
        return self.masks.get(person) or self.masks.get(bare(person)) or bare(person)

    def within(self, words: str) -> str:
        """Words in which every name that may not be shown is the name to show; names of one letter stay."""
        for name in sorted((each for each in self.masks if len(each) > 1), key=len, reverse=True):
            words = words.replace(name, self.masks[name])
        return words
