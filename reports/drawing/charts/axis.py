"""A vertical axis: from 0, or cut at a round number when the values lie far above it, which must then be said."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from reports.drawing.marks import Box

HEADROOM = 0.12
ROUND = (1, 2, 2.5, 5, 10)
CUT_FROM = 0.5
"""A line chart is cut when its least value is more than this part of its greatest."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Which values the upper and lower edges of a box stand for."""

    low: float
    high: float
    box: Box

    def at(self, value: float) -> float:
        """The y of a value, in pixels of the page."""
        return self.box.bottom - self.box.height * (value - self.low) / (self.high - self.low)

    @property
    def cut(self) -> bool:
        """Whether it starts above zero."""
        return self.low > 0


def axis(values: Sequence[float], box: Box) -> Axis:
    """An axis on which all values of a line chart fit."""
    least, greatest = min(values, default=0.0), max(values, default=1.0)
    span = greatest - least or abs(greatest) or 1.0
    high = greatest + HEADROOM * span
    if least < 0:
        return Axis(least - HEADROOM * span, max(high, 0.0), box)
    if least < CUT_FROM * greatest:
        return Axis(0, greatest * (1 + HEADROOM), box)
    step = _round(span / 4)
    return Axis(max(0.0, floor(round((least - HEADROOM * span) / step, 6)) * step), high, box)


def _round(size: float) -> float:
    power = 10 ** floor(log10(size))
    return power * next(each for each in ROUND if each >= round(size / power, 9))
