"""The month-end forecast: weights by hand, a band that holds its forecast, nothing known before its time."""

from datetime import date, timedelta
from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.planning.forecast import band, month_forecast
from tests.metrics.rows import DAY, JUNE, OTHER, SHOP, Fill, ask, plan, report

YEAR = [date(2025, 1, 1) + timedelta(days=n) for n in range(669)]
"""To 31 October 2026."""


def _sold(fill: Fill, days: list[date], usual: float = 100, shop: str = SHOP, **peaks: float) -> None:
    fill("shop_daily", *(report(day, shop, pay_amount=peaks.get(f"_{day:%m%d}", usual)) for day in days))


def _november(last: int) -> list[date]:
    return [date(2026, 11, n) for n in range(1, last + 1)]


def test_without_a_past_all_days_weigh_the_same(warehouse: Warehouse, fill: Fill) -> None:
    _sold(fill, [date(2026, 6, n) for n in range(1, 12)])
    found = month_forecast(warehouse, DAY, {"shop": SHOP})
    assert found is not None
    assert float(found.value) == 3000
    assert found.flat == pytest.approx(3000)
    assert (found.low, found.high, found.months) == (None, None, 0)


def test_a_promotion_weighs_what_it_weighed_the_year_before(warehouse: Warehouse, fill: Fill) -> None:
    # 11.11 sold five ordinary days: on the 10th of November 10 of 29 + 5 weights are done.
    _sold(fill, [*YEAR, *_november(10)], _1111=500)
    found = month_forecast(warehouse, date(2026, 11, 10), {"shop": SHOP})
    assert found is not None
    assert float(found.value) == pytest.approx(1000 * 34 / 10, abs=0.01)
    assert found.flat == pytest.approx(3000)
    assert found.unseen == ()


def test_once_the_promotion_is_over_the_rest_of_the_month_is_ordinary(warehouse: Warehouse, fill: Fill) -> None:
    _sold(fill, [*YEAR, *_november(15)], _1111=500)
    found = month_forecast(warehouse, date(2026, 11, 15), {"shop": SHOP})
    assert found is not None
    assert float(found.value) == pytest.approx(3400, abs=0.01)
    assert found.flat == pytest.approx(1900 / 15 * 30)


def test_a_promotion_never_seen_weighs_what_its_day_target_gives_it(warehouse: Warehouse, fill: Fill) -> None:
    _sold(fill, _november(10))
    assert ask(warehouse, "month_forecast", Period(*_november(10)[::9])) == 3000
    fill("targets", plan("2026-11", 34_000), plan("2026-11-11", 5_000))
    found = month_forecast(warehouse, date(2026, 11, 10), {"shop": SHOP})
    assert found is not None
    assert float(found.value) == pytest.approx(3400, abs=0.01)
    assert found.unseen == (date(2026, 11, 11), date(2026, 11, 12), date(2026, 11, 13))


def test_a_promotion_of_the_shops_own_calendar_weighs_what_it_weighed_before(warehouse: Warehouse, fill: Fill) -> None:
    for year, day in ((2025, date(2025, 8, 20)), (2026, date(2026, 8, 25))):
        named = {"shop": "", "activity": f"{year}年周年庆", "year": year}
        fill("promotions", {**named, "first_day": day, "last_day": day})
    until = [day for day in YEAR if day <= date(2026, 8, 10)]
    fill("shop_daily", *(report(day, pay_amount=700 if day == date(2025, 8, 20) else 100) for day in until))
    found = month_forecast(warehouse, date(2026, 8, 10), {"shop": SHOP})
    assert found is not None
    assert float(found.value) == pytest.approx(1000 * 37 / 10, abs=0.01)


def test_the_spring_festival_is_found_where_the_lunar_calendar_has_it(warehouse: Warehouse, fill: Fill) -> None:
    # The new year began on 29 January 2025 and on 17 February 2026; its first day sold a tenth.
    days = [day for day in YEAR if day < date(2026, 2, 11)]
    fill("shop_daily", *(report(day, pay_amount=10 if day == date(2025, 1, 29) else 100) for day in days))
    found = month_forecast(warehouse, date(2026, 2, 10), {"shop": SHOP})
    assert found is not None
    assert float(found.value) == pytest.approx(1000 * 27.1 / 10, abs=0.01)


def test_weekdays_weigh_as_they_did_drawn_to_one(warehouse: Warehouse, fill: Fill) -> None:
    # Saturdays sell double. By hand: a Saturday ÷ the mean of the 29 days around it, drawn to 1 by n ÷ (n + 4).
    _sold(fill, YEAR[:365])
    with warehouse.writing() as run:
        run.execute("UPDATE shop_daily SET pay_amount = 200 WHERE isodow(day) = 6")
        run.execute("DELETE FROM shop_daily WHERE day > DATE '2025-08-10'")
    found = month_forecast(warehouse, date(2025, 8, 10), {"shop": SHOP})
    assert found is not None
    # August 2025 has 5 Saturdays of 31 days, its first 10 days have 2: sold 1,200. Saturdays of the half year weigh
    # between 1.6 and 1.8 after drawing, other days just under 0.9, so that the month is near 1,200 × 31 ÷ 10 − 5 %.
    assert 3400 < float(found.value) < 3720
    assert float(found.value) < found.flat


