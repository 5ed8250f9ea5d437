"""A warehouse of many orders: two shops, two years, made by SQL alone: `python -m benchmarks.many_orders VAR N`.

Everything follows from the numbers of the rows: two runs make the same warehouse. The last three days of orders are
there as sub-orders only, and those of the quarter before as both.
"""

import sys
import time
from datetime import date
from pathlib import Path

from data.store.board import opened
from data.store.warehouse import Cursor, Warehouse

SHOPS = ("云栖木语家居旗舰店", "云栖木语生活专营店")
FIRST, LAST = date(2024, 7, 1), date(2026, 6, 30)
YESTERDAY = LAST
"""The day whose morning is asked."""

ONLY_ITEMS, BOTH = 3, 90
"""The last days that have sub-orders alone, and those that have sub-orders at all."""

CHANNELS, AGENTS = 30, 12

# Weekends, paydays and the two great sales weigh more; the first shop sells four times as much as the second.
DAYS = """
    CREATE TEMP TABLE made_days AS
    SELECT shop, place, day, weight, ($orders * sum(weight) OVER upto / sum(weight) OVER ())::BIGINT
      - ($orders * (sum(weight) OVER upto - weight) / sum(weight) OVER ())::BIGINT AS orders
    FROM (
      SELECT shop, place, day::DATE AS day, (CASE place WHEN 0 THEN 4.0 ELSE 1.0 END)
        * (0.9 + 0.2 * (hash(day) % 10000 / 10000.0)) * (CASE WHEN isodow(day) > 5 THEN 1.15 ELSE 1 END)
        * (CASE WHEN strftime(day, '%m-%d') IN ('11-11', '06-18') THEN 5 ELSE 1 END) AS weight
      FROM (SELECT unnest($shops) AS shop, generate_subscripts($shops, 1) - 1 AS place),
        (SELECT unnest(generate_series($first, $last, INTERVAL 1 DAY)) AS day))
    WINDOW upto AS (ORDER BY day, place)"""

ORDERS = """
    CREATE TEMP TABLE made_orders AS
    SELECT shop, day, (4000000000000000000 + row_number() OVER (ORDER BY day, shop, n))::VARCHAR AS order_id,
      hash(shop, day, n) AS drawn, day + to_seconds((drawn % 86400)::BIGINT) AS paid_at
    FROM (SELECT shop, day, unnest(range(orders)) AS n FROM made_days)"""

PARTS = """
    SELECT shop, day, order_id, paid_at AS pay_time,
      -- One order in fifty is made just before midnight and paid after it.
      CASE WHEN drawn % 50 = 0 THEN day - INTERVAL 5 MINUTE ELSE paid_at - INTERVAL 2 MINUTE END AS created_time,
      md5((drawn % 700000)::VARCHAR)::UUID AS buyer,
      ((2000 + drawn % 40000) / 100)::DECIMAL(18,2) AS amount, drawn % 13 = 0 AS goes_back,
      drawn % 5 = 0 AND day > $last - 2 AS waits
    FROM made_orders"""

