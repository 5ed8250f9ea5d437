"""Paces: how far a month and a quarter are beside how far they should be by the week's last day."""

from dataclasses import dataclass
from decimal import Decimal

from metrics.figure import Number
from metrics.judgement import NO_TARGET, Judgement, Level, judge
from metrics.pace import MONTH_ATTAIN, MONTH_TARGET, TIME_PROGRESS_W
from metrics.period import Period, month_of, quarter_of
from metrics.plans import PLANS
from metrics.rollups import quick
from metrics.sales import PAY_AMOUNT
from metrics.tiles import month as month_so_far
from reports.asked import Asked


@dataclass(frozen=True, slots=True)
class Pace:
    """A span up to the week's last day: yuan, and shares of the whole span as fractions.

    `pace` weighs days as their targets or the shop's own past have it, `elapsed` counts them alike. None is what no
    target or no file tells.
    """

    whole: Period
    target: Number | None
    paid: Number | None
    attained: float | None
    pace: float | None
    elapsed: float | None
    need_per_day: float | None
    judgement: Judgement

    @property
    def gap(self) -> float | None:
        """How far attainment is ahead of the weighted pace, as a fraction."""
        return None if self.attained is None or self.pace is None else self.attained - self.pace


def month_pace(asked: Asked) -> Pace:
    """The month that the week ends in."""
    return asked.once("month_pace", lambda: _month_pace(asked))


def _month_pace(asked: Asked) -> Pace:
    so_far = month_so_far(asked.warehouse, asked.week.last, asked.where)
    attained, pace = _share(so_far.attained), _share(so_far.pace)
    paid = asked.value(PAY_AMOUNT, asked.month)
    return Pace(
        month_of(asked.week.last), so_far.target, paid, attained, pace, _share(so_far.elapsed),
        _share(so_far.need_per_day), _judged(asked, attained, pace),
    )  # fmt: skip


def quarter_pace(asked: Asked) -> Pace:
    """The quarter that the week ends in: its own target, else that of its months where all have one."""
    whole = quarter_of(asked.week.last)
    months = {row["month"]: row[MONTH_TARGET.name] for row in asked.rows([MONTH_TARGET], whole, ("month",))}
    each = [months.get(first) for first in _months(whole)]
    of_months = None if None in each else sum(float(one or 0) for one in each)
    target = _own_target(asked, whole) or of_months
    paid = asked.value(PAY_AMOUNT, asked.quarter)
    attained = float(paid) / float(target) if paid is not None and target else None
    pace = _due(asked, months) / of_months if of_months else None
    left = (whole.last - asked.week.last).days
    need = max(float(target) - float(paid), 0) / left if target and paid is not None and left else None
    return Pace(
        whole, target, paid, attained, pace, asked.days(PAY_AMOUNT, asked.quarter) / whole.days if paid else None,
        need, _judged(asked, attained, pace),
    )  # fmt: skip


def _months(whole: Period) -> list:
    return sorted({day.replace(day=1) for day in whole})


def _due(asked: Asked, months: dict) -> float:
    """What should have been made by now: the months that are over, and the weighted share of the one that is not."""
    running = asked.week.last.replace(day=1)
    over = sum(float(target) for first, target in months.items() if first < running and target is not None)
    share = _share(asked.value(TIME_PROGRESS_W, asked.month)) or 0
    return over + share * float(months.get(running) or 0)


def _own_target(asked: Asked, whole: Period) -> Decimal | None:
    name = f"{whole.first.year}-Q{(whole.first.month + 2) // 3}"
    rows = asked.warehouse.rows(
        f"SELECT shop, amount FROM ({quick(asked.warehouse, PLANS)}) WHERE period = ? AND team = '' AND person = ''",
        [name],
    )
    told = dict(rows)
    known = [told.get(shop) for shop in asked.shops]
    return sum(known, Decimal(0)) if known and None not in known else None  # type: ignore[arg-type]


def _judged(asked: Asked, attained: float | None, pace: float | None) -> Judgement:
    if attained is None:
        return Judgement(Level.UNJUDGED, NO_TARGET)
    return judge(MONTH_ATTAIN, attained, target=pace, rules=asked.book)


def _share(value: Number | None) -> float | None:
    return None if value is None else float(value)
