"""A gap in sales split into its causes: visits, conversion, basket, and what was planned; exact in whole cents."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from math import atanh, log

CENT = Decimal("0.01")
NEAR = 0.5
"""Up to which difference over sum a ratio's logarithm is taken from the difference, which then keeps its digits."""


@dataclass(frozen=True, slots=True)
class Funnel:
    """Sales as visitors × conversion × value per buyer; `amount` in yuan."""

    visitors: float
    buyers: float
    amount: Decimal

    @property
    def conversion(self) -> float:
        """Buyers of each visitor, as a fraction."""
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
        """The sum of the three parts, in yuan."""
        return self.visits + self.conversion + self.basket


def cents(amount: Decimal) -> int:
    """An amount in yuan as whole cents, half a cent to the even one."""
    return int((amount * 100).quantize(Decimal(1), ROUND_HALF_EVEN))


def yuan(amount: int) -> Decimal:
    """Whole cents as yuan."""
    return Decimal(amount) * CENT


def split(before: Funnel, after: Funnel) -> Split | None:
    """The change of the amount by log-mean weights; the parts are whole cents and add up to the change exactly.

    The cent or two lost in rounding go to the largest part, to the first of several, where they matter least. The
    way back is the same split with other signs. None where a factor is zero on either side, for then no factor
    alone explains the change.
    """
    if any(part <= 0 for side in (before, after) for part in (side.visitors, side.buyers, side.amount)):
        return None
    now, then = cents(after.amount), cents(before.amount)
    weight = _log_mean(now, then)
    factors = (
        (after.visitors, before.visitors),
        (after.conversion, before.conversion),
        (after.basket, before.basket),
    )
    parts = whole([weight * _log_ratio(*factor) for factor in factors], now - then)
    return Split(*(yuan(part) for part in parts))


def whole(parts: Sequence[float], total: int) -> list[int]:
    """Parts as whole numbers that add up to a total: each rounded, the remainder in the largest. At least one part."""
    rounded = [round(part) for part in parts]
    largest = max(range(len(rounded)), key=lambda n: abs(rounded[n]))
    rounded[largest] += total - sum(rounded)
    return rounded


def _log_mean(one: int, other: int) -> float:
    return float(one) if one == other else (one - other) / _log_ratio(one, other)


def _log_ratio(one: float, other: float) -> float:
    apart = (one - other) / (one + other)
    return 2 * atanh(apart) if abs(apart) < NEAR else log(one) - log(other)


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause of a gap: its name (visits, conversion, basket, target, sources) and its yuan, negative if it took."""

    name: str
    amount: Decimal


FACTORS = ("visits", "conversion", "basket")


def causes(
    paid: Decimal, target: Decimal | None, before: Funnel, after: Funnel, base_paid: Decimal | None = None
) -> tuple[Cause, ...]:
    """Why what was paid differs from its target, or without one from the base; the parts add up to that, to the cent.

    The funnels are of the shop report. `target` is how far the plan lies above the base; `sources` what the orders
    say beyond the report, in the base as well where `base_paid` tells. Empty where the funnels cannot be split.
    """
    parts = split(before, after)
    if parts is None:
        return ()
    base = before.amount if base_paid is None else base_paid
    planned = cents(base) - cents(target) if target is not None else 0
    beyond = cents(paid) - cents(after.amount) - (cents(base) - cents(before.amount))
    found = [
        Cause("visits", parts.visits),
        Cause("conversion", parts.conversion),
        Cause("basket", parts.basket),
        Cause("target", yuan(planned)),
        Cause("sources", yuan(beyond)),
    ]
    return tuple(cause for cause in found if cause.amount or cause.name in FACTORS)
