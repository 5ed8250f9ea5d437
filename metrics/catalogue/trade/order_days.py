"""Orders and sub-orders summed by shop and day: of payment, and of being made, by which both are exported."""

from metrics.catalogue.trade.sales import GROSS_OF_ITEM, ORDERS_WITH_REFUNDS
from metrics.definition.rollups import Materialized

_GROSS_OF_ITEMS = f"sum({GROSS_OF_ITEM})"
_MADE = "coalesce(created_time, pay_time)::DATE"

ITEMS_PAID = f"""
    SELECT shop, pay_time::DATE AS day, {_GROSS_OF_ITEMS} AS amount FROM order_items
    WHERE pay_time IS NOT NULL GROUP BY ALL"""
"""What sub-orders were paid, on the day of payment, before refunds."""

ITEMS_MADE = f"""
    SELECT shop, {_MADE} AS day, {_GROSS_OF_ITEMS} AS amount FROM order_items
    WHERE pay_time IS NOT NULL GROUP BY ALL"""
"""The same on the day they were made."""

ORDERS_MADE = f"""
    SELECT shop, {_MADE} AS day, sum(paid + coalesce(refund, 0)) AS amount FROM ({ORDERS_WITH_REFUNDS})
    WHERE pay_time IS NOT NULL GROUP BY ALL"""
"""What orders were paid, on the day they were made, before refunds."""

ROLLUPS = (
    Materialized("daily_items_paid", ITEMS_PAID, by_day=True),
    Materialized("daily_items_made", ITEMS_MADE, by_day=True),
    Materialized("daily_orders_made", ORDERS_MADE, by_day=True),
)
