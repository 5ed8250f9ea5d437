"""活动与主推: what runs when and under which rules, and which products are pushed, as managers keep it by hand."""

from data.formats.kinds import COUNT, DAY, ID, PLANNED, SPAN, TEXT
from data.formats.source import SHOP, SHOP_IF_ONE, Column, Source
from data.formats.subject import Subject
from data.sources.service.people import BY_HAND
from text import Text

SUBJECT = Subject("activities", Text("活动", "Activities"), grain=("shop", "activity"), day="first_day")

ACTIVITY = Column("activity", TEXT, Text("名称", "Activity"), also=("活动名称", "活动"), needed=True)
ABOUT = (
    Column("rules", TEXT, Text("规则", "Rules"), also=("活动规则", "活动内容")),
    Column("phrases", TEXT, Text("快捷语", "Quick phrases"), also=("快捷短语", "客服快捷语")),
    Column("target", PLANNED, Text("目标", "Target"), also=("活动目标", "目标金额", "目标销售额")),
    Column("cost", PLANNED, Text("费用", "Cost"), also=("活动费用", "活动成本", "活动预算")),
    Column("signup_due", DAY, Text("报名截止", "Sign-up due"), also=("报名截止时间", "报名截止日期")),
    Column("status", TEXT, Text("状态", "Status")),
    Column("owner", TEXT, Text("负责人", "Owner")),
    # Whether what an activity needs is ready; its quick phrases are where they are written.
    Column("stock_ready", TEXT, Text("备货", "Stock ready"), also=("备货情况", "库存就绪")),
    Column("page_ready", TEXT, Text("页面准备", "Page ready"), also=("页面", "页面情况", "页面就绪")),
    Column("staff_ready", TEXT, Text("人手", "Staff ready"), also=("人员", "客服排班", "人员就绪")),
)
IDENTIFIED_BY_ANY = ("rules", "phrases", "signup_due")
UNLIKE = ("商品ID", "检查项", "订单编号")

ACTIVITIES = Source(
    name="activities",
    subject=SUBJECT,
    title=Text("活动登记", "Activities"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="活动登记.xlsx",
    identified_by=("activity", "span"),
    identified_by_any=IDENTIFIED_BY_ANY,
    unlike=UNLIKE,
    columns=(
        SHOP_IF_ONE,
        ACTIVITY,
        Column(
            "span", SPAN, Text("起止", "Span"), also=("起止时间", "起止日期", "活动时间", "活动周期"), needed=True,
        ),
        Column("first_day", DAY, Text("首日", "First day"), derived="split_part(span, '~', 1)::DATE"),
        Column("last_day", DAY, Text("末日", "Last day"), derived="split_part(span, '~', 2)::DATE"),
        *ABOUT,
    ),
)  # fmt: skip

ACTIVITIES_BY_DATES = Source(
    name="activities_by_dates",
    subject=SUBJECT,
    title=Text("活动登记（开始、结束各一列）", "Activities (first and last day in two columns)"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="活动登记_起止分列.xlsx",
    identified_by=("activity", "first_day", "last_day"),
    identified_by_any=IDENTIFIED_BY_ANY,
    unlike=UNLIKE,
    columns=(
        SHOP_IF_ONE,
        ACTIVITY,
        Column("first_day", DAY, Text("开始日期", "First day"), also=("开始时间", "开始"), needed=True),
        Column("last_day", DAY, Text("结束日期", "Last day"), also=("结束时间", "结束"), needed=True),
        *ABOUT,
    ),
)

FEATURED = Source(
    name="featured",
    subject=Subject("featured", Text("主推商品", "Featured products"), grain=("shop", "day", "item_id")),
    title=Text("主推商品", "Featured products"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="主推商品_{day}.xlsx",
    identified_by=("day", "item_id"),
    identified_by_any=("target", "target_items", "points"),
    unlike=("商品访客数", "支付金额", "总咨询人数", "计划ID", "订单编号", "花费", "总花费"),
    columns=(
        SHOP,
        Column("day", DAY, Text("日期", "Day"), also=("主推日期",), needed=True),
        Column("item_id", ID, Text("商品ID", "Product ID"), also=("主推商品ID", "宝贝ID"), needed=True),
        Column("title", TEXT, Text("商品名称", "Product"), also=("主推商品", "宝贝名称", "商品")),
        Column(
            "target", PLANNED, Text("日目标", "Target of the day"), also=("主推目标", "目标", "目标金额", "目标销售额")
        ),
        Column("target_items", COUNT, Text("目标件数", "Items to sell")),
        Column("points", TEXT, Text("卖点", "Selling points"), also=("主推理由", "主推话术")),
        Column("owner", TEXT, Text("负责人", "Owner")),
    ),
)

SOURCES = (ACTIVITIES, ACTIVITIES_BY_DATES, FEATURED)
