"""Targets of persons: what each is to sell on a day, and what was sold under their name."""

from data.sources.targets import targets
from metrics.catalogue.service.agent_days import AGENT_DAYS
from metrics.catalogue.service.service import CS_SALES
from metrics.catalogue.targets.plans import ALL_PLANS, GOALS
from metrics.definition.facts import Facts
from metrics.definition.metric import Metric, Unit, ratio_of_sums
from metrics.definition.rollups import Materialized
from text import Text

_TARGETS = f"""
    SELECT shop, period, person, min(nullif(team, '')) AS team, sum(amount) AS amount
    FROM (
      FROM ({ALL_PLANS})
      WHERE person <> '' AND amount IS NOT NULL AND metric IN ('{CS_SALES.name}', '{targets.PAY_AMOUNT}')
        AND regexp_full_match(period, '\\d{{4}}-\\d\\d(-\\d\\d)?')
      QUALIFY metric = min(metric) OVER (PARTITION BY shop, person, left(period, 7)))
    GROUP BY ALL"""
"""Targets of persons for months and days: of service sales where these are set, else of paid sales."""

PERSON_GOALS = f"""
    WITH told AS ({_TARGETS}), goals AS ({GOALS.sql}),
    months AS (
      SELECT shop, person, min(team) AS team, (left(period, 7) || '-01')::DATE AS month,
        max(amount) FILTER (WHERE length(period) = 7) AS whole
      FROM told GROUP BY ALL),
    days AS (
      SELECT *, unnest(generate_series(month, last_day(month), INTERVAL 1 DAY))::DATE AS day FROM months),
    known AS (
      SELECT days.*, told.amount, CASE WHEN told.amount IS NULL THEN coalesce(goals.day_target, 0) END AS part
      FROM days
      LEFT JOIN told ON told.shop = days.shop AND told.person = days.person
        AND told.period = strftime(days.day, '%Y-%m-%d')
      LEFT JOIN goals ON goals.shop = days.shop AND goals.day = days.day),
    shared AS (
      SELECT *, greatest(whole - coalesce(sum(amount) OVER whole_month, 0), 0)::DOUBLE AS rest,
        CASE WHEN sum(part) OVER whole_month > 0 THEN part ELSE part + 1 END AS weight
      FROM known WINDOW whole_month AS (PARTITION BY shop, person, month)),
    running AS (
      SELECT *, sum(weight) OVER so_far AS until, sum(weight) OVER (PARTITION BY shop, person, month) AS every
      FROM shared WINDOW so_far AS (PARTITION BY shop, person, month ORDER BY day))
    SELECT shop, day, person, team, coalesce(amount,
      (rest * until / every)::DECIMAL(18,2) - (rest * (until - weight) / every)::DECIMAL(18,2)) AS day_target
    FROM running"""
"""The target of each person's day: the day's own, else a share of the month's as the shop's day is of its month."""

PERSON_DAYS = Facts(
    "person_days",
    Text("目标（写到个人），与客服绩效", "targets of persons, with service performance"),
    f"""
    SELECT shop, day, person AS agent, coalesce(planned.team, sold.team) AS team, day_target, sales
    FROM ({PERSON_GOALS}) AS planned
    LEFT JOIN (
      SELECT shop, day, agent AS person, min(team) AS team, sum(sales) AS sales
      FROM ({AGENT_DAYS.sql}) GROUP BY ALL) AS sold USING (shop, day, person)
    WHERE day_target IS NOT NULL""",
    dimensions=("shop", "agent", "team"),
)
"""Each person's day that has a target, with what was sold under their name."""

PERSON_DAY_TARGET = Metric(
    "person_day_target",
    Text("个人日目标", "Person's day target"),
    Text(
        "个人当天的目标；没有单独定的日子，按全店各天目标的轻重分摊个人月目标的剩余部分",
        "A person's target of the day; where none is set, a share of what the person's month leaves, as heavy as the"
        " shop's day is in its month",
    ),
    Text("个人日目标之和", "sum of the persons' day targets"),
    PERSON_DAYS,
    "sum(day_target)",
    Unit.YUAN,
    adds_up=True,
)
PERSON_ATTAIN = Metric(
    "person_attain",
    Text("个人目标达成率", "Person's attainment"),
    Text(
        "客服销售额达到个人日目标的比例，只算有目标且有数据的日子",
        "How much of their day targets was sold under the persons' names, over days with both",
    ),
    Text("客服销售额 ÷ 个人日目标", "customer service sales ÷ the persons' day targets"),
    PERSON_DAYS,
    ratio_of_sums("sales", "day_target"),
    Unit.PERCENT,
)

METRICS: tuple[Metric, ...] = (PERSON_DAY_TARGET, PERSON_ATTAIN)

ROLLUPS = (Materialized("daily_persons", PERSON_DAYS.sql),)
