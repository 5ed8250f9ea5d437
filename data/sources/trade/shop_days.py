"""店铺日报 of other origins: 生意参谋 首页 and 宏观监控, JD's 商智, Pinduoduo's 交易概况.

They fill the columns of one table by shop and day, so that files complete one another. Two refunds are kept apart:
`refund_finished` is what was refunded on the day, `refund_of_paid` what has been refunded so far of the orders
paid on it, which grows for weeks.
"""

from data.formats.kinds import COUNT, DAY, DURATION, MONEY, MONTH_FIRST, NUMBER, RATE, RATIO
from data.formats.source import SHOP, TAOBAO, Column, Source, platform
from data.sources.trade.shop_daily import SUBJECT
from text import Text

HOME = Source(
    name="shop_home",
    subject=SUBJECT,
    title=Text("首页核心指标", "Home page figures"),
    exported_from=Text("生意参谋 › 首页 › 核心指标", "Business Advisor › Home › Core figures"),
    file_name="生意参谋首页_{day}.xlsx",
    identified_by=("pay_amount",),
    identified_by_any=("refund_finished", "refund_of_paid"),
    columns=(
        SHOP,
        TAOBAO,
        Column("day", DAY, Text("统计日期", "Day"), also=("日期",), needed=True, from_file_name=True),
        Column("pay_amount", MONEY, Text("支付金额", "Paid amount")),
        Column("net_pay_amount", MONEY, Text("净支付金额", "Paid amount after refunds")),
        Column("visitors", COUNT, Text("访客数", "Visitors")),
        Column("page_views", COUNT, Text("浏览量", "Page views")),
        Column("pay_buyers", COUNT, Text("支付买家数", "Paying buyers")),
        Column("pay_items", COUNT, Text("支付件数", "Paid items")),
        Column("pay_suborders", COUNT, Text("支付子订单数", "Paid sub-orders")),
        Column("refund_finished", MONEY, Text("退款金额（完结时间）", "Refunds finished")),
        Column("refund_of_paid", MONEY, Text("退款金额（支付时间）", "Refunds of the day's payments")),
        # What is refunded on a day may be more than what is paid on it.
        Column("refund_amount_rate", RATIO, Text("金额退款率", "Refunds by amount")),
        Column("refund_order_rate", RATIO, Text("订单退款率", "Refunds by orders")),
        Column("refund_days", NUMBER, Text("退款处理时长(天)", "Days to refund")),
        Column("spend_keyword", MONEY, Text("关键词推广花费", "Keyword promotion")),
        Column("spend_audience", MONEY, Text("精准人群推广花费", "Audience promotion")),
        Column("spend_scene", MONEY, Text("智能场景花费", "Scene promotion")),
        Column("spend_whole", MONEY, Text("全站推广花费", "Whole-site promotion")),
        Column("commission", MONEY, Text("淘宝客佣金", "Affiliate commission")),
        Column("cart_users", COUNT, Text("加购人数", "Users adding to cart")),
        Column("cart_items", COUNT, Text("加购件数", "Items added to cart")),
        Column("fav_users", COUNT, Text("商品收藏人数", "Users adding to favourites")),
        Column("avg_stay_sec", DURATION, Text("平均停留时长", "Mean stay")),
        Column("old_buyers_amount", MONEY, Text("老客复购金额", "Paid by returning buyers")),
        Column("response_sec", DURATION, Text("旺旺人工响应时长(秒)", "Response by people")),
        Column("inquiry_rate", RATE, Text("咨询率", "Share of visitors inquiring")),
        Column("judged_rate", RATE, Text("平台判责率", "Cases the platform blames on the shop")),
        Column("pickup_24h_rate", RATE, Text("24小时揽收及时率", "Picked up within 24 hours")),
        Column("delivery_hours", NUMBER, Text("物流到货时长(小时)", "Hours to arrive")),
    ),
)

