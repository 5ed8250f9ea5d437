"""Gap: what was paid against a target or a base, why it differs, and where: by channel, product or agent."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from data.store.warehouse import Warehouse
from metrics.calendar.comparison import Against
from metrics.calendar.period import Period
from metrics.catalogue.service.service import CS_SALES
from metrics.catalogue.trade.products import PRODUCT_PAY_AMOUNT
from metrics.catalogue.trade.sales import PAY_AMOUNT, PAY_AMOUNT_REPORT, PAY_BUYERS
from metrics.catalogue.trade.traffic import CHANNEL_PAY_AMOUNT, VISITORS
from metrics.definition.metric import Metric
from metrics.explanation.gap_causes import Cause, Funnel, causes, cents, yuan
from metrics.judgement.difference import base as base_of
from metrics.query.question import answer
from metrics.query.values import amount
from metrics.wording.rounding import Number, decimal
from text import Text

SPLIT_BY: dict[str, Metric] = {"channel": CHANNEL_PAY_AMOUNT, "product": PRODUCT_PAY_AMOUNT, "agent": CS_SALES}
"""What a gap can be looked at by, and the amount that is known of each."""

LISTED = 5
Amounts = dict[str, Decimal]
"""What each part was paid, in yuan, by its name."""

FUNNEL = (VISITORS, PAY_BUYERS, PAY_AMOUNT_REPORT)

NO_BASE = Text("对比的日子没有支付数据", "No sales in the days compared with")
NO_REPORT = Text("缺店铺日报，拆不出访客、转化、客单", "No shop report: visits, conversion and basket are not known")
NO_SPLIT = Text(
    "访客、买家或金额有一项为 0，拆不出原因", "Visitors, buyers or amount is 0: no factor alone explains it"
)
DAYS_LACKING = Text(
    "店铺日报本期 {days}/{of} 天、对比期 {then}/{of_then} 天有数",
    "The shop report has {days} of {of} days, then {then} of {of_then}",
)


@dataclass(frozen=True, slots=True)
class Gap:
    """What a period was paid and what it is held against, both in yuan; `causes` add up to the gap to the cent.

    `base` is what the days compared with were paid. `why` says why there are no causes, `note` which days lack
    a shop report.
    """

    shop: str
    against: Against
    paid: Decimal
    base: Decimal | None
    target: Decimal | None
    causes: tuple[Cause, ...] = ()
    why: Text | None = None
    note: Text | None = None

    @property
    def reference(self) -> Decimal:
        """The target in yuan, or without one the base; ValueError where there is neither."""
        reference = self.base if self.target is None else self.target
        if reference is None:
            raise ValueError("neither a target nor a base")
        return reference

    @property
    def amount(self) -> Decimal:
        """Paid minus the reference, in yuan: below 0 where it fell short."""
        return self.paid - self.reference


@dataclass(frozen=True, slots=True)
class GapPart:
    """One channel, product or agent: its name, what it is called, and what it was paid then and now, in yuan."""

    name: str
    label: str
    before: Decimal
    after: Decimal

    @property
    def change(self) -> Decimal:
        """Now minus then, in yuan."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A gap by one dimension: the parts that moved most, the `others` together, how far the plan lies above the base.

    `residual` is what no part holds: paid by nobody's channel or agent, or counted in several. All four add up to
    the gap to the cent.
    """

    dimension: str
    parts: tuple[GapPart, ...]
    others: Decimal
    planned: Decimal
    residual: Decimal

    @property
    def amount(self) -> Decimal:
        """What all parts gave or took, in yuan."""
        return sum((part.change for part in self.parts), self.others + self.planned + self.residual)


@dataclass(frozen=True, slots=True)
class _Span:
    """What a span of days was paid, and its funnel: each day's visitors and buyers, added up as visits."""

    paid: Decimal | None
    visitors: int | None
    buyers: int | None
    reported: Decimal | None
    days: int


def gap(warehouse: Warehouse, against: Against, shop: str, target: Decimal | None = None) -> Gap | None:
    """A shop's period against its target, or without one against the spans compared with; None where nothing was paid.

    Of several spans the median counts. Without a base a target's gap has no causes.
    """
    now = _span(warehouse, against.period, shop)
    if now.paid is None:
        return None
    spans = [_span(warehouse, other, shop) for other in against.others]
    base = _exact(base_of([span.paid for span in spans]))
    aim = _exact(target)
    if base is None and aim is None:
        return None
    if base is None:
        return Gap(shop, against, now.paid, base, aim, why=NO_BASE)
    before, after = _usual(spans), _funnel(now.visitors, now.buyers, now.reported)
    if before is None or after is None:
        return Gap(shop, against, now.paid, base, aim, why=NO_REPORT)
    found = causes(now.paid, aim, before, after, base)
    note = _lacking(now, spans, against)
    return Gap(shop, against, now.paid, base, aim, found, None if found else NO_SPLIT, note)


