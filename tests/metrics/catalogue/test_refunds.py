"""Refunds: by finish day beside pay day, and windows that are told only when they are whole."""

from datetime import date, datetime, timedelta

import pytest

from data.store.warehouse import Warehouse
from tests.metrics.rows import DAY, JUNE, SHOP, Fill, ask, order, report

FIRST = DAY - timedelta(days=29)


def refund(number: int, queried: date, days: int, amount: float = 10, **more: object) -> dict[str, object]:
    """A refund asked for at noon and made `days` later."""
    noon = datetime(queried.year, queried.month, queried.day, 12)
    row = {"shop": SHOP, "refund_id": str(number), "apply_time": noon, "finish_time": noon + timedelta(days=days)}
    return {**row, "refund_total": amount, "state": "done", **more}


def month(fill: Fill, suborders: int = 10) -> None:
    """Thirty days of sub-orders."""
    fill("shop_daily", *(report(FIRST + timedelta(days=n), pay_suborders=suborders) for n in range(30)))


def test_two_days_of_a_refund_stand_side_by_side(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", order(1, 80, 20), order(2, 50))
    fill("shop_daily", report(refund_finished=35, net_pay_amount=112))
    assert ask(warehouse, "refund_amount_pay") == 20
    assert ask(warehouse, "refund_amount_finish") == 35
    assert ask(warehouse, "net_pay_amount_pay") == 130
    assert ask(warehouse, "net_pay_amount") == 150 - 35
    assert ask(warehouse, "net_pay_amount_report") == 112


def test_net_counts_only_days_whose_refunds_are_known(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(pay_amount=100, refund_finished=30), report(date(2026, 6, 12), pay_amount=1000))
    assert ask(warehouse, "net_pay_amount", JUNE) == 70


def test_the_list_of_refunds_tells_a_day_that_no_report_does(warehouse: Warehouse, fill: Fill) -> None:
    fill("refunds", refund(1, DAY, 0, 12), refund(2, DAY, 0, 5, state="closed"), refund(3, DAY, 1, 7))
    assert ask(warehouse, "refund_amount_finish") == 12


def test_thirty_days_of_refunds_over_thirty_days_of_suborders(warehouse: Warehouse, fill: Fill) -> None:
    month(fill)
    fill(
        "refunds",
        refund(1, FIRST, 2, reason="质量问题"),
        refund(2, FIRST, 4, reason="7天无理由", intervention="客服处理完成"),
        refund(3, DAY, 0, reason="不喜欢", intervention="不需客服介入"),
        refund(4, DAY, 0, reason="质量问题", state="closed"),
    )
    assert ask(warehouse, "suborders_30d") == 300
    assert ask(warehouse, "refunds_30d") == 3
    assert ask(warehouse, "refund_rate_30d") == pytest.approx(0.01)
    assert ask(warehouse, "dispute_refund_rate") == pytest.approx(1 / 300)
    assert ask(warehouse, "quality_refund_rate") == pytest.approx(1 / 300)
    assert ask(warehouse, "refund_days") == pytest.approx(2)


def test_a_window_that_is_not_whole_is_not_told(warehouse: Warehouse, fill: Fill) -> None:
    month(fill)
    fill("refunds", refund(1, FIRST + timedelta(days=1), 0), refund(2, DAY, 0))
    assert ask(warehouse, "refund_rate_30d") is None


def test_a_list_older_than_the_day_does_not_tell_it(warehouse: Warehouse, fill: Fill) -> None:
    month(fill)
    fill("refunds", refund(1, FIRST, 0), refund(2, DAY - timedelta(days=1), 0))
    assert ask(warehouse, "refund_rate_30d") is None


def test_what_the_platform_says_is_taken_as_it_says_it(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(judged_rate=0.002, refund_days=1.5), report(date(2026, 6, 12), refund_days=2.5))
    assert ask(warehouse, "liability_rate", JUNE) == pytest.approx(0.002)
    assert ask(warehouse, "refund_days_report", JUNE) == pytest.approx(2)
