"""Reconciliation: do the files agree with one another? Declared checks, each with its tolerance and its difference."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue.service.agent_days import AGENT_DAYS
from metrics.catalogue.trade.order_days import ITEMS_MADE, ITEMS_PAID, ORDERS_MADE
from metrics.catalogue.trade.promotion import FROM_FILES, FROM_REPORT, WANXIANG
from metrics.catalogue.trade.sales import PAID_DAY
from metrics.judgement.limits import Level
from metrics.query.batching import alone
from metrics.query.requests import QueryPlan, Rows
from text import Text

SMALL = Decimal(1)
"""Yuan a day by which two sides may always differ: exports round."""


@dataclass(frozen=True, slots=True)
class Check:
    """Two sides that should be the same amount on every shop-day; `sql` gives shop, day, one and other of $1 to $2.

    `tolerance` is the share of the greater side by which they may differ and still agree. `files` names what both
    sides come from, `may_differ` what makes them differ though nothing is wrong.
    """

    name: str
    label: Text
    one: Text
    other: Text
    files: Text
    may_differ: Text
    tolerance: Decimal
    sql: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Both sides of a check on one shop-day, in yuan."""

    shop: str
    day: date
    one: Decimal
    other: Decimal

    @property
    def difference(self) -> Decimal:
        """The first side minus the second."""
        return self.one - self.other


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A check over a period: how many shop-days have both sides, their sums, and the pairs that do not agree.

    GOOD where every pair agrees, WATCH where one does not, UNJUDGED where a shop has no day with both sides:
    those shops are `lacking`. A pair that does not agree is named in any case.
    """

    check: Check
    days: int
    one: Decimal
    other: Decimal
    off: tuple[Pair, ...]
    lacking: tuple[str, ...]

    @property
    def level(self) -> Level:
        """How the check came out."""
        if self.off:
            return Level.WATCH
        return Level.UNJUDGED if self.lacking or not self.days else Level.GOOD

    @property
    def difference(self) -> Decimal:
        """The first side minus the second, over all shop-days that have both."""
        return self.one - self.other


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

CHECKS = (
    Check(
        "report_products", Text("日报对商品合计", "Report against products"), REPORT,
        Text("商品合计", "sum of products"),
        Text("店铺日报、商品排行", "shop report, product ranking"),
        Text("商品排行没导全部商品，或导了别的天", "the ranking lacks products, or is of another day"),
        Decimal("0.01"), REPORT_PRODUCTS,
    ),
    Check(
        "report_items", Text("日报对订单明细", "Report against order detail"), REPORT, ITEMS,
        Text("店铺日报、宝贝报表", "shop report, order item report"),
        Text("宝贝报表不含运费，或没导全", "sub-orders hold no postage, or are not all exported"),
        Decimal("0.02"), REPORT_ITEMS,
    ),
    Check(
        "report_promotion", Text("日报花费对推广报表", "Booked spend against promotion reports"),
        Text("日报所记花费", "booked spend"), Text("推广报表", "promotion reports"),
        Text("店铺日报的推广花费、推广报表", "shop report with its spend, promotion reports"),
        Text("推广报表次日还会扣除无效点击", "invalid clicks are taken off the day after"),
        Decimal("0.01"), REPORT_PROMOTION,
    ),
    Check(
        "report_service", Text("日报对客服加静默", "Report against service plus silent sales"), REPORT,
        Text("客服加静默", "service plus silent"),
        Text("店铺日报、客服绩效、店铺客服", "shop report, service by agent, service by shop"),
        Text("一单记在几位客服名下", "an order stands with several agents"),
        Decimal("0.01"), REPORT_SERVICE,
    ),
    Check(
        "report_orders", Text("日报对订单", "Report against orders"), REPORT, ORDERS,
        Text("店铺日报、订单报表", "shop report, order report"),
        Text("订单没导全，或平台剔除了异常订单", "orders are not all exported, or the platform left odd ones out"),
        Decimal("0.01"), REPORT_ORDERS,
    ),
    Check(
        "items_orders", Text("子订单对订单", "Sub-orders against orders"), ITEMS, ORDERS,
        Text("宝贝报表、订单报表", "order item report, order report"),
        Text("运费只在订单里；两份导出时间不同", "postage stands in orders alone; exported at different times"),
        Decimal("0.02"), ITEMS_ORDERS,
    ),
)  # fmt: skip

AGREEMENT = Text("对账 {passed}/{all}", "Agree {passed}/{all}")


def reconciled(warehouse: Warehouse, during: Period, of_shops: Sequence[str]) -> tuple[Reconciliation, ...]:
    """Every declared check over the shop-days of a period that have both sides, in the order declared."""
    return alone(warehouse, agreeing(during, of_shops))


def agreeing(during: Period, of_shops: Sequence[str]) -> QueryPlan[tuple[Reconciliation, ...]]:
    """`reconciled()` to be asked together with others."""
    each = " UNION ALL ".join(
        f"SELECT '{check.name}' AS checked, shop, day, one, other FROM ({check.sql})" for check in CHECKS
    )
    (rows,) = yield [Rows(f"{each} ORDER BY shop, day", [during.first, during.last])]
    pairs: dict[str, list[Pair]] = {check.name: [] for check in CHECKS}
    for name, shop, day, one, other in rows:
        if shop in of_shops:
            pairs[name].append(Pair(shop, day, one, other))
    return tuple(_checked(check, pairs[check.name], of_shops) for check in CHECKS)


def agreement(found: Sequence[Reconciliation]) -> Text:
    """对账 5/6: how many of the checks passed; one that could not be made has not."""
    return AGREEMENT.filled(passed=sum(each.level is Level.GOOD for each in found), all=len(found))


def _checked(check: Check, pairs: Sequence[Pair], of_shops: Sequence[str]) -> Reconciliation:
    shops_with_pairs = {pair.shop for pair in pairs}
    one, other = (sum((side(pair) for pair in pairs), Decimal(0)) for side in (lambda p: p.one, lambda p: p.other))
    off = tuple(pair for pair in pairs if not _agrees(check, pair))
    return Reconciliation(
        check, len(pairs), one, other, off, tuple(shop for shop in of_shops if shop not in shops_with_pairs)
    )


def _agrees(check: Check, pair: Pair) -> bool:
    allowed = check.tolerance * max(abs(pair.one), abs(pair.other))
    return abs(pair.difference) <= max(allowed, SMALL)
