"""Budgets: what promotion may cost, entered and spread like any target, and how much of it is spent."""

from metrics.catalogue.targets.plans import GOALS, MONTH_TARGET, goals_of
from metrics.catalogue.trade.promotion import AD_SPEND, SPENDING
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit, ratio_of_sums
from text import Text

SAYS_TARGETS = Text("目标（指标写推广花费或推广预算）", "targets of ad spend")

BUDGETS = Facts("budgets", SAYS_TARGETS, goals_of(AD_SPEND.name))
"""The budget of each shop-day of the months that have one."""

SPENT = Facts(
    "spent",
    Text("目标，与推广报表或店铺日报", "targets, with promotion reports or the shop's daily report"),
    f"""
    SELECT shop, day, month_target AS month_budget, sum(spend) OVER (
      PARTITION BY shop, date_trunc('month', day) ORDER BY day) AS spent
    FROM (SELECT shop, day, sum(spend) AS spend FROM ({SPENDING.sql}) GROUP BY shop, day)
    LEFT JOIN ({BUDGETS.sql}) USING (shop, day)""",
)
"""Each shop-day whose spend is known: what the month had spent by then."""

COST_PLANS = Facts(
    "cost_plans",
    Text("推广预算与销售目标", "the ad budget and the sales target"),
    f"""
    SELECT shop, day, budgets.month_target AS month_budget, goals.month_target
    FROM ({BUDGETS.sql}) AS budgets JOIN ({GOALS.sql}) AS goals USING (shop, day)""",
)
"""The shop-days of the months that have both a budget and a sales target."""

AD_BUDGET = Metric(
    "ad_budget",
    Text("推广预算", "Ad budget"),
    Text(
        "当天可花的推广费；没有单独定的日子，由月预算的剩余部分均摊",
        "What promotion may cost on the day; where no day's budget is set, an even share of what the month's leaves",
    ),
    Text("日预算之和", "sum of day budgets"),
    BUDGETS,
    "sum(day_target)",
    Unit.YUAN,
    better=Better.NEITHER,
    adds_up=True,
)
AD_BUDGET_USED = Metric(
    "ad_budget_used",
    Text("预算使用率", "Budget used"),
    Text(
        "月初至最后一个有推广数据的日子，花掉了月预算的多少",
        "How much of the month's ad budget was spent by the last day whose spend is known",
    ),
    Text("本月累计推广花费 ÷ 月推广预算", "month to date ad spend ÷ the month's ad budget"),
    SPENT,
    ratio_of_sums("spent", "month_budget"),
    Unit.PERCENT,
    better=Better.NEITHER,
    latest=True,
)
AD_COST_RATIO_PLAN = Metric(
    "ad_cost_ratio_plan",
    Text("计划费比", "Planned cost ratio"),
    Text("月推广预算占月销售目标的比例", "The month's ad budget as a share of the month's sales target"),
    Text(f"月推广预算 ÷ {MONTH_TARGET.label.zh}", f"the month's ad budget ÷ {MONTH_TARGET.label.en.lower()}"),
    COST_PLANS,
    ratio_of_sums("month_budget", "month_target"),
    Unit.PERCENT,
    better=Better.NEITHER,
)

METRICS: tuple[Metric, ...] = (AD_BUDGET, AD_BUDGET_USED, AD_COST_RATIO_PLAN)
