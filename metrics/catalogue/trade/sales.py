"""Sales: what was paid, what went back, how many orders and buyers."""

from data.sources.trade import shop_daily
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit, ratio, ratio_of_sums
from metrics.definition.rollups import DailySums, Materialized
from text import Text

SETTLES_AFTER = 21
"""Days until the refunds of a day's orders have mostly been decided."""

# A refund that was applied for or closed shows an amount in the sub-order file but leaves its paid column alone.
REFUNDED = "(refund_status LIKE '%退款成功%' OR (refund_status IS NULL AND refund > 0 AND paid + refund <= payable))"
GROSS_OF_ITEM = f"CASE WHEN {REFUNDED} THEN paid + refund ELSE paid END"
REFUND_OF_ITEM = (
    f"CASE WHEN {REFUNDED} THEN refund WHEN coalesce(refund_status, refund::VARCHAR) IS NOT NULL THEN 0 END"
)
"""What was paid for a sub-order before refunds, and what of it was refunded: unknown where a file tells no refunds."""

ORDERS_WITH_REFUNDS = f"""
    SELECT orders.* REPLACE (coalesce(refund, of_items) AS refund)
    FROM orders LEFT JOIN (SELECT shop, order_id, sum({REFUND_OF_ITEM}) AS of_items FROM order_items GROUP BY ALL)
      USING (shop, order_id)"""
"""An order list without a refund column has what was paid after refunds: its refunds are those of its sub-orders."""

FROM_ORDERS = f"""
    SELECT shop, pay_time::DATE AS day, order_id, buyer, paid, refund FROM ({ORDERS_WITH_REFUNDS})
    WHERE pay_time IS NOT NULL"""

FROM_ITEMS = f"""
    SELECT shop, min(pay_time)::DATE AS day, order_id, NULL::UUID AS buyer, sum(paid) AS paid,
      sum({REFUND_OF_ITEM})
        AS refund
    FROM order_items WHERE pay_time IS NOT NULL GROUP BY shop, order_id"""

EXPORTED_DAYS = """
    SELECT DISTINCT shop, coalesce(created_time, pay_time)::DATE AS day FROM (
      SELECT shop, created_time, pay_time FROM orders UNION ALL SELECT shop, created_time, pay_time FROM order_items)"""
"""The shop-days of which orders or sub-orders were exported: both exports go by the day an order was made."""


def either(from_orders: str, from_items: str) -> str:
    """SQL for orders from one of two queries of like columns: the order itself, or else its sub-orders.

    That is decided order by order, since both exports may tell parts of a day. Orders made before midnight and paid
    after it come with the export of the day before; they alone are not that day's orders: such rows have `whole` false.
    """
    return f"""
    WITH exported_days AS ({EXPORTED_DAYS}), from_orders AS ({from_orders}), from_items AS ({from_items}),
    either AS (SELECT * FROM from_orders UNION ALL BY NAME
      SELECT * FROM from_items ANTI JOIN orders USING (shop, order_id))
    SELECT *, true AS whole FROM either SEMI JOIN exported_days USING (shop, day)
    UNION ALL SELECT *, false FROM either ANTI JOIN exported_days USING (shop, day)"""


PAID_ORDERS = either(FROM_ORDERS, FROM_ITEMS)

SALES = Facts(
    "sales",
    Text("订单", "orders"),
    f"""
    SELECT shop, day, order_id, buyer, paid, paid + coalesce(refund, 0) AS gross, whole,
      CASE WHEN count(refund) OVER (PARTITION BY shop, day) > 0 THEN coalesce(refund, 0) END AS refund
    FROM ({PAID_ORDERS})""",
)
"""Orders paid, one row each; from its sub-orders where an order itself is not there."""

