"""Refunds: what went back, by the day it was settled, and what remained; how often, how long, whose fault."""

from metrics.catalogue.trade.sales import PAID_DAY, SHOP_REPORT
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit, ratio
from text import Text

WINDOW = 30
"""Days that the platform's refund rates look back over."""

# 不需客服介入 and 需要客服介入 are the states before the platform has stepped in.
DISPUTED = "regexp_matches(intervention, '已经?介入|初审|复审|处理完成')"
QUALITY = (
    "regexp_matches(concat_ws(' ', reason, reason_tag), '质量|品质|破损|瑕疵|污渍|描述不符|假冒|假货|变质|过期|异味')"
)

SETTLED = f"""
    SELECT shop, finish_time::DATE AS day, count(*) AS refunds, sum(refund_total) AS refunded,
      count(*) FILTER (WHERE {DISPUTED}) AS disputed, count(*) FILTER (WHERE {QUALITY}) AS poor,
      sum(date_diff('second', apply_time, finish_time)) AS seconds_taken
    FROM refunds WHERE state = 'done' AND finish_time IS NOT NULL GROUP BY ALL"""

FINISHED = Facts(
    "finished",
    Text("店铺日报、退款概况或退款管理", "the shop's daily report, the refund overview or the list of refunds"),
    # A list of refunds is exported by the day they were asked for, so it holds but a part of those settled on a day.
    f"""
    SELECT shop, day, pay_amount, coalesce(reported, overview, listed) AS refund FROM (
      SELECT shop, day, sum(pay_amount) AS pay_amount, sum(reported) AS reported, sum(overview) AS overview,
        sum(listed) AS listed
      FROM (
        SELECT shop, day, refund_finished AS reported FROM shop_daily
        UNION ALL BY NAME SELECT shop, day, refund AS overview FROM refund_days
        UNION ALL BY NAME SELECT shop, day, refunded AS listed FROM ({SETTLED})
        UNION ALL BY NAME SELECT shop, day, pay_amount FROM ({PAID_DAY.sql}))
      GROUP BY shop, day)""",
)
"""What was refunded on each shop-day, whatever the day it had been paid on, beside what was paid on it."""

LAST_30_DAYS = Facts(
    "refunds_30_days",
    Text(
        "退款管理，与店铺日报或宝贝报表", "the list of refunds, with the shop's daily report or the order item report"
    ),
    # Only days whose whole window lies within what the list of refunds and the sub-orders tell.
    f"""
    WITH settled AS ({SETTLED}),
    known AS (
      SELECT shop, min(apply_time)::DATE AS first_day, greatest(max(apply_time), max(finish_time))::DATE AS last_day
      FROM refunds GROUP BY shop),
    sold AS (
      SELECT shop, day, coalesce(max(reported), max(listed)) AS suborders FROM (
        SELECT shop, day, pay_suborders AS reported FROM shop_daily
        UNION ALL BY NAME SELECT shop, pay_time::DATE AS day, count(*) AS listed
          FROM order_items WHERE pay_time IS NOT NULL GROUP BY ALL)
      GROUP BY shop, day HAVING suborders IS NOT NULL),
    windowed AS (
      SELECT shop, day, sum(suborders) OVER month AS suborders, sum(refunds) OVER month AS refunds,
        sum(disputed) OVER month AS disputed, sum(poor) OVER month AS poor,
        sum(seconds_taken) OVER month / 86400 AS days_taken, count(suborders) OVER month AS days_sold
      FROM sold FULL JOIN settled USING (shop, day)
      WINDOW month AS (PARTITION BY shop ORDER BY day RANGE BETWEEN INTERVAL {WINDOW - 1} DAYS PRECEDING
        AND CURRENT ROW))
    SELECT * FROM windowed JOIN known USING (shop)
    WHERE day BETWEEN first_day + {WINDOW - 1} AND last_day AND days_sold = {WINDOW}""",
)
"""Each shop-day's refunds settled, and sub-orders paid, in the 30 days up to it."""

