"""Orders and the items in them: the two subjects that every platform's order files speak of."""

from data.formats.subject import Subject
from text import Text

ORDERS = Subject(
    "orders",
    Text("订单", "Orders"),
    grain=("shop", "order_id"),
    day="pay_time",
    money="paid + coalesce(refund, 0)",
)
"""One row an order."""

ORDER_ITEMS = Subject(
    "order_items",
    Text("订单商品", "Order items"),
    grain=("shop", "suborder_id"),
    day="pay_time",
    money="paid",
)
"""One row a sub-order."""
