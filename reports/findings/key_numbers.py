"""Key numbers: a number of the week in words, against its target, the week before and last year."""

from metrics.definition.metric import Unit
from metrics.wording.figure import IN_POINTS, Number
from reports.numbers.judged import WeekNumber
from reports.slide.slide import Amount, KeyNumber
from reports.slide.values import both, joined, written
from text import Text

ATTAINED = Text("达成 **{share}**", "**{share}** of target")
SHORT, BEYOND = Text("差 {gap}", "{gap} short"), Text("超 {gap}", "{gap} beyond")
LESS, MORE = Text("**少 {gap}**", "**{gap} less**"), Text("**多 {gap}**", "**{gap} more**")
BASE, NEEDED = Text("前一周 {base}", "week before {base}"), Text("要求 {limit}", "limit {limit}")
LOWER, HIGHER = Text("**低 {gap}**", "**{gap} lower**"), Text("**高 {gap}**", "**{gap} higher**")


def key_number(of: WeekNumber, label: Text | None = None) -> KeyNumber:
    """A big number of the week, against its target where it has one, the week before and last year."""
    amount = Amount(of.value, of.metric.unit, of.young)
    aim = of.limit if of.target is None else of.target
    lines = (_reference(of), _compared(of))
    return KeyNumber(label or of.metric.label, amount, of.judgement, aim, None, tuple(line for line in lines if line))


def _compared(of: WeekNumber) -> Text:
    """环比 ↑21.3%　年同 ↑6.8%."""
    return joined([both(each.brief) for each in (of.before, of.last_year)], "　", " · ")


def _reference(of: WeekNumber) -> Text | None:
    """达成 95.6%　差 13.60万元; without a target 要求 90.0%　高 7.6个百分点, or 前一周 3,338人　少 207人."""
    if of.value is None:
        return None
    if of.target:
        return _against_target(float(of.value), float(of.target), of.metric.unit)
    if of.limit is not None:
        needed = NEEDED.filled(limit=written(of.limit, of.metric.unit))
        return _apart(needed, of.value, of.limit, of.metric.unit)
    base = of.before.base
    return (
        None
        if base is None
        else _apart(BASE.filled(base=written(base, of.metric.unit)), of.value, base, of.metric.unit)
    )


def _against_target(value: float, target: float, unit: Unit) -> Text:
    gap, share = value - target, ATTAINED.filled(share=written(value / target, Unit.PERCENT))
    return joined([share, (SHORT if gap < 0 else BEYOND).filled(gap=written(abs(gap), unit))], "　", " · ")


def _apart(reference: Text, value: Number, base: Number, unit: Unit) -> Text:
    """The reference, and how far the value lies from it."""
    gap, rate = float(value) - float(base), unit in IN_POINTS
    phrase = (LOWER if gap < 0 else HIGHER) if rate else (LESS if gap < 0 else MORE)
    return joined([reference, phrase.filled(gap=written(abs(gap), Unit.POINTS if rate else unit))], "　", " · ")
