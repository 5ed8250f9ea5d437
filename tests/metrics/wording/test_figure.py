"""Figures: numbers as they are read."""

from decimal import Decimal

import pytest

from metrics.definition.metric import Unit
from metrics.wording.figure import MISSING, Figure, Number, change, detail, figure, spelled
from text import Language


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        (Decimal("386412.50"), Unit.YUAN, "38.64万元", "386.41K yuan"),
        (12345, Unit.YUAN, "1.23万元", "12.35K yuan"),
        (1234567890, Unit.YUAN, "12.35亿元", "1.23B yuan"),
        (Decimal("9999.00"), Unit.YUAN, "9,999元", "9,999 yuan"),
        (Decimal("9996.49"), Unit.YUAN, "9,996.49元", "9,996.49 yuan"),
        (Decimal("99999999.99"), Unit.YUAN, "1.00亿元", "100.00M yuan"),
        (99_600_000, Unit.YUAN, "9,960.00万元", "99.60M yuan"),
        (0, Unit.YUAN, "0元", "0 yuan"),
        (-33600, Unit.YUAN, "−3.36万元", "−33.60K yuan"),
        (249.765, Unit.YUAN_EACH, "249.77元", "249.77 yuan"),
        (46200, Unit.PEOPLE, "4.62万人", "46.20K people"),
        (3870, Unit.PEOPLE, "3,870人", "3,870 people"),
        (0.0335, Unit.PERCENT, "3.35%", "3.35%"),
        (0.331, Unit.PERCENT, "33.1%", "33.1%"),
        (0.09996, Unit.PERCENT, "10.0%", "10.0%"),
        (-0.0211, Unit.POINTS, "−2.1个百分点", "−2.1 points"),
        (0.0005, Unit.POINTS, "0.05个百分点", "0.05 points"),
        (27.77, Unit.SECONDS, "27.8秒", "27.8 s"),
        (18.0, Unit.SECONDS, "18秒", "18 s"),
        (4.8, Unit.SCORE, "4.80分", "4.80 of 5"),
        (37, Unit.ORDERS, "37单", "37 orders"),
        (-0.001, Unit.YUAN_EACH, "0.00元", "0.00 yuan"),
        (None, Unit.YUAN, MISSING, MISSING),
        (float("nan"), Unit.PERCENT, MISSING, MISSING),
        (float("inf"), Unit.YUAN_EACH, MISSING, MISSING),
    ],
)
def test_a_number_is_scaled_and_rounded_for_reading(value: Number | None, unit: Unit, zh: str, en: str) -> None:
    assert spelled(value, unit, "zh") == zh
    assert spelled(value, unit, "en") == en


def test_number_and_unit_come_apart() -> None:
    assert figure(386400, Unit.YUAN, "zh") == Figure("38.64", "万元")
    assert figure(386400, Unit.YUAN, "en") == Figure("386.40", "K yuan")
    assert figure(None, Unit.YUAN, "zh") == Figure(MISSING, "")


@pytest.mark.parametrize(
    ("value", "base", "unit", "language", "expected"),
    [
        (106.4, 100, Unit.YUAN, "zh", "↑6.4%"),
        (Decimal("90.3"), Decimal(100), Unit.YUAN, "en", "↓9.7%"),
        (0.0330, 0.0335, Unit.PERCENT, "zh", "↓0.05个百分点"),
        (0.352, 0.331, Unit.PERCENT, "en", "↑2.1 points"),
        (4.78, 4.79, Unit.SCORE, "zh", "↓0.01"),
        (100, 100, Unit.YUAN, "zh", "持平"),
        (100, 100.001, Unit.YUAN, "en", "no change"),
        (5, 0, Unit.PEOPLE, "zh", MISSING),
        (5, -3, Unit.YUAN, "zh", MISSING),
        (None, 3, Unit.YUAN, "zh", MISSING),
        (3, None, Unit.PERCENT, "zh", MISSING),
    ],
)
def test_a_change_says_how_far_and_which_way(
    value: Number | None, base: Number | None, unit: Unit, language: Language, expected: str
) -> None:
    assert change(value, base, unit, language) == expected


def test_points_are_short_where_room_is_short() -> None:
    assert change(0.0330, 0.0335, Unit.PERCENT, "zh", brief=True) == "↓0.05点"
    assert change(0.0330, 0.0335, Unit.PERCENT, "en", brief=True) == "↓0.05 pp"


def test_tables_show_the_number_in_full() -> None:
    assert detail(Decimal("386412.50"), Unit.YUAN) == "386,412.50"
    assert detail(0.0335, Unit.PERCENT) == "3.35%"
    assert detail(46200, Unit.PEOPLE) == "46,200"
    assert detail(None, Unit.PEOPLE) == MISSING
