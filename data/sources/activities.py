"""活动与主推: what runs when and under which rules, and which products are pushed, as managers keep it by hand."""

from data.kinds import COUNT, DAY, ID, PLANNED, SPAN, TEXT
from data.source import SHOP, Column, Source, Subject
from data.sources.people import BY_HAND
from text import Text

ACTIVITIES = Source(
    name="activities",
    subject=Subject("activities", Text("活动", "Activities"), grain=("shop", "activity"), day="first_day"),
    title=Text("活动登记", "Activities"),
    exported_from=BY_HAND,
    file_name="活动登记.xlsx",
    known_by=("activity",),
    known_by_any=("rules", "phrases"),
    unlike=("商品ID", "检查项", "订单编号"),
    columns=(
        SHOP,
        Column("activity", TEXT, Text("名称", "Activity"), also=("活动名称", "活动"), needed=True),
        Column("span", SPAN, Text("起止", "Span"), also=("起止时间", "起止日期", "活动时间", "活动周期")),
        Column("begins", DAY, Text("开始日期", "Begins"), also=("开始时间", "开始")),
        Column("ends", DAY, Text("结束日期", "Ends"), also=("结束时间", "结束")),
        Column("first_day", DAY, Text("首日", "First day"), derived="coalesce(split_part(span, '~', 1)::DATE, begins)"),
        Column("last_day", DAY, Text("末日", "Last day"), derived="coalesce(split_part(span, '~', 2)::DATE, ends)"),
        Column("rules", TEXT, Text("规则", "Rules"), also=("活动规则", "活动内容")),
        Column("phrases", TEXT, Text("快捷语", "Quick phrases"), also=("快捷短语", "客服快捷语")),
        Column("target", PLANNED, Text("目标", "Target"), also=("活动目标", "目标金额", "目标销售额")),
        Column("signup_due", DAY, Text("报名截止", "Sign-up due"), also=("报名截止时间", "报名截止日期")),
        Column("status", TEXT, Text("状态", "Status")),
        Column("owner", TEXT, Text("负责人", "Owner")),
    ),
)

FEATURED = Source(
    name="featured",
    subject=Subject("featured", Text("主推商品", "Featured products"), grain=("shop", "day", "item_id")),
    title=Text("主推商品", "Featured products"),
    exported_from=BY_HAND,
    file_name="主推商品_{day}.xlsx",
    known_by=("day", "item_id"),
    known_by_any=("target", "target_items", "points"),
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

SOURCES = (ACTIVITIES, FEATURED)
