"""定额本: how much of what a person or a team does in an hour, a day, a week or a month, kept by hand."""

from data.formats.kinds import DAY, NUMBER, TEXT
from data.formats.source import SHOP_IF_ONE, TOTALS, Column, Skip, Source
from data.formats.subject import Subject
from data.sources.service.people import BY_HAND, TOTAL
from text import Text

PERIODS = {
    **dict.fromkeys(("小时", "每小时", "时", "hour"), "hour"), **dict.fromkeys(("天", "每天", "日", "每日"), "day"),
    **dict.fromkeys(("周", "每周", "week"), "week"), **dict.fromkeys(("月", "每月", "month"), "month"),
}  # fmt: skip
PERSONS = dict.fromkeys(("个人", "每人", "人"), "person")
GROUPS = dict.fromkeys(("全组", "小组", "组"), "group")
DUTIES = {"主": "main", "主要": "main", "机动": "flexible"}
ALWAYS = "2000-01-01"
"""The first day of a quota of which nobody knows since when it has stood."""

SUBJECT = Subject("quotas", Text("定额", "Quotas"), ("shop", "team", "person", "task", "every", "valid_from"), day="")

QUOTAS = Source(
    name="quotas",
    subject=SUBJECT,
    title=Text("定额本", "Quota book"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="定额本.xlsx",
    identified_by=("team", "task"),
    identified_by_any=("low", "minutes"),
    unlike=("日期", "完成数量", "数量"),
    columns=(
        SHOP_IF_ONE,
        Column("team", TEXT, Text("小组", "Team"), also=("组", "组别", "部门", "班组", "岗位"), needed=True),
        Column("person", TEXT, Text("姓名", "Person"), also=("人", "人员", "员工", "员工姓名"), default=""),
        Column("task", TEXT, Text("事项", "Task"), also=("工作事项", "工作内容", "定额项目", "任务"), needed=True),
        Column("unit", TEXT, Text("单位", "Unit"), also=("计量单位",)),
        Column("low", NUMBER, Text("定额", "Quota"), also=("定额下限", "最低", "下限")),
        Column("high", NUMBER, Text("定额上限", "Upper quota"), also=("最高", "上限")),
        Column("every", TEXT, Text("周期", "Every"), also=("定额周期", "时间单位"), default="day", words=PERIODS),
        Column("accounts", NUMBER, Text("账号数", "Accounts"), also=("账号个数",), default="1"),
        Column(
            "whose",
            TEXT,
            Text("对象", "Of whom"),
            also=("个人或小组", "考核对象"),
            default="person",
            words=PERSONS | GROUPS,
        ),
        Column(
            "duty", TEXT, Text("主或机动", "Main or flexible"), also=("主/机动", "性质"), default="main", words=DUTIES
        ),
        Column("minutes", NUMBER, Text("标准分钟", "Standard minutes"), also=("标准工时(分)", "单件分钟")),
        Column("valid_from", DAY, Text("生效日", "Valid from"), also=("生效日期", "启用日期"), default=ALWAYS),
        Column("valid_to", DAY, Text("停用日", "Valid to"), also=("停用日期", "失效日期")),
        Column("proof", TEXT, Text("凭证", "Proof"), also=("需要凭证", "证明")),
        Column("reference", TEXT, Text("出处", "Reference"), also=("来源", "依据")),
    ),
    skip_rows=(Skip("task", TOTALS, TOTAL), Skip("team", TOTALS, TOTAL)),
)

SOURCES = (QUOTAS,)
