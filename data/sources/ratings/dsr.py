"""店铺 DSR: scores of the last 180 days, each day and item one row."""

from data.formats.kinds import DAY, SCORE, TEXT
from data.formats.source import SHOP, TAOBAO, Column, Matrix, Source
from data.formats.subject import Subject
from text import Text

SUBJECT = Subject("dsr", Text("店铺DSR", "Shop DSR"), grain=("shop", "day", "item"))

ITEM, SERVICE, DELIVERY = "描述", "服务", "物流"
ITEMS = {
    "描述相符": ITEM, "宝贝与描述相符": ITEM, "描述相符评分": ITEM, "描述": ITEM, "商品描述": ITEM,
    "描述得分": ITEM, "描述评分": ITEM,
    "服务态度": SERVICE, "卖家的服务态度": SERVICE, "服务态度评分": SERVICE, "服务": SERVICE, "卖家服务": SERVICE,
    "服务得分": SERVICE, "服务评分": SERVICE,
    "物流质量": DELIVERY, "物流服务": DELIVERY, "物流服务的质量": DELIVERY, "物流服务评分": DELIVERY, "物流": DELIVERY,
    "物流得分": DELIVERY, "物流评分": DELIVERY, "发货速度": DELIVERY,
}  # fmt: skip

EXPORTED_FROM = Text("千牛 › 店铺 › 店铺 DSR 数据", "Qianniu › Shop › DSR scores")

DSR = Source(
    name="dsr",
    subject=SUBJECT,
    title=Text("店铺DSR（指标表）", "Shop DSR (table of items)"),
    exported_from=EXPORTED_FROM,
    file_name="店铺DSR数据_{day}.xlsx",
    header_row=2,
    identified_by=("item", "score"),
    unlike=("人", "姓名", "员工", "月", "月份", "年月", "权重", "考核项"),
    columns=(
        SHOP,
        TAOBAO,
        Column("day", DAY, Text("日期", "Day"), also=("统计日期",), needed=True, from_file_name=True),
        Column("item", TEXT, Text("指标", "Item"), also=("指标(指标名称)", "指标名称"), needed=True, words=ITEMS),
        Column("score", SCORE, Text("得分", "Score"), also=("得分(评分)", "评分"), needed=True),
        Column("industry_mean", SCORE, Text("行业均值", "Industry mean")),
        Column("target", SCORE, Text("目标值", "Target")),
    ),
)

DSR_DAILY = Source(
    name="dsr_daily",
    subject=SUBJECT,
    title=Text("店铺DSR（每日表）", "Shop DSR (daily list)"),
    exported_from=EXPORTED_FROM,
    file_name="店铺DSR每日_{day}.xlsx",
    identified_by=("day",),
    unlike=("访客数", "支付金额", "旺旺昵称", "客服昵称", "商品ID", "订单编号"),
    columns=(
        SHOP,
        TAOBAO,
        Column("day", DAY, Text("日期", "Day"), also=("统计日期",), needed=True),
        Column("item", TEXT, Text("指标", "Item")),
        Column("score", SCORE, Text("得分", "Score")),
    ),
    matrix=Matrix(
        into="item",
        value="score",
        headings={
            **ITEMS,
            "描述得分(较上日)": ITEM,
            "服务得分(较上日)": SERVICE,
            "物流得分(较上日)": DELIVERY,
        },
    ),
)

SOURCES = (DSR, DSR_DAILY)
