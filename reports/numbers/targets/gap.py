"""Gap: the week's gap with its factors a day and its channels."""

from collections.abc import Mapping
from dataclasses import dataclass

from metrics.catalogue.trade.sales import AVG_ORDER_VALUE
from metrics.catalogue.trade.traffic import DAILY_VISITORS, PAY_CONVERSION
from metrics.definition.metric import Metric
from metrics.wording.figure import Number
from reports.numbers.query import WeekQuery
from reports.numbers.targets.gaps import WeekGap, week_gap
from reports.numbers.trade.channels import ChannelWeek, channels
from reports.numbers.week import Week

FACTOR_METRICS = {"visits": DAILY_VISITORS, "conversion": PAY_CONVERSION, "basket": AVG_ORDER_VALUE}
"""The metric that shows a factor, by the factor's name."""


@dataclass(frozen=True, slots=True)
class GapNumbers:
    """The gap, the week of each channel by name, and each factor's metric: the week before, and now."""

    week: Week
    gap: WeekGap | None
    channels: Mapping[str, ChannelWeek]
    factors: Mapping[str, tuple[Metric, Number | None, Number | None]]


def gap(query: WeekQuery) -> GapNumbers:
    """Where the week's gap lies."""
    week = query.week
    factors = {
        name: (metric, query.value(metric, week.before), query.value(metric, week.period))
        for name, metric in FACTOR_METRICS.items()
    }
    return GapNumbers(week, week_gap(query), {each.name: each for each in channels(query)}, factors)
