"""What days are special: one calendar of promotions, the shop's own first, and the festivals."""

from datetime import date, timedelta

import pytest

from data.store.warehouse import Warehouse
from metrics.calendar.occasions import is_special, occasion
from metrics.calendar.period import Period
from metrics.calendar.promotions import promotions
from metrics.catalogue.targets.promotion_days import days_by_shop, own_days
from metrics.planning.forecast import month_forecast
from tests.metrics.rows import OTHER, SHOP, Fill, report

YEAR = [date(2025, 1, 1) + timedelta(days=n) for n in range(669)]
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


def reported(name: str, year: int, first: date, last: date, level: str = "S级", shop: str = "") -> dict[str, object]:
    """A row of a promotion calendar."""
    return {"shop": shop, "activity": name, "year": year, "first_day": first, "last_day": last, "level": level}


def november(warehouse: Warehouse) -> dict[str, list[int]]:
    """The days of November's promotions, by shop."""
    found = days_by_shop(warehouse.rows(*own_days(NOVEMBER)))
    return {shop: sorted(day.day for day in days) for shop, days in found.items()}


def test_the_usual_promotions_hold_until_a_shop_says_otherwise(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", *(report(date(2026, 11, 20), shop, pay_amount=1) for shop in (SHOP, OTHER)))
    usual = [1, 2, 9, 10, 11, 12, 13]
    assert november(warehouse) == {SHOP: usual, OTHER: usual}
    fill("promotions", reported("双十一", 2026, date(2026, 11, 1), date(2026, 11, 11), "不参加", OTHER))
    assert november(warehouse) == {SHOP: usual}
    moved = reported("2026年双11", 2026, date(2026, 10, 20), date(2026, 11, 15), shop=SHOP)
    fill("promotions", {**moved, "peak_day": date(2026, 11, 14)})
    assert november(warehouse) == {SHOP: [4, 5, 12, 13, 14, 15, 16]}


def test_sql_and_python_agree_on_every_day(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(date(2026, 11, 20), pay_amount=1))
    fill("promotions", reported("2026年周年庆", 2026, date(2026, 8, 20), date(2026, 8, 25)))
    fill("promotions", reported("99大促", 2026, date(2026, 9, 9), date(2026, 9, 9), "取消", SHOP))
    year = Period(date(2026, 1, 1), date(2026, 12, 31))
    by_sql = days_by_shop(warehouse.rows(*own_days(year)))[SHOP]
    all_promotions = promotions(warehouse, [2026], SHOP)
    assert by_sql == {day for day in year for each in all_promotions for wave in each.waves if day in wave}
    assert date(2026, 8, 22) in by_sql
    assert date(2026, 9, 9) not in by_sql


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 6, 18), "618"),
        (date(2026, 6, 19), "端午节"),
        (date(2026, 2, 17), "春节"),
        (date(2026, 11, 9), "双11"),
        (date(2026, 10, 1), "国庆节"),
        (date(2026, 11, 20), None),
    ],
)
def test_a_day_is_a_festival_before_it_is_a_promotion(day: date, name: str | None) -> None:
    found = occasion(day)
    assert (found.name.zh if found else None) == name
    assert is_special(day) == (name in ("端午节", "春节", "国庆节"))


def test_a_shop_that_takes_no_part_in_a_promotion_forecasts_an_ordinary_day(warehouse: Warehouse, fill: Fill) -> None:
    # 11.11 sold five ordinary days a year ago: counted in November 2026, 34 weights of which 10 are done.
    days = [*YEAR, *(date(2026, 11, n) for n in range(1, 11))]
    fill("shop_daily", *(report(day, pay_amount=500 if f"{day:%m%d}" == "1111" else 100) for day in days))
    tenth = date(2026, 11, 10)
    taking_part = month_forecast(warehouse, tenth, {"shop": SHOP})
    fill("promotions", reported("双11", 2026, date(2026, 11, 1), date(2026, 11, 11), "不参加"))
    not_taking_part = month_forecast(warehouse, tenth, {"shop": SHOP})
    assert taking_part is not None
    assert not_taking_part is not None
    assert float(taking_part.value) == pytest.approx(3400, abs=0.01)
    assert float(not_taking_part.value) == pytest.approx(3000, abs=0.01)
