"""Faults: those of a week, what they cost, and what became of the suggestions made after faults."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from metrics.calendar.period import Period, quarter_of
from metrics.catalogue.orders.cases import FAULT_MINUTES, FAULT_MTTR, FAULTS_OPEN
from metrics.judgement.limits import Judgement, Level, judge
from metrics.wording.figure import Number
from reports.numbers.judged import WeekNumber, week_number
from reports.numbers.query import WeekQuery, once
from reports.numbers.week import Week
from text import Text

NO_QUARTER = Text("上季没有修好的故障可比，未评", "No fault was solved the quarter before: not judged")

_FAULTS = """
    SELECT fault, found_at, solved_at, loss, coalesce(owner, ''), coalesce(advice, ''), coalesce(advice_state, '')
    FROM faults WHERE found_at IS NOT NULL AND found_at::DATE <= ? AND coalesce(?, shop) = shop
    ORDER BY found_at DESC, fault, shop"""
_DONE = ("已实施", "已采纳", "已完成", "完成", "已落实", "采纳")


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault; yuan lost as estimated, None where nobody did. It is open while `solved_at` is None."""

    name: str
    found_at: datetime
    solved_at: datetime | None
    loss: Decimal | None
    owner: str
    advice: str
    advice_state: str

    @property
    def minutes(self) -> float | None:
        """How long it lasted; None while it is open or where its times contradict each other."""
        if self.solved_at is None or self.solved_at < self.found_at:
            return None
        return (self.solved_at - self.found_at).total_seconds() / 60

    @property
    def carried_out(self) -> bool:
        """Whether its suggestion was carried out."""
        return self.advice_state.strip() in _DONE


@once
def _faults(query: WeekQuery) -> list[Fault]:
    """Every fault found up to the week's last day, the newest first."""
    return [Fault(*row) for row in query.warehouse.rows(_FAULTS, [query.week.last, query.week.shop])]


def _found_in(query: WeekQuery, during: Period) -> list[Fault]:
    """Those found in a span, the dearest first."""
    found = [each for each in _faults(query) if each.found_at.date() in during]
    return sorted(found, key=lambda each: (-(each.loss or 0), each.found_at))


def lost(found: Sequence[Fault]) -> Decimal | None:
    """What faults cost together as estimated; None where no one was estimated."""
    losses = [each.loss for each in found if each.loss is not None]
    return sum(losses, Decimal(0)) if losses else None


def _repair(query: WeekQuery) -> Judgement:
    """How the week's mean time to repair stands to that of the quarter before."""
    before = quarter_of(quarter_of(query.week.last).first - timedelta(days=1))
    value, base = (query.value(FAULT_MTTR, during) for during in (query.week.period, before))
    if value is not None and base is None:
        return Judgement(Level.UNJUDGED, NO_QUARTER)
    return judge(FAULT_MTTR, value, base=base, rules=query.book)


@dataclass(frozen=True, slots=True)
class FaultNumbers:
    """Every fault up to the week's last day, the newest first, those of the week, the dearest first, and the sums.

    `before` counts those of the week before; `still_open` and `repair` judge how many are open and how fast they were
    put right, `mean_repair` in minutes.
    """

    week: Week
    every: tuple[Fault, ...]
    of_week: tuple[Fault, ...]
    before: int
    minutes: WeekNumber
    mean_repair: Number | None
    repair: Judgement
    still_open: Judgement


@once
def faults(query: WeekQuery) -> FaultNumbers:
    """Faults of the week."""
    week = query.week
    found = _found_in(query, week.period)
    return FaultNumbers(
        week,
        tuple(_faults(query)),
        tuple(found),
        len(_found_in(query, week.before)),
        week_number(query, FAULT_MINUTES),
        query.value(FAULT_MTTR, week.period),
        _repair(query),
        judge(FAULTS_OPEN, sum(each.solved_at is None for each in found), rules=query.book),
    )
