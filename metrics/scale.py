"""One unit for all values of a chart: 万 or 亿, per cent, digits behind the point."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from metrics.figure import IN_CENTS, LASTING, SCALES
from metrics.metric import Unit
from text import Language, Text

IN_UNIT = Text("单位：{unit}", "Unit: {unit}")


@dataclass(frozen=True, slots=True)
class Scale:
    """How values are written: what they are divided by, the unit's words, digits behind the point."""

    divided_by: float = 1
    unit: str = ""
    digits: int = 0

    def of(self, values: Sequence[float | None]) -> list[float | None]:
        """Values in this unit; missing ones stay missing."""
        return [None if value is None else float(value) / self.divided_by for value in values]

    @property
    def written(self) -> str:
        """The d3 format of a value."""
        return f",.{self.digits}f"

    def words(self, value: float) -> str:
        """A value already in this unit as text, minus as U+2212."""
        return f"{value:,.{self.digits}f}".replace("-", "−")

    def title(self, language: Language) -> str:
        """The unit as it stands once beside a chart's title."""
        return IN_UNIT.filled(unit=self.unit).to(language)


def scale_of(values: Iterable[float | None], unit: Unit, language: Language) -> Scale:
    """The scale that suits the greatest of the values."""
    greatest = max((abs(float(value)) for value in values if value is not None), default=0.0)
    word = unit.word.to(language)
    if unit in (Unit.PERCENT, Unit.POINTS):
        return Scale(0.01, word, 1 if greatest >= 0.1 else 2)
    if unit in (*IN_CENTS, *LASTING):
        return Scale(1, word, 1 if unit in LASTING else 2)
    for start, size, name in SCALES[language]:
        if greatest >= start:
            return Scale(size, f"{name} {word}" if language == "en" else name + word, 2)
    return Scale(1, word, 0)
