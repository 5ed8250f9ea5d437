"""What stands in the rows of an answer, as what it is: an amount in yuan is exact, every other measure a float."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any


def amount(row: Mapping[str, Any], name: str) -> Decimal | None:
    """An amount in yuan, None where no file tells it; TypeError for a metric whose values are no exact sums."""
    value = row[name]
    if value is None or isinstance(value, Decimal):
        return value
    raise TypeError(f"{name} is no amount: {value!r}")


def measure(row: Mapping[str, Any], name: str) -> float | None:
    """A metric's value as a float, None where no file tells it."""
    value = row[name]
    return None if value is None else float(value)
