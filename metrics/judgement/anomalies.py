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

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period, last_days
from metrics.catalogue import metric_named
from metrics.catalogue.targets.occasions import days_by_shop, is_special, own_days
from metrics.definition.metric import Better, Metric, Unit
from metrics.judgement.limits import Level
from metrics.query.batching import Rows, Section, alone
from metrics.query.question import Question, Unanswerable
from metrics.wording.figure import Number
from metrics.wording.rounding import grouped
from metrics.wording.values import written
from text import Text, same

WEEKS = 8
FEWEST = 4
TIMES, GRAVE = 3.5, 7.0
MAD_TO_SIGMA = 1.4826
FEWEST_DAYS = 14
"""The fewest ordinary days of eight weeks that tell how much a number usually varies."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A metric to be watched: the least deviation that matters, and the volume without which nothing is said.

    `matters` is a share of the base, for `plain` ones a difference in the metric's own unit. `steps` looks at the
    change in a day. `by` is a dimension whose every part is watched.
    """

    name: str
    matters: float
    volume: str = ""
    least: int = 0
    plain: bool = False
    steps: bool = False
    by: str = ""

    @property
    def metric(self) -> Metric:
        """The metric itself."""
        return metric_named(self.name)


WATCHED = (
    Watched("visitors", 0.15, "visitors", 300),
    Watched("pay_conversion", 0.15, "visitors", 500),
    Watched("cart_rate", 0.15, "visitors", 500),
    Watched("pay_buyers", 0.20, "visitors", 500),
    Watched("avg_order_value", 0.20, "pay_buyers", 20),
    Watched("pay_amount", 0.20, "visitors", 300),
    Watched("refund_amount_finish", 0.60, "visitors", 300),
    Watched("first_response_sec", 0.30, "receptions", 30),
    Watched("avg_response_sec", 0.30, "receptions", 30),
    Watched("reply_rate", 0.015, "receptions", 30, plain=True),
    Watched("inquiry_pay_final_rate", 0.25, "inquirers", 30),
    Watched("dsr_item", 0.02, plain=True, steps=True),
    Watched("dsr_service", 0.02, plain=True, steps=True),
    Watched("dsr_delivery", 0.02, plain=True, steps=True),
    Watched("channel_visitors", 0.25, "channel_visitors", 100, by="channel"),
)
"""From what customers meet towards money."""

SPLITS = tuple(dict.fromkeys(each.by for each in WATCHED))


@dataclass(frozen=True, slots=True)
class Anomaly:
    """A number unlike itself: what it is (None where it is gone), its base, and how many usual spreads it lies off.

    `moved` is the share of the base by which it lies off, for scores and reply rates the difference. `usual` is one
    spread in the same measure. `sentence` tells it all.
    """

    watched: Watched
    shop: str
    part: str
    day: date
    value: Number | None
    base: Number
    moved: float
    usual: float

    @property
    def times(self) -> float:
        """How many usual spreads it lies off its base."""
        off = self.moved if self.watched.plain else _apart(1 + self.moved, 1)
        return abs(off) / self.usual if self.usual else TIMES

    @property
    def level(self) -> Level:
        """Bad where it is far out or gone, else to be watched."""
        return Level.BAD if self.value is None or self.times >= GRAVE else Level.WATCH

    @property
    def sentence(self) -> Text:
        """Number, base, and how unusual it is."""
        return _told(self)


def _apart(one: float, other: float) -> float:
    """By how much the greater of two exceeds the smaller, as a share of the smaller: a half is as far as a double."""
    return max(one, other) / max(min(one, other), 1e-9) - 1


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


def unlike(day: date, where: Mapping[str, str] | None = None) -> Section[tuple[Anomaly, ...]]:
    """Everything unlike itself on a day, shop by shop in the order of `WATCHED`.

    Of a metric that is final only after days it is the last day that is final.
    """
    known = yield from _observed(last_days(day, WEEKS * 7 + 8), where or {})
    return found_in(known, day)


def observed(warehouse: Warehouse, during: Period, where: Mapping[str, str] | None = None) -> Observed:
    """The watched numbers over a period."""
    return alone(warehouse, _observed(during, where or {}))


def _observed(during: Period, where: Mapping[str, str]) -> Section[Observed]:
    asked = [Question(_watched(by), during, ("shop", *([by] if by else []), "day"), where) for by in SPLITS]
    *told, own = yield [*asked, Rows(*own_days(during))]
    series: dict[Key, dict[date, Number | None]] = {}
    for by, question, found in zip(SPLITS, asked, told, strict=True):
        if not isinstance(found, Unanswerable):
            _fill(series, question.metrics, by, found.to_pylist())
    channel_days = {(shop, day) for (name, shop, part), days in series.items() if part for day in days}
    return Observed(series, days_by_shop(own), frozenset(channel_days))


def _watched(by: str) -> list[Metric]:
    """What is watched of each shop, or of each part of one, and the volumes it rests on."""
    alike = [each for each in WATCHED if each.by == by]
    names = [each.name for each in alike] + [each.volume for each in alike if each.volume]
    return [metric_named(name) for name in dict.fromkeys(names)]


