"""商品: what a product's day brought, as 生意参谋 商品排行, 商品咨询 and 达摩盘 全店商品列表 export it.

Visitors of products add up to no shop's visitors: one person looks at several. Rows are merged by product and day,
column by column, so that the three files complete one another; 达摩盘 counts payments its own way, hence its own
columns.
"""

from data.formats.kinds import COUNT, DAY, DURATION, ID, MONEY, RATIO, SCORE, TEXT
from data.formats.source import SHOP, TAOBAO, TOTALS, Column, Skip, Source
from data.formats.subject import Subject
from text import Text

SUBJECT = Subject(
    "products",
    Text("商品日报", "Products by day"),
    grain=("shop", "day", "item_id"),
    money="pay_amount",
)

TITLE = Column("title", TEXT, Text("商品名称", "Product"), also=("商品标题", "宝贝标题"))
TOTAL = Text("合计行", "a total row")

PRODUCTS = Source(
    name="products",
    subject=SUBJECT,
    title=Text("商品排行", "Products by day"),
    exported_from=Text("生意参谋 › 品类 › 商品排行（按天）", "Business Advisor › Products › Ranking (one day)"),
    file_name="【生意参谋平台】商品_全部_{day}_{day}.xls",
    sheet_names=("【生意参谋平台】1",),
    header_row=5,
    totals_of_span=True,
    identified_by=("day", "item_id", "visitors"),
    unlike=("搜索词", "计划ID", "订单编号", "宝贝ID"),
    columns=(
        SHOP,
        TAOBAO,
        # A file of a week holds a span here, or one date in every row: both are refused.
        Column("day", DAY, Text("统计日期", "Day"), also=("日期",), needed=True),
        Column("item_id", ID, Text("商品ID", "Product ID"), needed=True),
        TITLE,
        Column("main_item_id", ID, Text("主商品ID", "Main product ID")),
        Column("item_type", TEXT, Text("商品类型", "Kind of product")),
        Column("merchant_code", TEXT, Text("货号", "Merchant's code"), also=("商家编码",)),
        Column("status", TEXT, Text("商品状态", "Status")),
        Column("tags", TEXT, Text("商品标签", "Tags")),
        Column("visitors", COUNT, Text("商品访客数", "Product visitors")),
        Column("page_views", COUNT, Text("商品浏览量", "Product page views")),
        Column("avg_stay_sec", DURATION, Text("平均停留时长", "Mean stay")),
        # Rates of a fixed scale: they carry a sign.
        Column("bounce_rate", RATIO, Text("商品详情页跳出率", "Bounce rate"), also=("详情页跳出率",)),
        Column("fav_users", COUNT, Text("商品收藏人数", "Users adding to favourites")),
        Column("cart_items", COUNT, Text("商品加购件数", "Items added to cart")),
        Column("cart_users", COUNT, Text("商品加购人数", "Users adding to cart")),
        Column("order_buyers", COUNT, Text("下单买家数", "Ordering buyers")),
        Column("order_items", COUNT, Text("下单件数", "Ordered items")),
        Column("order_amount", MONEY, Text("下单金额", "Ordered amount")),
        Column("pay_buyers", COUNT, Text("支付买家数", "Paying buyers")),
        Column("pay_items", COUNT, Text("支付件数", "Paid items")),
        Column("pay_amount", MONEY, Text("支付金额", "Paid amount")),
        Column("new_buyers", COUNT, Text("支付新买家数", "New buyers")),
        Column("old_buyers", COUNT, Text("支付老买家数", "Returning buyers")),
        Column("old_buyers_amount", MONEY, Text("老买家支付金额", "Paid by returning buyers")),
        Column("juhuasuan_amount", MONEY, Text("聚划算支付金额", "Paid through Juhuasuan")),
        Column("refund_finished", MONEY, Text("成功退款金额", "Refunds finished"), also=("成功退货退款金额",)),
        Column("competitiveness", SCORE, Text("竞争力评分", "Competitiveness")),
        Column("year_amount", MONEY, Text("年累计支付金额", "Paid this year")),
        Column("month_amount", MONEY, Text("月累计支付金额", "Paid this month")),
        Column("month_items", COUNT, Text("月累计支付件数", "Paid items this month")),
        Column("search_visitors", COUNT, Text("搜索引导访客数", "Visitors from search")),
        Column("search_buyers", COUNT, Text("搜索引导支付买家数", "Buyers from search")),
    ),
    skip_rows=(Skip("title", TOTALS, TOTAL),),
)

