"""Promotion: what was spent, by tool and plan, and what the tools say it brought."""

from metrics.catalogue.trade.sales import PAID_DAY
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit, newest, ratio_of_sums
from metrics.definition.rollups import Materialized
from text import Text

WANXIANG, AFFILIATE = "万相台", "淘宝客"
REPLACED = "('直通车', '引力魔方')"
"""Tools that 万相台 took the place of: it reports their spend as scenes of its own."""

SCENE = f"""
    CASE scene WHEN '' THEN '{WANXIANG}' WHEN '货品全站推广' THEN '全站推广' WHEN '精准人群推广' THEN '人群推广'
      ELSE scene END"""
"""The tool of a row of 万相台, as the shop's daily report calls it."""

FIGURES = "spend, sales, orders, impressions, clicks"

# The product report splits what the plan report tells; a tool's other breakdowns tell its own report again.
FROM_FILES = f"""
    SELECT shop, day, '{WANXIANG}' AS file, {SCENE} AS tool,
      coalesce(plan, plan_id) AS plan, {FIGURES}
    FROM (
      SELECT shop, day, scene, plan, plan_id, {FIGURES} FROM promotion_plans
      UNION ALL SELECT shop, day, scene, plan, plan_id, {FIGURES} FROM promotion_products
        ANTI JOIN promotion_plans USING (shop, day))
    UNION ALL
    SELECT shop, day, tool, tool, plan, {FIGURES} FROM (
      FROM promotion QUALIFY breakdown = min(breakdown) OVER (PARTITION BY shop, day, tool))
    WHERE NOT (tool IN {REPLACED} AND (shop, day) IN (
      SELECT (shop, day) FROM promotion_plans UNION ALL SELECT (shop, day) FROM promotion_products))"""

PARTS = "spend_keyword, spend_audience, spend_scene, spend_whole, spend_display, spend_wanxiang, spend_video"
BOOKED = (
    ("关键词推广", "spend_keyword", (WANXIANG, "直通车")),
    ("人群推广", "spend_audience", (WANXIANG, "引力魔方")),
    ("智能场景", "spend_scene", (WANXIANG,)),
    ("全站推广", "spend_whole", (WANXIANG, "京东全站营销")),
    ("钻展", "spend_display", (WANXIANG, "钻展")),
    (WANXIANG, "spend_wanxiang", (WANXIANG,)),
    ("超级短视频", "spend_video", (WANXIANG,)),
    ("推广费用", f"CASE WHEN coalesce({PARTS}) IS NULL THEN spend_total END", ()),
    (AFFILIATE, "commission", (AFFILIATE,)),
)
"""What the shop's daily report books: the tool, its column, and the files any of which tells it better (none: any)."""

FROM_REPORT = " UNION ALL ".join(
    f"SELECT shop, day, '{tool}' AS tool, {column} AS spend, {list(files)}::VARCHAR[] AS files FROM shop_daily"
    for tool, column, files in BOOKED
)

SPENDING = Facts(
    "spending",
    Text("推广报表或店铺日报", "promotion reports or the shop's daily report"),
    f"""
    WITH told AS ({FROM_FILES}),
    in_files AS (SELECT shop, day, list(DISTINCT file) AS told_by FROM told GROUP BY ALL)
    SELECT shop, day, tool, plan, {FIGURES} FROM told
    UNION ALL BY NAME
    SELECT shop, day, tool, spend FROM ({FROM_REPORT}) LEFT JOIN in_files USING (shop, day)
    WHERE spend IS NOT NULL
      AND (told_by IS NULL OR (len(files) > 0 AND NOT list_has_any(files, told_by)))""",
    dimensions=("shop", "tool", "plan"),
)
"""Every yuan spent, once: as the tools' own reports tell it, and by the daily report where they do not."""

SHOP_SPENDING = Facts(
    "shop_spending",
    Text("推广报表或店铺日报，与支付金额", "promotion reports or the shop's daily report, with what was paid"),
    f"""
    SELECT shop, day, pay_amount, spend FROM ({PAID_DAY.sql})
    JOIN (SELECT shop, day, sum(spend) AS spend FROM ({SPENDING.sql}) GROUP BY shop, day) USING (shop, day)""",
)
"""What each shop-day was paid and spent on promotion, where both are known."""

PROMOTED = Facts(
    "promoted",
    Text("万相台商品报表", "Wanxiangtai product report"),
    f"""
    SELECT shop, day, item_id AS product, spend, sales, orders, impressions, clicks,
      {newest("title", "day")} OVER (PARTITION BY shop, item_id) AS title, plan
    FROM promotion_products WHERE item_id <> ''""",
    dimensions=("shop", "product", "title", "plan"),
)
"""What 万相台 spent on each product: the same spend as that of its plans, never added to it."""

SAYS_FILES = Text("推广报表", "promotion reports")

