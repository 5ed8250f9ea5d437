"""What the numbers of a week are asked of: the week's shop, or what a condition says."""

from collections.abc import Callable
from datetime import date

from metrics.catalogue.trade.sales import PAY_AMOUNT
from reports.numbers.query import WeekQuery
from tests.metrics.rows import OTHER, SHOP, Fill, report
from tests.reports.conftest import WEEK

Ask = Callable[..., WeekQuery]


def two_shops(fill: Fill) -> None:
    fill("shop_daily", report(date(2026, 6, 9), SHOP, pay_amount=100), report(date(2026, 6, 9), OTHER, pay_amount=30))


def test_an_empty_condition_means_all_shops_and_none_the_weeks_own(fill: Fill, ask: Ask) -> None:
    two_shops(fill)
    query = ask()
    assert query.value(PAY_AMOUNT, WEEK) == 100
    assert query.value(PAY_AMOUNT, WEEK, {}) == 130
    assert query.value(PAY_AMOUNT, WEEK, {"shop": OTHER}) == 30
    assert [row[PAY_AMOUNT.name] for row in query.rows([PAY_AMOUNT], WEEK, ("day",), {})] == [130]


def test_a_week_of_all_shops_adds_them_up(fill: Fill, ask: Ask) -> None:
    two_shops(fill)
    assert ask(None).week.shops == tuple(sorted((SHOP, OTHER)))
    assert ask(None).value(PAY_AMOUNT, WEEK) == 130
