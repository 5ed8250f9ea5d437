"""Stocks: how many cases stand open at the end of each day, counted from when each opened and closed."""

LAST_DAY = """
    SELECT max(day) AS day FROM (SELECT max(day) AS day FROM shop_daily UNION ALL
      SELECT max(pay_time)::DATE FROM orders UNION ALL SELECT max(day) FROM service)"""
"""The last day of which the board knows anything: a register that ends earlier is taken to hold all up to it."""


def at_day_ends(cases: str, last: str = f"({LAST_DAY})") -> str:
    """SQL for a row a shop and day with `open`, from rows of shop, `begun`, `opens` and `closes`, all dates.

    `opens` is the first day at whose end a case counts, null for one that never did, `closes` the first at whose
    end it no longer does, null while it stands open. Days run from the first case that had `begun` to the day of
    the table `last`, or to the shop's last case: among them a day without any is 0; other days have no row.
    """
    return f"""
    WITH cases AS MATERIALIZED ({cases}),
    moves AS (
      SELECT shop, opens AS day, 1 AS step FROM cases WHERE opens < coalesce(closes, DATE '9999-12-31')
      UNION ALL SELECT shop, closes, -1 FROM cases WHERE opens < closes),
    days AS (
      SELECT shop, unnest(generate_series(min(begun), greatest(max(begun), max(closes), max(last.day)), INTERVAL 1 DAY))
        ::DATE AS day FROM cases, {last} AS last GROUP BY shop)
    SELECT shop, day, (sum(coalesce(step, 0)) OVER (PARTITION BY shop ORDER BY day))::BIGINT AS open
    FROM days LEFT JOIN (SELECT shop, day, sum(step) AS step FROM moves GROUP BY ALL) USING (shop, day)"""
