"""Change: how a number stands to that of the days it is held against, or why that cannot be said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from metrics.calendar.comparison import NO_DATA, Against
from metrics.calendar.period import Period
from metrics.definition.metric import Unit
from metrics.query.history import FEWEST
from metrics.wording.figure import IN_POINTS, Number
from metrics.wording.figure import change as arrowed
from text import Language, Text

NO_BASE = Text("基期无数据", "no earlier data")
FEW_WEEKS = Text("基期不足 3 期", "too few weeks")
PARTLY = Text("基期只有 {known}/{days} 天", "only {known} of {days} days then")
COVERED = 0.9
"""The share of a span's days that must be loaded for it to be compared with."""
BASE_ZERO = Text("基期为 0", "0 then")
BASE_NEGATIVE = Text("基期为负", "below 0 then")


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value and its base with the spans both are of."""

    against: Against
    unit: Unit
    value: Number | None
    base: Number | None
    points: int = 1
    """Of how many spans the base is known."""
    part: tuple[int, int] | None = None
    """Of how many of its days the base is known, and how many it has, where that is too few to compare with."""

    @property
    def moved(self) -> float | None:
        """The change: for rates the difference, else the relative one; None where it has no meaning."""
        if self.why:
            return None
        value, base = float(self.value or 0), float(self.base or 0)
        return value - base if self._differs else value / base - 1

    @property
    def _differs(self) -> bool:
        """Whether the change is a difference: a share of a rate or a score says nothing."""
        return self.unit in IN_POINTS or self.unit is Unit.SCORE

    @property
    def why(self) -> Text | None:
        """Why there is no change to show: nothing known, or a base of 0 or less."""
        if self.value is None:
            return NO_DATA
        if self.part and self.part[0]:
            return PARTLY.filled(known=self.part[0], days=self.part[1])
        if self.base is None:
            return self.against.why or (FEW_WEEKS if 0 < self.points < FEWEST else NO_BASE)
        if self._differs or self.base > 0:
            return None
        return BASE_ZERO if self.base == 0 else BASE_NEGATIVE

    def written(self, language: Language) -> str:
        """环比 ↑6.4%, 同比 ↓0.05个百分点, 同比 持平, 同比 基期无数据: no change and no data are different words."""
        word, moved = self.against.comparison.word.to(language), self.text(language)
        if language == "zh":
            return f"{word} {moved}"
        return f"{word}: {moved}" if self.why else f"{moved} {word}"

    def brief(self, language: Language) -> str:
        """The same in few letters: 周同 ↑6.4%, yr ↓0.05 pp."""
        return f"{self.against.comparison.brief.to(language)} {self.text(language, brief=True)}"

    def text(self, language: Language, *, brief: bool = False) -> str:
        """The change without its word, or why there is none."""
        why = self.why
        return why.to(language) if why else arrowed(self.value, self.base, self.unit, language, brief=brief)


def changed(
    against: Against,
    unit: Unit,
    value_of: Callable[[Period], Number | None],
    days_with_value: Callable[[Period], int] | None = None,
) -> ValueChange:
    """The change of a number that `value_of` gives for any period.

    Of several spans the median counts, from at least three that are there; of one its own. `days_with_value` counts the
    days of a period that have data: where the period itself has nearly all, a span that lacks many is no base.
    """
    whole = [
        other for other in against.others if days_with_value is None or is_base(other, against.period, days_with_value)
    ]
    each = [value_of(other) if other in whole else None for other in against.others]
    first = against.others[0] if against.others else None
    part = (days_with_value(first), first.days) if first and days_with_value and not whole else None
    return ValueChange(
        against, unit, value_of(against.period), base(each), sum(value is not None for value in each), part
    )


def is_base(other: Period, period: Period, days_with_value: Callable[[Period], int]) -> bool:
    """Whether a span is loaded well enough to compare a period with it; what happens on few days always is."""
    return days_with_value(period) < COVERED * period.days or days_with_value(other) >= COVERED * other.days


def base(each: Sequence[Number | None]) -> Number | None:
    """What the same number of one or several spans makes as a base; None where too few of them are known."""
    present = [value for value in each if value is not None]
    enough = len(present) >= (FEWEST if len(each) > 1 else 1)
    return median(present) if enough else None  # type: ignore[type-var]
