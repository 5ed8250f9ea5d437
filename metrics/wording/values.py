"""Saying: numbers, days and lists as words of a sentence, in both languages."""

from collections.abc import Sequence
from datetime import date

from metrics.calendar.period import short
from metrics.definition.metric import Unit
from metrics.wording.figure import Number, spelled
from metrics.wording.rounding import whole
from text import Text, both


def exact(value: Number | None, unit: Unit = Unit.YUAN) -> Text:
    """A number with its unit, its cents kept; a dash where it is not known."""
    return both(lambda language: spelled(value, unit, language))


def written(value: Number | None, unit: Unit = Unit.YUAN) -> Text:
    """A number with its unit, yuan without cents; a dash where it is not known."""
    return exact(whole(value) if unit is Unit.YUAN and value is not None else value, unit)


def headcount(value: Number) -> Text:
    """People before an English noun that says who they are: 200人, 200."""
    decimal = exact(value, Unit.PEOPLE)
    alone = decimal.en.removesuffix(f" {Unit.PEOPLE.word.en}").removesuffix(f" {Unit.PEOPLE.one.en}")
    return Text(decimal.zh, alone)


def on(day: date) -> Text:
    """A day without its weekday: 6月12日, 12 Jun."""
    return both(lambda language: short(day, language))


def joined(texts: Sequence[Text], zh: str, en: str) -> Text:
    """Several phrases as one, parted by these marks; ValueError for none."""
    return Text(zh.join(each.zh for each in texts), en.join(each.en for each in texts))


def ended(clauses: Sequence[Text]) -> Text:
    """Clauses as one sentence, parted by semicolons, with its stop; ValueError for none."""
    sentence = joined(clauses, "；", "; ")
    return Text(f"{sentence.zh}。", f"{sentence.en[0].upper()}{sentence.en[1:]}.")
