"""Delivery: orders late for their promised hour at each day's end, and how fast parcels were picked up and arrived."""

from data.records.settings import PROMISED_HOURS, set_in_sql
from metrics.catalogue.orders.open_cases import at_day_ends
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit
from metrics.definition.rollups import Materialized
from text import Text

_PROMISED = f"coalesce(try_cast({set_in_sql(PROMISED_HOURS)} AS DOUBLE), {PROMISED_HOURS.default})"

# An order's own time (应发货时间, presales) stands in either report; whatever is refunded need not be sent.
_ITEM_WAITS = "state = 'to_ship' AND ship_time IS NULL AND coalesce(refund_status, '') NOT LIKE '%退款成功%'"
_BY_ITEMS = f"""
    SELECT shop, order_id, min(pay_time) AS pay_time, min(ship_due) AS ship_due,
      coalesce(bool_or({_ITEM_WAITS}), false) AS waits, CASE WHEN NOT waits THEN max(ship_time) END AS ship_time,
      CASE WHEN waits THEN 'to_ship' ELSE max(state) FILTER (state <> 'to_ship') END AS state
    FROM order_items GROUP BY shop, order_id"""
_PAID = f"""
    SELECT shop, order_id, o.paid, coalesce(o.pay_time, i.pay_time) AS pay_time,
      coalesce(o.ship_time, i.ship_time) AS ship_time, coalesce(o.state, i.state) AS state,
      coalesce(o.paid = 0 AND o.refund > 0, false) AS refunded, coalesce(o.ship_due, i.ship_due) AS ship_due
    FROM orders AS o FULL JOIN ({_BY_ITEMS}) AS i USING (shop, order_id)"""

TRACKED = f"""
    SELECT *, coalesce(ship_due, pay_time + to_minutes(({_PROMISED} * 60)::BIGINT)) AS due
    FROM ({_PAID}) WHERE pay_time IS NOT NULL AND (state IS NOT NULL OR ship_time IS NOT NULL)"""
"""Paid orders that tell whether they were sent, each with the moment it is due."""


SOON = 12
"""Hours ahead of an order's due time at which it is to be seen coming."""

TRACKED_DAYS = f"""
    SELECT shop, pay_time::DATE AS day, max(greatest(pay_time, ship_time)) AS until FROM ({TRACKED}) GROUP BY ALL"""
"""The shop-days of which orders tell that, each with the last moment they tell of."""

SLOW_ORDERS = f"""
    SELECT shop, pay_time::DATE AS day, pay_time, ship_time, due, paid FROM ({TRACKED})
    WHERE CASE WHEN ship_time IS NULL THEN state = 'to_ship' AND NOT refunded
      ELSE due - INTERVAL {SOON} HOUR < ship_time END"""
"""Those of them that wait to be sent, or were sent late or nearly so."""


def _late(ahead: int) -> str:
    """SQL of the orders at each day's end that are late, or due within so many hours.

    Nothing is late that falls due after the last moment a shop's orders tell of: the export was made before.
    """
    falls = f"due - INTERVAL {ahead} HOUR"
    ends = "least(ship_time, due)" if ahead else "ship_time"
    cases = f"""
        WITH spans AS (SELECT shop, min(day) AS begun, max(until) AS until FROM ({TRACKED_DAYS}) GROUP BY shop)
        SELECT shop, begun, greatest({falls}, pay_time)::DATE AS opens,
          CASE WHEN {ends} <= until THEN {ends}::DATE END AS closes
        FROM ({SLOW_ORDERS}) JOIN spans USING (shop)
        WHERE {falls} <= until AND coalesce({falls} < ship_time, true)
        UNION ALL SELECT shop, begun, NULL, NULL FROM spans UNION ALL SELECT shop, until::DATE, NULL, NULL FROM spans"""
    return at_day_ends(cases, "(SELECT NULL::DATE AS day)")


def _orders(name: str, label: Text, meaning: Text, formula: Text, ahead: int) -> Metric:
    facts = Facts(name, Text("订单", "orders"), _late(ahead))
    return Metric(
        name, label, meaning, formula, facts, "sum(open)::BIGINT", Unit.ORDERS, better=Better.LOWER, latest=True
    )


