"""A gap in sales split into its causes: visits, conversion, basket, and what was planned."""

from dataclasses import dataclass
from decimal import Decimal
from math import log

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Funnel:
    """Sales as visitors × conversion × value per buyer; `amount` in yuan."""

    visitors: float
    buyers: float
    amount: Decimal

    @property
    def conversion(self) -> float:
        """Buyers of each visitor."""
        return self.buyers / self.visitors

    @property
    def basket(self) -> float:
        """Yuan of each buyer."""
        return float(self.amount) / self.buyers


@dataclass(frozen=True, slots=True)
class Split:
    """What each factor took from sales or gave to them, in yuan to the cent."""

    visits: Decimal
    conversion: Decimal
    basket: Decimal

    @property
    def gap(self) -> Decimal:
        """The parts together."""
        return self.visits + self.conversion + self.basket


def split(before: Funnel, after: Funnel) -> Split | None:
    """The change of the amount by log-mean weights: no remainder, and the same split backwards with other signs.

    None where a factor is zero on either side, for then no factor alone explains the change.
    """
    if any(part <= 0 for side in (before, after) for part in (side.visitors, side.buyers, side.amount)):
        return None
    gap, weight = after.amount - before.amount, _log_mean(float(after.amount), float(before.amount))
    ratios = [after.visitors / before.visitors, after.conversion / before.conversion, after.basket / before.basket]
    parts = [Decimal(repr(weight * log(ratio))).quantize(CENT) for ratio in ratios]
    # Cents lost in rounding go to the largest part, where they matter least.
    largest = max(range(3), key=lambda n: abs(parts[n]))
    parts[largest] += gap - sum(parts)
    return Split(*parts)


def _log_mean(one: float, other: float) -> float:
    # For nearly equal values the quotient loses all its digits; the mean is then the same number.
    close = abs(one - other) <= 1e-9 * max(one, other)
    return (one + other) / 2 if close else (one - other) / log(one / other)


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause of a gap: its name (visits, conversion, basket, target, sources) and its yuan, negative if it took."""

    name: str
    amount: Decimal


def causes(paid: Decimal, target: Decimal | None, before: Funnel, after: Funnel) -> tuple[Cause, ...]:
    """Why what was paid differs from its target, or without one from the weekday's base; the parts add up to that.

    `target` is how far the plan lies above the base, `sources` what the orders say beyond the shop report, from
    which the funnels are. Empty where the funnels cannot be split.
    """
    parts = split(before, after)
    if parts is None:
        return ()
    found = [
        Cause("visits", parts.visits),
        Cause("conversion", parts.conversion),
        Cause("basket", parts.basket),
        Cause("target", before.amount - target if target is not None else Decimal(0)),
        Cause("sources", paid - after.amount),
    ]
    return tuple(cause for cause in found if cause.amount or cause.name in ("visits", "conversion", "basket"))
