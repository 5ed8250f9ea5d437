"""店铺日报: a shop's day as 生意参谋 自助取数 exports it; the columns are the reader's own choice.

Its costs of promotion and its commission are what the promotion files tell in detail: the two are never added.
"""

from data.formats.kinds import COUNT, DAY, DURATION, MONEY, RATE, SCORE
from data.formats.source import SHOP, TAOBAO, Column, Source
from data.formats.subject import Subject
from text import Text

SUBJECT = Subject(
    "shop_daily",
    Text("店铺日报", "Shop daily report"),
    grain=("shop", "day"),
    money="pay_amount",
)

SHOP_DAILY = Source(
    name="shop_daily",
    subject=SUBJECT,
    title=Text("店铺日报", "Shop daily report"),
    exported_from=Text("生意参谋 › 取数 › 自助取数 › 店铺", "Business Advisor › Self-service data › Shop"),
    file_name="天猫_{day}_{shop}_生意参谋_店铺销售数据.xlsx",
    # The same report of a single product has its title above the header, which so stands one row lower.
    sibling_at=("自助取数", 5),
    identified_by=("day",),
    # Of 2018 the shop's day comes in four files: trade, traffic, service and the rest.
    identified_by_any=(
        "visitors", "pay_amount", "refund_asked", "refund_asked_buyers", "reviews", "reviews_positive",
        "reviews_negative", "reviews_pictured", "parcels_picked_up", "parcels_sent", "parcels_delivering",
        "parcels_signed",
    ),
    unlike=(
        "商品ID", "商品名称", "旺旺昵称", "旺旺", "客服昵称", "账户名", "客服", "来源", "来源明细", "一级来源",
        "流量来源", "渠道", "计划ID", "计划名字", "搜索词", "订单编号", "商品访客占比", "场景ID", "品类", "类目",
        "宝贝ID", "宝贝名称", "SKU", "SKU ID", "商品编号", "所属计划", "计划名称", "计划基本信息", "推广名称", "主体ID",
        "成交客户数", "成交单量", "成交订单数", "退款编号", "评价内容", "账号", "客服账号",
    ),
    columns=(
        SHOP,
        TAOBAO,
        Column("day", DAY, Text("统计日期", "Day"), also=("日期", "时间"), needed=True),
        Column("visitors", COUNT, Text("访客数", "Visitors")),
        Column("visitors_mobile", COUNT, Text("无线端访客数", "Visitors on mobile")),
        Column("visitors_new", COUNT, Text("新访客数", "New visitors")),
        Column("visitors_old", COUNT, Text("老访客数", "Returning visitors")),
        Column("page_views", COUNT, Text("浏览量", "Page views")),
        Column("item_visitors", COUNT, Text("商品访客数", "Product visitors")),
        Column("item_page_views", COUNT, Text("商品浏览量", "Product page views")),
        Column("avg_stay_sec", DURATION, Text("平均停留时长", "Mean stay")),
        Column("bounce_rate", RATE, Text("跳失率", "Bounce rate")),
        Column("cart_users", COUNT, Text("加购人数", "Users adding to cart")),
        Column("cart_items", COUNT, Text("加购件数", "Items added to cart")),
        Column("fav_users", COUNT, Text("商品收藏买家数", "Users adding to favourites"), also=("商品收藏人数",)),
        Column("order_amount", MONEY, Text("下单金额", "Ordered amount")),
        Column("order_buyers", COUNT, Text("下单买家数", "Ordering buyers")),
        Column("order_items", COUNT, Text("下单件数", "Ordered items")),
        Column("pay_amount", MONEY, Text("支付金额", "Paid amount")),
        Column("pay_buyers", COUNT, Text("支付买家数", "Paying buyers")),
        Column("pay_items", COUNT, Text("支付件数", "Paid items")),
        Column("pay_suborders", COUNT, Text("支付子订单数", "Paid sub-orders")),
        Column("pay_orders", COUNT, Text("支付父订单数", "Paid orders"), also=("支付订单数",)),
        Column("old_buyers", COUNT, Text("支付老买家数", "Returning buyers")),
        Column("new_buyers", COUNT, Text("支付新买家数", "New buyers")),
        Column("old_buyers_amount", MONEY, Text("老买家支付金额", "Paid by returning buyers")),
        Column("refund_asked", MONEY, Text("售中申请退款金额", "Refunds asked for before receipt")),
        Column("refund_asked_buyers", COUNT, Text("售中申请退款买家数", "Buyers asking for refunds before receipt")),
        Column("refund_finished", MONEY, Text("成功退款金额", "Refunds finished")),
        Column("reviews", COUNT, Text("评价数", "Reviews")),
        Column("reviews_negative", COUNT, Text("负面评价数", "Negative reviews")),
        Column("reviews_positive", COUNT, Text("正面评价数", "Positive reviews")),
        Column("reviews_pictured", COUNT, Text("有图评价数", "Reviews with pictures")),
        Column("item_score", SCORE, Text("描述相符评分", "Score: as described")),
        Column("service_score", SCORE, Text("服务态度评分", "Score: service")),
        Column("delivery_score", SCORE, Text("物流服务评分", "Score: delivery")),
        Column("parcels_picked_up", COUNT, Text("揽收包裹数", "Parcels picked up")),
        Column("parcels_sent", COUNT, Text("发货包裹数", "Parcels sent")),
        Column("parcels_delivering", COUNT, Text("派送包裹数", "Parcels out for delivery")),
        Column("parcels_signed", COUNT, Text("签收成功包裹数", "Parcels received")),
        Column("pay_to_receipt_sec", DURATION, Text("平均支付_签收时长(秒)", "Mean time from payment to receipt")),
        Column("spend_whole", MONEY, Text("全站推广花费", "Whole-site promotion"), also=("全站推广",)),
        Column(
            "spend_keyword", MONEY, Text("关键词推广花费", "Keyword promotion"), also=("关键词推广消耗", "直通车消耗"),
        ),
        Column("spend_audience", MONEY, Text("精准人群推广花费", "Audience promotion"), also=("人群推广消耗",)),
        Column("spend_scene", MONEY, Text("智能场景花费", "Scene promotion")),
        Column("spend_display", MONEY, Text("钻石展位消耗", "Display promotion")),
        Column("spend_wanxiang", MONEY, Text("万相台消耗", "Wanxiangtai promotion")),
        Column("spend_video", MONEY, Text("超级短视频", "Short video promotion")),
        # A total that managers book by hand; those above are parts of it.
        Column("spend_total", MONEY, Text("推广费用", "Promotion in all")),
        Column("commission", MONEY, Text("淘宝客佣金", "Affiliate commission")),
        Column("followers_new", COUNT, Text("关注店铺人数", "Users following the shop")),
        Column("members", COUNT, Text("会员总数", "Members")),
        Column("members_new", COUNT, Text("新增会员数", "New members")),
        Column("members_active", COUNT, Text("活跃会员数", "Active members")),
        Column("members_amount", MONEY, Text("会员成交金额", "Paid by members")),
        Column("members_buyers", COUNT, Text("会员成交人数", "Members buying")),
        # What managers take off by hand before they measure sales against the target.
        Column("mistaken_amount", MONEY, Text("拍错退款金额", "Refunds of mistaken orders")),
        Column("not_sales_amount", MONEY, Text("非销售金额", "Payments that are no sales")),
        Column("actual_amount", MONEY, Text("实际销售额", "Sales as the manager counts")),
    ),
)  # fmt: skip

SOURCES = (SHOP_DAILY,)
