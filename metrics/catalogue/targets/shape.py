"""The shape of a month: how much each of its days usually weighs, from what the shop sold before the month began.

A day's weight is 1 for an ordinary day, times three factors of the shop's own:

- the weekday: the mean of day ÷ ordinary days around it, over the half year before, drawn to 1 while days are few;
- the occasion (11.11, the first day of the Spring Festival, a promotion of the shop's calendar): day ÷ ordinary days
  around it, the years before; what the shop has not seen yet weighs what its day targets give it, and without such
  targets 1;
- the third of the month: ordinary days of that third ÷ those of the month, a year before, drawn to 1 by half.

Nothing of the month itself, nor of the two weeks before it, enters its weights, so that a forecast made long ago comes
out the same today.
"""

from metrics.calendar.occasions import festival_day
from metrics.calendar.promotions import days_of
from metrics.catalogue.targets.plans import GOALS
from metrics.catalogue.trade.sales import PAID_DAY
from metrics.definition.metric import mean
from metrics.definition.rollups import Materialized

AROUND, GAP, HALF_YEAR = 14, 15, 182
FEW_DAYS, FEW_OF_WEEKDAY, FEW_OF_THIRD = 5, 4, 10
DIGITS = 12
"""Digits behind the point to which weights are rounded, so that they add up exactly."""


def weights(window: str, where: str = "true") -> str:
    """SQL for the sum of the weights in a window, the same in whatever order its days come."""
    return f"(sum(weight::DECIMAL(38,{DIGITS})) FILTER (WHERE {where}) OVER {window})::DOUBLE"


SHAPE = f"""
    WITH paid AS MATERIALIZED (SELECT shop, day, pay_amount FROM ({PAID_DAY.sql})),
    goals AS MATERIALIZED ({GOALS.sql}),
    months AS (
      SELECT DISTINCT shop, date_trunc('month', day)::DATE AS month FROM paid UNION SELECT shop, month FROM goals),
    promoted AS ({days_of("SELECT DISTINCT shop FROM months")}),
    days AS MATERIALIZED (
      SELECT shop, month, day, isodow(day) AS weekday, least((day(day) - 1) // 10, 2) AS third,
        coalesce({festival_day("day")}, occasion) AS occasion
      FROM (
        SELECT shop, month, unnest(generate_series(month, last_day(month), INTERVAL 1 DAY))::DATE AS day FROM months)
      LEFT JOIN promoted USING (shop, day)),
    sold AS MATERIALIZED (
      SELECT shop, month, day, weekday, third, occasion, pay_amount,
        CASE WHEN count(*) FILTER (WHERE occasion IS NULL) OVER around >= {FEW_DAYS}
          THEN pay_amount / nullif(avg(pay_amount) FILTER (WHERE occasion IS NULL) OVER around, 0) END AS ratio
      FROM paid JOIN days USING (shop, day)
      WINDOW around AS (PARTITION BY shop ORDER BY day
        RANGE BETWEEN INTERVAL {AROUND} DAY PRECEDING AND INTERVAL {AROUND} DAY FOLLOWING)),
    before AS (
      SELECT shop, months.month, day, weekday, occasion, ratio
      FROM months JOIN sold USING (shop) WHERE day <= months.month - {GAP} AND ratio IS NOT NULL),
    weekdays AS (
      SELECT shop, month, weekday, 1 + ({mean("ratio")} - 1) * count(*) / (count(*) + {FEW_OF_WEEKDAY}) AS by_weekday
      FROM before WHERE occasion IS NULL AND day >= month - {GAP} - {HALF_YEAR} GROUP BY ALL),
    seen AS (
      SELECT shop, month, occasion, {mean("ratio")} AS by_occasion FROM before WHERE occasion IS NOT NULL GROUP BY ALL),
    thirds AS (
      SELECT shop, (month + INTERVAL 1 YEAR)::DATE AS month, third,
        1 + (avg(pay_amount) / any_value(whole) - 1) * count(*) / (count(*) + {FEW_OF_THIRD}) AS by_third
      FROM (SELECT *, avg(pay_amount) OVER (PARTITION BY shop, month) AS whole FROM sold WHERE occasion IS NULL)
      WHERE whole > 0 GROUP BY ALL),
    planned AS (
      SELECT shop, day,
        day_target / nullif(avg(day_target) FILTER (WHERE occasion IS NULL) OVER (PARTITION BY shop, month), 0)
          AS by_plan
      FROM goals JOIN days USING (shop, month, day)),
    weighed AS (
      SELECT shop, month, day, occasion, by_occasion, round(coalesce(by_weekday, 1) * coalesce(by_third, 1)
          * CASE WHEN occasion IS NULL THEN 1 ELSE coalesce(by_occasion, by_plan, 1) END, {DIGITS}) AS weight
      FROM days LEFT JOIN weekdays USING (shop, month, weekday) LEFT JOIN seen USING (shop, month, occasion)
        LEFT JOIN thirds USING (shop, month, third) LEFT JOIN planned USING (shop, day))
    SELECT shop, day, pay_amount, month_target, weight,
      CASE WHEN set_by_hand OR NOT bool_or(set_by_hand) OVER of_month THEN day_target
        ELSE (sum(day_target) FILTER (WHERE NOT set_by_hand) OVER of_month * weight
          / nullif({weights("of_month", "NOT set_by_hand")}, 0))::DECIMAL(18,4) END AS day_target,
      {weights("of_month")} AS month_weight,
      occasion IS NOT NULL AND by_occasion IS NULL AS unseen
    FROM weighed LEFT JOIN paid USING (shop, day) LEFT JOIN goals USING (shop, day)
    WINDOW of_month AS (PARTITION BY shop, weighed.month)"""
"""Every day of the months that have sales or targets: what was paid, its targets, its weight and that of its month.

Where some days of a month have a target of their own, the others share the rest by their weights.
`unseen` marks the days of an occasion that the shop had not seen before the month.
"""

ROLLUPS = (Materialized("daily_shape", SHAPE),)
