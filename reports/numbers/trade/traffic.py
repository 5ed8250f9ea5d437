"""Traffic: how many visitors came in a week, by which channels, and how they came over weeks and months."""

from dataclasses import dataclass

from metrics.catalogue.trade.traffic import DAILY_VISITORS, UV_VALUE
from metrics.judgement.difference import ValueChange
from metrics.wording.figure import Number
from reports.numbers.judged import week_changes
from reports.numbers.query import WeekQuery
from reports.numbers.trade.channels import ChannelWeek, channels
from reports.numbers.trends import trend
from reports.numbers.week import Week
from reports.slide.slide import Trend


@dataclass(frozen=True, slots=True)
class TrafficNumbers:
    """Visitors a day and their change on the week before; of several shops, whose visitors never add up, their value.

    `trend` is of whichever of the two there is; None where there is neither.
    """

    week: Week
    visitors: Number | None
    change: ValueChange
    visitor_value: Number | None
    channels: tuple[ChannelWeek, ...]
    trend: Trend | None


def traffic(query: WeekQuery) -> TrafficNumbers:
    """The visitors of the week and the channels that they came by."""
    week = query.week
    visitors = query.value(DAILY_VISITORS, week.period)
    shown = UV_VALUE if week.several else DAILY_VISITORS
    return TrafficNumbers(
        week,
        visitors,
        week_changes(query, DAILY_VISITORS)[0],
        query.value(UV_VALUE, week.period) if week.several else None,
        tuple(channels(query)),
        None if visitors is None and not week.several else trend(query, shown),
    )
