"""What waits for somebody: orders not sent, complaints, bad reviews and refunds, each with what makes it pressing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from data.sources.orders import backlog
from metrics.calendar.period import day as one_day
from metrics.calendar.period import last_days
from metrics.catalogue.orders.cases import COMPLAINTS, COMPLAINTS_OPEN, COMPLAINTS_OVERDUE
from metrics.catalogue.orders.delivery import SLOW_ORDERS, SOON, TRACKED_DAYS, UNSHIPPED_48H, UNSHIPPED_SOON
from metrics.catalogue.ratings.reviews import BAD_OPEN
from metrics.definition.metric import Metric
from metrics.judgement.limits import Judgement, Level, judge
from metrics.judgement.rules import Rulebook
from metrics.query.requests import QueryPlan, Question, Rows
from metrics.wording.figure import Number
from text import Text

REVIEW_DAYS = 30
"""How far back bad reviews that nobody answered are looked for."""

_UNSENT = f"""
    SELECT pay_time, paid, due FROM ({SLOW_ORDERS})
    WHERE pay_time <= $now AND coalesce(ship_time > $now, true) AND coalesce($shop, shop) = shop"""
_OVERDUE = f"""
    SELECT count(*) FROM ({COMPLAINTS}) WHERE opened_at <= $now AND coalesce(closed_at > $now, true) AND due_at <= $now
      AND coalesce($shop, shop) = shop"""


@dataclass(frozen=True, slots=True)
class PendingCount:
    """One number of things that wait on a day, None where no file tells, and how it stands."""

    metric: Metric
    value: Number | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Unsent:
    """Orders not sent at a moment: how many are late, how many due within SOON hours, the yuan paid for those late.

    `of_day` is the yuan paid for those of the day; `next_due` and `longest` are counted from `now`, at which the orders
    are known as of `told_until`, None without any.
    """

    now: datetime
    late: int
    soon: int
    of_day: Decimal | None
    late_paid: Decimal | None
    next_due: timedelta | None
    longest: timedelta | None
    told_until: datetime | None


@dataclass(frozen=True, slots=True)
class Pending:
    """Everything that waits; `refunds` are those the platform counts as open, None without its counters."""

    late: PendingCount
    soon: PendingCount
    complaints: PendingCount
    overdue: PendingCount
    reviews: PendingCount
    refunds: int | None
    unsent: Unsent

    @property
    def complaints_level(self) -> Level:
        """Complaints are as grave as those past due; open ones alone ask to be watched."""
        if self.overdue.judgement.level is Level.BAD or not self.complaints.value:
            return self.overdue.judgement.level
        return Level.WATCH


REFUND_FILES = backlog.TO_DO.subject.title


def pending(day: date, now: datetime, where: Mapping[str, str], book: Rulebook) -> QueryPlan[Pending]:
    """What waits of a day and before it, late or due soon as seen at a moment: nobody ships by yesterday's clock."""
    metrics = (UNSHIPPED_48H, UNSHIPPED_SOON, COMPLAINTS_OPEN, COMPLAINTS_OVERDUE)
    shop = where.get("shop")
    waiting, unanswered, refunds, unsent_rows, overdue_rows = yield [
        Question(metrics, one_day(day), where=where),
        Question([BAD_OPEN], last_days(day, REVIEW_DAYS), where=where),
        _refunds(day, shop),
        _unsent(day, now, shop),
        _overdue(now, shop),
    ]
    unsent = Unsent(now, *unsent_rows[0])
    row = {**waiting.to_pylist()[0], **unanswered.to_pylist()[0]}
    at_the_moment = {
        UNSHIPPED_48H: unsent.late, UNSHIPPED_SOON: unsent.soon, COMPLAINTS_OVERDUE: overdue_rows[0][0],
    }  # fmt: skip
    late, soon, complaints, overdue, reviews = (
        _counted(metric, row[metric.name], at_the_moment.get(metric), book) for metric in (*metrics, BAD_OPEN)
    )
    return Pending(late, soon, complaints, overdue, reviews, refunds[0][0], unsent)


def _counted(metric: Metric, at_day_end: Number | None, at_the_moment: int | None, book: Rulebook) -> PendingCount:
    """A count of what waits; without a file that tells of the day it is not known at the moment either."""
    value = at_day_end if at_day_end is None or at_the_moment is None else at_the_moment
    return PendingCount(metric, value, judge(metric, value, rules=book))


def _refunds(day: date, shop: str | None) -> Rows:
    return Rows(
        "SELECT sum(refunds_open)::BIGINT FROM to_do WHERE day BETWEEN ? AND ? AND coalesce(?, shop) = shop"
        " AND day = (SELECT max(day) FROM to_do WHERE day <= ?)",
        [day, day + timedelta(days=1), shop, day + timedelta(days=1)],
    )


def _unsent(day: date, now: datetime, shop: str | None) -> Rows:
    sql = f"""
        SELECT count(*) FILTER (WHERE due <= $now), count(*) FILTER (WHERE due > $now AND due <= $soon),
          sum(paid) FILTER (WHERE pay_time::DATE = $day), sum(paid) FILTER (WHERE due <= $now),
          min(due) FILTER (WHERE due > $now) - $now, $now - min(pay_time) FILTER (WHERE due <= $now),
          (SELECT max(until) FROM ({TRACKED_DAYS}) WHERE coalesce($shop, shop) = shop)
        FROM ({_UNSENT})"""
    places = {"$now": "$1::TIMESTAMP", "$soon": "$2::TIMESTAMP", "$day": "$3::DATE", "$shop": "$4"}
    return Rows(_numbered(sql, places), [now, now + timedelta(hours=SOON), day, shop])


def _overdue(now: datetime, shop: str | None) -> Rows:
    return Rows(_numbered(_OVERDUE, {"$now": "$1::TIMESTAMP", "$shop": "$2"}), [now, shop])


def _numbered(sql: str, places: Mapping[str, str]) -> str:
    for name, place in places.items():
        sql = sql.replace(name, place)
    return sql


def lasting(span: timedelta) -> Text:
    """How long something lasted, as it is read: 2时40分, 53时."""
    hours, minutes = divmod(int(span.total_seconds()) // 60, 60)
    if hours >= 24:
        return Text(f"{hours}时", f"{hours} h")
    return Text(f"{hours}时{minutes:02d}分" if hours else f"{minutes}分", f"{hours}:{minutes:02d} h")
