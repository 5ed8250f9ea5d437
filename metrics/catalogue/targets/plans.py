"""Plans: the targets that were set, as a target for every shop and day, and for every person and day."""

from data.records.plan_rows import ENTERED, PROPOSED, QUARTER
from data.sources.targets import targets
from metrics.definition.facts import Facts
from metrics.definition.metric import Metric, Unit
from metrics.definition.rollups import Materialized
from text import Text

ALL_PLANS = f"""
    WITH approved AS (SELECT shop, quarter, max(version) AS version FROM plan_versions WHERE approved GROUP BY ALL)
    SELECT shop, period, team, person, metric, amount, floor, stretch
    FROM ({PROPOSED}) SEMI JOIN approved USING (shop, quarter, version)
    UNION ALL
    SELECT shop, period, team, person, metric, amount, floor, stretch
    FROM (SELECT *, {QUARTER} AS quarter FROM ({ENTERED})) ANTI JOIN approved USING (shop, quarter)"""
"""The targets that count, of every metric: the approved version of a shop's quarter, else whatever is entered."""


def plans_of(metric: str) -> str:
    """SQL for every target of one metric that counts, of shops, teams and persons."""
    return f"""
    SELECT shop, period, team, person, amount FROM ({ALL_PLANS})
    WHERE metric = '{metric}' AND amount IS NOT NULL"""


PLANS = plans_of(targets.PAY_AMOUNT)


def _months_of(plans: str) -> str:
    """SQL for the target of each shop's month: its own, or what its days, teams or persons add up to."""
    return f"""
    SELECT shop, month, coalesce(own, CASE WHEN days_planned = day(last_day(month)) THEN by_day END, by_team, by_person)
      AS month_target
    FROM (
      SELECT shop, date_trunc('month', try_cast(left(period, 7) || '-01' AS DATE))::DATE AS month,
        max(amount) FILTER (WHERE length(period) = 7 AND team = '' AND person = '') AS own,
        sum(amount) FILTER (WHERE length(period) = 10 AND team = '' AND person = '') AS by_day,
        count(*) FILTER (WHERE length(period) = 10 AND team = '' AND person = '') AS days_planned,
        sum(amount) FILTER (WHERE length(period) = 7 AND team <> '' AND person = '') AS by_team,
        sum(amount) FILTER (WHERE length(period) = 7 AND person <> '') AS by_person
      FROM ({plans}) GROUP BY ALL)
    WHERE month IS NOT NULL"""


def goals_of(metric: str) -> str:
    """SQL for the target of each shop-day; what a month's own days leave is spread over its other days, to the cent.

    `set_by_hand` says that the day has a target of its own.
    """
    plans = plans_of(metric)
    return f"""
    WITH plans AS ({plans}), months AS ({_months_of(plans)}),
    days AS (
      SELECT shop, month, month_target, unnest(generate_series(month, last_day(month), INTERVAL 1 DAY))::DATE AS day
      FROM months),
    known AS (
      SELECT days.*, plans.amount FROM days LEFT JOIN plans
        ON plans.shop = days.shop AND plans.period = strftime(days.day, '%Y-%m-%d')
        AND plans.team = '' AND plans.person = ''),
    counted AS (
      SELECT *, CASE WHEN month_target IS NOT NULL
          THEN greatest(month_target - coalesce(sum(amount) OVER whole_month, 0), 0) END AS rest,
        count(*) FILTER (WHERE amount IS NULL) OVER whole_month AS open_days,
        count(*) FILTER (WHERE amount IS NULL) OVER (PARTITION BY shop, month ORDER BY day) AS nth
      FROM known WINDOW whole_month AS (PARTITION BY shop, month))
    SELECT shop, day, month, month_target, coalesce(amount,
      (rest * nth / open_days)::DECIMAL(18,2) - (rest * (nth - 1) / open_days)::DECIMAL(18,2)) AS day_target,
      amount IS NOT NULL AS set_by_hand
    FROM counted"""


GOALS = Facts("goals", targets.SUBJECT.title, goals_of(targets.PAY_AMOUNT))
"""The sales target of each shop-day of the months that have one."""

DAY_TARGET = Metric(
    "day_target",
    Text("日目标", "Day target"),
    Text(
        "当天的目标；没有单独定的日子，由月目标的剩余部分均摊",
        "The day's target; where none is set, an even share of what the month's target leaves",
    ),
    Text("日目标之和", "sum of day targets"),
    GOALS,
    "sum(day_target)",
    Unit.YUAN,
    adds_up=True,
)
MONTH_TARGET = Metric(
    "month_target",
    Text("月目标", "Month target"),
    Text(
        "全店月目标；没有则取日目标、小组或个人目标之和",
        "The shop's month target; else the sum of its days, teams or people",
    ),
    Text("期末所在月的目标", "the target of the month the period ends in"),
    GOALS,
    "sum(month_target)",
    Unit.YUAN,
    latest=True,
)

ROLLUPS = (
    Materialized("daily_goals", GOALS.sql),
    Materialized("planned", PLANS),
)
