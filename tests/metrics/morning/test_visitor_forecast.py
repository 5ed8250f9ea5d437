"""Today's visitors: the weekday's usual number, moved as the last week was; as sure as the days before allow."""

from datetime import date, timedelta
from math import exp, log

import pytest

from data.store.warehouse import Warehouse
from metrics.morning.visitor_forecast import coming, foreseen
from metrics.query.batching import alone
from tests.metrics.rows import OTHER, SHOP, Fill, report

TODAY = date(2026, 6, 12)


def past(days: int, value: float = 1000.0) -> dict[date, float]:
    return {TODAY - timedelta(days=n): value for n in range(1, days + 1)}


def test_a_level_shop_is_foreseen_without_doubt() -> None:
    found = foreseen(past(120), TODAY)
    assert found
    assert (found.visitors, found.low, found.high) == (1000, 1000, 1000)


def test_a_week_a_fifth_higher_lifts_the_forecast_by_a_fifth() -> None:
    recorded = past(120) | past(7, 1200.0)
    found = foreseen(recorded, TODAY)
    assert found
    assert found.visitors == pytest.approx(1200)


def test_the_band_holds_four_of_five_errors() -> None:
    # Of the last 56 days every fourth was half as high again; a forecast of 1,000 is then off by log 1.5.
    recorded = past(120) | {TODAY - timedelta(days=n): 1500.0 for n in range(3, 57, 4)}
    found = foreseen(recorded, TODAY)
    assert found
    assert found.high == pytest.approx(found.visitors * exp(log(1.5)), rel=0.01)


def test_two_weeks_are_too_few() -> None:
    assert foreseen(past(14), TODAY) is None
    assert foreseen(past(30), TODAY) is not None
    assert foreseen(past(30), TODAY).low is None  # type: ignore[union-attr]


def test_visitors_of_several_shops_are_not_added(warehouse: Warehouse, fill: Fill) -> None:
    for shop in (SHOP, OTHER):
        fill("shop_daily", *(report(day, shop, visitors=1000) for day in past(40)))
    assert alone(warehouse, coming(TODAY, {})) is None
    assert alone(warehouse, coming(TODAY, {"shop": SHOP})).visitors == 1000  # type: ignore[union-attr]
