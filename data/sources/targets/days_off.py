"""放假安排: which days of a year are off and which are worked instead, as announced for it."""

from data.formats.kinds import DAY, TEXT, WORKED
from data.formats.source import SHOP_IF_ONE, Column, Source
from data.formats.subject import Subject
from data.sources.service.people import BY_HAND
from text import Text

SUBJECT = Subject("days_off", Text("放假安排", "Days off"), grain=("shop", "day"))

DAYS_OFF = Source(
    name="days_off",
    subject=SUBJECT,
    title=Text("放假与调休安排", "Days off and days worked instead"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="放假安排.xlsx",
    identified_by=("day", "worked"),
    unlike=("姓名", "班次", "客服", "事项", "商品ID", "活动"),
    columns=(
        SHOP_IF_ONE,
        Column("day", DAY, Text("日期", "Day"), needed=True),
        Column(
            "worked", WORKED, Text("放假或上班", "Off or worked"), also=("安排", "放假安排", "放假/上班"), needed=True
        ),
        Column("festival", TEXT, Text("节日", "Festival"), also=("节假日", "节日名称")),
    ),
)

SOURCES = (DAYS_OFF,)