def test_nothing_of_the_month_itself_enters_its_weights(warehouse: Warehouse, fill: Fill) -> None:
    _sold(fill, [*YEAR, *_november(10)], _1111=500)
    early = month_forecast(warehouse, date(2026, 11, 10), {"shop": SHOP})
    fill("shop_daily", *(report(date(2026, 11, n), pay_amount=9000) for n in range(11, 31)))
    assert month_forecast(warehouse, date(2026, 11, 10), {"shop": SHOP}) == early


def test_shops_are_forecast_each_by_its_own_shape(warehouse: Warehouse, fill: Fill) -> None:
    _sold(fill, [*YEAR, *_november(10)], _1111=500)
    _sold(fill, [*YEAR, *_november(10)], shop=OTHER)
    both = month_forecast(warehouse, date(2026, 11, 10))
    assert both is not None
    assert float(both.value) == pytest.approx(3400 + 3000, abs=0.01)


def test_a_month_without_sales_has_no_forecast(warehouse: Warehouse, fill: Fill) -> None:
    _sold(fill, YEAR)
    assert month_forecast(warehouse, date(2026, 11, 1)) is None
    assert ask(warehouse, "month_forecast", JUNE) == 3000


def test_even_targets_are_weighed_by_the_shops_own_shape(warehouse: Warehouse, fill: Fill) -> None:
    _sold(fill, [*YEAR, *_november(10)], _1111=500)
    fill("targets", plan("2026-11", 3400))
    tenth = Period(date(2026, 11, 10), date(2026, 11, 10))
    assert ask(warehouse, "time_progress_w", tenth) == pytest.approx(10 / 34, abs=1e-4)
    fill("targets", plan("2026-11-11", 1700))
    assert ask(warehouse, "time_progress_w", tenth) == pytest.approx(1700 / 29 * 10 / 3400, abs=1e-4)


def test_days_without_a_target_of_their_own_share_the_rest_by_their_weights(warehouse: Warehouse, fill: Fill) -> None:
    # A year ago the 10th of November, too, sold five ordinary days; the plan names the 11th alone, with 1,700 of 5,000.
    # The rest of 3,300 is for 29 days that weigh 28 + 5: 100 each and 500 on the 10th. By then 9 × 100 + 500 are due.
    _sold(fill, [*YEAR, *_november(10)], _1110=500, _1111=500)
    fill("targets", plan("2026-11", 5000), plan("2026-11-11", 1700))
    tenth = Period(date(2026, 11, 10), date(2026, 11, 10))
    assert ask(warehouse, "time_progress_w", tenth) == pytest.approx(1400 / 5000, abs=1e-4)


def test_the_band_by_hand() -> None:
    # Four errors of 1, 2, 3 and 10 %: four of five rounded up is the fourth. With nine, the eighth of them.
    errors = (0.01, -0.02, 0.03, -0.10)
    assert band([(100, 100 * exp(error)) for error in errors]) == pytest.approx(0.10)
    assert band([(100, 100 * exp(n / 100)) for n in range(9)]) == pytest.approx(0.07)
    assert band([(100, 101)] * 3) is None


@given(st.lists(st.tuples(st.floats(1, 1e9), st.floats(1, 1e9)), min_size=4, max_size=30))
def test_a_band_holds_four_of_five_of_the_months_it_was_made_from(pairs: list[tuple[float, float]]) -> None:
    spread = band(pairs)
    assert spread is not None
    assert spread >= 0
    held = [abs(log(actual / forecast)) <= spread for forecast, actual in pairs]
    assert sum(held) >= 0.8 * len(pairs)


@pytest.mark.parametrize("day", [1, 2, 9, 10, 11, 12, 20, 30])
def test_the_forecast_lies_within_its_band_and_its_low_end_is_never_under_what_is_done(
    warehouse: Warehouse, fill: Fill, day: int
) -> None:
    days = [*YEAR, *_november(30)]
    fill("shop_daily", *(report(each, pay_amount=80 + each.toordinal() * 7919 % 41) for each in days))
    found = month_forecast(warehouse, date(2026, 11, day), {"shop": SHOP})
    assert found is not None
    assert found.low is not None
    assert found.high is not None
    assert found.months == 22
    assert found.low <= float(found.value) <= found.high
    done = sum(80 + each.toordinal() * 7919 % 41 for each in days if date(2026, 11, 1) <= each <= date(2026, 11, day))
    assert done <= found.low + 0.01
    assert (found.low == found.high) == (day == 30)
