"""One unit for all values of a chart: 万 or 亿, per cent, digits behind the point."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import floor, log10
from typing import NamedTuple

from metrics.definition.metric import Unit
from metrics.wording.figure import IN_CENTS, IN_POINTS, LASTING, MISSING, Number, hundredths, size_of
from metrics.wording.rounding import exact, grouped
from text import Language, Text

STEPS = 5
"""About how many steps an axis has."""

IN_UNIT = Text("单位：{unit}", "Unit: {unit}")


class Steps(NamedTuple):
    """The ticks of an axis: one every `size`, written with so many digits behind the point."""

    size: float
    digits: int


@dataclass(frozen=True, slots=True)
class Scale:
    """How values are written: what they are divided by, the unit's words, digits behind the point."""

    divided_by: float = 1
    unit: str = ""
    digits: int = 0

    def of(self, values: Sequence[float | None]) -> list[float | None]:
        """Values divided into this unit, as many in the same order; None stays None."""
        return [None if value is None else float(value) / self.divided_by for value in values]

    @property
    def written(self) -> str:
        """The d3 format of a value."""
        return f",.{self.digits}f"

    def words(self, value: Number) -> str:
        """A value already in this unit as text, minus as U+2212."""
        return grouped(value, self.digits)

    def formatted(self, value: Number) -> str:
        """A value as text in this unit, divided without loss."""
        decimal, by = exact(value), exact(self.divided_by)
        return MISSING if decimal is None or by is None else self.words(decimal / by)

    def steps(self, reach: float) -> Steps:
        """Steps of 1, 2 or 5 for an axis that reaches so far in this unit, with the digits they need: 4.78, 4.80."""
        rough = max(reach / STEPS, 10.0**-self.digits)
        power = floor(round(log10(rough), 9))
        size = next(size for size in (10.0**power * each for each in (1, 2, 5, 10)) if size >= rough * 0.999)
        return Steps(size, max(0, -floor(round(log10(size), 9))))

    def title(self, language: Language) -> str:
        """The unit as it stands once beside a chart's title."""
        return IN_UNIT.filled(unit=self.unit).to(language)


def scale_of(values: Iterable[Number | None], unit: Unit, language: Language) -> Scale:
    """The scale that suits the greatest of the values."""
    present = [decimal for value in values if (decimal := exact(value)) is not None]
    greatest = max(map(abs, present), default=Decimal(0))
    word = unit.word.to(language)
    if unit in IN_POINTS:
        return Scale(0.01, word, hundredths(greatest * 100, unit))
    if unit in (*IN_CENTS, *LASTING):
        return Scale(1, word, 1 if unit in LASTING else 2)
    size = size_of(greatest, unit, language)
    return Scale(*size, 2) if size else Scale(1, word, 0)
