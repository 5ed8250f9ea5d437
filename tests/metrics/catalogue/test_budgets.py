"""Ad budgets: entered like any target, spent against, and held to the plan."""

from datetime import date
from decimal import Decimal

import pytest

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue import metric_named
from metrics.judgement.limits import Level, judge
from tests.metrics.rows import DAY, JUNE, SHOP, Fill, ask, plan, report

SO_FAR = Period(date(2026, 6, 1), DAY)


def budget(period: str, amount: float) -> dict[str, object]:
    """An ad budget."""
    return {**plan(period, amount), "metric": "ad_spend"}


def test_a_months_budget_is_shared_by_the_days_that_have_none(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", budget("2026-06", 3_900), budget("2026-06-18", 1_000), plan("2026-06", 99_000))
    assert ask(warehouse, "ad_budget", Period(date(2026, 6, 18), date(2026, 6, 18))) == 1_000
    assert ask(warehouse, "ad_budget") == 100
    assert ask(warehouse, "ad_budget", JUNE) == 3_900
    assert ask(warehouse, "day_target", JUNE) == 99_000


def test_what_is_used_of_a_budget_is_the_month_to_date(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", budget("2026-06", 3_000))
    fill("shop_daily", *(report(date(2026, 6, n), spend_keyword=120, commission=30) for n in range(1, 12)))
    assert ask(warehouse, "ad_budget_used", SO_FAR) == pytest.approx(11 * 150 / 3_000)
    spent, due = ask(warehouse, "ad_spend", SO_FAR), ask(warehouse, "ad_budget", SO_FAR)
    assert (spent, due) == (1_650, 1_100)
    judged = judge(metric_named("ad_spend"), Decimal(str(spent)), target=Decimal(str(due)))
    assert (judged.level, judged.reason.en) == (Level.WATCH, "↑50.0% on budget")


def test_a_shop_without_a_budget_has_used_none_of_it(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(spend_keyword=120))
    assert ask(warehouse, "ad_budget_used") is None
    assert ask(warehouse, "ad_budget") is None


def test_the_planned_cost_ratio_is_budget_by_sales_target(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", budget("2026-06", 12_000), plan("2026-06", 100_000))
    assert ask(warehouse, "ad_cost_ratio_plan", SO_FAR, {"shop": SHOP}) == pytest.approx(0.12)
