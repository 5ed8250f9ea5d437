"""Pace: what was paid against the targets, and how far along the month is."""

from metrics.catalogue.targets.plans import DAY_TARGET, GOALS, MONTH_TARGET
from metrics.catalogue.targets.shape import SHAPE, weights
from metrics.catalogue.trade.sales import PAID_DAY
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit, ratio, ratio_of_sums
from metrics.definition.rollups import Materialized
from text import Text

NAMED = Text("目标，或订单与店铺日报", "targets, or orders and the shop's daily report")

PACE = Facts(
    "pace",
    NAMED,
    f"""
    SELECT shop, day, pay_amount, day_target, month_target,
      sum(pay_amount) OVER so_far AS done, count(*) OVER so_far AS loaded_days,
      day(last_day(day)) AS days_in_month, day(last_day(day)) - day(day) AS days_left
    FROM ({PAID_DAY.sql}) LEFT JOIN ({GOALS.sql}) USING (shop, day)
    WINDOW so_far AS (PARTITION BY shop, date_trunc('month', day) ORDER BY day)""",
)
"""Each shop-day whose sales are loaded: what the month had made by then."""

WEIGHED = Facts(
    "weighed",
    NAMED,
    f"""
    SELECT shop, day, month_target, planned, sum(pay_amount) OVER so_far AS done,
      -- A plan that gives every day the same says nothing of how days differ: the shop's own shape does.
      CASE WHEN uneven THEN sum(day_target) OVER so_far
        ELSE planned * {weights("so_far")} / month_weight END AS due,
      {weights("so_far")} AS weight_so_far, month_weight
    FROM (
      SELECT *, sum(day_target) OVER whole AS planned,
        max(day_target) OVER whole - min(day_target) OVER whole > 0.01 AS uneven
      FROM ({SHAPE}) WINDOW whole AS (PARTITION BY shop, date_trunc('month', day)))
    WHERE pay_amount IS NOT NULL
    WINDOW so_far AS (PARTITION BY shop, date_trunc('month', day) ORDER BY day)""",
)
"""The same shop-days: what the month should have made by then, and how much of its weight is over."""

DAY_ATTAIN = Metric(
    "day_attain",
    Text("日目标达成率", "Day attainment"),
    Text(
        "支付金额达到日目标的比例，只算有数据且有目标的日子",
        "How much of the day targets was paid, over days with both",
    ),
    Text("支付金额 ÷ 日目标", "paid amount ÷ day target"),
    PACE,
    ratio_of_sums("pay_amount", "day_target"),
    Unit.PERCENT,
)
MONTH_ATTAIN = Metric(
    "month_attain",
    Text("月目标达成率", "Month attainment"),
    Text(
        "月初至最后一个有数据的日子，达到月目标的比例", "How much of the month's target was paid by the last loaded day"
    ),
    Text("本月累计支付金额 ÷ 月目标", "month to date paid amount ÷ month target"),
    PACE,
    ratio_of_sums("done", "month_target"),
    Unit.PERCENT,
    latest=True,
)
TIME_PROGRESS = Metric(
    "time_progress",
    Text("时间进度", "Elapsed share"),
    Text("有数据的天数占当月天数", "Loaded days as a share of the month's days"),
    Text("有数据的天数 ÷ 当月天数", "loaded days ÷ days of the month"),
    PACE,
    ratio("sum(loaded_days)", "sum(days_in_month)"),
    Unit.PERCENT,
    better=Better.NEITHER,
    latest=True,
)
TIME_PROGRESS_W = Metric(
    "time_progress_w",
    Text("加权时间进度", "Weighted elapsed share"),
    Text(
        "按每天的轻重计算，到今天应当完成的比例；各日目标不同就按日目标，一样就按本店历来的走势（星期、大促、节假日）",
        "The share that should be done by now: days weigh as their targets where these differ, else as they usually did"
        " in this shop (weekdays, promotions, holidays)",
    ),
    Text("有数据日子的权重之和 ÷ 全月权重之和", "weights of the loaded days ÷ those of the month"),
    WEIGHED,
    ratio_of_sums("due", "planned"),
    Unit.PERCENT,
    better=Better.NEITHER,
    latest=True,
)
PACE_GAP = Metric(
    "pace_gap",
    Text("进度差", "Pace gap"),
    Text("月达成率比加权时间进度高或低多少", "How far month attainment is ahead of the weighted elapsed share"),
    Text("月目标达成率 − 加权时间进度", "month attainment − weighted elapsed share"),
    WEIGHED,
    f"{MONTH_ATTAIN.value} - {TIME_PROGRESS_W.value}",
    Unit.POINTS,
    latest=True,
)
NEED_PER_DAY = Metric(
    "need_per_day",
    Text("剩余日均需", "Needed per day"),
    Text("要完成月目标，余下每天平均要做到的金额", "What each remaining day must make to reach the month's target"),
    Text("（月目标 − 本月累计）÷ 剩余天数", "(month target − month to date) ÷ days left"),
    PACE,
    "(sum(greatest(month_target - done, 0) / nullif(days_left, 0)) FILTER (WHERE month_target IS NOT NULL))"
    "::DECIMAL(18,2)",
    Unit.YUAN,
    better=Better.LOWER,
    latest=True,
)
MONTH_FORECAST = Metric(
    "month_forecast",
    Text("月末预测", "Month-end forecast"),
    Text(
        "照本店历来的走势，到月底会做到多少；权重只取自月初之前的销售",
        "What the month will come to if its days go as they usually do in this shop; weights are from before the month",
    ),
    Text("本月累计 ÷ 有数据日子的权重占比", "month to date ÷ the loaded days' share of the month's weights"),
    WEIGHED,
    f"sum({ratio('done * month_weight', 'weight_so_far')})::DECIMAL(18,2)",
    Unit.YUAN,
    latest=True,
)

METRICS = (
    DAY_ATTAIN,
    MONTH_ATTAIN,
    TIME_PROGRESS,
    TIME_PROGRESS_W,
    PACE_GAP,
    NEED_PER_DAY,
    MONTH_FORECAST,
    DAY_TARGET,
    MONTH_TARGET,
)

ROLLUPS = (
    Materialized("daily_weighed", WEIGHED.sql),
    Materialized("daily_pace", PACE.sql),
)
