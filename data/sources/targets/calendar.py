"""日历: which promotions run when, as the shop knows them better than any table that ships with the board."""

from data.formats.kinds import COUNT, DAY, TEXT
from data.formats.source import SHOP_IF_ONE, Column, Source
from data.formats.subject import Subject
from data.sources.service.people import BY_HAND
from text import Text

SUBJECT = Subject("promotions", Text("大促日历", "Promotion calendar"), ("shop", "activity", "year"), day="first_day")

ACTIVITY = Column("activity", TEXT, Text("活动", "Promotion"), also=("活动名称", "大促", "大促名称"), needed=True)
FIRST = Column("first_day", DAY, Text("起", "From"), also=("开始", "开始日期", "开始时间", "起始日期"), needed=True)
LAST = Column("last_day", DAY, Text("止", "Until"), also=("结束", "结束日期", "结束时间", "截止日期"), needed=True)
PEAK = Column("peak_day", DAY, Text("高峰日", "Peak day"), also=("主会场日", "爆发日"))
LEVEL = Column("level", TEXT, Text("级别", "Level"), also=("活动级别", "大促级别", "等级"))

PROMOTIONS = Source(
    name="promotions",
    subject=SUBJECT,
    title=Text("大促日历", "Promotion calendar"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="大促日历.xlsx",
    identified_by=("activity", "first_day", "last_day", "level"),
    unlike=("活动规则", "规则", "快捷语", "报名截止", "商品ID", "计划ID", "花费"),
    columns=(
        SHOP_IF_ONE,
        ACTIVITY,
        FIRST,
        LAST,
        PEAK,
        LEVEL,
        # A promotion is a year's: to move its days is to change that row, not to add another.
        Column("year", COUNT, Text("年份", "Year"), derived="year(last_day)"),
    ),
)

SOURCES = (PROMOTIONS,)
