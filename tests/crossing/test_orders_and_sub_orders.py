"""Orders scattered over both reports, days and exports: every figure is that of a plain list of the orders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from data.store.board import in_memory
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue import metric_named
from metrics.query.question import answer
from tests.inserting import insert
from tests.metrics.rows import SHOP, order

FIRST = date(2026, 6, 1)
DAYS = 4
BOTH, ORDERS, ITEMS = {"orders", "items"}, {"orders"}, {"items"}


@dataclass(frozen=True, slots=True)
class Sold:
    """An order of two sub-orders, in cents before refunds: made and paid on days from FIRST, told in some reports.

    Its order list may have no refund column.
    """

    made: int
    paid: int
    cents: tuple[int, int]
    refunds: tuple[int, int]
    told: frozenset[str]
    refund_told: bool

    @property
    def gross(self) -> Decimal:
        return Decimal(sum(self.cents)) / 100

    @property
    def refund(self) -> Decimal:
        return Decimal(sum(self.refunds)) / 100

    @property
    def day(self) -> date:
        return FIRST + timedelta(days=self.paid)


@st.composite
def sold(draw: st.DrawFn) -> Sold:
    made = draw(st.integers(0, DAYS - 2))
    paid = made + draw(st.sampled_from([0, 0, 0, 1]))  # some are paid after midnight
    cents = draw(st.tuples(st.integers(1, 90_000), st.integers(1, 90_000)))
    first, second = (draw(st.sampled_from([0, 0, amount // 2, amount])) for amount in cents)
    told = frozenset(draw(st.sampled_from([BOTH, ORDERS, ITEMS])))
    # Refunds that no file tells cannot be known.
    refund_told = draw(st.booleans()) or told == ORDERS
    return Sold(made, paid, cents, (first, second), told, refund_told)


def written(warehouse: Warehouse, orders: Sequence[Sold]) -> None:
    """Store the orders as the reports that tell them would be stored."""
    for number, one in enumerate(orders):
        made = datetime.combine(FIRST + timedelta(days=one.made), time(23, 50))
        times = {"created_time": made, "pay_time": datetime.combine(one.day, time(23, 55))}
        with warehouse.writing() as run:
            if "orders" in one.told:
                refund = one.refund if one.refund_told else None
                row = order(number, 0) | times | {"paid": one.gross - one.refund, "refund": refund}
                insert(run, "orders", [row])
            if "items" in one.told:
                insert(run, "order_items", [item(number, place, one) | times for place in (0, 1)])


def item(number: int, place: int, one: Sold) -> dict[str, object]:
    """A sub-order as the report of items tells it: the paid column after the refund."""
    gross, refund = Decimal(one.cents[place]) / 100, Decimal(one.refunds[place]) / 100
    status = "退款成功" if refund else "没有申请退款"
    row = {"shop": SHOP, "order_id": str(number), "suborder_id": f"{number}-{place}", "payable": gross}
    return {**row, "paid": gross - refund, "refund": refund, "refund_status": status}


NAMES = ("pay_amount", "pay_amount_orders", "net_pay_amount_pay", "pay_orders", "refund_amount_pay")


def told_by_day(warehouse: Warehouse) -> dict[date, tuple]:
    span = Period(FIRST, FIRST + timedelta(days=DAYS))
    rows = answer(warehouse, [metric_named(name) for name in NAMES], span, ("day",)).to_pylist()
    return {row["day"]: tuple(row[name] for name in NAMES) for row in rows if row["pay_orders"]}


def listed_by_day(orders: Sequence[Sold]) -> dict[date, tuple]:
    found = {}
    for day in {one.day for one in orders}:
        of_day = [one for one in orders if one.day == day]
        gross, refund = sum(one.gross for one in of_day), sum(one.refund for one in of_day)
        found[day] = (gross, gross, gross - refund, len(of_day), refund)
    return found


@given(st.lists(sold(), min_size=1, max_size=12))
def test_figures_are_those_of_a_plain_list(orders: list[Sold]) -> None:
    with in_memory() as warehouse:
        written(warehouse, orders)
        assert told_by_day(warehouse) == listed_by_day(orders)


def test_an_order_list_without_refunds_beside_sub_orders_with_them_is_still_gross(warehouse: Warehouse) -> None:
    written(warehouse, [Sold(0, 0, (10_000, 5_000), (0, 5_000), frozenset(BOTH), refund_told=False)])
    assert told_by_day(warehouse) == {FIRST: (150, 150, 100, 1, 50)}


def test_an_order_of_a_day_without_order_list_paid_on_one_with_it_is_kept(warehouse: Warehouse) -> None:
    late = Sold(0, 1, (10_000, 7_060), (0, 0), frozenset(ITEMS), refund_told=True)
    usual = Sold(1, 1, (20_000, 1), (0, 0), frozenset(ORDERS), refund_told=True)
    written(warehouse, [late, usual])
    assert told_by_day(warehouse) == {FIRST + timedelta(days=1): (Decimal("370.61"),) * 2 + (Decimal("370.61"), 2, 0)}
