"""Campaigns: what a shop ran in the week against its own target and cost, and whether what comes next is ready."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from metrics.calendar.period import Period
from metrics.calendar.promotions import Promotion, promotions
from metrics.catalogue.targets.plans import DAY_TARGET
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.judgement.limits import Judgement, Level, judge
from metrics.wording.figure import Number
from reports.numbers.week import Asked
from text import Text

AHEAD = 14
"""How many days after the week are looked at."""

NO_TARGET = Text("没填目标，未评", "No target: not judged")
MISSING = Text("缺支付数据，未评", "Sales missing: not judged")
_NOT_YET = re.compile(r"^\s*(否|无|没有?|no)\s*$|未|待|差|缺|没|初稿|草稿|进行中|部分|不足|不够", re.IGNORECASE)
"""How people write that something is not ready (差 300 件, 未排班, 初稿)."""


@dataclass(frozen=True, slots=True)
class Ran:
    """An activity of the week: what the shop was paid on its days up to the week's last, beside target and cost.

    `due` is what its target asks for by then: days weigh as their day targets, or alike. None is what no file tells.
    """

    shop: str
    name: str
    span: Period
    paid: Number | None
    target: Number | None
    due: float | None
    cost: Number | None
    judgement: Judgement

    @property
    def attained(self) -> float | None:
        """Paid as a fraction of what is due by now."""
        return float(self.paid) / self.due if self.paid is not None and self.due else None

    def over(self, last: date) -> bool:
        """Whether it ended by a day."""
        return self.span.last <= last


@dataclass(frozen=True, slots=True)
class Need:
    """One of the things an activity needs: what is written of it, empty where nothing is."""

    said: str

    @property
    def ready(self) -> bool | None:
        """Whether it is ready; None where nobody wrote it down."""
        return None if not self.said else not _NOT_YET.search(self.said)


@dataclass(frozen=True, slots=True)
class Next:
    """An activity that begins within the days to come, with its stock, page, quick phrases and staff."""

    shop: str
    name: str
    span: Period
    needs: tuple[Need, Need, Need, Need]
    owner: str

    @property
    def ready(self) -> int:
        """How many of the four are ready."""
        return sum(each.ready is True for each in self.needs)


_TOLD = """
    SELECT shop, activity, first_day, last_day, target, cost, coalesce(stock_ready, ''), coalesce(page_ready, ''),
      coalesce(phrases, ''), coalesce(staff_ready, ''), coalesce(owner, '')
    FROM activities
    WHERE last_day >= ? AND first_day <= ? AND last_day >= first_day AND (? IS NULL OR shop IN (?, ''))
      AND coalesce(status, '') NOT LIKE '%取消%'
    ORDER BY first_day, last_day, activity, shop"""


def known(asked: Asked) -> bool:
    """Whether any activity was ever written down for the shop."""
    found: bool = asked.warehouse.rows(
        "SELECT count(*) > 0 FROM activities WHERE ? IS NULL OR shop IN (?, '')", [asked.shop, asked.shop]
    )[0][0]
    return found


def ran(asked: Asked) -> list[Ran]:
    """The activities that ran in the week, those furthest behind first."""
    found = [_ran(asked, row) for row in _told(asked) if row[2] <= asked.week.last]
    return sorted(found, key=lambda each: (each.attained is None, each.attained or 0, each.name))


def coming(asked: Asked) -> list[Next]:
    """The activities that begin in the two weeks after, in their order."""
    return [_next(row) for row in _told(asked) if row[2] > asked.week.last]


def great(asked: Asked) -> Promotion | None:
    """The next promotion of the whole platform whose peak lies in the two weeks after."""
    until = asked.week.last + timedelta(days=AHEAD)
    years = range(asked.week.last.year, until.year + 1)
    found = promotions(asked.warehouse, years, asked.shop)
    near = [each for each in found if asked.week.last < each.peak <= until]
    return min(near, key=lambda each: each.peak, default=None)


def _told(asked: Asked) -> list[tuple]:
    until = asked.week.last + timedelta(days=AHEAD)
    return asked.once(
        "activities", lambda: asked.warehouse.rows(_TOLD, [asked.week.first, until, asked.shop, asked.shop])
    )


def _ran(asked: Asked, row: tuple) -> Ran:
    shop, name, first, last, target, cost = row[:6]
    span = Period(first, last)
    past = Period(first, min(last, asked.week.last))
    told = {each["day"]: each[PAY_AMOUNT.name] for each in _days(asked, shop, past)}
    values = [told.get(day) for day in past]
    paid = None if None in values else sum(values)  # type: ignore[arg-type]
    due = None if not target else float(target) * _share(asked, shop, span, past)
    judgement = Judgement(Level.UNJUDGED, NO_TARGET if not target else MISSING)
    if paid is not None and due:
        judgement = judge(PAY_AMOUNT, paid, target=due, rules=asked.book)
    return Ran(shop, name, span, paid, target, due, cost, judgement)


def _days(asked: Asked, shop: str, past: Period) -> list[dict]:
    return asked.rows([PAY_AMOUNT], past, ("day",), {"shop": shop} if shop else None)


def _share(asked: Asked, shop: str, span: Period, past: Period) -> float:
    """How much of an activity's days lies behind, as a fraction: by the day targets where each day has one."""
    if span == past:
        return 1.0
    rows = asked.rows([DAY_TARGET], span, ("day",), {"shop": shop} if shop else None)
    goals = {row["day"]: row[DAY_TARGET.name] for row in rows}
    each = [goals.get(day) for day in span]
    if any(goal is None for goal in each) or not sum(float(goal or 0) for goal in each):
        return past.days / span.days
    return sum(float(goals[day]) for day in past) / sum(float(goal or 0) for goal in each)


def _next(row: tuple) -> Next:
    shop, name, first, last = row[:4]
    stock, page, phrases, staff, owner = (said.strip() for said in row[6:11])
    return Next(shop, name, Period(first, last), (Need(stock), Need(page), Need(phrases), Need(staff)), owner)
