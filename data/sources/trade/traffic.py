"""流量来源: visitors by channel, as 生意参谋 店铺来源 exports them, of 2026 and of 2017."""

from data.formats.kinds import COUNT, DAY, MONEY, TEXT
from data.formats.source import SHOP, TAOBAO, Column, Skip, Source
from data.formats.subject import Subject
from text import Text

WHOLE_SHOP = "全店"

SUBJECT = Subject(
    "traffic",
    Text("流量来源", "Traffic by channel"),
    grain=("shop", "day", "carrier", "channel_path"),
    replaces=("shop", "day", "carrier"),
    whole=("carrier", WHOLE_SHOP),
)

DAY_COLUMN = Column("day", DAY, Text("统计日期", "Day"), also=("日期",), needed=True, from_file_name=True)
FIGURES = (
    Column("visitors", COUNT, Text("访客数", "Visitors")),
    Column("new_visitors", COUNT, Text("新访客", "New visitors"), also=("新访客数",)),
    Column("page_views", COUNT, Text("浏览量", "Page views")),
    Column("cart_users", COUNT, Text("加购人数", "Users adding to cart")),
    Column("order_buyers", COUNT, Text("下单买家数", "Ordering buyers")),
    Column("order_amount", MONEY, Text("下单金额", "Ordered amount")),
    Column("pay_buyers", COUNT, Text("支付买家数", "Paying buyers")),
    Column("pay_amount", MONEY, Text("支付金额", "Paid amount")),
)
PATH = "concat_ws(' › ', {levels})"
LEAF = "coalesce({deepest})"
# Two channels of one name under different parents are told apart by the parent's name.
NAME = (
    f"CASE WHEN count(DISTINCT {PATH}) OVER (PARTITION BY {LEAF}) > 1 THEN"
    f" array_to_string(list_filter([{{levels}}], lambda level: level IS NOT NULL)[-2:], ' › ') ELSE {LEAF} END"
)
SUBTOTAL = Text("上级来源的汇总行", "a subtotal of the channels below it")


def channels(levels: tuple[str, ...]) -> tuple[Column, Column]:
    """The channel's whole path, and the name it goes by, from its levels."""
    places = {"levels": ", ".join(levels), "deepest": ", ".join(reversed(levels))}
    return (
        Column("channel_path", TEXT, Text("来源路径", "Channel path"), derived=PATH.format(**places)),
        Column("channel", TEXT, Text("来源名称", "Channel"), derived=NAME.format(**places)),
    )


LEVELS = ("level_1", "level_2", "level_3", "level_4")

TRAFFIC = Source(
    name="traffic",
    subject=SUBJECT,
    title=Text("店铺来源", "Traffic by channel"),
    exported_from=Text("生意参谋 › 流量 › 店铺来源", "Business Advisor › Traffic › Shop sources"),
    file_name="【生意参谋平台】店铺流量来源-{day}_{day}.xlsx",
    header_row=6,
    totals_of_span=True,
    sheet_names=("全店流量来源", "分载体流量来源"),
    identified_by=("level_1", "visitors"),
    columns=(
        SHOP,
        TAOBAO,
        DAY_COLUMN,
        Column(
            "carrier",
            TEXT,
            Text("流量载体", "Carrier"),
            default=WHOLE_SHOP,
            words={"汇总": WHOLE_SHOP, "全部": WHOLE_SHOP},
        ),
        *channels(LEVELS),
        Column("level_1", TEXT, Text("一级来源", "Channel level 1"), also=("流量来源", "来源名称"), needed=True),
        Column("level_2", TEXT, Text("二级来源", "Channel level 2")),
        Column("level_3", TEXT, Text("三级来源", "Channel level 3")),
        Column("level_4", TEXT, Text("四级来源", "Channel level 4")),
        *FIGURES,
    ),
    skip_rows=tuple(Skip(level, ("汇总",), SUBTOTAL) for level in LEVELS),
)

TRAFFIC_2017 = Source(
    name="traffic_2017",
    subject=SUBJECT,
    title=Text("店铺来源（2017 年版）", "Traffic by channel (2017)"),
    exported_from=Text(
        "生意参谋 › 流量 › 店铺来源（PC、无线各一页）",
        "Business Advisor › Traffic › Shop sources (PC and wireless sheets)",
    ),
    file_name="【生意参谋平台】无线店铺流量来源-{day}_{day}.xls",
    header_row=6,
    totals_of_span=True,
    sheet_names=("无线流量来源", "PC流量来源"),
    identified_by=("level_1", "level_2", "visitors"),
    unlike=("一级来源",),
    columns=(
        SHOP,
        TAOBAO,
        DAY_COLUMN,
        Column(
            "carrier",
            TEXT,
            Text("流量载体", "Carrier"),
            default=WHOLE_SHOP,
            from_sheet_name={"无线": "无线", "PC": "PC"},
        ),
        *channels(LEVELS[:2]),
        Column("level_1", TEXT, Text("来源", "Channel level 1"), needed=True),
        Column("level_2", TEXT, Text("来源明细", "Channel level 2")),
        *FIGURES,
    ),
    skip_rows=tuple(Skip(level, ("汇总",), SUBTOTAL) for level in LEVELS[:2]),
)

SOURCES = (TRAFFIC, TRAFFIC_2017)
