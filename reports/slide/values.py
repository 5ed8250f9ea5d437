"""Saying: numbers, days and lists as words of a sentence, in both languages."""

from collections.abc import Sequence

from metrics.definition.metric import Unit
from metrics.wording.figure import Number
from metrics.wording.scale import Scale, scale_of
from metrics.wording.values import ended, exact, headcount, joined, on, written
from text import LANGUAGES, Text, both

__all__ = [
    "both",
    "cut",
    "ended",
    "exact",
    "headcount",
    "joined",
    "listed",
    "on",
    "sentence",
    "strong",
    "written",
    "yuans",
]

LETTERS = 12
"""How much of a product's title or an action a line holds."""


def yuans(*amounts: Number) -> tuple[Text, ...]:
    """Amounts of one sentence, without signs, all in the scale of the greatest: 1.37万元 and 0.75万元."""
    each = [abs(float(amount)) for amount in amounts]
    zh, en = (scale_of(each, Unit.YUAN, language) for language in LANGUAGES)
    return tuple(Text(_in(zh, amount, ""), _in(en, amount, "" if en.unit[0] in "KMB" else " ")) for amount in each)


def _in(scale: Scale, amount: float, apart: str) -> str:
    return f"{scale.formatted(amount)}{apart}{scale.unit}"


def listed(texts: Sequence[Text]) -> Text:
    """手淘搜索、手淘推荐; ValueError for none."""
    return joined(texts, "、", ", ")


def strong(text: Text) -> Text:
    """Marked as the figure that matters."""
    return Text(f"**{text.zh}**", f"**{text.en}**")


def sentence(clauses: Sequence[Text]) -> Text:
    """Clauses as a title: parted by commas, without a stop; ValueError for none."""
    sentence = joined(clauses, "，", ", ")
    return Text(sentence.zh, f"{sentence.en[0].upper()}{sentence.en[1:]}")


def cut(name: str, letters: int = LETTERS) -> str:
    """A long name in as many letters."""
    return name if len(name) <= letters else f"{name[:letters]}…"


def quoted(words: str) -> Text:
    """Somebody's own words: in English between quotation marks."""
    return Text(words, f'"{words}"')
