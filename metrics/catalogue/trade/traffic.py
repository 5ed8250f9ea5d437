"""Traffic: how many people came, by which channel, and how many of them paid."""

from data.sources.trade import traffic
from metrics.catalogue.trade.sales import SAYS_REPORT, SHOP_REPORT
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit, ratio_of_sums, weighted
from metrics.definition.rollups import Materialized
from text import Text

CHANNELS = Facts(
    "channels",
    traffic.SUBJECT.title,
    # Leaves of two branches may bear one name (其他): the branch is written before it where they meet.
    """
    SELECT * REPLACE (CASE WHEN min(channel_path) OVER leaf <> max(channel_path) OVER leaf
      THEN concat_ws(' › ', level_1, channel) ELSE channel END AS channel)
    FROM (SELECT * REPLACE (coalesce(channel, level_4, level_3, level_2, level_1) AS channel) FROM traffic)
    WINDOW leaf AS (PARTITION BY shop, day, carrier, channel)""",
    dimensions=("shop", "carrier", "channel", "level_1", "level_2"),
    whole=traffic.SUBJECT.whole,
)

CHANNEL_SHARES = Facts(
    "channel_shares",
    Text("流量来源与店铺日报", "traffic by channel and the shop's daily report"),
    f"""
    SELECT channels.*, shop_visitors FROM ({CHANNELS.sql}) AS channels
    JOIN (SELECT shop, day, visitors AS shop_visitors FROM shop_daily) USING (shop, day)""",
    dimensions=CHANNELS.dimensions,
    whole=CHANNELS.whole,
)

