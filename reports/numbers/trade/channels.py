"""Channels: those of a week, each with its visitors a day, its share, its conversion and its value."""

from dataclasses import dataclass

from metrics.calendar.comparison import PREVIOUS, Against
from metrics.calendar.period import Period
from metrics.catalogue.trade.traffic import (
    CHANNEL_CONVERSION,
    CHANNEL_PAY_AMOUNT,
    CHANNEL_SHARE,
    CHANNEL_UV_VALUE,
    CHANNEL_VISITORS,
)
from metrics.judgement.difference import COVERED, ValueChange
from metrics.judgement.limits import Judgement, judge
from reports.numbers.judged import WEEK_BEFORE, versus
from reports.numbers.query import WeekQuery, once

Visits = tuple[dict[str, float], int]


@dataclass(frozen=True, slots=True)
class ChannelWeek:
    """A channel's week: mean visitors of the days on file, judged by the week before; shares as fractions, yuan.

    None is what no file tells.
    """

    name: str
    visitors: float | None
    change: ValueChange
    judgement: Judgement
    share: float | None
    conversion: float | None
    value: float | None
    paid: float | None

    @property
    def moved(self) -> float | None:
        """Visitors a day more or fewer than the week before; None where the weeks cannot be compared."""
        if self.change.why or self.change.base is None or self.visitors is None:
            return None
        return self.visitors - float(self.change.base)


@once
def channels(query: WeekQuery) -> list[ChannelWeek]:
    """The channels of a shop's week, the most visited first; none for several shops, whose channels never add up."""
    if query.week.several:
        return []
    rates = _rates(query)
    now, then = _visitors(query, query.week.period), _visitors(query, query.week.before)
    found = [_channel(query, name, now, then, rates.get(name, {})) for name in now[0]]
    return sorted(found, key=lambda each: (-(each.visitors or 0), each.name))


def _rates(query: WeekQuery) -> dict[str, dict]:
    found: dict[str, dict] = {}
    for metrics in ((CHANNEL_CONVERSION, CHANNEL_UV_VALUE, CHANNEL_PAY_AMOUNT), (CHANNEL_SHARE,)):
        for row in query.rows(metrics, query.week.period, ("channel",)):
            found.setdefault(row["channel"], {}).update(row)
    return found


def _visitors(query: WeekQuery, during: Period) -> Visits:
    """The visitors of each channel added up, and of how many days a file tells."""
    rows = query.rows([CHANNEL_VISITORS], during, ("channel", "day"))
    rows = [row for row in rows if row["channel"] is not None and row[CHANNEL_VISITORS.name] is not None]
    sums: dict[str, float] = {}
    for row in rows:
        sums[row["channel"]] = sums.get(row["channel"], 0) + row[CHANNEL_VISITORS.name]
    return sums, len({row["day"] for row in rows})


def _channel(query: WeekQuery, name: str, now: Visits, then: Visits, rates: dict) -> ChannelWeek:
    """A channel that a day's file does not name had no visitors that day."""
    (of_week, days), (before, days_before) = now, then
    value, base = of_week[name] / days, before.get(name, 0) / days_before if days_before else None
    against = Against(PREVIOUS, query.week.period, (query.week.before,))
    part = None if days_before >= COVERED * query.week.before.days or not days_before else (days_before, 7)
    change = ValueChange(against, CHANNEL_VISITORS.unit, value, None if part else base, part=part)
    rules = versus(query.book, CHANNEL_VISITORS, WEEK_BEFORE)
    return ChannelWeek(
        name,
        value,
        change,
        judge(CHANNEL_VISITORS, value, base=change.base, rules=rules),
        rates.get(CHANNEL_SHARE.name),
        rates.get(CHANNEL_CONVERSION.name),
        rates.get(CHANNEL_UV_VALUE.name),
        rates.get(CHANNEL_PAY_AMOUNT.name),
    )