INQUIRIES = Source(
    name="product_inquiries",
    subject=SUBJECT,
    title=Text("商品咨询", "Inquiries by product"),
    exported_from=Text("生意参谋 › 服务 › 商品咨询", "Business Advisor › Service › Inquiries by product"),
    file_name="{day}.csv",
    encoding="utf-8",
    totals_of_span=True,
    identified_by=("item_id", "inquirers"),
    columns=(
        SHOP,
        TAOBAO,
        Column("day", DAY, Text("统计日期", "Day"), also=("日期",), needed=True, from_file_name=True),
        # Written with its name before it: ID：737559603417.
        Column("item_id", ID, Text("商品id", "Product ID"), needed=True),
        TITLE,
        Column("inquirers", COUNT, Text("总咨询人数", "Inquirers")),
        Column("inquirers_mobile", COUNT, Text("移动端咨询人数", "Inquirers on mobile")),
        Column("inquirers_pc", COUNT, Text("PC端咨询人数", "Inquirers on PC")),
    ),
    skip_rows=(Skip("title", TOTALS, TOTAL),),
)

PRODUCT_LIST = Source(
    name="product_list",
    subject=SUBJECT,
    title=Text("全店商品列表", "List of all products"),
    exported_from=Text("达摩盘 › 货品 › 全店商品列表", "Databank › Products › All products"),
    file_name="全店商品列表_{day}.xlsx",
    summary_first=True,
    identified_by=("day", "item_id"),
    identified_by_any=("ipv", "growth_stage", "promotion_spend"),
    columns=(
        SHOP,
        TAOBAO,
        Column("day", DAY, Text("日期", "Day"), also=("统计日期",), needed=True),
        Column("item_id", ID, Text("宝贝ID", "Product ID"), needed=True),
        Column("title", TEXT, Text("宝贝名称", "Product")),
        Column("growth_stage", TEXT, Text("货品成长阶段", "Stage of growth")),
        Column("dmp_amount", MONEY, Text("支付金额", "Paid amount (as 达摩盘 counts)")),
        Column("dmp_orders_average", MONEY, Text("笔单价", "Paid per order (as 达摩盘 counts)")),
        Column("ipv", COUNT, Text("IPV", "Product page views")),
        Column("ipv_promotion", COUNT, Text("营销推广IPV", "Page views from promotion")),
        Column("ipv_natural", COUNT, Text("非推广IPV", "Page views not from promotion")),
        Column("ipv_search", COUNT, Text("搜索IPV", "Page views from search")),
        Column("ipv_recommended", COUNT, Text("推荐IPV", "Page views from recommendation")),
        # The spend of 万相台 once more: never add the two.
        Column("promotion_spend", MONEY, Text("营销推广消耗", "Promotion spend")),
        Column("promotion_roi", RATIO, Text("营销推广ROI", "Promotion ROI")),
        # Shares here may well pass 1: 766.67% is meant.
        Column("favoured_rate", RATIO, Text("收加率", "Added to favourites or cart")),
        Column("dmp_conversion", RATIO, Text("支付转化率", "Conversion (as 达摩盘 counts)")),
        Column("repurchase_rate", RATIO, Text("复购率", "Repeat purchase")),
        Column("repurchasers", COUNT, Text("复购用户数", "Repeat buyers")),
        Column("presale_amount", MONEY, Text("预售支付金额", "Paid for pre-sales")),
        Column("presale_items", COUNT, Text("预售销量", "Pre-sold items")),
    ),
    # The total of all products stands in the first row.
    skip_rows=(Skip("title", TOTALS, TOTAL),),
)

SOURCES = (PRODUCTS, INQUIRIES, PRODUCT_LIST)
