"""Rounding: halves go away from zero, as everybody learnt it, whatever outlet writes the number."""

from decimal import ROUND_HALF_UP, Decimal

Number = int | float | Decimal

DIGITS = 15
"""The decimal digits that a binary number holds; what lies behind them is no part of the value."""


def exact(value: Number | None) -> Decimal | None:
    """The number as its digits say it; None where it is not known or no number."""
    if value is None:
        return None
    digits = decimal(value)
    return digits if digits.is_finite() else None


def decimal(value: Number) -> Decimal:
    """The number as its digits say it; an exact one stays what it is."""
    return Decimal(f"{value:.{DIGITS}g}") if isinstance(value, float) else Decimal(value)


def number(value: Number | None) -> float | None:
    """A value of an answer as a float in the same unit; None stays None."""
    return None if value is None else float(value)


def rounded(value: Number, digits: int = 0) -> Decimal:
    """The number with so many digits behind the point, halves away from 0; ValueError for one that is not finite."""
    decimal = exact(value)
    if decimal is None:
        raise ValueError(f"{value} cannot be rounded")
    return decimal.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def whole(value: Number) -> int:
    """The nearest whole number, halves away from 0; ValueError for one that is not finite."""
    return int(rounded(value))


def grouped(value: Number, digits: int) -> str:
    """The number as text, in groups of three, minus as U+2212; nothing is negative nothing."""
    decimal = rounded(value, digits)
    return f"{abs(decimal) if decimal == 0 else decimal:,}".replace("-", "−")
