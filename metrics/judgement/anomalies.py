"""Anomalies: numbers unlike this weekday's of the last eight weeks, in the direction that hurts.

The base is the median of the same weekday over eight weeks. Promotions, holidays and days that may still change are
left out; with fewer than four days left nothing is said. What is usual is the spread of all ordinary days of the eight
weeks around the medians of their weekdays: 1.4826 × the median absolute deviation, which a few odd days do not move;
half the base is as far off as double. A number is an anomaly when it lies further from its base than `TIMES` that
spread and than the least that matters, and rests on enough visitors or receptions. A score moves slowly: the change of
a day is held against its usual changes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median
from typing import Any

from metrics.calendar.occasions import is_special
from metrics.calendar.period import Period, last_days
from metrics.catalogue.targets.promotion_days import days_by_shop, own_days
from metrics.definition.metric import Better, Metric
from metrics.definition.refusals import Unanswerable
from metrics.judgement.anomaly import TIMES, Anomaly, Watched, apart
from metrics.judgement.watched import WATCHED
from metrics.query.requests import QueryPlan, Question, Rows
from metrics.wording.figure import Number

WEEKS = 8
FEWEST = 4
MAD_TO_SIGMA = 1.4826
FEWEST_DAYS = 14
"""The fewest ordinary days of eight weeks that tell how much a number usually varies."""

SPLITS = tuple(dict.fromkeys(each.by for each in WATCHED))
Series = Mapping[date, Number | None]
Key = tuple[str, str, str]
"""Watched name, shop, part."""


@dataclass(frozen=True, slots=True)
class Observed:
    """Every watched number day by day, and the days that are no ordinary ones: those of `own` by shop."""

    series: Mapping[Key, Series]
    own: Mapping[str, frozenset[date]]
    channel_days: frozenset[tuple[str, date]]
    _before: dict[tuple[str, date], Sequence[date]] = field(default_factory=dict)

    def ordinary(self, shop: str, day: date) -> bool:
        """Whether a day can be compared with others."""
        return not (day in self.own.get(shop, ()) or day in self.own.get("", ()) or is_special(day))

    def ordinary_before(self, shop: str, day: date) -> Sequence[date]:
        """The ordinary days of the eight weeks before a day; looked for once, as every number of the shop asks."""
        if (shop, day) not in self._before:
            weeks = last_days(day - timedelta(days=1), WEEKS * 7)
            self._before[shop, day] = [when for when in weeks if self.ordinary(shop, when)]
        return self._before[shop, day]


def unlike(day: date, where: Mapping[str, str] | None = None) -> QueryPlan[tuple[Anomaly, ...]]:
    """Everything unlike itself on a day, shop by shop in the order of `WATCHED`.

    Of a metric that is final only after days it is the last day that is final.
    """
    observed_values = yield from observed(last_days(day, WEEKS * 7 + 8), where or {})
    return found_in(observed_values, day)


def observed(during: Period, where: Mapping[str, str]) -> QueryPlan[Observed]:
    """Every watched number over a period, by day."""
    questions = [Question(_watched(by), during, ("shop", *([by] if by else []), "day"), where) for by in SPLITS]
    *tables, own = yield [*questions, Rows(*own_days(during))]
    series: dict[Key, dict[date, Number | None]] = {}
    for by, question, found in zip(SPLITS, questions, tables, strict=True):
        if not isinstance(found, Unanswerable):
            _fill(series, question.metrics, by, found.to_pylist())
    channel_days = {(shop, day) for (name, shop, part), days in series.items() if part for day in days}
    return Observed(series, days_by_shop(own), frozenset(channel_days))


def _watched(by: str) -> list[Metric]:
    """What is watched of each shop, or of each part of one, and the volumes it rests on."""
    alike = [each for each in WATCHED if each.by == by]
    return list(dict.fromkeys([each.metric for each in alike] + [each.volume for each in alike if each.volume]))


def _fill(
    series: dict[Key, dict[date, Number | None]], metrics: Iterable[Metric], by: str, rows: Iterable[Mapping[str, Any]]
) -> None:
    for row in rows:
        for metric in metrics:
            if row[metric.name] is not None:
                key = (metric.name, row["shop"], str(row[by]) if by else "")
                series.setdefault(key, {})[row["day"]] = row[metric.name]


def found_in(observed: Observed, day: date) -> tuple[Anomaly, ...]:
    """The anomalies of a day among numbers that were read before."""
    made = (
        _anomaly(observed, watched, key, day) for watched in WATCHED for key in observed.series if _is_of(watched, key)
    )
    return tuple(anomaly for anomaly in made if anomaly)


def _is_of(watched: Watched, key: Key) -> bool:
    return key[0] == watched.name and bool(key[2]) == bool(watched.by)


def _anomaly(observed: Observed, watched: Watched, key: Key, day: date) -> Anomaly | None:
    """The number of the last day that is final by `day`, where it is unlike itself."""
    when, shop = day - timedelta(days=watched.metric.final_after), key[1]
    numbers = _steps(observed.series[key]) if watched.steps else observed.series[key]
    if not observed.ordinary(shop, when) or not _is_there(observed, key, when, numbers):
        return None
    past = _past(observed, shop, when, numbers)
    base = _base(watched, past, when)
    if base is None or _volume(observed, watched, key, when, base) < watched.least:
        return None
    moved = _moved(watched, numbers.get(when), base)
    if abs(moved) < watched.matters or not _hurts(watched.metric, moved):
        return None
    shown, before = observed.series[key].get(when), _before(observed.series[key], watched, when, base)
    found = Anomaly(watched, shop, key[2], when, shown, before, moved, _spread(past, watched))
    return found if found.value is None or found.times >= TIMES else None


def _past(observed: Observed, shop: str, when: date, numbers: Series) -> dict[date, Number]:
    """The number on the ordinary days of the eight weeks before."""
    return {then: now for then in observed.ordinary_before(shop, when) if (now := numbers.get(then)) is not None}


def _is_there(observed: Observed, key: Key, when: date, numbers: Series) -> bool:
    """Whether the day has the number, or lacks that of a part while other parts are there: it is gone."""
    _, shop, part = key
    return numbers.get(when) is not None or (bool(part) and (shop, when) in observed.channel_days)


def _base(watched: Watched, past: Mapping[date, Number], when: date) -> float | None:
    """What the number is held against: 0 for the step of a day; None from too few days, or where it is no base."""
    alike = [float(now) for then, now in past.items() if watched.steps or then.weekday() == when.weekday()]
    if len(alike) < FEWEST or len(past) < FEWEST_DAYS:
        return None
    base = 0.0 if watched.steps else median(alike)
    return base if watched.plain or base > 0 else None


def _moved(watched: Watched, value: Number | None, base: float) -> float:
    """By how much it lies off: the difference for plain ones, else a share of the base; what is gone is 0."""
    now = 0.0 if value is None else float(value)
    return now - base if watched.plain else now / base - 1


def _before(series: Series, watched: Watched, when: date, base: float) -> Number:
    """The base as it is shown: that of a step is the day before."""
    return series.get(when - timedelta(days=1)) or 0 if watched.steps else base


def _steps(series: Series) -> dict[date, Number | None]:
    """The change of every day whose day before is known."""
    found: dict[date, Number | None] = {}
    for day, now in series.items():
        then = series.get(day - timedelta(days=1))
        found[day] = None if now is None or then is None else round(float(now) - float(then), 4)
    return found


def _spread(past: Mapping[date, Number], watched: Watched) -> float:
    """One usual spread: in the metric's unit for plain ones, else as a share of the base."""
    weekdays: dict[int, list[float]] = {}
    for day, value in past.items():
        weekdays.setdefault(0 if watched.steps else day.weekday(), []).append(float(value))
    middles = {weekday: median(values) for weekday, values in weekdays.items()}
    off = [
        abs(value - middles[weekday]) if watched.plain else apart(value, middles[weekday])
        for weekday, values in weekdays.items()
        for value in values
        if watched.plain or min(value, middles[weekday]) > 0
    ]
    return MAD_TO_SIGMA * median(off) if off else 0.0


def _volume(observed: Observed, watched: Watched, key: Key, when: date, base: float) -> float:
    if watched.volume is None:
        return watched.least
    if watched.volume is watched.metric:
        return base
    return float(observed.series.get((watched.volume.name, key[1], ""), {}).get(when) or 0)


def _hurts(metric: Metric, moved: float) -> bool:
    return metric.better is Better.NEITHER or (moved > 0) == (metric.better is Better.LOWER)
