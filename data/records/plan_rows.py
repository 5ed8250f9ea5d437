"""Targets as rows of SQL: as they are entered, and as each version of a plan was proposed."""

LEVELS = ("amount", "floor", "stretch")

# A sheet kept for the only shop often does not name it.
ONLY_SHOP = """
    SELECT min(shop) FROM (
      SELECT shop FROM shop_daily UNION SELECT shop FROM orders UNION SELECT shop FROM order_items
      UNION SELECT shop FROM targets)
    WHERE shop <> '' HAVING count(*) = 1"""

QUARTER = (
    "CASE WHEN contains(period, 'Q') THEN period WHEN length(period) >= 7"
    " THEN left(period, 4) || '-Q' || ((try_cast(substr(period, 6, 2) AS INTEGER) + 2) // 3) END"
)
"""The quarter that a target's period lies in; nothing for a whole year."""

_KEY = "period, coalesce(team, '') AS team, coalesce(person, '') AS person, metric"
_NAMED_FIRST = ", ".join(f"arg_max({level}, coalesce(shop, '') <> '') AS {level}" for level in LEVELS)

ENTERED = f"""
    SELECT coalesce(nullif(shop, ''), ({ONLY_SHOP}), '') AS shop, {_KEY}, {_NAMED_FIRST}
    FROM targets GROUP BY ALL"""
"""Every target that is stored, by the shop it is of."""

_NEWEST = ", ".join(
    f"arg_max_null({level}, part) FILTER (WHERE mode = 'slice' OR list_contains(columns, '{level}')) AS {level}"
    for level in LEVELS
)

# The same as data.store.living.living() says of the parts, for all versions at once.
PROPOSED = f"""
    WITH told AS (
      SELECT of_shop, quarter, version, part, columns, coalesce(mode, 'key') AS mode, h.* EXCLUDE (part)
      FROM (SELECT shop AS of_shop, quarter, version, unnamed, unnest(parts) AS part FROM plan_versions)
      JOIN parts USING (part) JOIN batches USING (batch) JOIN targets_history AS h USING (part)
      WHERE (coalesce(h.shop, '') = of_shop OR coalesce(h.shop, '') = '' AND unnamed)
        AND NOT (demo AND withdrawn_at IS NOT NULL)),
    swept AS (
      SELECT * FROM told
      QUALIFY part >= coalesce(max(part) FILTER (WHERE mode = 'slice') OVER (PARTITION BY {{of}}, shop), 0)),
    standing AS (
      SELECT * FROM swept WHERE {QUARTER} = quarter
      QUALIFY mode <> 'append'
        OR row_number() OVER (PARTITION BY {{of}}, shop, period, team, person, metric ORDER BY part) = 1),
    merged AS (
      SELECT {{of}}, shop, period, team, person, metric, {_NEWEST} FROM standing GROUP BY ALL)
    SELECT of_shop AS shop, quarter, version, {_KEY}, {_NAMED_FIRST} FROM merged GROUP BY ALL""".format(
    of="of_shop, quarter, version"
)
"""The targets of every version of every plan, as they were proposed; those of a demo that was removed are gone."""
