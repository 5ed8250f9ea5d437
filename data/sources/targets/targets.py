"""目标: sales targets kept by hand, as a list, as months across people, or as people across months."""

from data.formats.kinds import MONTH, PERIOD, PLANNED, QUARTER, TEXT, YEAR
from data.formats.source import TOTALS, Column, Matrix, Skip, Source
from data.formats.subject import Subject
from text import Text

SUBJECT = Subject("targets", Text("目标", "Targets"), grain=("shop", "period", "team", "person", "metric"), day="")

PAY_AMOUNT = "pay_amount"
WHOLE = ("全店", "店铺", "整店", "全部", "店铺合计")
METRICS = {
    "支付金额": PAY_AMOUNT, "销售额": PAY_AMOUNT, "销售": PAY_AMOUNT, "目标销售额": PAY_AMOUNT, "成交金额": PAY_AMOUNT,
    "访客数": "visitors", "访客": "visitors", "支付转化率": "pay_conversion", "转化率": "pay_conversion",
    "客单价": "avg_order_value", "订单数": "pay_orders", "支付订单数": "pay_orders", "净支付金额": "net_pay_amount",
    "客服销售额": "cs_sales", "接待人数": "receptions", "推广花费": "ad_spend", "推广预算": "ad_spend",
}  # fmt: skip

SHOP = Column("shop", TEXT, Text("店铺名称", "Shop"), also=("店铺", "店铺名", "店铺ID"))
TEAM = Column("team", TEXT, Text("小组", "Team"), also=("组别", "部门", "班组", "团队"), default="")
PERSON = Column(
    "person", TEXT, Text("姓名", "Person"), also=("人员", "员工", "员工姓名", "客服", "销售人员", "负责人"),
    default="", words=dict.fromkeys(WHOLE, ""),
)  # fmt: skip
PERIOD_COLUMN = Column(
    "period", PERIOD, Text("月份", "Period"), also=("年月", "月", "日期", "期间", "周期", "时间", "统计日期"),
    needed=True, from_file_name=True,
)  # fmt: skip
# A sheet of days and figures is no sheet of people: only months head this one.
MONTH_ALONE = Column("period", PERIOD, Text("月份", "Period"), also=("年月", "月"), needed=True)
METRIC = Column("metric", TEXT, Text("指标", "Metric"), also=("目标项", "项目"), default=PAY_AMOUNT, words=METRICS)
AMOUNT = Column(
    "amount",
    PLANNED,
    Text("目标", "Target"),
    also=("目标销售额", "销售目标", "目标金额", "目标值", "月目标", "日目标", "金额"),
)
FLOOR = Column("floor", PLANNED, Text("保底目标", "Floor"), also=("保底", "底线目标", "保底任务"))
STRETCH = Column("stretch", PLANNED, Text("冲刺目标", "Stretch"), also=("冲刺", "挑战目标", "冲刺任务"))

IN_PARTS = (
    Column("of_year", YEAR, Text("年", "Year"), also=("年份", "年度"), needed=True),
    Column("of_quarter", QUARTER, Text("季", "Quarter"), also=("季度",)),
    Column("of_month", MONTH, Text("月", "Month"), also=("月份",)),
    Column(
        "period",
        PERIOD,
        Text("期间", "Period"),
        derived="of_year || coalesce('-' || lpad(of_month::VARCHAR, 2, '0'), '-Q' || of_quarter, '')",
    ),
)
"""A period whose year, quarter and month stand in columns of their own; the finest that is filled counts."""

TOTAL_ROW = Text("合计行", "a total row")
SKIP_TOTALS = (Skip("person", TOTALS, TOTAL_ROW), Skip("period", TOTALS, TOTAL_ROW), Skip("team", TOTALS, TOTAL_ROW))
TITLE_WORDS = ("目标", "任务", "target")
BY_HAND = Text("自己做的表，或「目标」页", "Kept by hand, or the Targets page")

TARGETS = Source(
    name="targets",
    subject=SUBJECT,
    title=Text("目标清单", "Target list"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="目标清单_{day}.xlsx",
    identified_by=("amount",),
    identified_by_any=("period", "person", "shop"),
    unlike=("访客数", "得分", "趋势", "订单编号"),
    columns=(SHOP, PERIOD_COLUMN, TEAM, PERSON, METRIC, AMOUNT, FLOOR, STRETCH),
    skip_rows=SKIP_TOTALS,
)

TARGETS_IN_PARTS = Source(
    name="targets_in_parts",
    subject=SUBJECT,
    title=Text("目标清单（年、季、月分列）", "Target list (year, quarter and month apart)"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="目标清单_年季月.xlsx",
    identified_by=("of_year", "amount"),
    unlike=TARGETS.unlike,
    columns=(SHOP, *IN_PARTS, TEAM, PERSON, METRIC, AMOUNT, FLOOR, STRETCH),
    skip_rows=(Skip("person", TOTALS, TOTAL_ROW), Skip("of_year", TOTALS, TOTAL_ROW), Skip("team", TOTALS, TOTAL_ROW)),
)

TARGETS_BY_MONTH = Source(
    name="targets_by_month",
    subject=SUBJECT,
    title=Text("目标表（人 × 月）", "Target sheet (people × months)"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="{year}年目标_人月.xlsx",
    identified_by=("person",),
    columns=(SHOP, PERIOD_COLUMN, TEAM, PERSON, METRIC, AMOUNT),
    skip_rows=SKIP_TOTALS,
    title_words=TITLE_WORDS,
    matrix=Matrix(into="period", value="amount"),
)

TARGETS_BY_PERSON = Source(
    name="targets_by_person",
    subject=SUBJECT,
    title=Text("目标表（月 × 人）", "Target sheet (months × people)"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="{year}年目标_月人.xlsx",
    identified_by=("period",),
    columns=(SHOP, MONTH_ALONE, TEAM, PERSON, METRIC, AMOUNT),
    skip_rows=SKIP_TOTALS,
    title_words=TITLE_WORDS,
    matrix=Matrix(into="person", value="amount", rest=True),
)

SOURCES = (TARGETS, TARGETS_IN_PARTS, TARGETS_BY_MONTH, TARGETS_BY_PERSON)
