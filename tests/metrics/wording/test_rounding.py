"""Rounding: halves, binary noise and what stands in a chart's column agree everywhere."""

from decimal import Decimal

import pytest

from metrics.definition.metric import Unit
from metrics.wording.figure import Number, figure
from metrics.wording.rounding import exact, grouped, rounded, whole
from metrics.wording.scale import Scale, scale_of
from text import LANGUAGES, Language


@pytest.mark.parametrize(
    ("value", "digits", "words"),
    [
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-2.5, 0, "−3"),
        (1.005, 2, "1.01"),
        (2.675, 2, "2.68"),
        (Decimal("1234.125"), 2, "1,234.13"),
        (-0.004, 2, "0.00"),
        (1.1 * 1.1 * 100 - 120.5, 0, "1"),
    ],
)
def test_halves_go_away_from_zero(value: Number, digits: int, words: str) -> None:
    assert grouped(value, digits) == words


def test_binary_noise_is_no_part_of_a_number() -> None:
    assert exact(0.1 + 0.2) == Decimal("0.3")
    assert rounded(3 * 0.335, 2) == Decimal("1.01")


def test_what_is_not_known_is_not_rounded() -> None:
    assert exact(None) is None
    assert exact(float("nan")) is None
    with pytest.raises(ValueError, match="nan"):
        whole(float("nan"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("value", "unit"),
    [
        (10_050, Unit.YUAN),
        (100_500.0, Unit.YUAN),
        (1_005_000, Unit.YUAN),
        (12_345, Unit.YUAN),
        (12_355, Unit.PEOPLE),
        (Decimal("99999999.99"), Unit.YUAN),
        (Decimal("999999.99"), Unit.YUAN),
        (9_999.996, Unit.YUAN),
        (0.10005, Unit.PERCENT),
        (0.0335, Unit.PERCENT),
        (0.03345, Unit.PERCENT),
        (0.09999, Unit.PERCENT),
        (0.09994, Unit.PERCENT),
        (0.2125, Unit.PERCENT),
        (0.005, Unit.POINTS),
        (249.765, Unit.YUAN_EACH),
        (4.785, Unit.SCORE),
        (-10_050, Unit.YUAN),
    ],
)
def test_a_column_of_one_number_says_what_a_sentence_says(value: Number, unit: Unit, language: Language) -> None:
    scale, alone = scale_of([value], unit, language), figure(value, unit, language)
    assert (scale.formatted(value), scale.unit) == (alone.number, alone.unit)


def test_seconds_of_a_column_all_have_their_tenth() -> None:
    assert Scale(digits=1).formatted(27.75) == "27.8"
    assert Scale(digits=1).formatted(18) == "18.0"
