"""推广: 直通车, 钻展, 品销宝 and 淘宝客, as Taobao and Tmall shops export them; see promotion.py for what adds up."""

from data.formats.kinds import COUNT, DAY, ID, MONEY, TEXT
from data.formats.source import SHOP, TAOBAO, TOTALS, Column, Skip, Source
from data.sources.trade.promotion import SUBJECT, TOTAL, breakdown, day, figures, joined, plan, tool, within
from text import Text

KEYWORD = Source(
    name="promotion_keyword",
    subject=SUBJECT,
    title=Text("直通车", "Keyword promotion (Zhitongche)"),
    exported_from=Text("直通车 › 报表，或推广计划页的表格", "Zhitongche › Reports, or the table of the plans' page"),
    file_name="直通车报表_{day}.csv",
    header_row=3,
    identified_by=("plan", "spend", "impressions", "clicks"),
    identified_by_any=("status", "unit", "keyword", "title"),
    unlike=("计划ID", "场景ID", "场景名字", "商品ID", "主体ID", "推广名称", "计划基本信息"),
    columns=(
        SHOP,
        TAOBAO,
        tool("直通车"),
        breakdown(),
        # The page's table has no day: it stands in the file's name.
        day(from_file_name=True),
        plan("计划名称", "推广计划名称", "推广计划", needed=True),
        within(joined("unit", "title", "unit_type", "keyword")),
        Column("status", TEXT, Text("状态", "Status")),
        Column("unit", TEXT, Text("推广单元名称", "Unit"), also=("推广单元", "推广单元名称/关键词")),
        Column("keyword", TEXT, Text("关键词", "Keyword")),
        Column("title", TEXT, Text("商品名称", "Product"), also=("宝贝名称",)),
        Column("unit_type", TEXT, Text("推广单元类型", "Kind of unit")),
        *figures(
            spend="花费", impressions="展现量", clicks="点击量", sales="总成交金额", orders="总成交笔数",
            direct_sales="直接成交金额", direct_orders="直接成交笔数", indirect_sales="间接成交金额",
            indirect_orders="间接成交笔数", carts="总购物车数", favourites="收藏宝贝数", shop_favourites="收藏店铺数",
        ),
    ),
    skip_rows=(Skip("status", TOTALS, TOTAL), Skip("title", TOTALS, TOTAL)),
)  # fmt: skip

DISPLAY = Source(
    name="promotion_display",
    subject=SUBJECT,
    title=Text("钻展", "Display promotion (Zuanzhan)"),
    exported_from=Text("钻石展位 › 报表 › 计划", "Zuanzhan › Reports › Plans"),
    file_name="钻展计划报表_{day}.csv",
    identified_by=("plan", "day", "spend"),
    columns=(
        SHOP,
        TAOBAO,
        tool("钻展"),
        breakdown(),
        # Written as the number of days that a spreadsheet program counts.
        day("时间", "日期"),
        plan("计划基本信息", needed=True),
        within(),
        *figures(
            spend="消耗", impressions="展现", clicks="点击", visitors="访客", sales="成交订单金额",
            orders="成交订单量", carts="添加购物车量", favourites="收藏宝贝量", shop_favourites="收藏店铺量",
            ordered_sales="拍下订单金额", ordered="拍下订单量",
        ),
    ),
)  # fmt: skip

BRAND = Source(
    name="promotion_brand",
    subject=SUBJECT,
    title=Text("品销宝", "Brand promotion (Pinxiaobao)"),
    exported_from=Text("品销宝 › 报表 › 流量包、创意或定向", "Pinxiaobao › Reports › Packages, creatives or audiences"),
    file_name="品销宝流量包报表_{day}.csv",
    identified_by=("day", "plan", "impressions"),
    identified_by_any=("package", "creative", "audience"),
    columns=(
        SHOP,
        TAOBAO,
        tool("品销宝"),
        # The three reports split the same clicks in three ways; that of the packages is the tool's own.
        breakdown("CASE WHEN creative IS NOT NULL THEN '按创意' WHEN audience IS NOT NULL THEN '按定向' ELSE '' END"),
        day("日期"),
        plan("所属计划", needed=True),
        within(joined("unit", "package", "creative", "audience")),
        Column("unit", TEXT, Text("所属单元", "Unit")),
        Column("package", TEXT, Text("流量包名称", "Package")),
        Column("creative", TEXT, Text("创意名称", "Creative")),
        Column("audience", TEXT, Text("定向名称", "Audience")),
        # Bought as a whole for a time: the file may hold no cost.
        Column("spend", MONEY, Text("消耗", "Spend"), also=("花费",)),
        *figures(
            impressions="展现量", clicks="点击量", orders="成交笔数", sales="成交金额", visitors="访客数",
            carts="宝贝加购数", favourites="宝贝收藏数", shop_favourites="店铺收藏数",
        ),
    ),
)  # fmt: skip

