"""Fulfilment: orders paid and not yet on their way."""

from metrics.catalogue.trade.sales import either
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit
from metrics.definition.rollups import DailySums
from text import Text

WAITING = "state = 'to_ship' AND ship_time IS NULL"

WAITING_ORDERS = f"""
    SELECT shop, pay_time::DATE AS day, order_id,
      CASE WHEN state IS NOT NULL THEN ({WAITING} AND NOT coalesce(paid = 0 AND refund > 0, false))::INT END AS waiting
    FROM orders WHERE pay_time IS NOT NULL"""

# A sub-order may keep its status after its refund was made; a waybill alone does not mean that it was sent.
WAITING_ITEMS = f"""
    SELECT shop, min(pay_time)::DATE AS day, order_id, max(CASE WHEN state IS NOT NULL
      THEN ({WAITING} AND coalesce(refund_status, '') NOT LIKE '%退款成功%')::INT END) AS waiting
    FROM order_items WHERE pay_time IS NOT NULL GROUP BY shop, order_id"""

BACKLOG = Facts("backlog", Text("订单", "orders"), either(WAITING_ORDERS, WAITING_ITEMS))
"""Orders paid, one row each: 1 while it waits to be sent, 0 when it does not, null when its state is not known."""

UNSHIPPED = Metric(
    "unshipped_yday",
    Text("昨日未发货单", "Yesterday's unshipped orders"),
    Text(
        "当天付款、导出时还没发货的订单；有运单号不算发货",
        "Orders paid that day and not shipped when exported; a waybill alone is no shipment",
    ),
    Text(
        "状态为等待发货、无发货时间、未退款的订单数",
        "orders waiting for shipment, without a shipping time, not refunded",
    ),
    BACKLOG,
    "sum(waiting)::BIGINT",
    Unit.ORDERS,
    better=Better.LOWER,
    adds_up=True,
    as_of_export=True,
)

METRICS = (UNSHIPPED,)

ROLLUPS = (DailySums("daily_backlog", BACKLOG),)
