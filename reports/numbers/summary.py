"""Summary: what a week's conclusions rest on."""

from dataclasses import dataclass

from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.catalogue.trade.traffic import DAILY_VISITORS, PAY_CONVERSION
from reports.numbers.actions import overdue
from reports.numbers.judged import WeekNumber, week_number
from reports.numbers.query import WeekQuery
from reports.numbers.service.replies import reply
from reports.numbers.targets.gaps import WeekGap, lacking, week_gap, week_target
from reports.numbers.targets.paces import Pace, month_pace
from reports.numbers.week import Week
from text import Text


@dataclass(frozen=True, slots=True)
class SummaryNumbers:
    """What was paid, its gap and the month's pace, who came and how fast they were answered, actions past their day.

    `came` is the mean daily visitors; of several shops, whose visitors must not be added, conversion in their place.
    `lacking` says which days or shops have no sales.
    """

    week: Week
    paid: WeekNumber
    gap: WeekGap | None
    lacking: Text | None
    month: Pace
    came: WeekNumber
    reply: WeekNumber
    overdue: int


def summary(query: WeekQuery) -> SummaryNumbers:
    """Summary of the week."""
    return SummaryNumbers(
        query.week,
        week_number(query, PAY_AMOUNT, week_target(query)),
        week_gap(query),
        lacking(query),
        month_pace(query),
        week_number(query, PAY_CONVERSION if query.week.several else DAILY_VISITORS),
        week_number(query, reply(query)),
        overdue(query),
    )