PAID_DAY = Facts(
    "paid_day",
    Text("订单或店铺日报", "orders or the shop's daily report"),
    f"""
    SELECT shop, day, sum(gross) FILTER (WHERE whole) AS from_orders, sum(reported) AS from_report,
      coalesce(sum(gross) FILTER (WHERE whole), sum(reported), sum(gross)) AS pay_amount
    FROM (
      SELECT shop, day, paid + coalesce(refund, 0) AS gross, whole, NULL::DECIMAL(18,2) AS reported
      FROM ({PAID_ORDERS})
      UNION ALL SELECT shop, day, NULL, false, pay_amount FROM shop_daily WHERE pay_amount IS NOT NULL)
    GROUP BY shop, day""",
)
"""The amount paid of each shop-day: the orders' figure where its orders are there, else the report's."""

SHOP_REPORT = Facts("shop_report", shop_daily.SUBJECT.title, "SELECT * FROM shop_daily")

SAYS_ORDERS = Text("订单", "the orders")
SAYS_REPORT = Text("店铺日报", "the shop's daily report")

PAY_AMOUNT = Metric(
    "pay_amount",
    Text("支付金额", "Paid amount"),
    Text(
        "付款时的金额，未扣退款；有当天订单取订单，没有则取店铺日报",
        "The amount as it was paid, refunds not taken off; from the day's orders, or without them from the shop report",
    ),
    Text("订单实付 + 成功退款", "paid after refund + refunds made"),
    PAID_DAY,
    "sum(pay_amount)",
    Unit.YUAN,
    adds_up=True,
    source_note=Text("订单；没有当天订单则店铺日报（默认口径）", "the orders, else the shop report (the default)"),
)
PAY_AMOUNT_ORDERS = Metric(
    "pay_amount_orders",
    Text("支付金额（订单）", "Paid amount (orders)"),
    Text(
        "订单报表的实付列已扣退款，这里加回；订单报表里没有的订单取宝贝报表",
        "The order report's paid column is after refund, which is added back; an order not in it from its sub-orders",
    ),
    Text("订单实付 + 成功退款", "paid after refund + refunds made"),
    SALES,
    "sum(gross)",
    Unit.YUAN,
    adds_up=True,
    source_note=SAYS_ORDERS,
)
PAY_AMOUNT_REPORT = Metric(
    "pay_amount_report",
    Text("支付金额（店铺日报）", "Paid amount (shop report)"),
    Text("平台在店铺日报里给出的支付金额", "The paid amount as the platform's shop report gives it"),
    Text("店铺日报的支付金额之和", "sum of the report's paid amount"),
    SHOP_REPORT,
    "sum(pay_amount)",
    Unit.YUAN,
    adds_up=True,
    source_note=SAYS_REPORT,
)
NET_PAY_AMOUNT_PAY = Metric(
    "net_pay_amount_pay",
    Text("净支付金额（支付）", "Net paid amount by pay day"),
    Text("扣除成功退款后的金额，按付款日计", "What remains after refunds, on the day of payment"),
    Text("订单实付之和", "sum of paid after refund"),
    SALES,
    "sum(paid)",
    Unit.YUAN,
    adds_up=True,
    final_after=SETTLES_AFTER,
    source_note=SAYS_ORDERS,
)
REFUND_AMOUNT = Metric(
    "refund_amount_pay",
    Text("退款金额（支付）", "Refunds by pay day"),
    Text("当天付款的订单后来成功退掉的金额", "What was later refunded of the orders paid that day"),
    Text("成功退款之和，按付款日计", "sum of refunds made, on the day of payment"),
    SALES,
    "sum(refund)",
    Unit.YUAN,
    better=Better.LOWER,
    adds_up=True,
    final_after=SETTLES_AFTER,
    source_note=SAYS_ORDERS,
)
REFUND_RATE = Metric(
    "refund_rate_amount",
    Text("退款率（金额）", "Refund rate, amount"),
    Text(
        "当天付款的订单有多少金额退掉；付款后约三周才定",
        "The share refunded of that day's orders; settles in about three weeks",
    ),
    Text("退款金额（支付）÷ 支付金额（订单）", "refunds by pay day ÷ paid amount of the orders"),
    SALES,
    ratio_of_sums("refund", "gross"),
    Unit.PERCENT,
    better=Better.LOWER,
    final_after=SETTLES_AFTER,
    source_note=SAYS_ORDERS,
)
PAY_ORDERS = Metric(
    "pay_orders",
    Text("支付订单数", "Paid orders"),
    Text("付了款的主订单数", "Orders that were paid"),
    Text("付款的主订单计数", "count of paid orders"),
    SALES,
    "nullif(count(*), 0)",
    Unit.ORDERS,
    adds_up=True,
    source_note=SAYS_ORDERS,
)
AVG_TICKET = Metric(
    "avg_ticket",
    Text("笔单价", "Value per order"),
    Text("平均每笔订单的支付金额", "What was paid per order"),
    Text("支付金额（订单）÷ 支付订单数", "paid amount of the orders ÷ paid orders"),
    SALES,
    ratio("sum(gross)", "count(gross)"),
    Unit.YUAN_EACH,
    source_note=SAYS_ORDERS,
)
PAY_BUYERS = Metric(
    "pay_buyers",
    Text("支付买家数", "Paying buyers"),
    Text("当天付款的去重买家，不可跨天跨店相加", "Distinct buyers who paid that day; never added over days or shops"),
    Text("店铺日报的支付买家数", "the report's paying buyers"),
    SHOP_REPORT,
    "sum(pay_buyers)::BIGINT",
    Unit.PEOPLE,
    never_across=("day", "shop"),
    instead="pay_buyers_orders",
    source_note=SAYS_REPORT,
)
PAY_BUYERS_ORDERS = Metric(
    "pay_buyers_orders",
    Text("支付买家数（订单）", "Paying buyers (orders)"),
    Text(
        "整段时间里付款的去重买家，按订单里的买家数",
        "Distinct buyers over the whole period, counted by the buyers named in the orders",
    ),
    Text("付款订单的买家去重计数", "count of distinct buyers of paid orders"),
    SALES,
    "nullif(count(DISTINCT buyer), 0)",
    Unit.PEOPLE,
    source_note=SAYS_ORDERS,
)
AVG_ORDER_VALUE = Metric(
    "avg_order_value",
    Text("客单价", "Value per buyer"),
    Text("平均每位付款买家的支付金额", "What each paying buyer paid"),
    Text("支付金额 ÷ 支付买家数，同取店铺日报", "paid amount ÷ paying buyers, both of the shop report"),
    SHOP_REPORT,
    ratio_of_sums("pay_amount", "pay_buyers"),
    Unit.YUAN_EACH,
    source_note=SAYS_REPORT,
)
PAY_ITEMS = Metric(
    "pay_items",
    Text("支付件数", "Paid items"),
    Text("付了款的商品件数", "Items that were paid"),
    Text("店铺日报的支付件数之和", "sum of the report's paid items"),
    SHOP_REPORT,
    "sum(pay_items)::BIGINT",
    Unit.COUNT,
    adds_up=True,
    source_note=SAYS_REPORT,
)
AVG_ITEM_PRICE = Metric(
    "avg_item_price",
    Text("件单价", "Value per item"),
    Text("平均每件商品付了多少", "What was paid for each item"),
    Text("支付金额 ÷ 支付件数，同取店铺日报", "paid amount ÷ paid items, both of the shop report"),
    SHOP_REPORT,
    ratio_of_sums("pay_amount", "pay_items"),
    Unit.YUAN_EACH,
    better=Better.NEITHER,
    source_note=SAYS_REPORT,
)

METRICS = (
    PAY_AMOUNT,
    NET_PAY_AMOUNT_PAY,
    PAY_ORDERS,
    PAY_BUYERS,
    AVG_ORDER_VALUE,
    AVG_TICKET,
    REFUND_AMOUNT,
    REFUND_RATE,
    PAY_AMOUNT_ORDERS,
    PAY_AMOUNT_REPORT,
    PAY_BUYERS_ORDERS,
    PAY_ITEMS,
    AVG_ITEM_PRICE,
)

ROLLUPS = (
    Materialized("daily_paid", PAID_DAY.sql, by_day=True),
    Materialized("daily_ordered", EXPORTED_DAYS, by_day=True),
    DailySums("daily_sales", SALES),
)