AD_SPEND = Metric(
    "ad_spend",
    Text("推广花费", "Ad spend"),
    Text(
        "各推广工具的花费与淘宝客佣金，按工具分列；同一笔花费只计一次",
        "What promotion tools and affiliates cost, kept apart by tool; each yuan is counted once",
    ),
    Text(
        "关键词 + 人群 + 场景 + 全站等花费 + 淘宝客佣金",
        "keyword + audience + scene + whole-site and other spend + affiliate commission",
    ),
    SPENDING,
    "sum(spend)",
    Unit.YUAN,
    better=Better.NEITHER,
    adds_up=True,
    source_note=Text("推广报表；没有则店铺日报", "promotion reports, else the shop's daily report"),
)
AD_SALES = Metric(
    "ad_sales",
    Text("推广成交金额", "Sales attributed to ads"),
    Text(
        "各工具自称带来的成交；一单可被几个工具同时计入，合计会多于实际",
        "What each tool claims; one order may be claimed by several, so sums exceed the truth",
    ),
    Text("推广报表的总成交金额", "sales attributed, as the reports give them"),
    SPENDING,
    "sum(sales)",
    Unit.YUAN,
    final_after=7,
    source_note=SAYS_FILES,
)
AD_IMPRESSIONS = Metric(
    "ad_impressions",
    Text("展现量", "Ad impressions"),
    Text("推广被展示的次数", "How often ads were shown"),
    Text("展现量之和", "sum of impressions"),
    SPENDING,
    "sum(impressions)::BIGINT",
    Unit.TIMES,
    adds_up=True,
    source_note=SAYS_FILES,
)
AD_CLICKS = Metric(
    "ad_clicks",
    Text("点击量", "Ad clicks"),
    Text("推广被点击的次数", "How often ads were clicked"),
    Text("点击量之和", "sum of clicks"),
    SPENDING,
    "sum(clicks)::BIGINT",
    Unit.TIMES,
    adds_up=True,
    source_note=SAYS_FILES,
)
AD_ROI = Metric(
    "ad_roi",
    Text("投入产出比 ROI", "Return on ad spend"),
    Text(
        "每花 1 元推广带来多少成交，写作 4.00 倍，不写成百分数；成交约 7 天内归齐",
        "Sales for each yuan spent, written 4.00 and never as a percent; sales come in over about 7 days",
    ),
    Text("推广成交金额 ÷ 推广花费，只算两者都有的", "sales attributed to ads ÷ ad spend, where both are known"),
    SPENDING,
    ratio_of_sums("sales", "spend"),
    Unit.FOLD,
    final_after=7,
    source_note=SAYS_FILES,
)
SHOP_ROI = Metric(
    "shop_roi",
    Text("全店投产比", "Shop return on ads"),
    Text("全店支付金额是推广花费的几倍", "How many times its ad spend the whole shop was paid"),
    Text("支付金额 ÷ 推广花费", "paid amount ÷ ad spend"),
    SHOP_SPENDING,
    ratio_of_sums("pay_amount", "spend"),
    Unit.FOLD,
)
AD_COST_RATIO = Metric(
    "ad_cost_ratio",
    Text("费比", "Ad cost ratio"),
    Text("推广花费占支付金额的比例", "Ad spend as a share of what was paid"),
    Text("推广花费 ÷ 支付金额", "ad spend ÷ paid amount"),
    SHOP_SPENDING,
    ratio_of_sums("spend", "pay_amount"),
    Unit.PERCENT,
    better=Better.LOWER,
)
AD_CTR = Metric(
    "ad_ctr",
    Text("点击率", "Click rate"),
    Text("推广展现后被点击的比例", "The share of ad impressions that were clicked"),
    Text("点击量 ÷ 展现量", "clicks ÷ impressions"),
    SPENDING,
    ratio_of_sums("clicks", "impressions"),
    Unit.PERCENT,
    enough=5000,
    sample=AD_IMPRESSIONS.name,
    source_note=SAYS_FILES,
)
AD_CPC = Metric(
    "ad_cpc",
    Text("平均点击花费", "Cost per click"),
    Text("推广每次点击平均花多少钱", "What a click on an ad cost"),
    Text("推广花费 ÷ 点击量，只算两者都有的", "ad spend ÷ clicks, where both are known"),
    SPENDING,
    ratio_of_sums("spend", "clicks"),
    Unit.YUAN_EACH,
    better=Better.LOWER,
    source_note=SAYS_FILES,
)
PRODUCT_AD_SPEND = Metric(
    "product_ad_spend",
    Text("商品推广花费", "Ad spend by product"),
    Text(
        "万相台花在各商品上的钱；与推广花费是同一笔，不可相加",
        "What Wanxiangtai spent on each product; the same yuan as ad spend, never added to it",
    ),
    Text("商品报表的花费之和", "sum of the product report's spend"),
    PROMOTED,
    "sum(spend)",
    Unit.YUAN,
    better=Better.NEITHER,
    adds_up=True,
)
PRODUCT_AD_ROI = Metric(
    "product_ad_roi",
    Text("商品投入产出比", "Return on ad spend by product"),
    Text("花在某商品上每 1 元推广带来多少成交", "Sales for each yuan spent on a product"),
    Text("商品推广成交金额 ÷ 商品推广花费", "sales attributed ÷ spend, of the product report"),
    PROMOTED,
    ratio_of_sums("sales", "spend"),
    Unit.FOLD,
    final_after=7,
)

METRICS = (
    AD_SPEND,
    AD_ROI,
    SHOP_ROI,
    AD_COST_RATIO,
    AD_CTR,
    AD_CPC,
    AD_SALES,
    AD_IMPRESSIONS,
    AD_CLICKS,
    PRODUCT_AD_SPEND,
    PRODUCT_AD_ROI,
)

ROLLUPS = (
    Materialized("daily_ads", SHOP_SPENDING.sql),
    Materialized("daily_spending", SPENDING.sql),
    Materialized("daily_promotion", FROM_FILES),
)
