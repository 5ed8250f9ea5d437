"""The arrays the made-up facts are kept in, and how exports write what they hold."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.floating]
Times = NDArray[np.datetime64]


def whole(values: Floats) -> Ints:
    """The nearest whole numbers."""
    return np.rint(values).astype(np.int64)


def yuan(fen: Iterable[int]) -> list[str]:
    """Amounts in fen as text in yuan: 24050 is 240.50."""
    return [f"{amount / 100:.2f}" for amount in fen]


def grouped(fen: Iterable[int]) -> list[str]:
    """Amounts in fen as text in yuan with thousands commas: 12,345.60."""
    return [f"{amount / 100:,.2f}" for amount in fen]


def thousands(counts: Iterable[int]) -> list[str]:
    """Counts as text with thousands commas: 6,069."""
    return [f"{count:,}" for count in counts]


def percents(over: Floats | Ints, under: Floats | Ints) -> list[str]:
    """Rates as text: 3.35%, and `-` where there is nothing to divide by."""
    return [f"{a / b:.2%}" if b else "-" for a, b in zip(over.tolist(), under.tolist(), strict=True)]


def each(over: Ints, under: Ints) -> list[str]:
    """Amounts in fen by count, as text in yuan: 243.18."""
    return [f"{a / b / 100:.2f}" if b else "-" for a, b in zip(over.tolist(), under.tolist(), strict=True)]


def moments(times: Times) -> list[str]:
    """Times as text, `2026-06-11 13:40:00`; empty where it has not happened."""
    return ["" if text == "NaT" else text.replace("T", " ") for text in np.datetime_as_string(times, unit="s").tolist()]


def day_texts(days: Times) -> list[str]:
    """Days as text, `2026-06-11`."""
    return list(np.datetime_as_string(days, unit="D").tolist())