def _fill(
    series: dict[Key, dict[date, Number | None]], metrics: Iterable[Metric], by: str, rows: Iterable[Mapping[str, Any]]
) -> None:
    for row in rows:
        for metric in metrics:
            if row[metric.name] is not None:
                key = (metric.name, row["shop"], str(row[by]) if by else "")
                series.setdefault(key, {})[row["day"]] = row[metric.name]


def found_in(known: Observed, day: date) -> tuple[Anomaly, ...]:
    """The anomalies of a day among numbers that were read before."""
    made = (_of(known, watched, key, day) for watched in WATCHED for key in known.series if key[0] == watched.name)
    return tuple(anomaly for anomaly in made if anomaly)


def _of(known: Observed, watched: Watched, key: Key, day: date) -> Anomaly | None:
    if bool(key[2]) != bool(watched.by):
        return None
    when, (_, shop, part) = day - timedelta(days=watched.metric.final_after), key
    series = _steps(known.series[key]) if watched.steps else known.series[key]
    value = series.get(when)
    gone = value is None and bool(part) and (shop, when) in known.channel_days
    if not known.ordinary(shop, when) or (value is None and not gone):
        return None
    past = {then: now for then in known.ordinary_before(shop, when) if (now := series.get(then)) is not None}
    alike = [float(now) for then, now in past.items() if watched.steps or then.weekday() == when.weekday()]
    if len(alike) < FEWEST or len(past) < FEWEST_DAYS:
        return None
    base = 0.0 if watched.steps else median(alike)
    if _volume(known, watched, key, when, base) < watched.least or (not watched.plain and base <= 0):
        return None
    now = 0.0 if value is None else float(value)
    moved = now - base if watched.plain else now / base - 1
    if abs(moved) < watched.matters or not _hurts(watched.metric, moved):
        return None
    usual = _spread(past, watched)
    shown = known.series[key].get(when)
    before = known.series[key].get(when - timedelta(days=1)) if watched.steps else base
    found = Anomaly(watched, shop, part, when, shown, before or 0, moved, usual)
    return found if gone or found.times >= TIMES else None


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
        abs(value - middles[weekday]) if watched.plain else _apart(value, middles[weekday])
        for weekday, values in weekdays.items()
        for value in values
        if watched.plain or min(value, middles[weekday]) > 0
    ]
    return MAD_TO_SIGMA * median(off) if off else 0.0


def _volume(known: Observed, watched: Watched, key: Key, when: date, base: float) -> float:
    if not watched.volume:
        return watched.least
    if watched.volume == watched.name:
        return base
    return float(known.series.get((watched.volume, key[1], ""), {}).get(when) or 0)


def _hurts(metric: Metric, moved: float) -> bool:
    return metric.better is Better.NEITHER or (moved > 0) == (metric.better is Better.LOWER)


UNLIKE = Text(
    "{name} {value}，前 8 周同星期中位 {base}，{moved}；平时上下 {usual}，这次是平时的 {times} 倍",
    "{name} {value}; the median of this weekday over 8 weeks is {base}: {moved}; it usually varies by {usual}, this is"
    " {times} times that",
)
UNLIKE_STILL = Text(
    "{name} {value}，前 8 周同星期中位 {base}，{moved}；平时几乎不变",
    "{name} {value}; the median of this weekday over 8 weeks is {base}: {moved}; it hardly ever varies",
)
STEP = Text(
    "{name} 一天里从 {base} 到 {value}，{moved}；近 8 周一天通常变动 {usual}",
    "{name} went from {base} to {value} in a day: {moved}; over 8 weeks it usually moved {usual} a day",
)
GONE = Text(
    "{name} 当天没有数据，前 8 周同星期中位 {base}；同一份文件里别的来源都在",
    "{name} is not there; the median of this weekday over 8 weeks is {base}; other channels are in the same file",
)
LOWER, HIGHER = Text("低 {by}", "{by} lower"), Text("高 {by}", "{by} higher")
OF_PART = Text("「{part}」{name}", "{part}: {name}")


def _told(anomaly: Anomaly) -> Text:
    watched, metric = anomaly.watched, anomaly.watched.metric
    name = OF_PART.filled(part=same(anomaly.part), name=metric.label) if anomaly.part else metric.label
    base = written(anomaly.base, metric.unit)
    if anomaly.value is None:
        return GONE.filled(name=name, base=base)
    unit = _unit_of_change(watched)
    moved = (HIGHER if anomaly.moved > 0 else LOWER).filled(by=written(abs(anomaly.moved), unit))
    said = {"name": name, "value": written(anomaly.value, metric.unit), "base": base, "moved": moved}
    phrase = STEP if watched.steps else UNLIKE if anomaly.usual else UNLIKE_STILL
    return phrase.filled(**said, usual=written(anomaly.usual, unit), times=grouped(anomaly.times, 1))


def _unit_of_change(watched: Watched) -> Unit:
    if not watched.plain:
        return Unit.PERCENT
    return Unit.POINTS if watched.metric.unit is Unit.PERCENT else watched.metric.unit
