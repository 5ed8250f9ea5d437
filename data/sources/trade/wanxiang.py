"""万相台: what a day of promotion cost and brought, by product and by plan.

Both reports tell the same spend. They are two subjects for that reason: spend is the sum of `promotion_plans`,
`promotion_products` splits it over products, and adding one to the other counts every yuan twice.
Neither is to be added to the promotion costs of `shop_daily`, which are this spend again, nor sales here to the
shop's: a sale counts for every tool that touched its buyer.
"""

from data.formats.kinds import COUNT, DAY, ID, MONEY, RATIO, TEXT
from data.formats.source import SHOP, TAOBAO, Column, Source
from data.formats.subject import Subject
from text import Text

PRODUCTS = Subject(
    "promotion_products",
    Text("推广（按商品）", "Promotion by product"),
    grain=("shop", "day", "scene", "plan_id", "item_id"),
    money="spend",
)
PLANS = Subject(
    "promotion_plans",
    Text("推广（按计划）", "Promotion by plan"),
    grain=("shop", "day", "scene", "plan_id"),
    money="spend",
)

BEFORE = (
    SHOP,
    TAOBAO,
    Column("day", DAY, Text("日期", "Day"), also=("统计日期",), needed=True),
    Column("scene", TEXT, Text("场景名字", "Scene"), also=("场景名称",), default=""),
    Column("second_scene", TEXT, Text("原二级场景名字", "Scene of the second level")),
    Column("plan_id", ID, Text("计划ID", "Plan ID"), needed=True),
    Column("plan", TEXT, Text("计划名字", "Plan"), also=("计划名称",)),
)
FIGURES = (
    Column("impressions", COUNT, Text("展现量", "Impressions")),
    Column("clicks", COUNT, Text("点击量", "Clicks")),
    Column("spend", MONEY, Text("花费", "Spend"), needed=True),
    # Fractions without a sign, and a share of clicks bought over 15 days may pass 1.
    Column("click_rate", RATIO, Text("点击率", "Click rate")),
    Column("click_conversion", RATIO, Text("点击转化率", "Orders per click")),
    Column("presale_amount", MONEY, Text("总预售成交金额", "Pre-sales")),
    Column("sales", MONEY, Text("总成交金额", "Sales attributed")),
    Column("direct_sales", MONEY, Text("直接成交金额", "Direct sales")),
    Column("indirect_sales", MONEY, Text("间接成交金额", "Indirect sales")),
    Column("orders", COUNT, Text("总成交笔数", "Orders attributed")),
    Column("direct_orders", COUNT, Text("直接成交笔数", "Direct orders")),
    Column("indirect_orders", COUNT, Text("间接成交笔数", "Indirect orders")),
    Column("buyers", COUNT, Text("成交人数", "Buyers attributed")),
    Column("new_buyers", COUNT, Text("成交新客数", "New buyers")),
    Column("carts", COUNT, Text("总购物车数", "Added to cart")),
    Column("favourites", COUNT, Text("总收藏数", "Added to favourites")),
    Column("visits", COUNT, Text("引导访问量", "Visits brought")),
    Column("visitors", COUNT, Text("引导访问人数", "Visitors brought")),
    Column("inquiries", COUNT, Text("旺旺咨询量", "Inquiries brought")),
    Column("new_members", COUNT, Text("入会量", "Members joined")),
    Column("member_sales", MONEY, Text("会员成交金额", "Sales to members")),
    Column("natural_sales", MONEY, Text("自然流量转化金额", "Sales from unpaid traffic")),
    Column("subsidy", MONEY, Text("平台补贴金额", "Platform's subsidy")),
)

# Reports of the same spend by keyword, audience, creative or unit; their plans come on many rows.
DEEPER = (
    "关键词", "词名字", "词ID", "关键词名字", "人群名字", "人群名称", "人群ID", "创意ID", "创意名字", "创意名称",
    "单元ID", "单元名字", "资源位名字", "地域", "省份", "城市", "时段",
)  # fmt: skip

PROMOTION_PRODUCTS = Source(
    name="promotion_products",
    subject=PRODUCTS,
    title=Text("万相台商品报表", "Wanxiangtai product report"),
    exported_from=Text("万相台无界版 › 报表 › 商品报表（分日）", "Wanxiangtai › Reports › Products (by day)"),
    file_name="商品报表_{day}_110309.csv",
    identified_by=("day", "plan_id", "item_id", "spend"),
    unlike=DEEPER,
    columns=(
        *BEFORE,
        # An id that a spreadsheet program has saved stands in scientific notation and is refused.
        Column("item_id", ID, Text("主体ID", "Promoted ID"), default=""),
        Column("item_type", TEXT, Text("主体类型", "Promoted kind")),
        Column("title", TEXT, Text("主体名称", "Promoted name")),
        *FIGURES,
        Column("boosted_sales", MONEY, Text("平台助推总成交", "Sales boosted by the platform")),
        Column("boosted_direct_sales", MONEY, Text("平台助推直接成交", "Direct sales boosted")),
        Column("boosted_clicks", COUNT, Text("平台助推点击", "Clicks boosted")),
    ),
)

PROMOTION_PLANS = Source(
    name="promotion_plans",
    subject=PLANS,
    title=Text("万相台计划报表", "Wanxiangtai plan report"),
    exported_from=Text("万相台无界版 › 报表 › 计划报表（分日）", "Wanxiangtai › Reports › Plans (by day)"),
    file_name="计划报表_{day}_173656.zip",
    identified_by=("day", "plan_id", "spend"),
    unlike=("主体ID", "主体类型", "主体名称", "商品ID", "宝贝ID", *DEEPER),
    columns=(*BEFORE, *FIGURES),
)

SOURCES = (PROMOTION_PRODUCTS, PROMOTION_PLANS)
