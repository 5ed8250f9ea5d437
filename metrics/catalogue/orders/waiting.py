"""Orders that wait to be sent: how long they have waited, for how much longer they may, and by whom they go."""

from dataclasses import dataclass
from datetime import datetime

from data.store.warehouse import Warehouse
from metrics.catalogue.orders.delivery import TRACKED
from metrics.catalogue.orders.order_rows import ORDER, PAID, PAID_AT, PRODUCT, SHIP_BY, Listing
from metrics.definition.metric import Unit
from text import Text

AGES: tuple[tuple[float, Text], ...] = (
    (12, Text("12小时内", "under 12 h")),
    (24, Text("12至24小时", "12 to 24 h")),
    (36, Text("24至36小时", "24 to 36 h")),
    (48, Text("36至48小时", "36 to 48 h")),
    (float("inf"), Text("48小时以上", "48 h and more")),
)
"""Hours since payment, up to which an order belongs to an age."""
LEFT = Text("还剩（小时）", "Hours left")


@dataclass(frozen=True, slots=True)
class WaitingOrders:
    """The orders not sent at a moment: how many of each age, and how many are late; known as of `told_until`."""

    told_until: datetime
    ages: tuple[int, ...]
    late: int
    amount: float

    @property
    def orders(self) -> int:
        """How many wait, of every age."""
        return sum(self.ages)


_WAIT = f"""
    SELECT shop, order_id, pay_time, due, paid, epoch($1::TIMESTAMP - pay_time) / 3600 AS waited,
      epoch(due - $1::TIMESTAMP) / 3600 AS hours_left
    FROM ({TRACKED}) WHERE state = 'to_ship' AND ship_time IS NULL AND NOT refunded AND coalesce($2, shop) = shop"""


def waiting(warehouse: Warehouse, now: datetime, shop: str | None = None) -> WaitingOrders | None:
    """What waits to be sent, as seen at a moment; None where no order tells whether it was sent."""
    ((told_until,),) = warehouse.rows(
        f"SELECT max(greatest(pay_time, coalesce(ship_time, pay_time))) FROM ({TRACKED})"
        " WHERE coalesce(?, shop) = shop",
        [shop],
    )
    if told_until is None:
        return None
    rows = warehouse.rows(f"SELECT waited, hours_left, paid FROM ({_WAIT})", [now, shop])
    ages = [0] * len(AGES)
    for waited, _, _ in rows:
        ages[next(place for place, (until, _) in enumerate(AGES) if waited < until)] += 1
    late = sum(left is not None and left <= 0 for _, left, _ in rows)
    return WaitingOrders(told_until, tuple(ages), late, float(sum(paid or 0 for _, _, paid in rows)))


def listed(warehouse: Warehouse, now: datetime, shop: str | None = None) -> Listing:
    """The orders that wait, the next to expire first, in hours left from a moment and yuan."""
    rows = warehouse.rows(
        f"SELECT order_id, pay_time, due, round(hours_left, 1), paid FROM ({_WAIT})"
        " ORDER BY hours_left, order_id, shop",
        [now, shop],
    )
    heads = (ORDER, PAID_AT, SHIP_BY, LEFT, PAID)
    return Listing(heads, (None, None, None, Unit.HOURS, Unit.YUAN), rows, len(rows), order=0)


_PRODUCTS = f"""
    SELECT items.title, items.product_id, count(DISTINCT order_id) AS orders, min(hours_left) AS first
    FROM ({_WAIT}) JOIN (SELECT shop, order_id, product_id, min(title) AS title FROM order_items
      WHERE ship_time IS NULL AND product_id IS NOT NULL GROUP BY ALL) AS items USING (shop, order_id)
    GROUP BY ALL ORDER BY first <= 0 DESC, first <= 12 DESC, orders DESC, first, title, product_id"""


def by_product(warehouse: Warehouse, now: datetime, shop: str | None = None) -> Listing:
    """Products whose orders wait, with the hours left from a moment to the first that expires.

    Those with an order that is late come first, then those with one due within 12 hours, then by how many wait.
    """
    rows = warehouse.rows(_PRODUCTS, [now, shop])
    heads = (PRODUCT, Text("商品ID", "Product ID"), Text("待发单", "Orders"), LEFT)
    return Listing(heads, (None, None, Unit.ORDERS, Unit.HOURS), rows, len(rows))
