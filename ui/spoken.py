"""Amounts and days as phrases in both languages."""

from datetime import date

from metrics.figure import Number, spelled
from metrics.metric import Unit
from metrics.period import short
from text import Text


def amount(value: Number | None, unit: Unit = Unit.YUAN) -> Text:
    """A number with its unit: 3.36万元."""
    return Text(spelled(value, unit, "zh"), spelled(value, unit, "en"))


def on(day: date) -> Text:
    """A day without its weekday: 6月12日."""
    return Text(short(day, "zh"), short(day, "en"))
