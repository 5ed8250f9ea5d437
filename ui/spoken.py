"""Amounts and days as phrases in both languages."""

import re
from datetime import date

from metrics.figure import Number, spelled
from metrics.metric import Unit
from metrics.period import short
from text import Text

_FIGURE = re.compile(r"\d[\d,.]*(?:\s?[万亿]?[元人单]|%|个百分点|秒|\s?[KMB]? ?(?:yuan|people|orders|points)\b)")


def amount(value: Number | None, unit: Unit = Unit.YUAN) -> Text:
    """A number with its unit: 3.36万元."""
    return Text(spelled(value, unit, "zh"), spelled(value, unit, "en"))


def on(day: date) -> Text:
    """A day without its weekday: 6月12日."""
    return Text(short(day, "zh"), short(day, "en"))


def figures_bold(sentence: str) -> str:
    """A sentence with its amounts between double asterisks."""
    return _FIGURE.sub(r"**\g<0>**", sentence)
