"""After sales: why money went back in the week, and how each of a shop's scores moved and what moved it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue.orders.cases import COMPLAINTS_OPEN, COMPLAINTS_OVERDUE
from metrics.catalogue.orders.delivery import UNSHIPPED_48H, UNSHIPPED_SOON
from metrics.catalogue.ratings.reputation import METRICS as SCORES
from metrics.definition.metric import Metric
from metrics.explanation.score_account import Account, account
from metrics.judgement.limits import Judgement
from metrics.wording.figure import Number
from reports.findings.judged import judged_week
from reports.numbers.week import Asked

WEEK = timedelta(days=7)
STOCKS = (UNSHIPPED_48H, UNSHIPPED_SOON, COMPLAINTS_OPEN, COMPLAINTS_OVERDUE)

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


def open_at(asked: Asked, metric: Metric, week: Period | None = None) -> Number | None:
    """How many orders or complaints stood open on the last day of a week of which it is told."""
    span = Period(asked.week_before.first, asked.week.last)
    told = {row["day"]: row[metric.name] for row in asked.rows(STOCKS, span, ("day",))}
    known = [day for day in week or asked.week if told.get(day) is not None]
    return told[max(known)] if known else None


def reasons(asked: Asked) -> list[Reason]:
    """Why refunds settled in the week were asked for, the dearest first; reasons that say nothing are left out."""
    then = {name: amount for name, amount, _ in _told(asked.warehouse, asked.week_before, asked.shop)}
    return [
        Reason(name, amount, count, then.get(name, Decimal(0)))
        for name, amount, count in _told(asked.warehouse, asked.week, asked.shop)
    ]


def scores(asked: Asked) -> list[Score]:
    """The three scores of each shop that has them, the lowest first."""
    return asked.once("scores", lambda: sorted(_scores(asked), key=lambda each: each.account.published or 0))


def _scores(asked: Asked) -> Sequence[Score]:
    found = []
    for shop in asked.shops:
        of_shop = asked if asked.shop else Asked(asked.warehouse, shop, asked.week, asked.today, asked.book)
        for metric in SCORES:
            told = account(asked.warehouse, metric.name, shop, asked.week.last - WEEK, asked.week.last)
            if told.published is not None:
                found.append(Score(shop, told, judged_week(of_shop, metric)))
    return found


def _told(warehouse: Warehouse, during: Period, shop: str | None) -> list[tuple[str, Decimal, int]]:
    return warehouse.rows(_REASONS, [during.first, during.last, shop, shop])
