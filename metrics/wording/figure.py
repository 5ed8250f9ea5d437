"""A number as it is read: 38.64万元, 3.35%, ↓0.05个百分点."""

from dataclasses import dataclass
from decimal import Decimal

from metrics.definition.metric import Unit
from metrics.wording.rounding import Number, exact, grouped, rounded
from text import Language, Text

MISSING = "—"
SCALES: dict[Language, tuple[tuple[int, int, str], ...]] = {
    "zh": ((10**8, 10**8, "亿"), (10**4, 10**4, "万")),
    "en": ((10**9, 10**9, "B"), (10**6, 10**6, "M"), (10**4, 10**3, "K")),
}
"""From which number on, divided by what, called what."""

IN_POINTS = (Unit.PERCENT, Unit.POINTS)
SCORED = (Unit.SCORE, Unit.MARKS)
IN_CENTS = (Unit.YUAN_EACH, Unit.TIMES_EACH, Unit.FOLD, *SCORED)
LASTING = (Unit.SECONDS, Unit.MINUTES, Unit.HOURS, Unit.DAYS)
LEVEL = Text("持平", "no change")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and its unit, to be set apart: ("38.64", "万元")."""

    number: str
    unit: str


def figure(value: Number | None, unit: Unit, language: Language) -> Figure:
    """The number scaled and rounded for reading; without a value a dash and no unit."""
    decimal = exact(value)
    if decimal is None:
        return Figure(MISSING, "")
    if unit in IN_POINTS:
        return Figure(_per_cent(decimal * 100, unit), unit.word.to(language))
    if unit in IN_CENTS:
        return Figure(grouped(decimal, 2), unit.word.to(language))
    if unit in LASTING:
        return Figure(grouped(decimal, 1).removesuffix(".0"), unit.word.to(language))
    return _scaled(decimal, unit, language)


def spelled(value: Number | None, unit: Unit, language: Language) -> str:
    """Number and unit in one piece: 38.64万元, 386.40K yuan."""
    return _joined(figure(value, unit, language), language)


def detail(value: Number | None, unit: Unit) -> str:
    """The number in full for a table whose head names the unit: 386,412.50 or 3.35%."""
    decimal = exact(value)
    if decimal is None:
        return MISSING
    if unit in IN_POINTS:
        return _per_cent(decimal * 100, unit) + ("%" if unit is Unit.PERCENT else "")
    if unit in LASTING:
        return grouped(decimal, 1)
    return grouped(decimal, 2 if unit in (Unit.YUAN, *IN_CENTS) else 0)


def change(value: Number | None, base: Number | None, unit: Unit, language: Language, *, brief: bool = False) -> str:
    """How a value stands to its base: ↑6.4%, for rates ↓0.05个百分点 (`brief`: ↓0.05点), for scores ↓0.01.

    A dash when either is missing or a relative change has no meaning (a base of zero or less).
    """
    now, then = exact(value), exact(base)
    if now is None or then is None:
        return MISSING
    if unit in IN_POINTS:
        return _arrowed(now - then, _per_cent(abs(now - then) * 100, Unit.POINTS), _points(language, brief), language)
    if unit in SCORED:
        return _arrowed(now - then, grouped(abs(now - then), 2), "", language)
    if then <= 0:
        return MISSING
    return _arrowed(now - then, grouped(abs(now / then - 1) * 100, 1), "%", language)


def hundredths(value: Decimal, unit: Unit) -> int:
    """The digits behind the point of a share given in per cent: two where it is small, else one."""
    return 2 if abs(rounded(value, 2)) < (10 if unit is Unit.PERCENT else 1) else 1


def size_of(value: Decimal, unit: Unit, language: Language) -> tuple[int, str] | None:
    """What a big number is divided by and the words of that unit: (10000, 万元); None where it stands as it is."""
    word, scales = unit.word.to(language), SCALES[language]
    for (start, size, name), finer in zip(scales, [*(size for _, size, _ in scales[1:]), 1], strict=True):
        # 99,999,999.99 would read 10000.00万: what rounds up to the next scale is written in it.
        digits = 2 if finer > 1 or unit is Unit.YUAN else 0
        if abs(rounded(value / finer, digits)) * finer >= start:
            return size, f"{name} {word}" if language == "en" else name + word
    return None


def _per_cent(value: Decimal, unit: Unit) -> str:
    return grouped(value, hundredths(value, unit))


def _scaled(value: Decimal, unit: Unit, language: Language) -> Figure:
    if size := size_of(value, unit, language):
        return Figure(grouped(value / size[0], 2), size[1])
    whole = unit is not Unit.YUAN or value == value.to_integral_value()
    number = grouped(value, 0 if whole else 2)
    return Figure(number, (unit.one if number == "1" else unit.word).to(language))


def _joined(shown: Figure, language: Language) -> str:
    apart = language == "en" and shown.unit not in ("", "%", "x") and shown.unit[0] not in "KMB"
    return f"{shown.number}{' ' if apart else ''}{shown.unit}"


def _points(language: Language, brief: bool) -> str:
    if language == "zh":
        return "点" if brief else "个百分点"
    return " pp" if brief else " points"


def _arrowed(difference: Decimal, amount: str, unit: str, language: Language) -> str:
    if not any(digit in "123456789" for digit in amount):
        return LEVEL.to(language)
    return f"{'↑' if difference > 0 else '↓'}{amount}{unit}"
