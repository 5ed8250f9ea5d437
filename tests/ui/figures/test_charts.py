"""Charts: gaps for missing days, bars from zero, hatch for the young, one unit."""

from datetime import date, timedelta

import pytest

from metrics.definition.metric import Unit
from metrics.wording.scale import Scale, scale_of
from palette import LIGHT
from ui.figures import charts
from ui.figures.charts import DailySeries

DAYS = [date(2026, 6, 1) + timedelta(days=n) for n in range(5)]
WAN = Scale(10_000, "万元", 2)


def test_a_missing_day_is_a_gap_and_not_a_zero() -> None:
    made = charts.lines(DailySeries("x", DAYS, [10_000, None, 20_000, 30_000, 40_000]), WAN, LIGHT)
    line = made.data[0]
    assert list(line.y) == [1.0, None, 2.0, 3.0, 4.0]
    assert line.connectgaps is False


def test_a_lonely_day_between_missing_ones_is_drawn_as_a_point() -> None:
    made = charts.lines(DailySeries("x", DAYS, [None, 10_000, None, 1, 2]), WAN, LIGHT)
    assert "markers" in made.data[0].mode


def test_young_days_are_dashed_from_the_last_settled_one_on() -> None:
    made = charts.lines(DailySeries("x", DAYS, [1, 2, 3, 4, 5], young_from=DAYS[3]), Scale(), LIGHT)
    settled, young, last = made.data
    assert list(settled.y) == [1, 2, 3, None, None]
    assert list(young.y) == [None, None, 3, 4, 5]
    assert young.line.dash == "dash"
    assert last.marker.color == LIGHT.page


def test_young_columns_are_hatched_and_missing_ones_stay_empty() -> None:
    made = charts.columns(DailySeries("x", DAYS, [1, None, 3, 4, 5], young_from=DAYS[3]), Scale(), LIGHT)
    assert list(made.data[0].marker.pattern.shape) == ["", "", "", "/", "/"]
    assert list(made.data[0].y)[1] is None


def test_bars_begin_at_zero_and_keep_their_order() -> None:
    made = charts.bars("x", ["甲", "乙"], [3, None], Scale(), LIGHT)
    assert made.layout.xaxis.rangemode == "tozero"
    assert made.layout.yaxis.autorange == "reversed"
    assert list(made.data[0].text) == ["3", "—"]


def test_the_target_is_a_line_across_that_hides_no_column() -> None:
    made = charts.lines(DailySeries("x", DAYS, [1, 2, 3, 4, 5], target=("日目标", 4.0)), Scale(), LIGHT)
    assert [(line.y0, line.y1) for line in made.layout.shapes] == [(4.0, 4.0)]
    assert not made.layout.annotations


def test_figures_carry_no_template_of_plotlys_own_and_no_legend() -> None:
    made = charts.lines(DailySeries("x", DAYS, [1, 2, 3, 4, 5]), Scale(), LIGHT)
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


def test_hovering_over_a_value_shows_it_as_the_page_writes_it() -> None:
    made = charts.columns(DailySeries("支付金额", DAYS, [12_345, None, 20_000, 30_000, 0.5]), WAN, LIGHT)
    assert list(made.data[0].customdata) == ["1.23 万元", None, "2.00 万元", "3.00 万元", "0.00 万元"]
    own = charts.columns(DailySeries("x", [DAYS[0]], [10_050], formatter=lambda value: f"{value:.0f}元"), WAN, LIGHT)
    assert own.data[0].hovertemplate == "%{x|%Y-%m-%d}<br>x %{customdata}<extra></extra>"
    assert list(own.data[0].customdata) == ["10050元"]


def test_a_half_is_rounded_up_at_the_end_of_a_line() -> None:
    made = charts.lines(DailySeries("x", DAYS, [1, 2, 3, 4, 10_050]), WAN, LIGHT)
    assert list(made.data[-1].text) == ["1.01"]


@pytest.mark.parametrize(
    ("values", "scale", "step", "form"),
    [
        ([4.74, 4.74, 4.73, 4.73, 4.72], Scale(digits=2), 0.01, ",.2f"),
        ([0, 1, 0, 2, 1], Scale(), 1, ",.0f"),
        ([2_500, 3_500, 3_100, 3_000, 2_900], Scale(), 200, ",.0f"),
        ([12_000, 38_000, 30_000, 29_000, 28_000], WAN, 1, ",.0f"),
        ([None, None, None, None, None], Scale(digits=1), 0.1, ",.1f"),
    ],
)
def test_every_tick_of_an_axis_has_the_digits_its_step_needs(
    values: list[float | None], scale: Scale, step: float, form: str
) -> None:
    axis = charts.lines(DailySeries("x", DAYS, values), scale, LIGHT).layout.yaxis
    assert (axis.dtick, axis.tickformat) == (pytest.approx(step), form)


def test_last_years_line_stands_out_from_the_columns_it_crosses() -> None:
    past = ("去年同日", [2, 2, 2, 2, 2])
    under, line = charts.columns(DailySeries("x", DAYS, [1, 2, 3, 4, 5], past), Scale(), LIGHT).data[1:]
    assert (under.line.color, line.line.color) == (LIGHT.page, LIGHT.reference)
    assert under.line.width > line.line.width
    assert under.hoverinfo == "skip"


def test_a_row_more_makes_lying_bars_higher_by_a_row() -> None:
    heights = [charts.bars("x", list("abcd")[:n], [1.0] * n, Scale(), LIGHT).layout.height for n in (1, 2, 3)]
    assert heights == [charts.ROW + 20, 2 * charts.ROW + 20, 3 * charts.ROW + 20]
