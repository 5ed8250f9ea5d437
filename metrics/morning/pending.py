"""What waits for somebody: orders not sent, complaints, bad reviews and refunds, each with what makes it pressing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from data.records.settings import PROMISED_HOURS, set_in_sql
from data.sources.orders import backlog
from metrics.calendar.period import day as one_day
from metrics.calendar.period import last_days
from metrics.catalogue.orders.cases import COMPLAINTS_OPEN, COMPLAINTS_OVERDUE
from metrics.catalogue.orders.delivery import UNSHIPPED_48H, UNSHIPPED_SOON
from metrics.catalogue.orders.fulfilment import WAITING
from metrics.catalogue.ratings.reviews import BAD_OPEN
from metrics.definition.metric import Metric
from metrics.judgement.limits import Judgement, Level, judge
from metrics.judgement.rules import Rulebook
from metrics.query.requests import QueryPlan, Question, Rows
from metrics.wording.figure import Number
from text import Text

REVIEW_DAYS = 30
"""How far back bad reviews that nobody answered are looked for."""

_PROMISED = f"coalesce(try_cast({set_in_sql(PROMISED_HOURS)} AS DOUBLE), {PROMISED_HOURS.default})"
_UNSENT = f"""
    SELECT pay_time, paid, coalesce(ship_due, pay_time + to_minutes(({_PROMISED} * 60)::BIGINT)) AS due
    FROM orders WHERE {WAITING} AND pay_time < $ends AND NOT coalesce(paid = 0 AND refund > 0, false)
      AND coalesce($shop, shop) = shop"""


@dataclass(frozen=True, slots=True)
class PendingCount:
    """One number of things that wait on a day, None where no file tells, and how it stands."""

    metric: Metric
    value: Number | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Unsent:
    """Orders not sent at the day's end: yuan paid that day, yuan past due, time to the next due, the longest wait."""

    of_day: Decimal | None
    late: Decimal | None
    next_due: timedelta | None
    longest: timedelta | None


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


def pending(day: date, where: Mapping[str, str], book: Rulebook) -> QueryPlan[Pending]:
    """What waits at the end of a day."""
    metrics = (UNSHIPPED_48H, UNSHIPPED_SOON, COMPLAINTS_OPEN, COMPLAINTS_OVERDUE)
    waiting, unanswered, refunds, unsent = yield [
        Question(metrics, one_day(day), where=where),
        Question([BAD_OPEN], last_days(day, REVIEW_DAYS), where=where),
        _refunds(day, where.get("shop")),
        _unsent(day, where.get("shop")),
    ]
    row = {**waiting.to_pylist()[0], **unanswered.to_pylist()[0]}
    late, soon, complaints, overdue, reviews = (
        PendingCount(metric, row[metric.name], judge(metric, row[metric.name], rules=book))
        for metric in (*metrics, BAD_OPEN)
    )
    return Pending(late, soon, complaints, overdue, reviews, refunds[0][0], Unsent(*unsent[0]))


def _refunds(day: date, shop: str | None) -> Rows:
    return Rows(
        "SELECT sum(refunds_open)::BIGINT FROM to_do WHERE day BETWEEN ? AND ? AND coalesce(?, shop) = shop"
        " AND day = (SELECT max(day) FROM to_do WHERE day <= ?)",
        [day, day + timedelta(days=1), shop, day + timedelta(days=1)],
    )


def _unsent(day: date, shop: str | None) -> Rows:
    ends = datetime.combine(day + timedelta(days=1), time())
    sql = f"""
        SELECT sum(paid) FILTER (WHERE pay_time >= $begins), sum(paid) FILTER (WHERE due <= $ends),
          min(due) FILTER (WHERE due > $ends) - $ends, $ends - min(pay_time) FILTER (WHERE due <= $ends)
        FROM ({_UNSENT})"""
    numbered = sql.replace("$begins", "$3::TIMESTAMP").replace("$ends", "$1::TIMESTAMP").replace("$shop", "$2")
    return Rows(numbered, [ends, shop, ends - timedelta(days=1)])


def lasting(span: timedelta) -> Text:
    """How long something lasted, as it is read: 2时40分, 53时."""
    hours, minutes = divmod(int(span.total_seconds()) // 60, 60)
    if hours >= 24:
        return Text(f"{hours}时", f"{hours} h")
    return Text(f"{hours}时{minutes:02d}分" if hours else f"{minutes}分", f"{hours}:{minutes:02d} h")
