"""Saying: numbers with their units in both languages."""

from decimal import Decimal

import pytest

from metrics.definition.metric import Unit
from metrics.wording.figure import Number
from metrics.wording.values import exact, headcount, written
from text import Text


@pytest.mark.parametrize(
    ("value", "phrase"),
    [
        (200, Text("200人", "200")),
        (1, Text("1人", "1")),
        (12_355, Text("1.24万人", "12.36K")),
        (9_999.6, Text("1.00万人", "10.00K")),
    ],
)
def test_people_before_a_noun_lose_their_english_word(value: Number, phrase: Text) -> None:
    assert headcount(value) == phrase


def test_yuan_are_written_without_cents_and_exactly_with_them() -> None:
    assert written(Decimal("1234.50")) == Text("1,235元", "1,235 yuan")
    assert exact(Decimal("1234.50")) == Text("1,234.50元", "1,234.50 yuan")
    assert written(0.335, Unit.PERCENT) == exact(0.335, Unit.PERCENT) == Text("33.5%", "33.5%")
    assert written(None) == Text("—", "—")
