"""The numbers of a morning, each with how it stands."""

from dataclasses import dataclass
from datetime import date

from metrics.calendar.period import Period
from metrics.definition.metric import Metric
from metrics.judgement.difference import ValueChange
from metrics.judgement.limits import Judgement
from metrics.wording.figure import Number


@dataclass(frozen=True, slots=True)
class Tile:
    """A judged number; `base` is the same weekday's median, `spark` its last 14 days, oldest first.

    Values are in the metric's unit and None where no file tells them. For month attainment the target is the
    weighted pace. `young_until` is the day a provisional value becomes final. `changes` are what a reader compares
    with where that is not the usual.
    """

    metric: Metric
    period: Period
    value: Number | None
    judgement: Judgement
    target: Number | None
    base: Number | None
    last_year: Number | None
    spark: tuple[tuple[date, Number | None], ...]
    young_until: date | None
    changes: tuple[ValueChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """How the month stands on its last loaded day: shares as fractions, money in yuan."""

    target: Number | None
    attained: Number | None
    pace: Number | None
    elapsed: Number | None
    need_per_day: Number | None


@dataclass(frozen=True, slots=True)
class Judged:
    """One number and how it stands; for scores the base is that of a week before."""

    metric: Metric
    value: Number | None
    base: Number | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel's day: visitors against the same weekday, conversion (fraction) and yuan a visitor."""

    channel: str
    visitors: int | None
    base: Number | None
    conversion: float | None
    uv_value: float | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Agent:
    """An agent's day in seconds, fractions and yuan; the inquiry rate is that of the last day that is final.

    `judgement` is the worst of the two response times and the reply rate.
    """

    agent: str
    receptions: int | None
    first_response: float | None
    avg_response: float | None
    reply_rate: float | None
    sales: Number | None
    inquirers: int | None
    inquiry_rate: float | None
    judgement: Judgement
    inquiry_judgement: Judgement
