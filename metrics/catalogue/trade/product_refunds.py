"""Refunds by product: how much of what was paid for each went back, and how often for its quality."""

from metrics.catalogue.trade.refunds import QUALITY, WINDOW
from metrics.catalogue.trade.sales import GROSS_OF_ITEM, REFUND_OF_ITEM, SETTLES_AFTER
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit, newest, ratio, ratio_of_sums
from text import Text

PRODUCT_ITEMS = Facts(
    "product_items",
    Text("宝贝报表", "the order item report"),
    f"""
    WITH told AS (
      SELECT shop, pay_time::DATE AS day, product_id AS product, title, pay_time,
        {GROSS_OF_ITEM} AS gross,
        {REFUND_OF_ITEM} AS refund
      FROM order_items WHERE pay_time IS NOT NULL AND product_id IS NOT NULL),
    days AS (
      SELECT shop, day, product, {newest("title", "pay_time")} AS title, sum(refund) AS refund,
        sum(gross) FILTER (WHERE refund IS NOT NULL) AS gross
      FROM told GROUP BY shop, day, product)
    SELECT * REPLACE (arg_max(title, day) OVER (PARTITION BY shop, product) AS title) FROM days""",
    dimensions=("shop", "product", "title"),
)
"""What was paid for each product on a day, and how much of it was refunded since."""

PRODUCT_30_DAYS = Facts(
    "product_refunds_30_days",
    Text("退款管理与宝贝报表", "the list of refunds and the order item report"),
    # Only days whose whole window lies within what both files tell.
    f"""
    WITH settled AS (
      SELECT shop, finish_time::DATE AS day, product_id AS product, count(*) FILTER (WHERE {QUALITY}) AS poor
      FROM refunds WHERE state = 'done' AND finish_time IS NOT NULL AND product_id IS NOT NULL GROUP BY ALL),
    known AS (
      SELECT shop, min(apply_time)::DATE AS first_day, greatest(max(apply_time), max(finish_time))::DATE AS last_day
      FROM refunds GROUP BY shop),
    sold AS (
      SELECT shop, pay_time::DATE AS day, product_id AS product, {newest("title", "pay_time")} AS title,
        count(*) AS suborders
      FROM order_items WHERE pay_time IS NOT NULL AND product_id IS NOT NULL GROUP BY ALL),
    whole AS (
      SELECT shop, day FROM (SELECT DISTINCT shop, day FROM sold)
      QUALIFY count(*) OVER (PARTITION BY shop ORDER BY day
        RANGE BETWEEN INTERVAL {WINDOW - 1} DAYS PRECEDING AND CURRENT ROW) = {WINDOW}),
    days AS (SELECT shop, day FROM whole JOIN known USING (shop)
      WHERE day BETWEEN first_day + {WINDOW - 1} AND last_day),
    seen AS (SELECT shop, day, product, title, suborders, NULL::BIGINT AS poor FROM sold
      UNION ALL SELECT shop, day, product, NULL, NULL, poor FROM settled)
    SELECT days.shop, days.day, product, arg_max(title, seen.day) AS title, coalesce(sum(suborders), 0) AS suborders,
      coalesce(sum(poor), 0) AS poor
    FROM days JOIN seen ON seen.shop = days.shop AND seen.day BETWEEN days.day - {WINDOW - 1} AND days.day
    GROUP BY ALL""",
    dimensions=("shop", "product", "title"),
)
"""Each product's sub-orders paid, and refunds settled for its quality, in the 30 days up to a day."""

PRODUCT_REFUND_RATE = Metric(
    "product_refund_rate_amount",
    Text("商品退款率（金额）", "Refund rate by product, amount"),
    Text(
        "各商品当天付款的金额后来退掉多少；付款后约三周才定",
        "How much of what was paid for a product on a day was refunded since; settles after about three weeks",
    ),
    Text("子订单成功退款 ÷ 子订单支付金额，按付款日计", "refunds made of sub-orders ÷ what they were paid, by pay day"),
    PRODUCT_ITEMS,
    ratio_of_sums("refund", "gross"),
    Unit.PERCENT,
    better=Better.LOWER,
    final_after=SETTLES_AFTER,
)
PRODUCT_SUBORDERS_30 = Metric(
    "product_suborders_30d",
    Text("商品支付子订单数（30天）", "Paid sub-orders by product in 30 days"),
    Text("近 30 天付款的子订单数，按商品", "Sub-orders of each product paid in the last 30 days"),
    Text("近 30 天付款子订单计数", "count of sub-orders paid in 30 days"),
    PRODUCT_30_DAYS,
    "sum(suborders)::BIGINT",
    Unit.ORDERS,
    latest=True,
    window=WINDOW,
)
PRODUCT_QUALITY_RATE = Metric(
    "product_quality_refund_rate",
    Text("商品品质退款率", "Quality refund rate by product"),
    Text(
        "退款原因写明质量、破损、描述不符、假冒等的成功退款，占该商品近 30 天付款子订单的比例",
        "Refunds whose reason names quality, damage, wrong description or fakes, over its sub-orders of 30 days",
    ),
    Text(
        "近 30 天品质原因成功退款 ÷ 近 30 天支付子订单数", "refunds for quality in 30 days ÷ sub-orders paid in 30 days"
    ),
    PRODUCT_30_DAYS,
    ratio("sum(poor)", "sum(suborders)"),
    Unit.PERCENT,
    better=Better.LOWER,
    enough=30,
    sample=PRODUCT_SUBORDERS_30.name,
    latest=True,
    window=WINDOW,
)

METRICS = (PRODUCT_REFUND_RATE, PRODUCT_QUALITY_RATE, PRODUCT_SUBORDERS_30)
