"""The checks that files are held to: which two sides should be the same amount, and by how much they may differ."""

from dataclasses import dataclass
from decimal import Decimal

from metrics.catalogue.service.agent_days import AGENT_DAYS, TOOL_DAYS
from metrics.catalogue.trade.order_days import ITEMS_MADE, ITEMS_PAID, ORDERS_MADE
from metrics.catalogue.trade.promotion import FROM_FILES, FROM_REPORT, WANXIANG
from metrics.catalogue.trade.sales import PAID_DAY
from text import Text


@dataclass(frozen=True, slots=True)
class Check:
    """Two sides that should be the same amount on every shop-day; `sql` gives shop, day, one and other of $1 to $2.

    `tolerance` is the share of the greater side by which they may differ and still agree. `files` names what both
    sides come from, `subjects` their tables, `may_differ` what makes them differ though nothing is wrong. Where a
    check is `rare`, it is made only if both sides are there: few departments have both.
    """

    name: str
    label: Text
    one: Text
    other: Text
    files: Text
    may_differ: Text
    subjects: tuple[str, ...]
    tolerance: Decimal
    sql: str
    rare: bool = False


_REPORT = "SELECT shop, day, pay_amount AS one FROM shop_daily WHERE day BETWEEN $1 AND $2 AND pay_amount IS NOT NULL"
REPORT, ORDERS, ITEMS = (
    Text("店铺日报", "shop report"),
    Text("订单", "orders"),
    Text("宝贝报表", "order items"),
)

# What was paid on a day may have been ordered the day before: only days whose own orders were exported are whole.
REPORT_ITEMS = f"""
    SELECT shop, day, one, paid.amount AS other FROM ({_REPORT}) JOIN ({ITEMS_PAID}) AS paid USING (shop, day)
    SEMI JOIN ({ITEMS_MADE}) AS made USING (shop, day)"""

# Both exports go by the day an order was made, so that day is the same whole on both sides.
ITEMS_ORDERS = f"""
    SELECT shop, day, items.amount AS one, whole.amount AS other
    FROM ({ITEMS_MADE}) AS items JOIN ({ORDERS_MADE}) AS whole USING (shop, day) WHERE day BETWEEN $1 AND $2"""

REPORT_PRODUCTS = f"""
    SELECT shop, day, one, other FROM ({_REPORT}) JOIN (
      SELECT shop, day, sum(pay_amount) AS other FROM products WHERE day BETWEEN $1 AND $2 AND pay_amount IS NOT NULL
      GROUP BY ALL) USING (shop, day)"""

# A booked tool is met by its file's rows of that name, or by the whole file of a tool of that name.
REPORT_PROMOTION = f"""
    WITH told AS (SELECT shop, day, file, tool, sum(spend) AS spend FROM ({FROM_FILES})
      WHERE day BETWEEN $1 AND $2 AND spend IS NOT NULL GROUP BY ALL),
    met AS (SELECT booked.shop, booked.day, booked.tool, any_value(booked.spend) AS one, sum(told.spend) AS other
      FROM ({FROM_REPORT}) AS booked JOIN told ON booked.shop = told.shop AND booked.day = told.day
        AND list_contains(booked.files, told.file)
        AND (told.file <> '{WANXIANG}' OR booked.tool = '{WANXIANG}' OR contains(told.tool, booked.tool))
      WHERE booked.spend IS NOT NULL GROUP BY ALL)
    SELECT shop, day, sum(one) AS one, sum(other) AS other FROM met GROUP BY ALL"""

# Silent sales are what the shop's own service report leaves; without it agents may only not sell more than the shop.
REPORT_SERVICE = f"""
    SELECT shop, day, one, agents + greatest(one - coalesce(attributed, agents), 0) AS other FROM ({_REPORT})
    JOIN (SELECT shop, day, sum(sales) AS agents FROM ({AGENT_DAYS.sql})
      WHERE day BETWEEN $1 AND $2 AND sales IS NOT NULL GROUP BY ALL) USING (shop, day)
    LEFT JOIN (SELECT shop, day, sales AS attributed FROM service_shop) USING (shop, day)
    WHERE attributed IS NOT NULL OR agents > one"""

