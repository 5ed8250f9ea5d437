"""Load: how many buyers a person received beside what the team's people usually received that day."""

from metrics.catalogue.service.agent_days import AGENT_DAYS
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit, ratio_of_sums
from text import Text

FEWEST = 3
"""Of fewer people than this a median says nothing about one of them."""

LOADS = Facts(
    "loads",
    AGENT_DAYS.label,
    f"""
    SELECT *, CASE WHEN count(*) FILTER (WHERE receptions > 0) OVER together >= {FEWEST}
        THEN median(receptions) FILTER (WHERE receptions > 0) OVER together END AS usual
    FROM (
      SELECT shop, day, agent, min(team) AS team, sum(receptions)::DOUBLE AS receptions
      FROM ({AGENT_DAYS.sql}) GROUP BY shop, day, agent)
    WINDOW together AS (PARTITION BY shop, day, coalesce(team, ''))""",
    dimensions=("shop", "agent", "team"),
)
"""A row for each person's day, beside the median of the people of the team who received anybody that day."""

RECEPTION_LOAD = Metric(
    "reception_load",
    Text("接待负荷", "Reception load"),
    Text(
        f"一个人接待的人数是同组当天中位数的几倍；同组当天有接待的不足 {FEWEST} 人不算",
        "How many times the team's median of the day a person received; not told where fewer than"
        f" {FEWEST} of the team received anybody",
    ),
    Text("本人接待人数 ÷ 同组当天接待人数的中位数", "own receptions ÷ the team's median receptions of the day"),
    LOADS,
    ratio_of_sums("receptions", "usual"),
    Unit.FOLD,
    better=Better.LOWER,
    never_across=("agent",),
)

METRICS = (RECEPTION_LOAD,)
