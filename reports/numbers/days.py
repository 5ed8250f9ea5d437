"""Days: what adds up of each day of the last six weeks, from which a workbook works out every rate anew."""

from dataclasses import dataclass
from datetime import date

from metrics.calendar.period import Period
from metrics.catalogue.service.service import RECEPTIONS
from metrics.catalogue.targets.plans import DAY_TARGET
from metrics.catalogue.trade.promotion import AD_CLICKS, AD_CPC, AD_ROI, AD_SALES, AD_SPEND
from metrics.catalogue.trade.sales import PAY_AMOUNT, PAY_AMOUNT_REPORT, PAY_BUYERS
from metrics.catalogue.trade.traffic import PAY_CONVERSION, UV_VALUE, VISITORS
from metrics.definition.metric import Metric
from metrics.wording.figure import Number
from reports.numbers.query import WeekQuery

PARTS = (
    PAY_AMOUNT, DAY_TARGET, PAY_AMOUNT_REPORT, VISITORS, PAY_BUYERS, AD_SPEND, AD_SALES, AD_CLICKS, RECEPTIONS,
)  # fmt: skip
"""The columns of a day. Visitors and buyers of several days are added up only below a rate, never shown as people."""

RATES: tuple[tuple[Metric, Metric, Metric], ...] = (
    (PAY_CONVERSION, PAY_BUYERS, VISITORS),
    (UV_VALUE, PAY_AMOUNT_REPORT, VISITORS),
    (AD_ROI, AD_SALES, AD_SPEND),
    (AD_CPC, AD_SPEND, AD_CLICKS),
)
"""Each rate and the parts that it is the one over the other of."""


@dataclass(frozen=True, slots=True)
class DailyParts:
    """The days of a span in order, and of each part its value a day; None where no file tells it."""

    during: Period
    values: dict[Metric, tuple[Number | None, ...]]

    @property
    def days(self) -> list[date]:
        """Every day, the oldest first."""
        return list(self.during)


def days(query: WeekQuery) -> DailyParts:
    """The days of the last six weeks of a shop; what must not be added up over shops is not known of all of them."""
    during = Period(query.week.weeks[0].first, query.week.last)
    return DailyParts(during, {metric: _by_day(query, metric, during) for metric in PARTS})


def _by_day(query: WeekQuery, metric: Metric, during: Period) -> tuple[Number | None, ...]:
    found = {row["day"]: row[metric.name] for row in query.rows([metric], during, ("day",))}
    return tuple(found.get(day) for day in during)