REPORT_ORDERS = f"""
    SELECT shop, day, from_report AS one, from_orders AS other FROM ({PAID_DAY.sql})
    WHERE day BETWEEN $1 AND $2 AND from_report IS NOT NULL AND from_orders IS NOT NULL"""

# Only whom both tools know is compared: one of them may lack half the team.
AGENTS_TOOLS = f"""
    SELECT shop, day, sum(one) AS one, sum(other) AS other FROM (
      SELECT shop, day, arg_min(sales, believed) AS one, arg_max(sales, believed) AS other FROM ({TOOL_DAYS.sql})
      WHERE day BETWEEN $1 AND $2 AND sales IS NOT NULL GROUP BY shop, day, account HAVING count(*) > 1)
    GROUP BY ALL"""

CHECKS = (
    Check(
        "report_products", Text("日报对商品合计", "Report against products"), REPORT,
        Text("商品合计", "sum of products"),
        Text("店铺日报、商品排行", "shop report, product ranking"),
        Text("商品排行没导全部商品，或导了别的天", "the ranking lacks products, or is of another day"),
        ("shop_daily", "products"), Decimal("0.01"), REPORT_PRODUCTS,
    ),
    Check(
        "report_items", Text("日报对订单明细", "Report against order detail"), REPORT, ITEMS,
        Text("店铺日报、宝贝报表", "shop report, order item report"),
        Text("宝贝报表不含运费，或没导全", "sub-orders hold no postage, or are not all exported"),
        ("shop_daily", "order_items"), Decimal("0.02"), REPORT_ITEMS,
    ),
    Check(
        "report_promotion", Text("日报花费对推广报表", "Booked spend against promotion reports"),
        Text("日报所记花费", "booked spend"), Text("推广报表", "promotion reports"),
        Text("店铺日报的推广花费、推广报表", "shop report with its spend, promotion reports"),
        Text("推广报表次日还会扣除无效点击", "invalid clicks are taken off the day after"),
        ("shop_daily", "promotion"), Decimal("0.01"), REPORT_PROMOTION,
    ),
    Check(
        "report_service", Text("日报对客服加静默", "Report against service plus silent sales"), REPORT,
        Text("客服加静默", "service plus silent"),
        Text("店铺日报、客服绩效、店铺客服", "shop report, service by agent, service by shop"),
        Text("一单记在几位客服名下", "an order stands with several agents"),
        ("shop_daily", "service", "service_shop"), Decimal("0.01"), REPORT_SERVICE,
    ),
    Check(
        "report_orders", Text("日报对订单", "Report against orders"), REPORT, ORDERS,
        Text("店铺日报、订单报表", "shop report, order report"),
        Text("订单没导全，或平台剔除了异常订单", "orders are not all exported, or the platform left odd ones out"),
        ("shop_daily", "orders", "order_items"), Decimal("0.01"), REPORT_ORDERS,
    ),
    Check(
        "items_orders", Text("子订单对订单", "Sub-orders against orders"), ITEMS, ORDERS,
        Text("宝贝报表、订单报表", "order item report, order report"),
        Text("运费只在订单里；两份导出时间不同", "postage stands in orders alone; exported at different times"),
        ("order_items", "orders"), Decimal("0.02"), ITEMS_ORDERS,
    ),
    Check(
        "agents_tools", Text("客服销售额两个来源", "Agents' sales by two sources"),
        Text("默认来源", "the source that counts"), Text("另一来源", "the other source"),
        Text("同一客服同一天的两种客服绩效", "two service reports of the same agents' day"),
        Text("两个工具把成交算给客服的规则不同", "both tools attribute sales by their own rules"),
        ("service",), Decimal("0.05"), AGENTS_TOOLS, rare=True,
    ),
)  # fmt: skip
