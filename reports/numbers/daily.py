"""Daily: what metrics are on each day of a week."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from metrics.catalogue.orders.cases import COMPLAINTS_OPEN, COMPLAINTS_OVERDUE
from metrics.catalogue.orders.delivery import UNSHIPPED_48H, UNSHIPPED_SOON
from metrics.catalogue.targets.pace import DAY_ATTAIN
from metrics.catalogue.targets.plans import DAY_TARGET
from metrics.catalogue.trade.refunds import REFUND_AMOUNT_FINISH
from metrics.catalogue.trade.sales import AVG_ORDER_VALUE, PAY_AMOUNT, REFUND_AMOUNT
from metrics.catalogue.trade.traffic import PAY_CONVERSION, VISITORS
from metrics.definition.metric import Metric
from metrics.wording.figure import Number
from reports.numbers.query import WeekQuery
from reports.numbers.week import Week

SALES = (PAY_AMOUNT, DAY_TARGET, DAY_ATTAIN, VISITORS, PAY_CONVERSION, AVG_ORDER_VALUE)
CASES = (
    UNSHIPPED_48H, UNSHIPPED_SOON, COMPLAINTS_OPEN, COMPLAINTS_OVERDUE, REFUND_AMOUNT_FINISH, REFUND_AMOUNT,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DailyNumbers:
    """The values of metrics by day and by name; a day of which no file tells is not there."""

    week: Week
    metrics: tuple[Metric, ...]
    days: Mapping[date, Mapping[str, Number | None]]

    def value(self, day: date, metric: Metric) -> Number | None:
        """What a metric is on a day; None where no file tells it."""
        return self.days.get(day, {}).get(metric.name)


def daily(*metrics: Metric) -> Callable[[WeekQuery], DailyNumbers | None]:
    """Those of the metrics that any day of the week has a value of; None where none has."""

    def of_week(query: WeekQuery) -> DailyNumbers | None:
        days = _by_day(query, metrics)
        there = tuple(metric for metric in metrics if any(row[metric.name] is not None for row in days.values()))
        return DailyNumbers(query.week, there, days) if there else None

    return of_week


def sales_days(query: WeekQuery) -> DailyNumbers | None:
    """Sales, target and visitors of each day; not the visitors of several shops, which never add up."""
    metrics = tuple(metric for metric in SALES if not (query.week.several and metric is VISITORS))
    days = _by_day(query, metrics)
    return DailyNumbers(query.week, metrics, days) if days else None


def _by_day(query: WeekQuery, metrics: tuple[Metric, ...]) -> dict[date, dict[str, Number | None]]:
    return {row["day"]: row for row in query.rows(metrics, query.week.period, ("day",))}
