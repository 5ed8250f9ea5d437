"""An anomaly: a number unlike itself, how unusual it is, and the sentence that says so."""

from dataclasses import dataclass
from datetime import date

from metrics.definition.metric import Metric, Unit
from metrics.judgement.limits import Level
from metrics.wording.figure import Number
from metrics.wording.rounding import grouped
from metrics.wording.values import written
from text import Text, same

TIMES, GRAVE = 3.5, 7.0
"""From how many usual spreads off its base a number is an anomaly, and from how many it is bad."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A metric to be watched: the least deviation that matters, and the volume without which nothing is said.

    `matters` is a share of the base, for `plain` ones a difference in the metric's own unit. `steps` looks at the
    change in a day. `by` is a dimension whose every part is watched.
    """

    metric: Metric
    matters: float
    volume: Metric | None = None
    least: int = 0
    plain: bool = False
    steps: bool = False
    by: str = ""

    @property
    def name(self) -> str:
        """The metric's name."""
        return self.metric.name


@dataclass(frozen=True, slots=True)
class Anomaly:
    """A number unlike itself: what it is (None where it is gone), its base, and how many usual spreads it lies off.

    `moved` is the share of the base by which it lies off, for scores and reply rates the difference. `usual` is one
    spread in the same measure. `sentence` says it all.
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
        off = self.moved if self.watched.plain else apart(1 + self.moved, 1)
        return abs(off) / self.usual if self.usual else TIMES

    @property
    def level(self) -> Level:
        """Bad where it is far out or gone, else to be watched."""
        return Level.BAD if self.value is None or self.times >= GRAVE else Level.WATCH

    @property
    def sentence(self) -> Text:
        """Number, base, and how unusual it is."""
        return _sentence(self)


def apart(one: float, other: float) -> float:
    """By how much the greater of two exceeds the smaller, as a share of the smaller: a half is as far as a double."""
    return max(one, other) / max(min(one, other), 1e-9) - 1


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


def _sentence(anomaly: Anomaly) -> Text:
    watched, metric = anomaly.watched, anomaly.watched.metric
    name = OF_PART.filled(part=same(anomaly.part), name=metric.label) if anomaly.part else metric.label
    base = written(anomaly.base, metric.unit)
    if anomaly.value is None:
        return GONE.filled(name=name, base=base)
    unit = _unit_of_change(watched)
    moved = (HIGHER if anomaly.moved > 0 else LOWER).filled(by=written(abs(anomaly.moved), unit))
    phrase = STEP if watched.steps else UNLIKE if anomaly.usual else UNLIKE_STILL
    return phrase.filled(
        name=name,
        value=written(anomaly.value, metric.unit),
        base=base,
        moved=moved,
        usual=written(anomaly.usual, unit),
        times=grouped(anomaly.times, 1),
    )


def _unit_of_change(watched: Watched) -> Unit:
    if not watched.plain:
        return Unit.PERCENT
    return Unit.POINTS if watched.metric.unit is Unit.PERCENT else watched.metric.unit
