"""人员: who works under which account, when, and what was done, as managers keep it by hand."""

from data.formats.kinds import CLOCK, DAY, NUMBER, TEXT
from data.formats.source import SHOP_IF_ONE, TOTALS, Column, Skip, Source
from data.formats.subject import Subject
from text import Text

BY_HAND = Text("自己做的表（可下载空白模板）", "Kept by hand (blank template to download)")
TOTAL = Text("合计行", "a total row")
DAY_COLUMN = Column("day", DAY, Text("日期", "Day"), needed=True)

ROSTER = Source(
    name="roster",
    subject=Subject("roster", Text("花名册", "Roster"), grain=("shop", "account"), day=""),
    title=Text("客服花名册", "Roster of accounts"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="客服花名册.xlsx",
    identified_by=("account", "person"),
    identified_by_any=("staff_number", "team"),
    unlike=("销售额", "接待人数", "询单人数", "咨询人数", "日期", "班次"),
    columns=(
        SHOP_IF_ONE,
        Column(
            "account", TEXT, Text("账号名", "Account"), also=("账号", "客服账号", "旺旺账号", "子账号", "旺旺号"),
            needed=True,
        ),
        Column("person", TEXT, Text("员工姓名", "Person"), also=("姓名", "员工", "使用人"), needed=True),
        Column("staff_number", TEXT, Text("工号", "Staff number"), also=("员工工号",)),
        Column("team", TEXT, Text("小组", "Team"), also=("组别", "分组", "班组", "部门")),
    ),
    shop_before_colon="account",
)  # fmt: skip

SHIFTS = Source(
    name="shifts",
    # One person may log in and out several times a day; a newer sheet replaces the person's day.
    subject=Subject("shifts", Text("排班", "Shifts"), ("shop", "day", "agent", "spell"), ("shop", "day", "agent")),
    title=Text("客服排班与在线", "Shifts and time online"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="客服排班_{day}.xlsx",
    identified_by=("day", "agent"),
    identified_by_any=("online_from", "online_until", "shift"),
    unlike=("事项", "检查项", "接待人数", "销售额"),
    columns=(
        SHOP_IF_ONE,
        DAY_COLUMN,
        Column(
            "agent", TEXT, Text("客服", "Agent"),
            also=("姓名", "员工姓名", "账号名", "账号", "客服昵称", "旺旺昵称", "人员"), needed=True,
        ),
        Column("shift", TEXT, Text("班次", "Shift")),
        Column("online_from", CLOCK, Text("上线", "Online from"), also=("上线时间", "登录时间", "上班时间")),
        Column("online_until", CLOCK, Text("离线", "Online until"), also=("离线时间", "下线", "下线时间", "下班时间")),
        Column(
            "spell", TEXT, Text("时段", "Spell"),
            derived="concat_ws(' ', shift, strftime(DATE '2000-01-01' + online_from, '%H:%M'))",
        ),
    ),
    shop_before_colon="agent",
)  # fmt: skip

WORKLOAD = Source(
    name="workload",
    subject=Subject("workload", Text("工作量", "Workload"), ("shop", "day", "team", "person", "task")),
    title=Text("工作量登记", "Work done"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="工作量_{day}.xlsx",
    identified_by=("day", "person", "task", "quantity"),
    columns=(
        SHOP_IF_ONE,
        DAY_COLUMN,
        Column("team", TEXT, Text("组", "Team"), also=("小组", "组别", "部门", "班组"), default=""),
        Column("person", TEXT, Text("人", "Person"), also=("姓名", "人员", "员工", "员工姓名"), needed=True),
        Column("task", TEXT, Text("事项", "Task"), also=("工作事项", "工作内容", "工作项"), needed=True),
        Column("quantity", NUMBER, Text("数量", "Quantity"), also=("完成数量", "完成量"), needed=True),
        Column("unit", TEXT, Text("单位", "Unit")),
        Column("note", TEXT, Text("备注", "Note")),
    ),
    skip_rows=(Skip("person", TOTALS, TOTAL), Skip("task", TOTALS, TOTAL)),
)

SOURCES = (ROSTER, SHIFTS, WORKLOAD)
