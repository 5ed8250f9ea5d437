"""绩效: what each person scored on each item of a month's appraisal, as a lead keeps it."""

from data.formats.kinds import NUMBER, PERIOD, TEXT
from data.formats.source import SHOP_IF_ONE, TOTALS, Column, Skip, Source
from data.formats.subject import Subject
from data.sources.service.people import BY_HAND
from text import Text

APPRAISALS = Source(
    name="appraisals",
    subject=Subject("appraisals", Text("绩效评分", "Appraisals"), ("shop", "period", "person", "item"), day=""),
    title=Text("绩效评分表", "Appraisal sheet"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="绩效评分.xlsx",
    identified_by=("period", "person", "item", "score"),
    columns=(
        SHOP_IF_ONE,
        Column("period", PERIOD, Text("月份", "Month"), also=("年月", "月", "考核月份"), needed=True),
        Column("team", TEXT, Text("组", "Team"), also=("小组", "部门", "班组"), default=""),
        Column("person", TEXT, Text("人", "Person"), also=("姓名", "人员", "员工", "被考核人"), needed=True),
        Column("item", TEXT, Text("考核项", "Item"), also=("指标", "考核指标", "考核项目"), needed=True),
        Column("weight", NUMBER, Text("权重", "Weight"), also=("权重(%)", "占比")),
        Column("score", NUMBER, Text("得分", "Score"), also=("评分", "考核得分"), needed=True),
        Column("cap", NUMBER, Text("封顶", "Cap"), also=("封顶分", "上限")),
        Column("reason", TEXT, Text("理由", "Reason"), also=("评分理由", "备注")),
    ),
    skip_rows=(Skip("person", TOTALS, Text("合计行", "a total row")), Skip("item", TOTALS, Text("合计行", "a total"))),
)

SOURCES = (APPRAISALS,)
"""The format of appraisals."""
