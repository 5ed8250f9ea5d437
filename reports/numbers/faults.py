"""Outages: the faults of a week, what they cost, and what became of the suggestions made after faults."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from metrics.calendar.period import Period, quarter_of
from metrics.catalogue.orders.cases import FAULT_MTTR
from metrics.judgement.limits import Judgement, Level, judge
from reports.numbers.week import Asked
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


def faults(asked: Asked) -> list[Fault]:
    """Every fault found up to the week's last day, the newest first."""
    return asked.once(
        "faults",
        lambda: [Fault(*row) for row in asked.warehouse.rows(_FAULTS, [asked.week.last, asked.shop])],
    )


def of_week(asked: Asked, week: Period | None = None) -> list[Fault]:
    """Those found in the week, the dearest first."""
    during = week or asked.week
    found = [each for each in faults(asked) if each.found_at.date() in during]
    return sorted(found, key=lambda each: (-(each.loss or 0), each.found_at))


def lost(found: list[Fault]) -> Decimal | None:
    """What faults cost together as estimated; None where no one was estimated."""
    known = [each.loss for each in found if each.loss is not None]
    return sum(known, Decimal(0)) if known else None


def repair(asked: Asked) -> Judgement:
    """How the week's mean time to repair stands to that of the quarter before."""
    before = quarter_of(quarter_of(asked.week.last).first - timedelta(days=1))
    value, base = (asked.value(FAULT_MTTR, during) for during in (asked.week, before))
    if value is not None and base is None:
        return Judgement(Level.UNJUDGED, NO_QUARTER)
    return judge(FAULT_MTTR, value, base=base, rules=asked.book)
