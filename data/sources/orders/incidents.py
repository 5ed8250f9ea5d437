"""运营日志: faults, page checks and complaints, as managers keep them by hand."""

from data.formats.kinds import DAY, ID, PLANNED, TEXT, TIME
from data.formats.source import SHOP, SHOP_IF_ONE, Column, Source
from data.formats.subject import Subject
from data.sources.service.people import BY_HAND
from text import Text

FAULTS = Source(
    name="faults",
    subject=Subject("faults", Text("故障", "Faults"), grain=("shop", "found_at", "fault"), day="found_at"),
    title=Text("运营日志（故障）", "Operation log (faults)"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="运营日志.xlsx",
    identified_by=("found_at",),
    identified_by_any=("responded_at", "solved_at"),
    columns=(
        SHOP_IF_ONE,
        Column("fault", TEXT, Text("故障", "Fault"), also=("现象", "故障现象", "问题", "异常", "事件"), default=""),
        Column("found_at", TIME, Text("发现", "Found"), also=("发现时间",), needed=True),
        Column("responded_at", TIME, Text("响应", "Responded"), also=("响应时间",)),
        Column("solved_at", TIME, Text("排除", "Solved"), also=("排除时间", "恢复时间", "解决时间")),
        Column("impact", TEXT, Text("影响", "Impact"), also=("影响范围",)),
        Column(
            "loss", PLANNED, Text("预计损失", "Estimated loss"),
            also=("预计损失(元)", "估计损失", "损失", "损失金额", "影响金额"),
        ),
        Column("advice", TEXT, Text("建议", "Advice"), also=("改进建议",)),
        Column("advice_state", TEXT, Text("建议状态", "State of the advice"), also=("建议进度", "采纳情况")),
        Column("action", TEXT, Text("实施", "Action taken"), also=("实施情况", "处理措施")),
        Column("owner", TEXT, Text("归属", "Belongs to"), also=("责任归属", "归属部门", "责任人")),
    ),
)  # fmt: skip

PAGE_CHECKS = Source(
    name="page_checks",
    subject=Subject("page_checks", Text("页面检查", "Page checks"), grain=("shop", "day", "check_item", "page")),
    title=Text("页面检查", "Page checks"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="页面检查_{day}.xlsx",
    identified_by=("day", "check_item", "result"),
    columns=(
        SHOP_IF_ONE,
        Column("day", DAY, Text("日期", "Day"), also=("检查日期",), needed=True),
        Column("check_item", TEXT, Text("检查项", "Check"), also=("检查项目", "检查内容"), needed=True),
        Column("page", TEXT, Text("页面", "Page"), also=("检查页面", "链接", "商品ID"), default=""),
        Column("result", TEXT, Text("结果", "Result"), also=("检查结果",), needed=True),
        Column("person", TEXT, Text("人", "Person"), also=("检查人", "姓名", "人员", "负责人")),
        Column("fixed_at", TIME, Text("整改时间", "Put right")),
        Column("note", TEXT, Text("备注", "Note"), also=("说明",)),
    ),
)

COMPLAINTS = Source(
    name="complaints",
    subject=Subject("complaints", Text("投诉", "Complaints"), grain=("shop", "complaint_id"), day="opened_at"),
    title=Text("投诉登记", "Complaints"),
    exported_from=Text(
        "千牛 › 投诉管理，导出或抄录成表（没有公开样张；认不出就用对列手工对一次）",
        "Qianniu › Complaints, exported or copied into a sheet (no public copy: match by hand what is not recognised)",
    ),
    hand_made=True,
    file_name="投诉登记_{day}.xlsx",
    identified_by=("complaint_id",),
    identified_by_any=("status", "complaint_type", "opened_at"),
    columns=(
        SHOP,
        Column(
            "complaint_id",
            ID,
            Text("投诉编号", "Complaint number"),
            also=("投诉单号", "投诉ID", "维权编号", "维权单号"),
            needed=True,
        ),
        Column("order_id", ID, Text("订单编号", "Order number"), also=("订单号",)),
        Column("complaint_type", TEXT, Text("类型", "Kind"), also=("投诉类型", "投诉原因", "维权类型", "维权原因")),
        Column("status", TEXT, Text("状态", "Status"), also=("投诉状态", "处理状态", "维权状态")),
        Column(
            "opened_at",
            TIME,
            Text("时间", "Opened at"),
            also=("投诉时间", "发起时间", "创建时间", "投诉发起时间", "申请时间"),
        ),
        Column("due_at", TIME, Text("处理截止时间", "Due"), also=("截止时间", "处理截止日期", "超时时间")),
        Column("closed_at", TIME, Text("完结时间", "Closed at"), also=("处理完成时间", "投诉完结时间", "结案时间")),
        Column("handler", TEXT, Text("处理人", "Handled by"), also=("负责人",)),
        Column("fault_of", TEXT, Text("责任", "Fault of"), also=("责任方", "责任归属")),
    ),
)

SOURCES = (FAULTS, PAGE_CHECKS, COMPLAINTS)