BLAMED = Facts(
    "blamed",
    Text("首页核心指标或体验分", "the home page figures or the experience scores"),
    """
    SELECT shop, day, max(rate) AS rate FROM (
      SELECT shop, day, judged_rate AS rate FROM shop_daily
      UNION ALL SELECT shop, day, score FROM scores WHERE item = '平台判责率')
    WHERE rate IS NOT NULL GROUP BY shop, day""",
)
"""The share of cases that the platform blames on the shop, as it says on each shop-day."""

REFUND_AMOUNT_FINISH = Metric(
    "refund_amount_finish",
    Text("退款金额（完结）", "Refunds by finish day"),
    Text(
        "当天完结的成功退款，不论订单哪天付款；与按付款日计的退款并列看",
        "Refunds settled that day, whenever the order was paid; stands beside refunds by pay day",
    ),
    Text("成功退款之和，按完结日计", "sum of refunds made, on the day they were settled"),
    FINISHED,
    "sum(refund)",
    Unit.YUAN,
    better=Better.LOWER,
    adds_up=True,
    source_note=Text(
        "店铺日报；没有则退款概况，再没有则退款管理", "the shop report, else the refund overview, else the list"
    ),
)
NET_PAY_AMOUNT = Metric(
    "net_pay_amount",
    Text("净支付金额", "Net paid amount"),
    Text(
        "支付金额减去当天完结的退款，只算两者都有的日子；按付款日扣退款的另列",
        "The amount paid less the refunds settled that day, over days with both; net by pay day stands apart",
    ),
    Text("支付金额 − 退款金额（完结）", "paid amount − refunds by finish day"),
    FINISHED,
    "sum(pay_amount - refund)",
    Unit.YUAN,
    adds_up=True,
)
NET_PAY_AMOUNT_REPORT = Metric(
    "net_pay_amount_report",
    Text("净支付金额（平台）", "Net paid amount (platform)"),
    Text("平台首页自己给出的净支付金额", "The net amount as the platform's own home page gives it"),
    Text("首页核心指标的净支付金额之和", "sum of the home page's net paid amount"),
    SHOP_REPORT,
    "sum(net_pay_amount)",
    Unit.YUAN,
    adds_up=True,
    source_note=Text("首页核心指标", "the home page figures"),
)
REFUND_AMOUNT_PAY_REPORT = Metric(
    "refund_amount_pay_report",
    Text("退款金额（支付，平台）", "Refunds by pay day (platform)"),
    Text(
        "平台首页给出的当天付款订单至今退款，随时间增长",
        "What the platform's home page says has been refunded so far of the day's payments; grows for weeks",
    ),
    Text("首页核心指标的退款金额（支付时间）之和", "sum of the home page's refunds of the day's payments"),
    SHOP_REPORT,
    "sum(refund_of_paid)",
    Unit.YUAN,
    better=Better.LOWER,
    adds_up=True,
    final_after=21,
    source_note=Text("首页核心指标", "the home page figures"),
)
REFUNDS_30 = Metric(
    "refunds_30d",
    Text("成功退款笔数（30天）", "Refunds made in 30 days"),
    Text("近 30 天完结的成功退款笔数", "Refunds settled in the last 30 days"),
    Text("近 30 天成功退款计数", "count of refunds made in 30 days"),
    LAST_30_DAYS,
    "sum(refunds)::BIGINT",
    Unit.ORDERS,
    better=Better.LOWER,
    latest=True,
    window=WINDOW,
)
SUBORDERS_30 = Metric(
    "suborders_30d",
    Text("支付子订单数（30天）", "Paid sub-orders in 30 days"),
    Text("近 30 天付款的子订单数", "Sub-orders paid in the last 30 days"),
    Text("近 30 天付款子订单计数", "count of sub-orders paid in 30 days"),
    LAST_30_DAYS,
    "sum(suborders)::BIGINT",
    Unit.ORDERS,
    latest=True,
    window=WINDOW,
)


def _per_suborder(name: str, label: Text, meaning: Text, formula: Text, column: str) -> Metric:
    return Metric(
        name,
        label,
        meaning,
        formula,
        LAST_30_DAYS,
        ratio(f"sum(coalesce({column}, 0))", "sum(suborders)"),
        Unit.PERCENT,
        better=Better.LOWER,
        enough=100,
        sample=SUBORDERS_30.name,
        latest=True,
        window=WINDOW,
    )


