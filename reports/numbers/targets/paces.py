"""Paces: how far a month and a quarter are beside how far they should be by the week's last day."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from metrics.calendar.period import Period, month_of, quarter_of
from metrics.catalogue.targets.pace import MONTH_ATTAIN, NEED_PER_DAY, TIME_PROGRESS, TIME_PROGRESS_W
from metrics.catalogue.targets.plans import MONTH_TARGET, PLANS
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.judgement.limits import NO_TARGET, Judgement, Level, judge
from metrics.query.rollups import quick
from metrics.wording.figure import Number
from metrics.wording.rounding import number
from reports.numbers.query import WeekQuery, once
from text import Text

WITHOUT_DAYS = Text("缺 {days} 天支付数据，合计不完整", "{days} days without sales: the sum is incomplete")
WITHOUT_SHOP = Text("缺{shops}的支付数据，合计不完整", "No sales of {shops}: the sum is incomplete")


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


@once
def month_pace(query: WeekQuery) -> Pace:
    """The month that the week ends in."""
    rows = query.rows((MONTH_ATTAIN, TIME_PROGRESS_W, TIME_PROGRESS, NEED_PER_DAY, MONTH_TARGET), query.week.month, ())
    found = rows[0] if rows else {}
    attained, pace = number(found.get(MONTH_ATTAIN.name)), number(found.get(TIME_PROGRESS_W.name))
    return Pace(
        month_of(query.week.last),
        found.get(MONTH_TARGET.name),
        query.value(PAY_AMOUNT, query.week.month),
        attained,
        pace,
        number(found.get(TIME_PROGRESS.name)),
        number(found.get(NEED_PER_DAY.name)),
        _judged(query, attained, pace, _absent(query, query.week.month)),
    )


@once
def quarter_pace(query: WeekQuery) -> Pace:
    """The quarter that the week ends in: its own target, else that of its months where all have one."""
    whole, so_far = quarter_of(query.week.last), query.week.quarter
    months = {row["month"]: row[MONTH_TARGET.name] for row in query.rows([MONTH_TARGET], whole, ("month",))}
    each = [months.get(first) for first in _months(whole)]
    of_months = None if None in each else sum(float(one or 0) for one in each)
    target = _own_target(query, whole) or of_months
    paid = query.value(PAY_AMOUNT, so_far)
    attained = float(paid) / float(target) if paid is not None and target else None
    pace = _due(query, months) / of_months if of_months else None
    return Pace(
        whole, target, paid, attained, pace, query.days(PAY_AMOUNT, so_far) / whole.days if paid else None,
        _need_per_day(target, paid, (whole.last - query.week.last).days),
        _judged(query, attained, pace, days_lacking(query, so_far)),
    )  # fmt: skip


def _need_per_day(target: Number | None, paid: Number | None, left: int) -> float | None:
    """What each day that is left needs; None without target, sales or days."""
    if not target or paid is None or not left:
        return None
    return max(float(target) - float(paid), 0) / left


def _months(whole: Period) -> list[date]:
    return sorted({day.replace(day=1) for day in whole})


def _due(query: WeekQuery, months: Mapping[date, Number | None]) -> float:
    """What should have been made by now: the months that are over, and the weighted share of the one that is not."""
    running = query.week.last.replace(day=1)
    over = sum(float(target) for first, target in months.items() if first < running and target is not None)
    share = number(query.value(TIME_PROGRESS_W, query.week.month)) or 0
    return over + share * float(months.get(running) or 0)


def _own_target(query: WeekQuery, whole: Period) -> Decimal | None:
    name = f"{whole.first.year}-Q{(whole.first.month + 2) // 3}"
    rows = query.warehouse.rows(
        f"SELECT shop, amount FROM ({quick(query.warehouse, PLANS)}) WHERE period = ? AND team = '' AND person = ''",
        [name],
    )
    by_shop = dict(rows)
    targets = [by_shop[shop] for shop in query.week.shops if shop in by_shop]
    return sum(targets, Decimal(0)) if targets and len(targets) == len(query.week.shops) else None


def _judged(query: WeekQuery, attained: float | None, pace: float | None, lacks: Text | None) -> Judgement:
    if attained is None or lacks:
        return Judgement(Level.UNJUDGED, lacks or NO_TARGET)
    return judge(MONTH_ATTAIN, attained, target=pace, rules=query.book)


def days_lacking(query: WeekQuery, during: Period) -> Text | None:
    """Which shops have no sales in a span, or on how many of its days one has none; None where nothing is missing."""
    loaded = _loaded(query, during)
    few = min((loaded.get(shop, 0) for shop in query.week.shops), default=during.days)
    return _absent(query, during) or (WITHOUT_DAYS.filled(days=during.days - few) if few < during.days else None)


def _absent(query: WeekQuery, during: Period) -> Text | None:
    """The shops that have no sales in a span."""
    absent = [shop for shop in query.week.shops if not _loaded(query, during).get(shop)]
    return WITHOUT_SHOP.filled(shops=Text("、".join(absent), ", ".join(absent))) if absent else None


def _loaded(query: WeekQuery, during: Period) -> dict[str, int]:
    rows = query.rows([PAY_AMOUNT], during, ("shop", "day"))
    return Counter(row["shop"] for row in rows if row[PAY_AMOUNT.name] is not None)
