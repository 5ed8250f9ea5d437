"""Products: what each sold, which of them did not, and how the featured ones did."""

from metrics.catalogue.trade.sales import GROSS_OF_ITEM
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit, newest, ratio, ratio_of_sums, weighted
from text import Text

WINDOW, STOCK_WINDOW = 30, 14
"""Days after which a product without a sale counts as one that does not sell; days that tell how fast one sells."""

PRODUCT_REPORT = Facts(
    "product_report",
    Text("商品排行", "the product ranking"),
    """
    SELECT * REPLACE (arg_max(title, day) OVER (PARTITION BY shop, item_id) AS title), item_id AS product
    FROM products""",
    dimensions=("shop", "product", "title"),
)
"""Products by day, each under its newest name."""

SOLD_ITEMS = f"""
    SELECT shop, pay_time::DATE AS day, product_id AS product, {newest("title", "pay_time")} AS title,
      sum(items) AS pay_items, sum({GROSS_OF_ITEM}) AS pay_amount
    FROM order_items WHERE pay_time IS NOT NULL AND product_id IS NOT NULL GROUP BY ALL"""

SOLD_ROWS = f"""
    SELECT shop, day, item_id AS product, title, pay_items, pay_amount FROM products
    WHERE pay_amount IS NOT NULL OR pay_items IS NOT NULL
    UNION ALL
    SELECT shop, day, product, title, pay_items, pay_amount FROM ({SOLD_ITEMS})
    ANTI JOIN (FROM products WHERE pay_amount IS NOT NULL OR pay_items IS NOT NULL) USING (shop, day)"""

SOLD = Facts(
    "sold",
    Text("商品排行或宝贝报表", "the product ranking or the order item report"),
    f"SELECT * REPLACE (arg_max(title, day) OVER (PARTITION BY shop, product) AS title) FROM ({SOLD_ROWS})",
    dimensions=("shop", "product", "title"),
)
"""What each product sold on each day: the ranking's figure, or that of the sub-orders on days it does not tell."""

FEATURED = Facts(
    "featured",
    Text("主推商品，与商品排行或宝贝报表", "featured products, with the product ranking or the order item report"),
    # A day that is told and does not name the product sold none of it.
    f"""
    WITH sold AS ({SOLD_ROWS}), told AS (SELECT DISTINCT shop, day FROM sold)
    SELECT shop, day, item_id AS product, featured.title AS title, target,
      CASE WHEN told.day IS NOT NULL THEN coalesce(sold.pay_amount, 0) END AS sales
    FROM featured LEFT JOIN told USING (shop, day)
    LEFT JOIN sold ON sold.shop = featured.shop AND sold.day = featured.day AND sold.product = featured.item_id""",
    dimensions=("shop", "product", "title"),
)
"""The day target of each featured product beside what it sold."""

ONLINE = Facts(
    "online",
    Text("商品排行或全店商品列表，满 30 天", "the product ranking or the list of all products, of 30 days"),
    # A product is online while a file of the last 30 days names it and the newest does not say that it was taken down.
    f"""
    WITH told AS (SELECT shop, day, min(day) OVER (PARTITION BY shop) AS first_day FROM products),
    days AS (SELECT DISTINCT shop, day FROM told WHERE day >= first_day + {WINDOW - 1}),
    seen AS (SELECT shop, day, item_id AS product, title, status, NULL::BIGINT AS sold FROM products
      UNION ALL SELECT shop, day, product, title, NULL, pay_items FROM ({SOLD_ROWS}))
    SELECT days.shop, days.day, product, {newest("title", "seen.day")} AS title, coalesce(sum(sold), 0) AS sold,
    FROM days JOIN seen ON seen.shop = days.shop AND seen.day BETWEEN days.day - {WINDOW - 1} AND days.day
    GROUP BY ALL HAVING coalesce(arg_max(status, seen.day), '') NOT LIKE '%下架%'""",
    dimensions=("shop", "product", "title"),
)
"""Each product online on a day, with the items of it sold in the 30 days up to that day."""

STOCK = Facts(
    "stock",
    Text("库存表，与商品排行或宝贝报表", "a stock list, with the product ranking or the order item report"),
    # Half of two weeks would tell another pace, so only days count that the sales reach back far enough of.
    f"""
    WITH sold AS ({SOLD_ROWS}),
    known AS (SELECT shop, min(day) AS first_day, max(day) AS last_day FROM sold GROUP BY shop)
    SELECT stock.shop AS shop, stock.day AS day, item_id AS product, any_value(stock.title) AS title,
      any_value(stock.stock) AS stock, coalesce(sum(pay_items), 0) / {STOCK_WINDOW} AS daily_items
    FROM (FROM stock JOIN known USING (shop)
      WHERE day BETWEEN first_day + {STOCK_WINDOW - 1} AND last_day + 1) AS stock
    LEFT JOIN sold ON sold.shop = stock.shop AND sold.product = item_id
      AND sold.day BETWEEN least(stock.day, last_day) - {STOCK_WINDOW - 1} AND stock.day
    GROUP BY ALL""",
    dimensions=("shop", "product", "title"),
)
"""Items in stock of each product on a day, and how many of it a day sold in the two weeks up to it."""

