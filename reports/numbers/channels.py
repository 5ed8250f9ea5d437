"""Sources: the channels of a week, each with its visitors a day, its share, its conversion and its value."""

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
from metrics.judgement.difference import COVERED, Change
from reports.numbers.week import Asked

Visits = tuple[dict[str, float], int]


@dataclass(frozen=True, slots=True)
class Source:
    """A channel's week: mean visitors of the days that tell of it, shares as fractions, yuan; None is not known."""

    name: str
    visitors: float | None
    change: Change | None
    share: float | None
    conversion: float | None
    value: float | None
    paid: float | None

    @property
    def moved(self) -> float | None:
        """Visitors a day more or fewer than the week before; None where the weeks cannot be compared."""
        if self.change is None or self.change.why or self.change.base is None or self.visitors is None:
            return None
        return self.visitors - float(self.change.base)


def sources(asked: Asked) -> list[Source]:
    """The channels of a shop's week, the most visited first; none for several shops, whose channels never add up."""
    return [] if asked.shop is None and len(asked.shops) > 1 else asked.once("sources", lambda: _sources(asked))


def _sources(asked: Asked) -> list[Source]:
    rates = _rates(asked)
    now, then = _visitors(asked, asked.week), _visitors(asked, asked.week_before)
    found = [_source(asked, name, now, then, rates.get(name, {})) for name in now[0]]
    return sorted(found, key=lambda each: (-(each.visitors or 0), each.name))


def _rates(asked: Asked) -> dict[str, dict]:
    found: dict[str, dict] = {}
    for metrics in ((CHANNEL_CONVERSION, CHANNEL_UV_VALUE, CHANNEL_PAY_AMOUNT), (CHANNEL_SHARE,)):
        for row in asked.rows(metrics, asked.week, ("channel",)):
            found.setdefault(row["channel"], {}).update(row)
    return found


def _visitors(asked: Asked, during: Period) -> Visits:
    """The visitors of each channel added up, and of how many days a file tells."""
    rows = asked.rows([CHANNEL_VISITORS], during, ("channel", "day"))
    known = [row for row in rows if row["channel"] is not None and row[CHANNEL_VISITORS.name] is not None]
    sums: dict[str, float] = {}
    for row in known:
        sums[row["channel"]] = sums.get(row["channel"], 0) + row[CHANNEL_VISITORS.name]
    return sums, len({row["day"] for row in known})


def _source(asked: Asked, name: str, now: Visits, then: Visits, rates: dict) -> Source:
    """A channel that a day's file does not name had no visitors that day."""
    (of_week, days), (before, days_before) = now, then
    value, base = of_week[name] / days, before.get(name, 0) / days_before if days_before else None
    against = Against(PREVIOUS, asked.week, (asked.week_before,))
    part = None if days_before >= COVERED * asked.week_before.days or not days_before else (days_before, 7)
    return Source(
        name,
        value,
        Change(against, CHANNEL_VISITORS.unit, value, None if part else base, part=part),
        rates.get(CHANNEL_SHARE.name),
        rates.get(CHANNEL_CONVERSION.name),
        rates.get(CHANNEL_UV_VALUE.name),
        rates.get(CHANNEL_PAY_AMOUNT.name),
    )
