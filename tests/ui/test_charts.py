"""Charts: gaps for missing days, bars from zero, hatch for the young, one unit."""

from datetime import date, timedelta

import pytest

from metrics.metric import Unit
from metrics.scale import Scale, scale_of
from palette import LIGHT
from ui import charts
from ui.charts import Days

DAYS = [date(2026, 6, 1) + timedelta(days=n) for n in range(5)]
WAN = Scale(10_000, "万元", 2)


def test_a_missing_day_is_a_gap_and_not_a_zero() -> None:
    made = charts.lines(Days("x", DAYS, [10_000, None, 20_000, 30_000, 40_000]), WAN, LIGHT)
    line = made.data[0]
    assert list(line.y) == [1.0, None, 2.0, 3.0, 4.0]
    assert line.connectgaps is False


def test_a_lonely_day_between_missing_ones_is_drawn_as_a_point() -> None:
    made = charts.lines(Days("x", DAYS, [None, 10_000, None, 1, 2]), WAN, LIGHT)
    assert "markers" in made.data[0].mode


def test_young_days_are_dashed_from_the_last_settled_one_on() -> None:
    made = charts.lines(Days("x", DAYS, [1, 2, 3, 4, 5], young_from=DAYS[3]), Scale(), LIGHT)
    settled, young, last = made.data
    assert list(settled.y) == [1, 2, 3, None, None]
    assert list(young.y) == [None, None, 3, 4, 5]
    assert young.line.dash == "dash"
    assert last.marker.color == LIGHT.page


def test_young_columns_are_hatched_and_missing_ones_stay_empty() -> None:
    made = charts.columns(Days("x", DAYS, [1, None, 3, 4, 5], young_from=DAYS[3]), Scale(), LIGHT)
    assert list(made.data[0].marker.pattern.shape) == ["", "", "", "/", "/"]
    assert list(made.data[0].y)[1] is None


def test_bars_begin_at_zero_and_keep_their_order() -> None:
    made = charts.bars("x", ["甲", "乙"], [3, None], Scale(), LIGHT)
    assert made.layout.xaxis.rangemode == "tozero"
    assert made.layout.yaxis.autorange == "reversed"
    assert list(made.data[0].text) == ["3", "—"]


def test_the_target_is_a_line_across_that_hides_no_column() -> None:
    made = charts.lines(Days("x", DAYS, [1, 2, 3, 4, 5], target=("日目标", 4.0)), Scale(), LIGHT)
    assert [(line.y0, line.y1) for line in made.layout.shapes] == [(4.0, 4.0)]
    assert not made.layout.annotations


def test_figures_carry_no_template_of_plotlys_own_and_no_legend() -> None:
    made = charts.lines(Days("x", DAYS, [1, 2, 3, 4, 5]), Scale(), LIGHT)
    assert made.layout.showlegend is False
    assert not made.layout.template.data.scatter
    assert len(made.to_json()) < 4000


@pytest.mark.parametrize(
    ("values", "unit", "words", "divided_by", "digits"),
    [
        ([386_400.0, None], Unit.YUAN, "万元", 10_000, 2),
        ([3.2e8], Unit.YUAN, "亿元", 100_000_000, 2),
        ([812.0], Unit.PEOPLE, "人", 1, 0),
        ([0.0335], Unit.PERCENT, "%", 0.01, 2),
        ([0.412], Unit.PERCENT, "%", 0.01, 1),
        ([], Unit.YUAN, "元", 1, 0),
    ],
)
def test_a_chart_has_one_unit(
    values: list[float | None], unit: Unit, words: str, divided_by: float, digits: int
) -> None:
    assert scale_of(values, unit, "zh") == Scale(divided_by, words, digits)


def test_the_unit_stands_in_the_title() -> None:
    assert WAN.title("zh") == "单位：万元"


def test_minus_is_a_minus() -> None:
    assert Scale(digits=1).words(-1234.56) == "−1,234.6"
