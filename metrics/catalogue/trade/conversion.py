"""Conversion: what visitors did between coming and paying, and how many of them paid without asking anybody."""

from metrics.catalogue.service.agent_days import AGENT_DAYS
from metrics.catalogue.trade.sales import PAID_DAY, SAYS_ORDERS, SAYS_REPORT, SHOP_REPORT
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit, ratio, ratio_of_sums
from text import Text

PLACED = Facts(
    "placed",
    Text("订单", "orders"),
    """
    SELECT shop, created_time::DATE AS day, buyer, pay_time IS NOT NULL AS paid FROM orders
    WHERE created_time IS NOT NULL AND buyer IS NOT NULL""",
)
"""Orders placed, paid or not, on the day they were placed."""

SERVED = Facts(
    "served",
    Text("店铺日报，与店铺客服或客服绩效", "the shop's daily report, with customer service by shop or by agent"),
    f"""
    SELECT shop, day, visitors, CASE WHEN pay_buyers IS NOT NULL AND served_buyers IS NOT NULL
        THEN greatest(pay_buyers - served_buyers, 0) END AS silent_buyers,
      coalesce(consults, inquiry_rate * visitors) AS consulting, paid.pay_amount AS pay_amount,
      paid.pay_amount - served_sales AS silent_sales
    FROM (SELECT shop, day, visitors, pay_buyers, inquiry_rate FROM shop_daily)
    FULL JOIN ({PAID_DAY.sql}) AS paid USING (shop, day)
    LEFT JOIN (
      SELECT shop, day, max(consults) AS consults, coalesce(max(whole_buyers), sum(buyers)) AS served_buyers,
        coalesce(max(whole_sales), sum(sales)) AS served_sales
      FROM (
        SELECT shop, day, consults, sales_buyers AS whole_buyers, sales AS whole_sales FROM service_shop
        UNION ALL BY NAME SELECT shop, day, sales_buyers AS buyers, sales FROM ({AGENT_DAYS.sql}))
      GROUP BY shop, day) USING (shop, day)""",
)
"""Each shop-day's visitors and payments, and the part of them that customer service had a hand in."""

SAYS_BOTH = Text("店铺日报与客服报表", "the shop report and customer service")

ORDER_CONVERSION = Metric(
    "order_conversion",
    Text("下单转化率", "Order conversion"),
    Text("访客中下单的比例；多日为合计相除", "The share of visitors who ordered; over many days sum by sum"),
    Text("下单买家数 ÷ 访客数", "ordering buyers ÷ visitors"),
    SHOP_REPORT,
    ratio_of_sums("order_buyers", "visitors"),
    Unit.PERCENT,
    enough=500,
    sample="visitors",
    source_note=SAYS_REPORT,
)
ORDER_BUYERS = Metric(
    "order_buyers_orders",
    Text("下单买家数（订单）", "Ordering buyers (orders)"),
    Text("整段时间里下单的去重买家，付没付款都算", "Distinct buyers who placed an order over the period, paid or not"),
    Text("下单买家去重计数", "count of distinct buyers of orders placed"),
    PLACED,
    "nullif(count(DISTINCT buyer), 0)",
    Unit.PEOPLE,
    source_note=SAYS_ORDERS,
)
ORDER_PAY_RATE = Metric(
    "order_pay_rate",
    Text("下单支付率", "Order-to-pay rate"),
    Text(
        "期内下单的买家中付了款的比例；订单导出须含未付款的单",
        "The share of buyers ordering in the period who paid; needs an export with unpaid orders in it",
    ),
    Text("下单且付款的买家数 ÷ 下单买家数", "buyers who ordered and paid ÷ ordering buyers"),
    PLACED,
    ratio("count(DISTINCT buyer) FILTER (WHERE paid)", "count(DISTINCT buyer)"),
    Unit.PERCENT,
    final_after=2,
    enough=50,
    sample=ORDER_BUYERS.name,
    source_note=SAYS_ORDERS,
)
FAV_CART_RATE = Metric(
    "fav_cart_rate",
    Text("收藏加购率", "Favourite and cart rate"),
    Text(
        "收藏人数与加购人数相加，未去重：两样都做的人算两次",
        "Users adding to favourites and to cart added up, not de-duplicated: who does both counts twice",
    ),
    Text("(收藏人数 + 加购人数) ÷ 访客数", "(users adding to favourites + users adding to cart) ÷ visitors"),
    SHOP_REPORT,
    ratio_of_sums("(fav_users + cart_users)", "visitors"),
    Unit.PERCENT,
    source_note=SAYS_REPORT,
)
CONSULT_RATE = Metric(
    "consult_rate",
    Text("咨询率", "Consult rate"),
    Text("访客中咨询客服的比例", "The share of visitors who asked customer service"),
    Text("咨询人数 ÷ 访客数", "consulting visitors ÷ visitors"),
    SERVED,
    ratio_of_sums("consulting", "visitors"),
    Unit.PERCENT,
    better=Better.NEITHER,
    source_note=Text("店铺客服的咨询人数，或首页的咨询率", "consults by shop, or the home page's consult rate"),
)
SILENT_CONVERSION = Metric(
    "silent_conversion",
    Text("静默转化率", "Silent conversion"),
    Text(
        "没问客服就付款的买家占访客的比例；后台没有，由两份报表推算",
        "Buyers who paid without asking, as a share of visitors; no back end has it, it is derived of two reports",
    ),
    Text("(支付买家数 − 客服销售人数) ÷ 访客数", "(paying buyers − buyers attributed to service) ÷ visitors"),
    SERVED,
    ratio_of_sums("silent_buyers", "visitors"),
    Unit.PERCENT,
    enough=500,
    sample="visitors",
    source_note=SAYS_BOTH,
)
SILENT_SALES_SHARE = Metric(
    "silent_sales_share",
    Text("静默销售额占比", "Silent sales share"),
    Text("支付金额中不归客服名下的比例", "The share of what was paid that no agent has a hand in"),
    Text("(支付金额 − 客服销售额) ÷ 支付金额", "(paid amount − customer service sales) ÷ paid amount"),
    SERVED,
    ratio_of_sums("silent_sales", "pay_amount"),
    Unit.PERCENT,
    better=Better.NEITHER,
    source_note=SAYS_BOTH,
)

METRICS = (
    ORDER_CONVERSION,
    ORDER_PAY_RATE,
    FAV_CART_RATE,
    CONSULT_RATE,
    SILENT_CONVERSION,
    SILENT_SALES_SHARE,
    ORDER_BUYERS,
)
