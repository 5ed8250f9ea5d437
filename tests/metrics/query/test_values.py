"""What stands in an answer's rows comes out as what it is."""

from datetime import date
from decimal import Decimal

import pytest

from data.store.warehouse import Warehouse
from metrics.calendar.period import day as one_day
from metrics.catalogue.trade.sales import AVG_ORDER_VALUE, PAY_AMOUNT, PAY_BUYERS
from metrics.query.question import answer
from metrics.query.values import amount, measure
from tests.metrics.rows import Fill, report

DAY = date(2026, 6, 11)


def test_an_amount_comes_to_the_cent_and_a_measure_as_a_float(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(DAY, pay_amount="1234567890123.45", pay_buyers=3))
    (row,) = answer(warehouse, [PAY_AMOUNT, PAY_BUYERS, AVG_ORDER_VALUE], one_day(DAY)).to_pylist()
    assert amount(row, PAY_AMOUNT.name) == Decimal("1234567890123.45")
    assert (measure(row, PAY_BUYERS.name), type(measure(row, PAY_BUYERS.name))) == (3.0, float)


def test_what_no_file_tells_is_missing_in_either_form(warehouse: Warehouse) -> None:
    (row,) = answer(warehouse, [PAY_AMOUNT], one_day(DAY)).to_pylist()
    assert amount(row, PAY_AMOUNT.name) is None
    assert measure(row, PAY_AMOUNT.name) is None


def test_a_mean_is_refused_as_an_amount(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(DAY, pay_amount="10", pay_buyers=3))
    (row,) = answer(warehouse, [AVG_ORDER_VALUE], one_day(DAY)).to_pylist()
    with pytest.raises(TypeError, match="avg_order_value is no amount"):
        amount(row, AVG_ORDER_VALUE.name)