AFFILIATE = Source(
    name="promotion_affiliate",
    subject=SUBJECT,
    title=Text("淘宝客日报", "Affiliates by day"),
    exported_from=Text("淘宝联盟商家中心 › 效果报表 › 分日", "Alimama affiliates › Reports › By day"),
    file_name="淘宝联盟_{day}.csv",
    identified_by=("day", "spend"),
    identified_by_any=("clicks", "orders", "sales"),
    columns=(
        SHOP,
        TAOBAO,
        tool("淘宝客"),
        breakdown(),
        day("日期"),
        plan("数据内容"),
        within(),
        *figures(
            spend="付款支出费用", commission="付款佣金支出", service_fee="付款服务费支出", clicks="点击量(即进店量)",
            visitors="点击人数(即进店人数)", sales="付款金额", orders="付款笔数", buyers="付款人数", items="付款件数",
            spend_settled="结算支出费用", sales_settled="结算金额", orders_settled="结算笔数",
        ),
    ),
)  # fmt: skip

AFFILIATE_ORDERS = Source(
    name="promotion_affiliate_orders",
    subject=SUBJECT,
    title=Text("淘宝客订单", "Affiliate orders"),
    exported_from=Text("淘宝联盟商家中心 › 订单明细", "Alimama affiliates › Orders"),
    file_name="淘宝客订单_{day}.csv",
    identified_by=("day", "order_id", "spend"),
    columns=(
        SHOP,
        TAOBAO,
        tool("淘宝客"),
        # Order by order what the report by day adds up, counted on the day the order was made.
        breakdown("'按订单'"),
        day("创建时间"),
        plan("计划名称"),
        within(joined("order_id", "title")),
        Column("order_id", ID, Text("淘宝订单编号", "Order number"), also=("订单编号",), needed=True),
        Column("title", TEXT, Text("商品名称", "Product")),
        Column("settled_day", DAY, Text("结算时间", "Settled on")),
        Column("spend", MONEY, Text("佣金", "Commission"), needed=True),
        Column("sales", MONEY, Text("实际成交价格", "Paid")),
        Column("items", COUNT, Text("成交商品数", "Items")),
        Column("affiliate", TEXT, Text("来源或淘客昵称", "Affiliate")),
    ),
)

FEED = Source(
    name="promotion_feed",
    subject=SUBJECT,
    title=Text("引力魔方（手工账）", "Feed promotion (Yinlimofang), as booked by hand"),
    exported_from=Text("引力魔方 › 报表，抄录成表", "Yinlimofang › Reports, copied into a sheet"),
    hand_made=True,
    file_name="引力魔方_{day}.xlsx",
    identified_by=("day", "spend", "impressions"),
    columns=(
        SHOP,
        TAOBAO,
        tool("引力魔方"),
        breakdown(),
        day("date", "日期"),
        plan(),
        within(),
        *figures(
            spend="cost", impressions="imp", clicks="click", orders="order", sales="sales", carts="cart",
            favourites="bookmark",
        ),
    ),
)  # fmt: skip

SUPERMARKET = Source(
    name="promotion_supermarket",
    subject=SUBJECT,
    title=Text("天猫超市智多星", "Tmall supermarket promotion (Zhiduoxing)"),
    exported_from=Text("智多星 › 报表 › 数据总览", "Zhiduoxing › Reports › Overview"),
    file_name="智多星_{day}.xlsx",
    sheet_names=("数据总览",),
    identified_by=("day", "plan", "spend"),
    identified_by_any=("impressions", "clicks"),
    unlike=("商品ID", "商品名称", "计划ID", "所属计划"),
    columns=(
        SHOP,
        TAOBAO,
        tool("智多星"),
        breakdown(),
        day("日期"),
        plan("投放场景", needed=True),
        # Rows of several 转化周期 tell one spend each time: without what differs they are equal, and one is kept.
        within(),
        *figures(spend="消耗(元)", impressions="曝光量", clicks="点击量"),
    ),
)

SOURCES = (KEYWORD, DISPLAY, BRAND, AFFILIATE, AFFILIATE_ORDERS, FEED, SUPERMARKET)