PRODUCT_PAY_AMOUNT = Metric(
    "product_pay_amount",
    Text("商品支付金额", "Paid amount by product"),
    Text("各商品付款时的金额，未扣退款", "What was paid for each product, refunds not taken off"),
    Text("商品支付金额之和", "sum of what was paid for products"),
    SOLD,
    "sum(pay_amount)",
    Unit.YUAN,
    adds_up=True,
    source_note=Text("商品排行；没有则宝贝报表", "the product ranking, else the order item report"),
)
PRODUCT_PAY_ITEMS = Metric(
    "product_pay_items",
    Text("商品支付件数", "Paid items by product"),
    Text("各商品付了款的件数", "How many items of each product were paid"),
    Text("商品支付件数之和", "sum of items paid"),
    SOLD,
    "sum(pay_items)::BIGINT",
    Unit.COUNT,
    adds_up=True,
    source_note=Text("商品排行；没有则宝贝报表", "the product ranking, else the order item report"),
)
PRODUCT_AVG_ITEM_PRICE = Metric(
    "product_avg_item_price",
    Text("商品件单价", "Value per item by product"),
    Text("某商品平均每件付了多少", "What was paid for an item of a product"),
    Text("商品支付金额 ÷ 商品支付件数", "what was paid for a product ÷ its items paid"),
    SOLD,
    ratio_of_sums("pay_amount", "pay_items"),
    Unit.YUAN_EACH,
    better=Better.NEITHER,
)
PRODUCT_VISITORS = Metric(
    "product_visitors",
    Text("商品访客数", "Product visitors"),
    Text(
        "当天看过某商品的去重访客，不可跨商品、跨天、跨店相加",
        "Distinct visitors of a product that day; never added over products, days or shops",
    ),
    Text("商品排行的商品访客数", "the ranking's product visitors"),
    PRODUCT_REPORT,
    "sum(visitors)::BIGINT",
    Unit.PEOPLE,
    never_across=("product", "day", "shop"),
)
PRODUCT_CONVERSION = Metric(
    "product_conversion",
    Text("商品支付转化率", "Conversion by product"),
    Text(
        "某商品访客中付款的比例；多日为合计相除，商品之间不可合计",
        "The share of a product's visitors who paid; over days sum by sum, never over products",
    ),
    Text("商品支付买家数 ÷ 商品访客数", "a product's paying buyers ÷ its visitors"),
    PRODUCT_REPORT,
    ratio_of_sums("pay_buyers", "visitors"),
    Unit.PERCENT,
    never_across=("product",),
    enough=200,
    sample=PRODUCT_VISITORS.name,
)
PRODUCT_UV_VALUE = Metric(
    "product_uv_value",
    Text("商品UV价值", "Value per visitor by product"),
    Text("某商品平均每位访客带来的支付金额", "What each visitor of a product brought"),
    Text("商品支付金额 ÷ 商品访客数", "what was paid for a product ÷ its visitors"),
    PRODUCT_REPORT,
    ratio_of_sums("pay_amount", "visitors"),
    Unit.YUAN_EACH,
    never_across=("product",),
)
PRODUCT_CART_RATE = Metric(
    "product_cart_rate",
    Text("商品加购率", "Cart rate by product"),
    Text("某商品访客中加购的比例", "The share of a product's visitors who put it in the cart"),
    Text("商品加购人数 ÷ 商品访客数", "users adding a product to cart ÷ its visitors"),
    PRODUCT_REPORT,
    ratio_of_sums("cart_users", "visitors"),
    Unit.PERCENT,
    never_across=("product",),
)
PRODUCT_BOUNCE_RATE = Metric(
    "product_bounce_rate",
    Text("商品详情页跳出率（按访客加权）", "Bounce rate by product, weighted by visitors"),
    Text("看了某商品就离开的访客比例", "The share of a product's visitors who left at once"),
    Text("Σ(跳出率 × 商品访客数) ÷ Σ商品访客数", "Σ(bounce rate × product visitors) ÷ Σ product visitors"),
    PRODUCT_REPORT,
    weighted("bounce_rate", "visitors"),
    Unit.PERCENT,
    better=Better.LOWER,
    never_across=("product",),
)
PRODUCT_FAV_CART_RATE = Metric(
    "product_fav_cart_rate",
    Text("商品收藏加购率", "Favourite and cart rate by product"),
    Text(
        "某商品的收藏人数与加购人数相加，未去重：两样都做的人算两次",
        "A product's users adding to favourites and to cart added up: who does both counts twice",
    ),
    Text(
        "(商品收藏人数 + 商品加购人数) ÷ 商品访客数",
        "(users adding a product to favourites + users adding it to cart) ÷ its visitors",
    ),
    PRODUCT_REPORT,
    ratio_of_sums("(fav_users + cart_users)", "visitors"),
    Unit.PERCENT,
    never_across=("product",),
)
PRODUCT_PAY_BUYERS = Metric(
    "product_pay_buyers",
    Text("商品支付买家数", "Paying buyers by product"),
    Text(
        "当天付款买了某商品的去重买家，不可跨商品、跨天、跨店相加",
        "Distinct buyers who paid for a product that day; never added over products, days or shops",
    ),
    Text("商品排行的支付买家数", "the ranking's paying buyers"),
    PRODUCT_REPORT,
    "sum(pay_buyers)::BIGINT",
    Unit.PEOPLE,
    never_across=("product", "day", "shop"),
)
PRODUCT_ORDER_VALUE = Metric(
    "product_avg_order_value",
    Text("商品客单价", "Value per buyer by product"),
    Text("某商品平均每位付款买家的支付金额", "What each paying buyer of a product paid for it"),
    Text("商品支付金额 ÷ 商品支付买家数，同取商品排行", "paid amount ÷ paying buyers, both of the product ranking"),
    PRODUCT_REPORT,
    ratio_of_sums("pay_amount", "pay_buyers"),
    Unit.YUAN_EACH,
    never_across=("product",),
)
PRODUCT_STAY = Metric(
    "product_avg_stay_sec",
    Text("商品平均停留时长（按访客加权）", "Mean stay by product, weighted by visitors"),
    Text("访客在某商品页平均停留多久", "How long visitors stay on a product's page"),
    Text("Σ(平均停留时长 × 商品访客数) ÷ Σ商品访客数", "Σ(mean stay × product visitors) ÷ Σ product visitors"),
    PRODUCT_REPORT,
    weighted("avg_stay_sec", "visitors"),
    Unit.SECONDS,
    never_across=("product",),
)
FEATURED_ATTAIN = Metric(
    "featured_attain",
    Text("主推商品达成", "Featured attainment"),
    Text(
        "主推商品支付金额达到其日目标的比例，只算有目标且有销售数据的日子",
        "How much of their day targets featured products were paid, over days with both",
    ),
    Text("主推商品支付金额 ÷ 主推商品日目标", "what was paid for featured products ÷ their day targets"),
    FEATURED,
    ratio_of_sums("sales", "target"),
    Unit.PERCENT,
)
ONLINE_ITEMS = Metric(
    "online_items",
    Text("在线商品数", "Products online"),
    Text("近 30 天出现过且未下架的商品", "Products that files of the last 30 days name and that were not taken down"),
    Text("近 30 天出现过且未下架的商品计数", "count of products named in 30 days and not taken down"),
    ONLINE,
    "nullif(count(*), 0)",
    Unit.COUNT,
    better=Better.NEITHER,
    latest=True,
    window=WINDOW,
)
MOVING_RATE = Metric(
    "moving_rate",
    Text("动销率", "Moving rate"),
    Text("在线商品中近 30 天卖出过的比例", "The share of products online that sold in the last 30 days"),
    Text("近 30 天有成交的商品数 ÷ 在线商品数", "products sold in 30 days ÷ products online"),
    ONLINE,
    ratio("count(*) FILTER (WHERE sold > 0)", "count(*)"),
    Unit.PERCENT,
    latest=True,
    window=WINDOW,
)
ZERO_SALE_ITEMS = Metric(
    "zero_sale_items",
    Text("零成交商品", "Zero-sale products"),
    Text("在线而近 30 天一件没卖的商品数，按商品分列即为清单", "Products online that sold nothing in 30 days"),
    Text("近 30 天无成交的在线商品数", "products online without a sale in 30 days"),
    ONLINE,
    "CASE WHEN count(*) > 0 THEN count(*) FILTER (WHERE sold = 0) END",
    Unit.COUNT,
    better=Better.LOWER,
    latest=True,
    window=WINDOW,
)
STOCK_DAYS = Metric(
    "stock_days",
    Text("可售天数", "Days of stock"),
    Text(
        "按近 14 天平均每日卖出的件数，现有库存还能卖几天", "How long the stock lasts at the pace of the last 14 days"
    ),
    Text("库存件数 ÷ 近 14 天日均支付件数", "items in stock ÷ mean daily items paid over 14 days"),
    STOCK,
    ratio_of_sums("stock", "daily_items"),
    Unit.DAYS,
    better=Better.NEITHER,
    latest=True,
    window=STOCK_WINDOW,
)

METRICS = (
    PRODUCT_PAY_AMOUNT,
    PRODUCT_PAY_ITEMS,
    PRODUCT_AVG_ITEM_PRICE,
    PRODUCT_VISITORS,
    PRODUCT_CONVERSION,
    PRODUCT_UV_VALUE,
    PRODUCT_CART_RATE,
    PRODUCT_BOUNCE_RATE,
    PRODUCT_FAV_CART_RATE,
    PRODUCT_PAY_BUYERS,
    PRODUCT_ORDER_VALUE,
    PRODUCT_STAY,
    FEATURED_ATTAIN,
    MOVING_RATE,
    ZERO_SALE_ITEMS,
    ONLINE_ITEMS,
    STOCK_DAYS,
)
