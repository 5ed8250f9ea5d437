"""Pace: what was paid against the targets, and how far along the month is."""

from metrics.facts import Facts
from metrics.metric import Better, Metric, Unit, ratio, ratio_of_sums
from metrics.plans import GOALS
from metrics.sales import PAID_DAY
from text import Text

PACE = Facts(
    "pace",
    Text("目标，或订单与店铺日报", "targets, or orders and the shop's daily report"),
    f"""
    SELECT shop, day, pay_amount, day_target, month_target,
      sum(pay_amount) OVER so_far AS done, sum(day_target) OVER so_far AS due, planned,
      count(*) OVER so_far AS loaded_days, day(last_day(day)) AS days_in_month,
      day(last_day(day)) - day(day) AS days_left
    FROM ({PAID_DAY.sql})
    LEFT JOIN (SELECT *, sum(day_target) OVER (PARTITION BY shop, month) AS planned FROM ({GOALS.sql}))
      USING (shop, day)
    WINDOW so_far AS (PARTITION BY shop, date_trunc('month', day) ORDER BY day)""",
)
"""Each shop-day whose sales are loaded: what the month had made by then and what it should have made."""

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
        "按日目标的轻重计算，到今天应当完成的比例",
        "The share that should be done by now, each day weighing as much as its target",
    ),
    Text("有数据日子的日目标之和 ÷ 全月日目标之和", "day targets of the loaded days ÷ those of the month"),
    PACE,
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
    PACE,
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

METRICS = (
    DAY_ATTAIN,
    MONTH_ATTAIN,
    TIME_PROGRESS,
    TIME_PROGRESS_W,
    PACE_GAP,
    NEED_PER_DAY,
    DAY_TARGET,
    MONTH_TARGET,
)
