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
from reports.numbers.query import WeekQuery, once
from reports.numbers.week import Week
from text import Text

AHEAD = 14
"""How many days after the week are looked at."""

NO_TARGET = Text("没填目标，未评", "No target: not judged")
MISSING = Text("缺支付数据，未评", "Sales missing: not judged")
_NOT_YET = re.compile(r"^\s*(否|无|没有?|no)\s*$|未|待|差|缺|没|初稿|草稿|进行中|部分|不足|不够", re.IGNORECASE)
"""How people write that something is not ready (差 300 件, 未排班, 初稿)."""


@dataclass(frozen=True, slots=True)
class PastActivity:
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

    note: str

    @property
    def ready(self) -> bool | None:
        """Whether it is ready; None where nobody wrote it down."""
        return None if not self.note else not _NOT_YET.search(self.note)


@dataclass(frozen=True, slots=True)
class ComingActivity:
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


_ACTIVITIES = """
    SELECT shop, activity, first_day, last_day, target, cost, coalesce(stock_ready, ''), coalesce(page_ready, ''),
      coalesce(phrases, ''), coalesce(staff_ready, ''), coalesce(owner, '')
    FROM activities
    WHERE last_day >= ? AND first_day <= ? AND last_day >= first_day AND (? IS NULL OR shop IN (?, ''))
      AND coalesce(status, '') NOT LIKE '%取消%'
    ORDER BY first_day, last_day, activity, shop"""


def _listed(query: WeekQuery) -> bool:
    """Whether any activity was ever written down for the shop."""
    found: bool = query.warehouse.rows(
        "SELECT count(*) > 0 FROM activities WHERE ? IS NULL OR shop IN (?, '')", [query.week.shop, query.week.shop]
    )[0][0]
    return found


def _ran(query: WeekQuery) -> list[PastActivity]:
    """The activities that ran in the week, those furthest behind first."""
    found = [_past(query, row) for row in _rows(query) if row[2] <= query.week.last]
    return sorted(found, key=lambda each: (each.attained is None, each.attained or 0, each.name))


def _coming(query: WeekQuery) -> list[ComingActivity]:
    """The activities that begin in the two weeks after, in their order."""
    return [_next(row) for row in _rows(query) if row[2] > query.week.last]


def great(query: WeekQuery) -> Promotion | None:
    """The next promotion of the whole platform whose peak lies in the two weeks after."""
    until = query.week.last + timedelta(days=AHEAD)
    years = range(query.week.last.year, until.year + 1)
    found = promotions(query.warehouse, years, query.week.shop)
    near = [each for each in found if query.week.last < each.peak <= until]
    return min(near, key=lambda each: each.peak, default=None)


@once
def _rows(query: WeekQuery) -> list[tuple]:
    until = query.week.last + timedelta(days=AHEAD)
    return query.warehouse.rows(_ACTIVITIES, [query.week.first, until, query.week.shop, query.week.shop])


def _past(query: WeekQuery, row: tuple) -> PastActivity:
    shop, name, first, last, target, cost = row[:6]
    span = Period(first, last)
    past = Period(first, min(last, query.week.last))
    days = {each["day"]: each[PAY_AMOUNT.name] for each in _days(query, shop, past)}
    values = [days.get(day) for day in past]
    paid = None if None in values else sum(values)  # type: ignore[arg-type]
    due = None if not target else float(target) * _share(query, shop, span, past)
    judgement = Judgement(Level.UNJUDGED, NO_TARGET if not target else MISSING)
    if paid is not None and due:
        judgement = judge(PAY_AMOUNT, paid, target=due, rules=query.book)
    return PastActivity(shop, name, span, paid, target, due, cost, judgement)


def _days(query: WeekQuery, shop: str, past: Period) -> list[dict]:
    return query.rows([PAY_AMOUNT], past, ("day",), {"shop": shop} if shop else None)


def _share(query: WeekQuery, shop: str, span: Period, past: Period) -> float:
    """How much of an activity's days lies behind, as a fraction: by the day targets where each day has one."""
    if span == past:
        return 1.0
    rows = query.rows([DAY_TARGET], span, ("day",), {"shop": shop} if shop else None)
    goals = {row["day"]: float(row[DAY_TARGET.name]) for row in rows if row[DAY_TARGET.name] is not None}
    whole = sum(goals.get(day, 0.0) for day in span)
    if not whole or any(day not in goals for day in span):
        return past.days / span.days
    return sum(goals[day] for day in past) / whole


def _next(row: tuple) -> ComingActivity:
    shop, name, first, last = row[:4]
    stock, page, phrases, staff, owner = (words.strip() for words in row[6:11])
    return ComingActivity(shop, name, Period(first, last), (Need(stock), Need(page), Need(phrases), Need(staff)), owner)


@dataclass(frozen=True, slots=True)
class ActivityNumbers:
    """Whether any activity was ever `listed`, those of the week, those that come, and the next great promotion."""

    week: Week
    listed: bool
    past: tuple[PastActivity, ...]
    coming: tuple[ComingActivity, ...]
    promotion: Promotion | None


@once
def activities(query: WeekQuery) -> ActivityNumbers:
    """The activities of the week and of the two after."""
    return ActivityNumbers(query.week, _listed(query), tuple(_ran(query)), tuple(_coming(query)), great(query))
