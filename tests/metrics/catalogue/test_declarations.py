"""Every metric's declaration holds on its own: what is wrong with one is said in a sentence that names it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

import duckdb
import pytest

from data.store.board import in_memory
from data.store.warehouse import Warehouse
from metrics.catalogue import METRICS
from metrics.catalogue.trade.sales import AVG_ORDER_VALUE, PAY_AMOUNT
from metrics.catalogue.trade.traffic import PAY_CONVERSION, VISITORS
from metrics.definition.metric import Metric, Unit

EXACT = (Unit.YUAN,)
COUNTED = (Unit.PEOPLE, Unit.ORDERS, Unit.TIMES, Unit.COUNT, Unit.CASES)


def fault(warehouse: Warehouse, metric: Metric) -> str:
    """What is wrong with a declaration, and what to do; empty where nothing is."""
    facts = metric.facts
    try:
        columns = {row[0] for row in warehouse.rows(f"DESCRIBE FROM ({facts.sql})")}
    except duckdb.Error as error:
        return f"{metric.name}: the SQL of its facts “{facts.name}” does not bind, correct it where they are: {error}"
    if lacking := {"shop", "day", *facts.dimensions} - columns:
        return f"{metric.name}: its facts “{facts.name}” lack {sorted(lacking)}; select them, or split by less"
    try:
        ((sql_type,),) = warehouse.rows(
            f"SELECT typeof(value) FROM (SELECT {metric.value} AS value FROM ({facts.sql}))"
        )
    except duckdb.Error as error:
        return f"{metric.name}: its value does not bind, correct the SQL {metric.value!r}: {error}"
    if not isinstance(metric.unit, Unit):
        return f"{metric.name}: {metric.unit!r} is no unit; declare one of Unit"
    fitting = _fitting(metric.unit)
    named = f"{metric.name}: in {metric.unit.name} a value is {' or '.join(fitting)}"
    return "" if sql_type.startswith(fitting) else f"{named}, this is {sql_type}; cast it, or declare another unit"


def _fitting(unit: Unit) -> tuple[str, ...]:
    """The SQL types in which a unit's values come: yuan to the cent, counts whole or as a mean of days."""
    if unit in EXACT:
        return ("DECIMAL",)
    return ("BIGINT", "DOUBLE") if unit in COUNTED else ("DOUBLE",)


@pytest.fixture(scope="module")
def empty() -> Iterator[Warehouse]:
    with in_memory() as warehouse:
        yield warehouse


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_its_sql_binds_and_its_unit_fits(empty: Warehouse, metric: Metric) -> None:
    assert not fault(empty, metric)


TRAFFIC, PAID = VISITORS.facts, PAY_AMOUNT.value


@pytest.mark.parametrize(
    ("metric", "text"),
    [
        (replace(VISITORS, facts=replace(TRAFFIC, sql="SELECT * FROM shop_days")), "visitors: the SQL of its facts"),
        (replace(VISITORS, facts=replace(TRAFFIC, sql="SELECT group FROM orders")), "visitors: the SQL of its facts"),
        (replace(VISITORS, facts=replace(TRAFFIC, sql="SELECT 1 AS visitors, day FROM shop_daily")), "lack ['shop']"),
        (replace(VISITORS, value="sum(visitor)"), "visitors: its value does not bind, correct the SQL 'sum(visitor)'"),
        (replace(PAY_AMOUNT, value=f"({PAID})::DOUBLE"), "pay_amount: in YUAN a value is DECIMAL, this is DOUBLE"),
        (replace(AVG_ORDER_VALUE, unit=Unit.YUAN), "avg_order_value: in YUAN a value is DECIMAL, this is DOUBLE"),
        (replace(PAY_AMOUNT, unit=Unit.PERCENT), "pay_amount: in PERCENT a value is DOUBLE, this is DECIMAL"),
        (replace(PAY_CONVERSION, unit=cast("Any", None)), "pay_conversion: None is no unit"),
    ],
    ids=["a table", "a reserved word", "no shop", "a column", "no exact sum", "a mean", "another unit", "no unit"],
)  # fmt: skip
def test_a_wrong_declaration_is_named_with_what_to_do(empty: Warehouse, metric: Metric, text: str) -> None:
    assert text in fault(empty, metric)
