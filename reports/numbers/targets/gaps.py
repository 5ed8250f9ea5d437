"""Gaps: what a week was paid against its target, why it differs and by which channel; of a shop or of all together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from metrics.calendar.comparison import PREVIOUS, Against
from metrics.catalogue.targets.plans import DAY_TARGET
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.catalogue.trade.traffic import CHANNEL_VISITORS
from metrics.explanation.gap import Gap, breakdown, gap
from metrics.explanation.gap_causes import FACTORS, Cause
from metrics.wording.figure import Number
from metrics.wording.rounding import exact
from reports.numbers.query import WeekQuery, once
from reports.slide.values import listed, on
from text import Text

WANTED = ("visits", "conversion", "basket", "target", "sources")
"""The causes in the order in which they are told."""

NO_SALES = Text("{when}没有支付数据", "no sales of {when}")
WITHOUT_DAYS = Text("缺 {days}的支付数据", "sales of {days} are missing")
WITHOUT_SHOPS = Text("缺{shops}的支付数据", "sales of {shops} are missing")


NO_CHANNELS = Text("缺流量来源，未按来源拆", "No file of channels: not split by channel")
CHANNELS_OF = Text("缺 {days}的流量来源，未按来源拆", "No file of channels of {days}: not split by channel")
NAMED = 3


@dataclass(frozen=True, slots=True)
class WeekGap:
    """A week's sales against the target or, without one, the week before, in yuan.

    `causes` add up to `amount` to the cent and are empty where they are not known, `why` then says so. `channels`
    are what each was paid more or less than the week before, the greatest first; there are none where a day of either
    week has no file of them, and `no_channels` says so. `lacking` says which days or shops have no sales: then
    nothing is judged.
    """

    paid: Decimal
    reference: Decimal
    to_target: bool
    causes: tuple[Cause, ...]
    channels: tuple[tuple[str, Decimal], ...]
    no_channels: Text | None
    why: Text | None
    lacking: Text | None

    @property
    def amount(self) -> Decimal:
        """Paid minus the reference, in yuan: below 0 where it fell short."""
        return self.paid - self.reference

    def cause(self, name: str) -> Decimal:
        """What one cause gave or took, in yuan; 0 where it is none of the gap's."""
        return next((cause.amount for cause in self.causes if cause.name == name), Decimal(0))

    def channel(self, *, lost: bool) -> tuple[str, Decimal] | None:
        """The channel that lost or won most, with its change in yuan; None if none went that way."""
        return next((each for each in self.channels if (each[1] < 0) == lost and each[1]), None)

    @property
    def culprit(self) -> Cause | None:
        """The factor of visits, conversion and basket that took most, or gave most where the week gained."""
        factors = [cause for cause in self.causes if cause.name in FACTORS]
        if not factors:
            return None
        lost = self.amount < 0 or all(cause.amount <= 0 for cause in factors)
        worst = (min if lost else max)(factors, key=lambda cause: cause.amount)
        return worst if (worst.amount < 0) == lost and worst.amount else None


def week_target(query: WeekQuery, shop: str | None = None) -> Number | None:
    """The target of the week's days, of the shop or of all; None where a shop has no target."""
    shops = [shop] if shop else query.week.shops
    each = [query.value(DAY_TARGET, query.week.period, {"shop": one}) for one in shops]
    return sum(each) if each and None not in each else None  # type: ignore[arg-type]


@once
def week_gap(query: WeekQuery) -> WeekGap | None:
    """The week's gap; None where nothing was paid, or there is neither a target nor a week before."""
    against = Against(PREVIOUS, query.week.period, (query.week.before,))
    planned = week_target(query) is not None
    of_shops = [
        found
        for shop in query.week.shops
        if (found := gap(query.warehouse, against, shop, exact(week_target(query, shop)) if planned else None))
    ]
    if not of_shops or (len(of_shops) < len(query.week.shops) and not planned):
        return None
    no_channels = _without_channels(query)
    return WeekGap(
        sum((each.paid for each in of_shops), Decimal(0)),
        sum((each.reference for each in of_shops), Decimal(0)),
        planned,
        _added(of_shops),
        () if no_channels else _channels(query, of_shops),
        no_channels,
        next((each.why for each in of_shops if each.why), None),
        lacking(query),
    )


def lacking(query: WeekQuery) -> Text | None:
    """Which of the week's days, or which shops, have no sales."""
    sold = _days_sold(query)
    absent = [shop for shop in query.week.shops if shop not in sold]
    if not sold:
        return NO_SALES.filled(when=query.week.when)
    if absent:
        return WITHOUT_SHOPS.filled(shops=Text("、".join(absent), ", ".join(absent)))
    days = [day for day in query.week.period if any(day not in of_shop for of_shop in sold.values())]
    return WITHOUT_DAYS.filled(days=listed([on(day) for day in days])) if days else None


def _days_sold(query: WeekQuery) -> dict[str, set[date]]:
    """The days of the week of which each shop's sales are on file."""
    found: dict[str, set[date]] = {}
    for row in query.rows([PAY_AMOUNT], query.week.period, ("shop", "day")):
        if row[PAY_AMOUNT.name] is not None:
            found.setdefault(row["shop"], set()).add(row["day"])
    return found


def _added(gaps: Sequence[Gap]) -> tuple[Cause, ...]:
    """The causes of all shops; none where those of one are not known."""
    if not all(each.causes for each in gaps):
        return ()
    sums = {
        name: sum((cause.amount for each in gaps for cause in each.causes if cause.name == name), Decimal(0))
        for name in WANTED
    }
    return tuple(Cause(name, amount) for name, amount in sums.items() if amount or name in FACTORS)


def _channels(query: WeekQuery, gaps: Sequence[Gap]) -> tuple[tuple[str, Decimal], ...]:
    moved: dict[str, Decimal] = {}
    for each in gaps:
        split = breakdown(query.warehouse, each, "channel", listed=1000)
        for part in split.parts if split else ():
            moved[part.label] = moved.get(part.label, Decimal(0)) + part.change
    return tuple(sorted(moved.items(), key=lambda pair: (-abs(pair[1]), pair[0])))


def _without_channels(query: WeekQuery) -> Text | None:
    """Which days have no file of channels: what is paid by channel in seven days is not compared with that in six."""
    missing: list[date] = []
    for week in (query.week.period, query.week.before):
        rows = query.rows([CHANNEL_VISITORS], week, ("shop", "channel", "day"))
        loaded = {(row["shop"], row["day"]) for row in rows}
        missing += [day for day in week if any((shop, day) not in loaded for shop in query.week.shops)]
    if not missing:
        return None
    if len(missing) > NAMED:
        return NO_CHANNELS
    return CHANNELS_OF.filled(days=listed([on(day) for day in sorted(missing)]))