REFUND_RATE_30 = _per_suborder(
    "refund_rate_30d",
    Text("退款率（笔数，30天）", "Refund rate, count, 30 days"),
    Text(
        "近 30 天成功退款笔数占同期付款子订单的比例",
        "Refunds settled in 30 days as a share of the sub-orders paid in them",
    ),
    Text("近 30 天成功退款笔数 ÷ 近 30 天支付子订单数", "refunds made in 30 days ÷ sub-orders paid in 30 days"),
    "refunds",
)
DISPUTE_REFUND_RATE = _per_suborder(
    "dispute_refund_rate",
    Text("纠纷退款率", "Dispute refund rate"),
    Text(
        "平台客服介入后退款成功的笔数，占近 30 天付款子订单的比例",
        "Refunds made after the platform stepped in, as a share of the sub-orders paid in 30 days",
    ),
    Text(
        "近 30 天介入后成功退款 ÷ 近 30 天支付子订单数", "refunds after dispute in 30 days ÷ sub-orders paid in 30 days"
    ),
    "disputed",
)
QUALITY_REFUND_RATE = _per_suborder(
    "quality_refund_rate",
    Text("品质退款率", "Quality refund rate"),
    Text(
        "退款原因写明质量、破损、描述不符、假冒等的成功退款，占近 30 天付款子订单的比例",
        "Refunds whose reason names quality, damage, wrong description or fakes, over sub-orders paid in 30 days",
    ),
    Text(
        "近 30 天品质原因成功退款 ÷ 近 30 天支付子订单数", "refunds for quality in 30 days ÷ sub-orders paid in 30 days"
    ),
    "poor",
)
REFUND_DAYS = Metric(
    "refund_days",
    Text("退款处理时长", "Refund handling time"),
    Text("近 30 天完结的退款从申请到完结平均多久", "How long refunds settled in 30 days took from request to finish"),
    Text("Σ(完结时间 − 申请时间) ÷ 成功退款笔数", "Σ(finished − applied) ÷ refunds made"),
    LAST_30_DAYS,
    ratio("sum(days_taken)", "sum(refunds)"),
    Unit.DAYS,
    better=Better.LOWER,
    enough=20,
    sample=REFUNDS_30.name,
    latest=True,
    window=WINDOW,
)
REFUND_DAYS_REPORT = Metric(
    "refund_days_report",
    Text("退款处理时长（平台，日均值）", "Refund handling time (platform, daily mean)"),
    Text(
        "平台首页每日给出的退款处理时长，多日取平均",
        "The time the platform's home page gives each day; a mean over days",
    ),
    Text("首页核心指标的退款处理时长，按日平均", "mean over days of the home page's handling time"),
    SHOP_REPORT,
    "avg(refund_days)",
    Unit.DAYS,
    better=Better.LOWER,
    never_across=("shop",),
    source_note=Text("首页核心指标", "the home page figures"),
)
LIABILITY_RATE = Metric(
    "liability_rate",
    Text("平台判责率", "Liability rate"),
    Text("平台判定商家有责的比例，照平台给出的值", "The share of cases the platform blames on the shop, as it says"),
    Text("期内最后一天的平台判责率", "the platform's rate on the last day of the period"),
    BLAMED,
    "max(rate)",
    Unit.PERCENT,
    better=Better.LOWER,
    never_across=("shop",),
    latest=True,
)

METRICS = (
    NET_PAY_AMOUNT,
    NET_PAY_AMOUNT_REPORT,
    REFUND_AMOUNT_FINISH,
    REFUND_AMOUNT_PAY_REPORT,
    REFUND_RATE_30,
    DISPUTE_REFUND_RATE,
    QUALITY_REFUND_RATE,
    LIABILITY_RATE,
    REFUND_DAYS,
    REFUND_DAYS_REPORT,
    REFUNDS_30,
    SUBORDERS_30,
)