UNSHIPPED_48H = _orders(
    "unshipped_48h",
    Text("48小时超时单（日终）", "Orders over 48 hours, day's end"),
    Text(
        "当天结束时过了承诺发货时间还没发的订单：付款后 48 小时（设置项），订单自带应发货时间的按订单；退款的不算",
        "Orders past their promised shipment and not sent at the end of the day: 48 hours after payment, a setting,"
        " or the order's own time; refunded ones are left out",
    ),
    Text("当天 24 点过了应发货时间、还没发货的订单数", "orders past their due time and not shipped at midnight"),
    0,
)
UNSHIPPED_SOON = _orders(
    "unshipped_36h",
    Text("12小时内到期单（日终）", "Orders due within 12 hours, day's end"),
    Text("当天结束时还没发、12 小时内就到承诺发货时间的订单", "Not sent at the end of the day and due within 12 hours"),
    Text("当天 24 点未发货、12 小时内到期的订单数", "orders not shipped at midnight and due within 12 hours"),
    SOON,
)

SHOP_REPORT = Text("店铺日报（首页核心指标）", "shop report (home page figures)")
_SCORES = "SELECT shop, day, max(score) AS score FROM scores WHERE item = '{item}' AND score IS NOT NULL GROUP BY ALL"
_ARRIVALS = f"""
    SELECT shop, day, coalesce(delivery_hours, score / 3600) AS hours FROM shop_daily
    FULL JOIN ({_SCORES.format(item="物流到货时长")}) USING (shop, day)"""


def _as_given(name: str, label: Text, meaning: Text, facts: Facts, value: str, unit: Unit, better: Better) -> Metric:
    return Metric(
        name,
        Text(f"{label.zh}（日均值）", f"{label.en}, daily mean"),
        Text(f"{meaning.zh}；多天是每日现成值的平均", f"{meaning.en}; over several days the mean of the days' figures"),
        Text("Σ每日值 ÷ 天数", "Σ daily figures ÷ days"),
        facts,
        f"avg({value})",
        unit,
        better=better,
        never_across=("shop",),
    )


PICKUP_24H = _as_given(
    "pickup_24h_rate",
    Text("24小时揽收及时率", "Picked up within 24 hours"),
    Text("平台算好的揽收及时率，照给的存", "The platform's own rate, kept as given"),
    Facts("pickups", SHOP_REPORT, "SELECT shop, day, pickup_24h_rate FROM shop_daily"),
    "pickup_24h_rate",
    Unit.PERCENT,
    Better.HIGHER,
)
PICKUP_48H = _as_given(
    "pickup_48h_rate",
    Text("48小时揽收及时率", "Picked up within 48 hours"),
    Text("体验分里的揽收及时率，照给的存", "The rate among the experience scores, kept as given"),
    Facts("pickups_scored", Text("体验分", "experience scores"), _SCORES.format(item="48小时揽收及时率")),
    "score",
    Unit.PERCENT,
    Better.HIGHER,
)
DELIVERY_HOURS = _as_given(
    "delivery_hours",
    Text("物流到货时长", "Hours to arrive"),
    Text("平台算的从付款到签收的平均小时数，日报里没有的取体验分里的", "Hours to sign-off as the platform counts them"),
    Facts("arrivals", Text("店铺日报、体验分", "shop report, experience scores"), _ARRIVALS),
    "hours",
    Unit.HOURS,
    Better.LOWER,
)

METRICS = (UNSHIPPED_48H, UNSHIPPED_SOON, PICKUP_24H, PICKUP_48H, DELIVERY_HOURS)

ROLLUPS = (
    Materialized("daily_late", UNSHIPPED_48H.facts.sql),
    Materialized("daily_soon", UNSHIPPED_SOON.facts.sql),
    Materialized("daily_told", TRACKED_DAYS, by_day=True),
    Materialized("slow_orders", SLOW_ORDERS, by_day=True),
)