def breakdown(warehouse: Warehouse, of: Gap, dimension: str, listed: int = LISTED) -> Breakdown | None:
    """A gap by channel, product or agent; None where no file tells of either side. KeyError for another dimension."""
    metric = SPLIT_BY[dimension]
    now = _amounts(warehouse, metric, dimension, of.against.period, of.shop)
    then = [_amounts(warehouse, metric, dimension, other, of.shop) for other in of.against.others]
    amounts_then = [amounts for amounts in then if amounts]
    if not now or not amounts_then or of.base is None:
        return None
    bases = _bases(now, amounts_then)
    if bases is None:
        return None
    titles = _titles(warehouse, dimension, of)
    each = [GapPart(name, titles.get(name, name), base, now.get(name, Decimal(0))) for name, base in bases.items()]
    each.sort(key=lambda part: (-abs(part.change), part.name))
    planned = Decimal(0) if of.target is None else of.base - of.target
    residual = of.paid - of.base - _change(each)
    return Breakdown(dimension, tuple(each[:listed]), _change(each[listed:]), planned, residual)


def _bases(now: Amounts, then: list[Amounts]) -> Amounts | None:
    """What each part is held against; None where too few spans are known of."""
    names = dict.fromkeys([*now, *(name for amounts in then for name in amounts)])
    # Where a file tells of a span, one that it does not name was paid nothing.
    found = {name: _exact(base_of([amounts.get(name, Decimal(0)) for amounts in then])) for name in names}
    bases = {name: base for name, base in found.items() if base is not None}
    return bases if len(bases) == len(names) else None


def _change(parts: list[GapPart]) -> Decimal:
    return sum((part.change for part in parts), Decimal(0))


def _amounts(warehouse: Warehouse, metric: Metric, dimension: str, during: Period, shop: str) -> Amounts:
    rows = answer(warehouse, [metric], during, (dimension,), {"shop": shop}).to_pylist()
    paid = {row[dimension]: amount(row, metric.name) for row in rows if row[dimension] is not None}
    return {name: amount for name, amount in paid.items() if amount is not None}


def _titles(warehouse: Warehouse, dimension: str, of: Gap) -> dict[str, str]:
    """What products are called; with their number where two have one title."""
    if dimension != "product":
        return {}
    spans = (of.against.period, *of.against.others)
    rows = [answer(warehouse, [SPLIT_BY[dimension]], span, (dimension, "title"), {"shop": of.shop}) for span in spans]
    found = {row[dimension]: row["title"] for rows in rows for row in rows.to_pylist() if row["title"]}
    alike = Counter(found.values())
    return {name: title if alike[title] == 1 else f"{title} {name}" for name, title in found.items()}


def _span(warehouse: Warehouse, during: Period, shop: str) -> _Span:
    where = {"shop": shop}
    paid = amount(answer(warehouse, [PAY_AMOUNT], during, where=where).to_pylist()[0], PAY_AMOUNT.name)
    rows = answer(warehouse, FUNNEL, during, ("day",), where).to_pylist()
    whole = [row for row in rows if all(row[metric.name] is not None for metric in FUNNEL)]
    if not whole:
        return _Span(paid, None, None, None, 0)
    visitors, buyers, reported = (sum(row[metric.name] for row in whole) for metric in FUNNEL)
    return _Span(paid, visitors, buyers, reported, len(whole))


def _usual(spans: list[_Span]) -> Funnel | None:
    visitors, buyers = base_of([span.visitors for span in spans]), base_of([span.buyers for span in spans])
    return _funnel(visitors, buyers, _exact(base_of([span.reported for span in spans])))


def _funnel(visitors: Number | None, buyers: Number | None, amount: Decimal | None) -> Funnel | None:
    if visitors is None or buyers is None or amount is None:
        return None
    return Funnel(float(visitors), float(buyers), amount)


def _lacking(now: _Span, spans: list[_Span], against: Against) -> Text | None:
    days, of_then = sum(span.days for span in spans), sum(other.days for other in against.others)
    if now.days == against.period.days and days == of_then:
        return None
    return DAYS_LACKING.filled(days=now.days, of=against.period.days, then=days, of_then=of_then)


def _exact(value: Number | None) -> Decimal | None:
    return None if value is None else yuan(cents(decimal(value)))