FILLING = {
    "orders": """
        SELECT shop, order_id, 'taobao' AS platform, buyer, amount AS total, created_time, pay_time,
          CASE WHEN goes_back THEN 0 ELSE amount END AS paid, CASE WHEN goes_back THEN amount ELSE 0 END AS refund,
          CASE WHEN goes_back THEN 'closed' WHEN waits THEN 'to_ship' ELSE 'done' END AS state,
          CASE WHEN NOT waits THEN pay_time + INTERVAL 1 DAY END AS ship_time, 1 AS items, '榉木收纳架' AS titles
        FROM ({parts}) WHERE day <= $last - {only_items} ORDER BY created_time""",
    "order_items": """
        SELECT shop, order_id || '-' || n AS suborder_id, 'taobao' AS platform, order_id, 'P' || n AS product_id,
          CASE WHEN n = 1 THEN amount - 5 ELSE 5 END AS payable, payable AS paid, created_time, pay_time,
          CASE WHEN goes_back THEN '退款成功' ELSE '没有申请退款' END AS refund_status,
          CASE WHEN goes_back THEN payable END AS refund,
          CASE WHEN goes_back THEN 'closed' WHEN waits THEN 'to_ship' ELSE 'done' END AS state,
          CASE WHEN NOT waits THEN pay_time + INTERVAL 1 DAY END AS ship_time, 1 AS items
        FROM ({parts}), (SELECT unnest([1, 2]) AS n) WHERE day > $last - {both} ORDER BY created_time""",
    "shop_daily": """
        SELECT shop, day, 'taobao' AS platform, (orders * 30)::BIGINT AS visitors, orders AS pay_buyers,
          orders AS pay_orders, orders AS pay_items, (orders * 219.98)::DECIMAL(18,2) AS pay_amount,
          (orders * 3)::BIGINT AS cart_users, (orders * 17)::DECIMAL(18,2) AS refund_finished FROM made_days""",
    "traffic": """
        SELECT shop, day, '全店' AS carrier, '一级' || n % 5 || ' › 来源' || n AS channel_path, 'taobao' AS platform,
          '来源' || n AS channel, '一级' || n % 5 AS level_1, (orders + n * 7)::BIGINT AS visitors,
          (orders / (n + 5))::BIGINT AS pay_buyers, (orders * 11 / (n + 1))::DECIMAL(18,2) AS pay_amount
        FROM made_days, range({channels}) AS of_channel(n)""",
    "service": """
        SELECT shop, day, '旗舰店:客服' || n AS agent, (20 + hash(day, n) % 90)::BIGINT AS receptions,
          receptions + 1 AS consults, 15 + hash(n, day) % 30 AS first_response_sec,
          25 + hash(n, day) % 40 AS avg_response_sec, 0.97 AS reply_rate, receptions // 2 AS inquirers,
          receptions // 4 AS final_pay_buyers, (receptions * 88)::DECIMAL(18,2) AS sales
        FROM made_days, range({agents}) AS of_agent(n)""",
    "dsr": """
        SELECT shop, day, unnest(['描述', '服务', '物流']) AS item, 'taobao' AS platform,
          4.8 + hash(day) % 10 / 100.0 AS score FROM made_days""",
    "targets": """
        SELECT shop, strftime(day, '%Y-%m') AS period, '' AS team, '' AS person, 'pay_amount' AS metric,
          (sum(orders) * 230)::DECIMAL(18,2) AS amount FROM made_days GROUP BY ALL""",
}
"""The rows of each table."""


def fill(warehouse: Warehouse, orders: int) -> None:
    """Put that many orders, and what the platform reports of them, into an empty warehouse."""
    counts = {"parts": PARTS, "only_items": ONLY_ITEMS, "both": BOTH, "channels": CHANNELS, "agents": AGENTS}
    with warehouse.writing() as run:
        run.execute(DAYS, {"orders": orders, "shops": list(SHOPS), "first": FIRST, "last": LAST})
        run.execute(ORDERS)
        run.execute(
            "INSERT INTO batches VALUES (1, '20260701-1', '2026-07-01 08:30:00', 'benchmark', false, NULL, NULL)"
        )
        for number, (table, sql) in enumerate(FILLING.items(), start=1):
            _fill(run, number, table, sql.format(**counts))


def _fill(run: Cursor, number: int, table: str, sql: str) -> None:
    run.execute(f"INSERT INTO {table} BY NAME {sql}", {"last": LAST} if "$last" in sql else {})
    run.execute(
        "INSERT INTO parts BY NAME SELECT $part AS part, 1 AS batch, $subject AS subject, $subject AS source,"
        " $first AS first_day, $last AS last_day",
        {"part": number, "subject": table, "first": FIRST, "last": LAST},
    )


def filled(var: Path, orders: int) -> Warehouse:
    """The warehouse of a var folder, filled if it is new."""
    warehouse = opened(var)
    if not warehouse.rows("SELECT 1 FROM orders LIMIT 1"):
        fill(warehouse, orders)
    return warehouse


if __name__ == "__main__":
    home, wanted = Path(sys.argv[1]), int(sys.argv[2])
    start = time.perf_counter()
    with filled(home, wanted) as made:
        ((count,),) = made.rows("SELECT count(*) FROM orders")
        print(f"{count:,} orders in {home}: {time.perf_counter() - start:.1f} s")
