"""What metrics were day by day, and what a day is compared with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from metrics.calendar.period import Period, last_days, same_days_last_year, same_weekdays
from metrics.calendar.period import day as one_day
from metrics.definition.metric import Metric
from metrics.definition.refusals import Unanswerable
from metrics.query.requests import QueryPlan, Question
from metrics.wording.figure import Number

FEWEST = 3
"""The fewest same weekdays a base may rest on."""

Series = dict[date, Number | None]


def base_of(series: Mapping[date, Number | None], day: date) -> Number | None:
    """The median of the same weekday in the four weeks before; None from fewer than three of them."""
    present = [value for when in same_weekdays(day) if (value := series.get(when)) is not None]
    return median(present) if len(present) >= FEWEST else None  # type: ignore[type-var]


@dataclass(frozen=True, slots=True)
class History:
    """Five weeks of metrics by day, up to `day`, and the same day a year before; `refused` could not be asked."""

    day: date
    values: Mapping[str, Series]
    refused: frozenset[str]

    def now(self, metric: Metric) -> Number | None:
        """The value of the day itself, in the metric's unit; None where no file has it."""
        return self.values[metric.name].get(self.day)

    def base(self, metric: Metric) -> Number | None:
        """The median of the same weekdays of the four weeks before; None with fewer than three of them."""
        return base_of(self.values[metric.name], self.day)

    def before(self, metric: Metric, days: int = 6) -> tuple[tuple[Number | None, Number | None], ...]:
        """The days before with the base each had, the last first."""
        series, earlier = self.values[metric.name], [self.day - timedelta(days=n) for n in range(1, days + 1)]
        return tuple((series.get(when), base_of(series, when)) for when in earlier)

    def last_year(self, metric: Metric) -> Number | None:
        """The value of the same date a year before; None where no file has it."""
        return self.values[metric.name].get(_a_year_before(self.day))

    def spark(self, metric: Metric, days: int = 14) -> tuple[tuple[date, Number | None], ...]:
        """The last days, the oldest first; None where nothing is known."""
        return tuple((when, self.values[metric.name].get(when)) for when in last_days(self.day, days))


def history(metrics: Sequence[Metric], day: date, where: Mapping[str, str]) -> QueryPlan[History]:
    """The metrics of the days before `day`; one that cannot be asked so has no values and is listed as refused."""
    alike: dict[tuple[str, ...], list[Metric]] = {}
    for metric in metrics:
        alike.setdefault(metric.never_across, []).append(metric)
    then, during = _a_year_before(day), last_days(day, 29)
    whole = Period(min(then, during.first), day)
    answers = yield [Question(group, whole, ("day",), where) for group in alike.values()]
    values: dict[str, Series] = {metric.name: {} for metric in metrics}
    refused: set[str] = set()
    for group, found in zip(alike.values(), answers, strict=True):
        if isinstance(found, Unanswerable):
            refused |= {metric.name for metric in group}
        else:
            wanted = [row for row in found.to_pylist() if row["day"] in during or row["day"] == then]
            values |= {metric.name: {row["day"]: row[metric.name] for row in wanted} for metric in group}
    return History(day, values, frozenset(refused))


def _a_year_before(day: date) -> date:
    return same_days_last_year(one_day(day)).first
