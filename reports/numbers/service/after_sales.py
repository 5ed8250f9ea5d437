"""After sales: why money went back in the week, and how each of a shop's scores moved and what moved it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from metrics.calendar.period import Period
from metrics.catalogue.orders.cases import COMPLAINTS_OPEN, COMPLAINTS_OVERDUE
from metrics.catalogue.orders.delivery import UNSHIPPED_48H, UNSHIPPED_SOON
from metrics.catalogue.ratings.reputation import METRICS as SCORES
from metrics.catalogue.trade.refunds import REFUND_AMOUNT_FINISH
from metrics.catalogue.trade.sales import REFUND_AMOUNT
from metrics.definition.metric import Metric, young
from metrics.explanation.score_account import Account, account
from metrics.judgement.limits import Judgement, Level, judge
from metrics.wording.figure import Number
from reports.numbers.judged import WeekNumber, judged_week, week_number
from reports.numbers.query import WeekQuery, once
from reports.numbers.week import Week
from text import Text

WEEK = timedelta(days=7)
STOCKS = (UNSHIPPED_48H, UNSHIPPED_SOON, COMPLAINTS_OPEN, COMPLAINTS_OVERDUE)
STILL_OPEN = Text("没有逾期，还没结", "None past due, not closed")

_REASONS = """
    SELECT trim(reason) AS why, sum(refund_total), count(*) FROM refunds
    WHERE state = 'done' AND finish_time::DATE BETWEEN ? AND ? AND (? IS NULL OR shop = ?)
      AND coalesce(trim(reason), '') NOT IN ('', '其他', '其它')
    GROUP BY why ORDER BY sum(refund_total) DESC, why"""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why buyers were refunded in the week, as they said, in yuan; `before` is the week before, 0 where nobody was."""

    name: str
    amount: Decimal
    count: int
    before: Decimal

    @property
    def moved(self) -> Decimal:
        """Now minus the week before."""
        return self.amount - self.before


@dataclass(frozen=True, slots=True)
class Score:
    """A score of a shop's week with its judgement and what moved it."""

    shop: str
    account: Account
    judgement: Judgement


def _open_at(query: WeekQuery, metric: Metric, week: Period) -> Number | None:
    """How many orders or complaints stood open on the last day of a week of which a file tells."""
    span = Period(query.week.before.first, query.week.last)
    days = {row["day"]: row[metric.name] for row in query.rows(STOCKS, span, ("day",))}
    there = [day for day in week if days.get(day) is not None]
    return days[max(there)] if there else None


@once
def reasons(query: WeekQuery) -> list[Reason]:
    """Why refunds settled in the week were asked for, the dearest first; reasons that say nothing are left out."""
    then = {name: amount for name, amount, _ in _refunds(query, query.week.before)}
    return [
        Reason(name, amount, count, then.get(name, Decimal(0)))
        for name, amount, count in _refunds(query, query.week.period)
    ]


def _refunds(query: WeekQuery, during: Period) -> list[tuple[str, Decimal, int]]:
    return query.warehouse.rows(_REASONS, [during.first, during.last, query.week.shop, query.week.shop])


@once
def scores(query: WeekQuery) -> list[Score]:
    """The three scores of each shop that has them, the lowest first."""
    return sorted(_scores(query), key=lambda each: each.account.published or 0)


def _scores(query: WeekQuery) -> Iterator[Score]:
    week = query.week
    for shop in week.shops:
        of_shop = query if week.shop else replace(query, week=replace(week, shop=shop), answers={})
        for metric in SCORES:
            found = account(query.warehouse, metric.name, shop, week.last - WEEK, week.last)
            if found.published is not None:
                yield Score(shop, found, judged_week(of_shop, metric))


@dataclass(frozen=True, slots=True)
class Stock:
    """What stood open at the week's end, what is most pressing of it, and what stood open a week before."""

    value: Number | None
    pressing: Number | None
    before: Number | None
    judgement: Judgement


def _late(query: WeekQuery) -> Stock:
    """Orders over 48 hours at the week's end, and those that will be within 12 hours."""
    now, before = query.week.period, query.week.before
    value = _open_at(query, UNSHIPPED_48H, now)
    return Stock(
        value, _open_at(query, UNSHIPPED_SOON, now), _open_at(query, UNSHIPPED_48H, before),
        judge(UNSHIPPED_48H, value, rules=query.book),
    )  # fmt: skip


def _complaints(query: WeekQuery) -> Stock:
    """Complaints open at the week's end: as grave as those past due, open ones alone are to be watched."""
    now, before = query.week.period, query.week.before
    value, overdue = _open_at(query, COMPLAINTS_OPEN, now), _open_at(query, COMPLAINTS_OVERDUE, now)
    judgement = judge(COMPLAINTS_OVERDUE, overdue, rules=query.book)
    if value and judgement.level is Level.GOOD:
        judgement = Judgement(Level.WATCH, STILL_OPEN)
    return Stock(value, overdue, _open_at(query, COMPLAINTS_OPEN, before), judgement)


@dataclass(frozen=True, slots=True)
class FulfilmentNumbers:
    """Orders over 48 hours, complaints, what went back by settling and by pay day, its reasons, and the scores.

    `settles` is the day on which what went back of the week's orders is final; None where it is.
    """

    week: Week
    late: Stock
    complaints: Stock
    settled: WeekNumber
    by_pay_day: WeekNumber
    settles: date | None
    reasons: tuple[Reason, ...]
    scores: tuple[Score, ...]


def fulfilment(query: WeekQuery) -> FulfilmentNumbers:
    """Fulfilment and reputation of the week."""
    return FulfilmentNumbers(
        query.week,
        _late(query),
        _complaints(query),
        week_number(query, REFUND_AMOUNT_FINISH),
        week_number(query, REFUND_AMOUNT),
        young(REFUND_AMOUNT, query.week.last, query.week.today),
        tuple(reasons(query)),
        tuple(scores(query)),
    )
