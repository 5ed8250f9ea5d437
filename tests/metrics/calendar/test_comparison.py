"""What a period is held against: the spans by hand, and how a change is worded."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.store.warehouse import Warehouse
from metrics.calendar.comparison import (
    CHOSEN,
    COMPARISONS,
    LAST_YEAR,
    LUNAR,
    PREVIOUS,
    PROMOTION,
    SAME_WEEKDAY,
    ComparedPeriod,
    usual,
)
from metrics.calendar.period import Period, day, last_days
from metrics.calendar.promotions import promotions
from metrics.calendar.spans import cut_of
from metrics.definition.metric import Unit
from metrics.glossary.entries import comparisons
from metrics.judgement.difference import changed
from tests.metrics.rows import OTHER, SHOP, Fill

DAYS = st.dates(date(2003, 1, 1), date(2089, 12, 31))
YEARS = (2023, 2024, 2025, 2026)


def span(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


JUNE = ComparedPeriod(span("2026-06-01", "2026-06-11"), "month")


def test_both_spans_are_printed() -> None:
    assert PREVIOUS.against(JUNE).spelled("zh") == "6月1日至6月11日，比 5月1日至5月11日"
    assert PREVIOUS.against(JUNE).spelled("en") == "1 Jun to 11 Jun, against 1 May to 11 May"
    assert LAST_YEAR.against(JUNE).spelled("zh") == "2026年6月1日至6月11日，比 2025年6月1日至6月11日"
    assert SAME_WEEKDAY.against(ComparedPeriod(day(date(2026, 6, 11)))).spelled("zh") == (
        "6月11日，比 5月14日、5月21日、5月28日、6月4日 的中位数"
    )


def test_spans_of_unequal_length_say_so() -> None:
    march = PREVIOUS.against(ComparedPeriod(span("2026-03-01", "2026-03-31"), "month"))
    assert march.spelled("zh") == "3月1日至3月31日，比 2月1日至2月28日（31 天对 28 天）"
    assert march.spelled("en").endswith("(31 days against 28)")


def test_a_leap_day_is_compared_with_the_28th_of_last_year() -> None:
    assert LAST_YEAR.against(ComparedPeriod(day(date(2028, 2, 29)))).others == (day(date(2027, 2, 28)),)


def test_the_spring_festival_is_compared_with_the_spring_festival() -> None:
    # The first week of the lunar year: 2026-02-17 against 2025-01-29.
    found = LUNAR.against(ComparedPeriod(span("2026-02-17", "2026-02-23")))
    assert found.others == (span("2025-01-29", "2025-02-04"),)


def test_double_11_is_aligned_on_its_day_whatever_the_weekday(warehouse: Warehouse) -> None:
    # 2026-11-11 is a Wednesday, 2025-11-11 was a Tuesday.
    all_promotions = promotions(warehouse, YEARS)
    found = PROMOTION.against(ComparedPeriod(span("2026-11-09", "2026-11-11"), promotions=all_promotions))
    assert found.others == (span("2025-11-09", "2025-11-11"),)
    assert "按双11高峰日对齐" in found.spelled("zh")
    assert "请核对" in found.spelled("zh")


def test_the_new_year_goods_festival_moves_with_the_lunar_year(warehouse: Warehouse) -> None:
    # 21 days before the new year are 2026-01-27 and 2025-01-08.
    all_promotions = promotions(warehouse, YEARS)
    assert PROMOTION.against(ComparedPeriod(day(date(2026, 1, 27)), promotions=all_promotions)).others == (
        day(date(2025, 1, 8)),
    )


def test_days_outside_promotions_and_long_periods_say_why_they_are_not_aligned(warehouse: Warehouse) -> None:
    all_promotions = promotions(warehouse, YEARS)
    assert (
        PROMOTION.against(ComparedPeriod(day(date(2026, 4, 1)), promotions=all_promotions)).spelled("zh")
        == "这段时间不在大促里"
    )
    long = PROMOTION.against(ComparedPeriod(last_days(date(2026, 11, 30), 60), promotions=all_promotions))
    assert long.spelled("zh") == "超过 31 天，不按大促对齐"
    assert (
        PROMOTION.against(ComparedPeriod(day(date(2023, 11, 11)), promotions=all_promotions)).spelled("zh")
        == "上一年没有双11"
    )


def test_the_shops_own_calendar_counts_before_the_built_in_one(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "promotions",
        _row("双十一", "2026-10-20", "2026-11-12", peak="2026-11-01", shop=SHOP),
        _row("2026年双12", "2026-12-10", "2026-12-12", level="不参加"),
        _row("店庆", "2026-08-08", "2026-08-10", level="店铺"),
    )
    own = {each.name: each for each in promotions(warehouse, [2026], SHOP)}
    assert own["双11"].span == span("2026-10-20", "2026-11-12")
    assert own["双11"].peak == date(2026, 11, 1)
    assert "双12" not in own
    assert own["店庆"].label.zh == "2026年店庆"
    others = {each.name: each for each in promotions(warehouse, [2026], OTHER)}
    assert others["双11"].peak == date(2026, 11, 11)
    assert "双12" not in others


def _row(name: str, first: str, last: str, *, peak: str | None = None, level: str = "S级", shop: str = "") -> dict:
    return {"shop": shop, "activity": name, "year": int(last[:4]), "first_day": first, "last_day": last,
            "peak_day": peak, "level": level}  # fmt: skip


def test_a_chosen_span_is_taken_as_it_is_and_refused_where_it_overlaps() -> None:
    queried = ComparedPeriod(span("2026-06-01", "2026-06-11"), chosen=span("2026-04-01", "2026-04-05"))
    assert CHOSEN.against(queried).others == (span("2026-04-01", "2026-04-05"),)
    assert CHOSEN.against(JUNE).spelled("zh") == "还没选对比的日子"
    overlapping = ComparedPeriod(span("2026-06-01", "2026-06-11"), chosen=span("2026-05-20", "2026-06-01"))
    assert CHOSEN.against(overlapping).spelled("zh") == "两段日子重叠，不比"


@given(DAYS, st.integers(1, 350), st.sampled_from(COMPARISONS))
def test_no_period_is_compared_with_a_day_of_its_own(when: date, count: int, comparison: object) -> None:
    assert isinstance(comparison, type(PREVIOUS))
    queried = ComparedPeriod(last_days(when, count), chosen=last_days(when - timedelta(days=7), 20))
    for other in comparison.against(queried).others:
        assert not set(other) & set(queried.period)


@given(DAYS, st.integers(1, 60))
def test_the_same_weekdays_begin_on_the_same_weekday_four_times(when: date, count: int) -> None:
    queried = last_days(when, count)
    others = SAME_WEEKDAY.against(ComparedPeriod(queried)).others
    assert [other.first.weekday() for other in others] == [queried.first.weekday()] * 4
    assert {other.days for other in others} == {count}
    assert list(others) == sorted(set(others))


@given(DAYS, st.integers(1, 31))
def test_last_year_has_the_same_dates(when: date, count: int) -> None:
    queried = last_days(when, count)
    (other,) = LAST_YEAR.against(ComparedPeriod(queried, cut_of(queried))).others
    assert (other.last.month, other.last.day) == (when.month, min(when.day, 28 if when.month == 2 else when.day)) or (
        when.month == 2 and other.last.day == when.day
    )
    assert abs(other.days - count) <= 1


def test_one_day_is_usually_compared_with_its_weekday_and_more_with_the_days_before() -> None:
    assert usual(day(date(2026, 6, 11))) is SAME_WEEKDAY
    assert usual(JUNE.period) is PREVIOUS


def numbers(**recorded: float | None) -> Callable[[Period], float | None]:
    """The value of a span by its first day, such as d0601=5."""
    return lambda queried: recorded.get(f"d{queried.first:%m%d}")


@pytest.mark.parametrize(
    ("value", "base", "unit", "zh", "en"),
    [
        (1064.0, 1000.0, Unit.YUAN, "环比 ↑6.4%", "↑6.4% on the days before"),
        (1000.0, 1000.0, Unit.YUAN, "环比 持平", "no change on the days before"),
        (1000.0, None, Unit.YUAN, "环比 基期无数据", "on the days before: no earlier data"),
        (None, 1000.0, Unit.YUAN, "环比 无数据", "on the days before: no data"),
        (1000.0, 0.0, Unit.YUAN, "环比 基期为 0", "on the days before: 0 then"),
        (1000.0, -5.0, Unit.YUAN, "环比 基期为负", "on the days before: below 0 then"),
        (0.0335, 0.0340, Unit.PERCENT, "环比 ↓0.05个百分点", "↓0.05 points on the days before"),
    ],
)
def test_no_change_and_no_data_are_different_words(
    value: float | None, base: float | None, unit: Unit, zh: str, en: str
) -> None:
    found = changed(PREVIOUS.against(JUNE), unit, numbers(d0601=value, d0501=base))
    assert (found.written("zh"), found.written("en")) == (zh, en)


@pytest.mark.parametrize("base", [None, 0.0, -5.0])
def test_a_base_of_nothing_or_less_leaves_the_change_blank(base: float | None) -> None:
    assert changed(PREVIOUS.against(JUNE), Unit.YUAN, numbers(d0601=10.0, d0501=base)).moved is None


def test_amounts_change_in_percent_and_rates_in_points() -> None:
    against = PREVIOUS.against(JUNE)
    assert changed(against, Unit.YUAN, numbers(d0601=150.0, d0501=100.0)).moved == pytest.approx(0.5)
    assert changed(against, Unit.PERCENT, numbers(d0601=0.05, d0501=0.03)).moved == pytest.approx(0.02)


def test_the_same_weekday_is_the_median_of_at_least_three() -> None:
    against = SAME_WEEKDAY.against(ComparedPeriod(day(date(2026, 6, 11))))
    four = numbers(d0611=90.0, d0604=100.0, d0528=80.0, d0521=120.0, d0514=1000.0)
    assert changed(against, Unit.YUAN, four).base == 110.0
    three = numbers(d0611=90.0, d0604=100.0, d0528=80.0, d0521=120.0)
    assert changed(against, Unit.YUAN, three).base == 100.0
    two = changed(against, Unit.YUAN, numbers(d0611=90.0, d0604=100.0, d0528=80.0))
    assert (two.base, two.written("zh")) == (None, "同星期 基期不足 3 期")


@pytest.mark.parametrize(
    ("loaded", "moved", "zh"),
    [
        ({"d0601": 11, "d0501": 11}, 0.5, "环比 ↑50.0%"),
        ({"d0601": 11, "d0501": 10}, 0.5, "环比 ↑50.0%"),
        ({"d0601": 11, "d0501": 4}, None, "环比 基期只有 4/11 天"),
        # What happens on few days has no more of them in the base.
        ({"d0601": 3, "d0501": 2}, 0.5, "环比 ↑50.0%"),
    ],
)
def test_a_base_that_is_not_loaded_is_none(loaded: dict[str, int], moved: float | None, zh: str) -> None:
    amounts = numbers(d0601=150.0, d0501=100.0)
    found = changed(PREVIOUS.against(JUNE), Unit.YUAN, amounts, lambda span: loaded[f"d{span.first:%m%d}"])
    assert found.moved == (None if moved is None else pytest.approx(moved))
    assert found.written("zh") == zh


def test_the_dictionary_tells_each_way_to_compare_with_its_formula() -> None:
    values = {row["name"]: row for row in comparisons("zh")}
    assert list(values) == [each.name for each in COMPARISONS]
    assert (values["pop"]["label"], values["yoy"]["label"]) == ("环比", "同比")
    assert values["yoy"]["formula"] == "本期 ÷ 去年同日 − 1；比率和评分：本期 − 去年同日"
    assert "为 0 或为负" in values["yoy"]["notes"]
    english = {row["name"]: row["formula"] for row in comparisons("en")}
    assert english["pop"] == "this ÷ as many days before − 1; for rates and scores: this − as many days before"


def test_every_comparison_has_a_word_of_its_own() -> None:
    assert len({each.word.zh for each in COMPARISONS}) == len({each.word.en for each in COMPARISONS}) == 6
