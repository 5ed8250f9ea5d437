"""推广: the tools of JD, Pinduoduo and Xiaohongshu; see promotion.py for what adds up."""

from data.formats.kinds import HOURS, ID, TEXT
from data.formats.source import SHOP, TOTALS, Column, Skip, Source, platform
from data.sources.trade.promotion import SUBJECT, TOTAL, breakdown, day, figures, joined, plan, tool, within
from text import Text

JD, PDD = platform("京东"), platform("拼多多")

JD_WHOLE_SITE = Source(
    name="promotion_jd_whole",
    subject=SUBJECT,
    title=Text("京东全站营销", "JD whole-site promotion"),
    exported_from=Text("京准通 › 全站营销 › 报表", "JD ads › Whole site › Report"),
    file_name="京东_{day}_{shop}_全站营销.xlsx",
    identified_by=("day", "spend", "sales"),
    columns=(
        SHOP,
        JD,
        tool("京东全站营销"),
        breakdown(),
        day("日期"),
        plan(),
        within(),
        *figures(
            spend="花费", sales="全站交易额", orders="全站订单行", impressions="核心位置展现量",
            clicks="核心位置点击量",
        ),
    ),
)  # fmt: skip

JD_BY_HOUR = Source(
    name="promotion_jd",
    subject=SUBJECT,
    title=Text("京东非全站推广", "JD promotion (not whole-site)"),
    exported_from=Text("京准通 › 报表 › 分时", "JD ads › Reports › By hour"),
    file_name="京东_{day}_{shop}_非全站营销.xlsx",
    identified_by=("hour", "spend"),
    columns=(
        SHOP,
        JD,
        tool("京东非全站"),
        breakdown(),
        Column("day", day().kind, Text("日期", "Day"), derived="hour::DATE"),
        plan(),
        within("strftime(hour, '%H:%M')"),
        Column("hour", HOURS, Text("点击时间", "Hour"), needed=True),
        *figures(
            spend="花费", sales="总订单金额", orders="总订单行", impressions="展现数", clicks="点击数",
            carts="总加购数",
        ),
    ),
    skip_rows=(Skip("hour", TOTALS, TOTAL),),
)  # fmt: skip

JD_BY_ITEM = Source(
    name="promotion_jd_items",
    subject=SUBJECT,
    title=Text("京东自定义报表（按商品）", "JD custom report by product"),
    exported_from=Text("京准通 › 自定义报表 › 跟单SKU", "JD ads › Custom report › SKU"),
    file_name="京东_{day}_{shop}_自定义报表.xlsx",
    identified_by=("day", "item_id", "spend"),
    columns=(
        SHOP,
        JD,
        tool("京东非全站"),
        # The spend of the hourly report, split over products.
        breakdown("'按商品'"),
        # Often exported by the month: such a span is refused.
        day("日期"),
        plan(),
        within(joined("item_id")),
        Column("item_id", ID, Text("跟单SKU ID", "SKU"), needed=True),
        Column("title", TEXT, Text("跟单SKU名称", "Product")),
        *figures(
            spend="花费", sales="总订单金额", orders="总订单行", impressions="展现数", clicks="点击数",
        ),
    ),
)  # fmt: skip

JD_AFFILIATE = Source(
    name="promotion_jd_affiliate",
    subject=SUBJECT,
    title=Text("京东联盟", "JD affiliates"),
    exported_from=Text("京东联盟 › 效果报表", "JD affiliates › Reports"),
    file_name="京东_{day}_{shop}_京东联盟.xlsx",
    identified_by=("day", "spend"),
    identified_by_any=("clicks", "ordered", "orders"),
    columns=(
        SHOP,
        JD,
        tool("京东联盟"),
        breakdown(),
        day("日期"),
        plan(),
        within(),
        *figures(
            spend="付款佣金金额", expected_spend="预估佣金金额", clicks="点击量", orders="完成订单量",
            sales="完成订单金额", ordered="下单订单量", ordered_sales="下单订单金额",
        ),
    ),
)  # fmt: skip

PDD_ITEMS = Source(
    name="promotion_pdd",
    subject=SUBJECT,
    title=Text("拼多多商品推广", "Pinduoduo product promotion"),
    exported_from=Text("拼多多推广平台 › 报表 › 商品推广 › 分天数据", "Pinduoduo ads › Reports › Products › By day"),
    file_name="商品推广_{day}.xlsx",
    sheet_names=("商品_分天数据",),
    identified_by=("day", "item_id", "spend"),
    identified_by_any=("plan", "scene"),
    unlike=("主体ID", "计划ID"),
    columns=(
        SHOP,
        PDD,
        tool("拼多多商品推广"),
        breakdown(),
        day("日期"),
        plan("推广名称"),
        within(joined("scene", "item_id")),
        Column("item_id", ID, Text("商品ID", "Product ID"), needed=True),
        Column("title", TEXT, Text("商品名称", "Product")),
        Column("scene", TEXT, Text("推广场景", "Scene")),
        *figures(
            spend="总花费(元) 成交花费(元)", sales="交易额(元)", net_sales="净交易额(元)", orders="成交笔数",
            net_orders="净成交笔数", direct_sales="直接交易额(元)", indirect_sales="间接交易额(元)",
            direct_orders="直接成交笔数", indirect_orders="间接成交笔数", sales_settled="结算交易额(元)",
            orders_settled="结算成交笔数", impressions="曝光量", clicks="点击量", favourites="收藏量",
            inquiries="询单量",
        ),
    ),
    skip_rows=(Skip("item_id", TOTALS, TOTAL),),
)  # fmt: skip

# Headings as a public importer of these files reads them (Hupao-Huang/bi-dashboard, server/cmd/import-xhs-cf).
XIAOHONGSHU_NOTES = Source(
    name="promotion_xiaohongshu",
    subject=SUBJECT,
    title=Text("小红书乘风", "Xiaohongshu promotion"),
    exported_from=Text(
        "小红书乘风 › 数据报表 › 笔记 › 标准投 › 下载", "Xiaohongshu ads › Reports › Notes › Standard › Download"
    ),
    file_name="小红书乘风_{day}_{shop}_笔记_标准投数据.csv",
    encoding="utf-8-sig",
    summary_first=True,
    identified_by=("day", "note_id", "spend"),
    columns=(
        SHOP,
        platform("小红书"),
        tool("小红书乘风"),
        breakdown(),
        # The day of the spend; the file is named by the day of the export.
        day("时间"),
        plan(),
        within(joined("note_id")),
        Column("note_id", ID, Text("笔记/素材ID", "Note"), needed=True),
        Column("title", TEXT, Text("笔记标题", "Title of the note")),
        *figures(
            spend="消费", impressions="展现量", clicks="点击量", sales="7日总支付金额", orders="7日总支付订单量",
            ordered_sales="7日总下单金额", ordered="7日总下单订单量", direct_sales="直接支付订单gmv",
            direct_orders="直接支付订单量", visitors="7日总商品访客量", carts="7日总商品加购量", favourites="收藏",
        ),
    ),
    # The first row says 合计128条记录 in one cell and has dashes for its note and its day.
    skip_rows=(Skip("day", TOTALS, TOTAL, "starts"), Skip("note_id", (), TOTAL, "blank")),
)  # fmt: skip

SOURCES = (JD_WHOLE_SITE, JD_BY_HOUR, JD_BY_ITEM, JD_AFFILIATE, PDD_ITEMS, XIAOHONGSHU_NOTES)