MONITOR = Source(
    name="shop_monitor",
    subject=SUBJECT,
    title=Text("商品宏观监控", "Products as a whole"),
    exported_from=Text("生意参谋 › 品类 › 宏观监控", "Business Advisor › Products › Overall"),
    file_name="【生意参谋平台】宏观监控_{day}.xls",
    header_row=5,
    identified_by=("day", "item_visitors"),
    identified_by_any=("items_visited", "items_paid", "cart_users", "refund_returned"),
    unlike=("访客数", "商品ID", "商品名称", "宝贝ID", "类目", "品类", "客服", "搜索词"),
    columns=(
        SHOP,
        TAOBAO,
        Column("day", DAY, Text("统计日期", "Day"), also=("日期",), needed=True),
        Column("item_visitors", COUNT, Text("商品访客数", "Product visitors")),
        Column("item_page_views", COUNT, Text("商品浏览量", "Product page views")),
        Column("items_visited", COUNT, Text("有访问商品数", "Products visited")),
        Column("items_paid", COUNT, Text("有支付商品数", "Products sold")),
        Column("fav_users", COUNT, Text("商品收藏人数", "Users adding to favourites")),
        Column("cart_users", COUNT, Text("商品加购人数", "Users adding to cart")),
        Column("cart_items", COUNT, Text("商品加购件数", "Items added to cart")),
        Column("item_stay_sec", DURATION, Text("商品平均停留时长", "Mean stay on products")),
        Column("item_bounce_rate", RATE, Text("商品详情页跳出率", "Bounce rate of products")),
        # What was paid for products is not the shop's paid amount to the cent, so it has columns of its own.
        Column("items_order_buyers", COUNT, Text("下单买家数", "Ordering buyers")),
        Column("items_order_amount", MONEY, Text("下单金额", "Ordered amount")),
        Column("items_pay_amount", MONEY, Text("支付金额", "Paid amount")),
        Column("pay_instalments", MONEY, Text("分期支付金额", "Paid by instalments")),
        Column("items_pay_buyers", COUNT, Text("支付买家数", "Paying buyers")),
        Column("pay_items", COUNT, Text("支付件数", "Paid items")),
        Column("new_buyers", COUNT, Text("支付新买家数", "New buyers")),
        Column("old_buyers", COUNT, Text("支付老买家数", "Returning buyers")),
        Column("old_buyers_amount", MONEY, Text("老买家支付金额", "Paid by returning buyers")),
        # Of goods sent back alone, so less than the refunds finished.
        Column("refund_returned", MONEY, Text("成功退货退款金额", "Refunds of goods sent back")),
    ),
)

JD = Source(
    name="shop_daily_jd",
    subject=SUBJECT,
    title=Text("京东商智店铺日报", "JD shop day"),
    exported_from=Text("京东商智 › 交易 › 交易概况", "JD Shangzhi › Trade › Overview"),
    rates_are_shares=True,
    file_name="京东_{day}_{shop}_商智.xls.xlsx",
    identified_by=("day", "pay_amount", "pay_buyers"),
    unlike=("商品ID", "SKU", "SKU ID", "商品编号", "商品名称", "客服", "客服昵称", "类目", "渠道", "统计时间"),
    columns=(
        SHOP,
        platform("京东"),
        Column("day", DAY, Text("日期", "Day"), also=("时间",), needed=True),
        Column("visitors", COUNT, Text("访客数", "Visitors"), also=("店铺访客数",)),
        Column("page_views", COUNT, Text("浏览量", "Page views"), also=("店铺浏览量",)),
        Column("avg_stay_sec", DURATION, Text("平均停留时间", "Mean stay"), also=("平均停留时长",)),
        Column("bounce_rate", RATE, Text("跳失率", "Bounce rate")),
        Column("pay_amount", MONEY, Text("成交金额", "Paid amount")),
        Column("pay_buyers", COUNT, Text("成交客户数", "Paying buyers")),
        Column("pay_orders", COUNT, Text("成交单量", "Paid orders")),
        Column("pay_items", COUNT, Text("成交商品件数", "Paid items")),
    ),
)

PDD = Source(
    name="shop_daily_pdd",
    subject=SUBJECT,
    title=Text("拼多多交易概况", "Pinduoduo shop day"),
    exported_from=Text("拼多多商家后台 › 数据中心 › 交易概况", "Pinduoduo › Data centre › Trade overview"),
    file_name="拼多多_{day}_{shop}_交易概况.xlsx",
    identified_by=("day", "pay_amount"),
    identified_by_any=("pay_orders", "pay_buyers"),
    unlike=("商品ID", "商品名称", "客服"),
    columns=(
        SHOP,
        platform("拼多多"),
        # Written 12-29-25; each figure's change stands beside it under one repeated heading, 较上周期.
        Column("day", MONTH_FIRST, Text("统计时间", "Day"), needed=True),
        Column("pay_amount", MONEY, Text("成交金额", "Paid amount")),
        Column("pay_orders", COUNT, Text("成交订单数", "Paid orders")),
        Column("pay_buyers", COUNT, Text("成交买家数", "Paying buyers")),
        Column("refund_finished", MONEY, Text("退款金额", "Refunds finished")),
        Column("refund_orders", COUNT, Text("退款单数", "Orders refunded")),
        Column("followers", COUNT, Text("关注用户数", "Followers")),
    ),
)

SOURCES = (HOME, MONITOR, JD, PDD)