VISITORS = Metric(
    "visitors",
    Text("访客数", "Visitors"),
    Text(
        "当天去重的访客，不可跨天、跨店、跨渠道相加",
        "Distinct visitors of a day; never added over days, shops or channels",
    ),
    Text("店铺日报的访客数", "the report's visitors"),
    SHOP_REPORT,
    "sum(visitors)::BIGINT",
    Unit.PEOPLE,
    never_across=("day", "shop"),
    instead="visitors_daily_mean",
    source_note=SAYS_REPORT,
)
DAILY_VISITORS = Metric(
    "visitors_daily_mean",
    Text("日均访客", "Mean daily visitors"),
    Text("每日访客数的平均，只算有数据的日子", "The mean of each day's visitors, over the days that are loaded"),
    Text("每日访客数之和 ÷ 有数据的天数", "sum of daily visitors ÷ days loaded"),
    SHOP_REPORT,
    "avg(visitors)",
    Unit.PEOPLE,
    never_across=("shop",),
    source_note=SAYS_REPORT,
)
PAGE_VIEWS = Metric(
    "page_views",
    Text("浏览量", "Page views"),
    Text("页面被打开的次数", "How often pages were opened"),
    Text("浏览量之和", "sum of page views"),
    SHOP_REPORT,
    "sum(page_views)::BIGINT",
    Unit.TIMES,
    adds_up=True,
    source_note=SAYS_REPORT,
)
PAY_CONVERSION = Metric(
    "pay_conversion",
    Text("支付转化率", "Pay conversion"),
    Text("访客中付款的比例；多日为合计相除", "The share of visitors who paid; over many days sum by sum"),
    Text("支付买家数 ÷ 访客数", "paying buyers ÷ visitors"),
    SHOP_REPORT,
    ratio_of_sums("pay_buyers", "visitors"),
    Unit.PERCENT,
    enough=500,
    sample="visitors",
    source_note=SAYS_REPORT,
)
UV_VALUE = Metric(
    "uv_value",
    Text("UV价值", "Value per visitor"),
    Text("平均每位访客带来的支付金额，不是客单价", "What each visitor brought; not the value per buyer"),
    Text("支付金额 ÷ 访客数，同取店铺日报", "paid amount ÷ visitors, both of the shop report"),
    SHOP_REPORT,
    ratio_of_sums("pay_amount", "visitors"),
    Unit.YUAN_EACH,
    source_note=SAYS_REPORT,
)
CART_RATE = Metric(
    "cart_rate",
    Text("加购率", "Cart rate"),
    Text("访客中把商品加入购物车的比例", "The share of visitors who put something in the cart"),
    Text("加购人数 ÷ 访客数", "users adding to cart ÷ visitors"),
    SHOP_REPORT,
    ratio_of_sums("cart_users", "visitors"),
    Unit.PERCENT,
    source_note=SAYS_REPORT,
)
CHANNEL_VISITORS = Metric(
    "channel_visitors",
    Text("渠道访客数", "Visitors by channel"),
    Text("一人可从多个渠道进店，渠道之间不可相加", "One person may enter by several channels: never add channels"),
    Text("流量来源的访客数", "the channel's visitors"),
    CHANNELS,
    "sum(visitors)::BIGINT",
    Unit.PEOPLE,
    never_across=("channel", "day", "shop", "carrier"),
)
CHANNEL_CONVERSION = Metric(
    "channel_conversion",
    Text("渠道转化率", "Conversion by channel"),
    Text("某渠道访客中付款的比例；渠道之间不可合计", "The share of a channel's visitors who paid; never over channels"),
    Text("渠道支付买家数 ÷ 渠道访客数", "the channel's paying buyers ÷ its visitors"),
    CHANNELS,
    ratio_of_sums("pay_buyers", "visitors"),
    Unit.PERCENT,
    never_across=("channel",),
    enough=500,
    sample="channel_visitors",
)
CHANNEL_PAY_AMOUNT = Metric(
    "channel_pay_amount",
    Text("渠道支付金额", "Paid amount by channel"),
    Text(
        "经某渠道来的访客支付的金额；一单可计入多个渠道",
        "What visitors of a channel paid; one order may count in several",
    ),
    Text("流量来源的支付金额", "the channel's paid amount"),
    CHANNELS,
    "sum(pay_amount)",
    Unit.YUAN,
    never_across=("channel",),
)
CHANNEL_UV_VALUE = Metric(
    "channel_uv_value",
    Text("渠道UV价值", "Value per visitor by channel"),
    Text("某渠道平均每位访客带来的支付金额", "What each visitor of a channel brought"),
    Text("渠道支付金额 ÷ 渠道访客数", "the channel's paid amount ÷ its visitors"),
    CHANNELS,
    ratio_of_sums("pay_amount", "visitors"),
    Unit.YUAN_EACH,
    never_across=("channel",),
)
CHANNEL_SHARE = Metric(
    "channel_share",
    Text("流量来源占比", "Channel share"),
    Text(
        "全店访客中经某渠道进店的比例；一人可走几个渠道，各渠道相加会超过 100%",
        "The share of the shop's visitors who came by a channel; one may come by several, so shares pass 100% together",
    ),
    Text("渠道访客数 ÷ 店铺访客数；多日为合计相除", "the channel's visitors ÷ the shop's; over days sum by sum"),
    CHANNEL_SHARES,
    ratio_of_sums("visitors", "shop_visitors"),
    Unit.PERCENT,
    better=Better.NEITHER,
    never_across=("channel", "carrier"),
)
VIEWS_PER_VISITOR = Metric(
    "views_per_visitor",
    Text("人均浏览量", "Views per visitor"),
    Text("平均每位访客看几页；多日为合计相除", "How many pages each visitor opened; over many days sum by sum"),
    Text("浏览量 ÷ 访客数", "page views ÷ visitors"),
    SHOP_REPORT,
    ratio_of_sums("page_views", "visitors"),
    Unit.TIMES_EACH,
    source_note=SAYS_REPORT,
)
VIEWS_PER_VISITOR_DAILY = Metric(
    "views_per_visitor_daily_mean",
    Text("人均浏览量（日均值）", "Views per visitor (daily mean)"),
    Text(
        "生意参谋多日的口径：每天的人均浏览量再取平均", "As Business Advisor counts many days: the mean of each day's"
    ),
    Text("每日人均浏览量之和 ÷ 天数", "sum of each day's views per visitor ÷ days"),
    SHOP_REPORT,
    "avg(page_views / nullif(visitors, 0))",
    Unit.TIMES_EACH,
    never_across=("shop",),
    source_note=SAYS_REPORT,
)
BOUNCE_RATE = Metric(
    "bounce_rate",
    Text("跳失率（日均值）", "Bounce rate (daily mean)"),
    Text(
        "进店没有点击就离开的访客比例；报表只给每日的值，多日取平均，与生意参谋一致",
        "Visitors who left without a click; the report gives each day's, a mean over days as Business Advisor has it",
    ),
    Text("每日跳失率之和 ÷ 天数", "sum of each day's bounce rate ÷ days"),
    SHOP_REPORT,
    "avg(bounce_rate)",
    Unit.PERCENT,
    better=Better.LOWER,
    never_across=("shop",),
    enough=200,
    sample="visitors",
    source_note=SAYS_REPORT,
)
BOUNCE_RATE_WEIGHTED = Metric(
    "bounce_rate_weighted",
    Text("跳失率（按访客加权）", "Bounce rate (by visitors)"),
    Text(
        "多日、多店按访客数加权，大日子分量重", "Weighted by visitors over days and shops, so that busy days count more"
    ),
    Text("Σ(跳失率 × 访客数) ÷ Σ访客数", "Σ(bounce rate × visitors) ÷ Σ visitors"),
    SHOP_REPORT,
    weighted("bounce_rate", "visitors"),
    Unit.PERCENT,
    better=Better.LOWER,
    source_note=SAYS_REPORT,
)
AVG_STAY = Metric(
    "avg_stay_sec",
    Text("平均停留时长（日均值）", "Mean stay (daily mean)"),
    Text(
        "访客平均停留多久；报表只给每日的值，多日取平均，与生意参谋一致",
        "How long visitors stayed; the report gives each day's, a mean over days as Business Advisor has it",
    ),
    Text("每日平均停留时长之和 ÷ 天数", "sum of each day's mean stay ÷ days"),
    SHOP_REPORT,
    "avg(avg_stay_sec)",
    Unit.SECONDS,
    never_across=("shop",),
    source_note=SAYS_REPORT,
)
AVG_STAY_WEIGHTED = Metric(
    "avg_stay_sec_weighted",
    Text("平均停留时长（按访客加权）", "Mean stay (by visitors)"),
    Text("多日、多店按访客数加权", "Weighted by visitors over days and shops"),
    Text("Σ(平均停留时长 × 访客数) ÷ Σ访客数", "Σ(mean stay × visitors) ÷ Σ visitors"),
    SHOP_REPORT,
    weighted("avg_stay_sec", "visitors"),
    Unit.SECONDS,
    source_note=SAYS_REPORT,
)

METRICS = (
    VISITORS,
    DAILY_VISITORS,
    PAGE_VIEWS,
    PAY_CONVERSION,
    UV_VALUE,
    CART_RATE,
    CHANNEL_VISITORS,
    CHANNEL_CONVERSION,
    CHANNEL_PAY_AMOUNT,
    CHANNEL_UV_VALUE,
    CHANNEL_SHARE,
    VIEWS_PER_VISITOR,
    VIEWS_PER_VISITOR_DAILY,
    BOUNCE_RATE,
    BOUNCE_RATE_WEIGHTED,
    AVG_STAY,
    AVG_STAY_WEIGHTED,
)

ROLLUPS = (Materialized("daily_channels", CHANNELS.sql),)
