"""客服绩效 of other platforms: what each agent's account did on a day at JD, Douyin and Pinduoduo."""

from data.formats.kinds import COUNT, DURATION, MONEY, NUMBER, RATE, TEXT
from data.formats.source import SHOP, Column, Skip, Source, platform
from data.sources.service.service import (
    DAY_COLUMN,
    FEIGE,
    JD_DESK,
    PDD_DESK,
    SKIP_SUMMARIES,
    SUBJECT,
    told_by,
)
from data.sources.service.summaries import SUMMARY
from text import Text

SKIP = (*SKIP_SUMMARIES, Skip("agent", ("店铺汇总值", "店铺平均值", "总值", "均值"), SUMMARY))
INQUIRERS = Column("inquirers", COUNT, Text("询单人数", "Inquirers"))
ORDERING = Column("order_buyers", COUNT, Text("下单人数", "Ordering buyers"))

SERVICE_JD = Source(
    name="service_jd",
    subject=SUBJECT,
    title=Text("京东客服绩效", "JD customer service by agent"),
    exported_from=Text("京东 › 客服管家 › 数据 › 客服明细", "JD › Service desk › Data › Agents"),
    rates_are_shares=True,
    file_name="京东客服_{day}.xlsx",
    sheet_names=("整体数据",),
    identified_by=("agent",),
    identified_by_any=("receptions", "consults"),
    unlike=("旺旺昵称", "客服昵称", "客服账号", "商品ID"),
    columns=(
        SHOP,
        platform("京东"),
        told_by(JD_DESK),
        DAY_COLUMN,
        Column("agent", TEXT, Text("客服", "Agent"), needed=True),
        Column("team", TEXT, Text("技能组", "Team")),
        Column("consults", COUNT, Text("咨询量", "Consultations")),
        Column("receptions", COUNT, Text("接待量", "Receptions")),
        Column("first_response_sec", DURATION, Text("首次平均响应时间", "First response"), also=("首次平均响应时长",)),
        Column(
            "avg_response_sec", DURATION, Text("平均响应时长（新）", "Mean response"),
            also=("新平均响应时长", "平均响应时间", "平均响应时长"),
        ),
        Column("reply_30s_rate", RATE, Text("30s应答率", "Answered within 30 seconds")),
        Column("reply_3min_rate", RATE, Text("客服3分钟人工回复率", "Answered within 3 minutes")),
        Column("reviews", COUNT, Text("评价量", "Reviews")),
        Column("satisfied", COUNT, Text("好评量", "Good reviews")),
        Column("dissatisfied", COUNT, Text("差评量", "Bad reviews")),
        Column("satisfaction_rate", RATE, Text("满意率", "Satisfaction")),
        Column("inquirers", COUNT, Text("售前接待人数", "Buyers received before sale")),
        Column("order_buyers", COUNT, Text("促成下单人数", "Buyers who ordered")),
        # Ordered, not paid: JD attributes an order when it is placed.
        Column("sales", MONEY, Text("促成下单商品金额", "Ordered amount attributed"), also=("24小时下单金额",)),
        Column("agent_messages", COUNT, Text("客服总消息数", "Agent messages")),
        Column("buyer_messages", COUNT, Text("客户总消息数", "Buyer messages")),
    ),
    skip_rows=SKIP,
)  # fmt: skip

SERVICE_DOUYIN = Source(
    name="service_douyin",
    subject=SUBJECT,
    title=Text("飞鸽客服表现", "Douyin customer service by agent"),
    exported_from=Text("抖店 › 飞鸽客服 › 数据 › 客服表现", "Douyin shop › Feige › Data › Agents"),
    file_name="飞鸽_客服表现_{day}.xlsx",
    summary_first=True,
    identified_by=("agent",),
    identified_by_any=("receptions", "work_avg_response_sec", "all_day_avg_response_sec", "received"),
    unlike=("旺旺昵称", "账户名", "商品ID", "需要人工回复的咨询人数"),
    columns=(
        SHOP,
        platform("抖音"),
        told_by(FEIGE),
        DAY_COLUMN,
        Column(
            "agent", TEXT, Text("客服账号", "Agent"), also=("账号名称", "客服昵称", "客服", "客服名称"), needed=True
        ),
        Column("online_days", NUMBER, Text("客服在线天数", "Days online")),
        Column("receptions", COUNT, Text("接待会话量", "Conversations"), also=("人工已接待会话量",)),
        Column("received", COUNT, Text("已接待人数", "Buyers received"), also=("人工已接待人数",)),
        Column("waiting", COUNT, Text("待回复会话量", "Conversations to answer")),
        Column("passed_on", COUNT, Text("转出会话量", "Conversations passed on")),
        Column(
            "work_avg_response_sec", DURATION, Text("工作时间平响时长", "Mean response in working hours"),
            also=("新平均响应时长（秒）", "平均响应时长（秒）"),
        ),
        Column("all_day_avg_response_sec", DURATION, Text("全天平响时长", "Mean response all day")),
        Column(
            "avg_response_sec", DURATION, Text("平均响应时长", "Mean response"),
            derived="coalesce(work_avg_response_sec, all_day_avg_response_sec)",
        ),
        Column(
            "work_first_response_sec", DURATION, Text("工作时间首响时长", "First response in working hours"),
            also=("首次响应时长（秒）",),
        ),
        Column("all_day_first_response_sec", DURATION, Text("全天首响时长", "First response all day")),
        Column(
            "first_response_sec", DURATION, Text("首次响应时长", "First response"),
            derived="coalesce(work_first_response_sec, all_day_first_response_sec)",
        ),
        Column(
            "work_reply_3min_rate", RATE, Text("工作时间3分钟回复率", "Answered within 3 minutes in working hours"),
            also=("3分钟人工回复率（会话）", "3分钟人工回复率"),
        ),
        Column("all_day_reply_3min_rate", RATE, Text("全天3分钟回复率", "Answered within 3 minutes all day")),
        Column(
            "reply_3min_rate", RATE, Text("3分钟回复率", "Answered within 3 minutes"),
            derived="coalesce(work_reply_3min_rate, all_day_reply_3min_rate)",
        ),
        Column("reviews", COUNT, Text("有效评价数", "Reviews")),
        Column("satisfied", COUNT, Text("有效好评数", "Good reviews")),
        Column("dissatisfied", COUNT, Text("有效差评数", "Bad reviews")),
        Column("satisfaction_rate", RATE, Text("全天满意率", "Satisfaction"), also=("满意率",)),
        Column("dissatisfaction_rate", RATE, Text("全天不满意率", "Dissatisfaction"), also=("不满意率",)),
        INQUIRERS,
        ORDERING,
        Column("final_pay_buyers", COUNT, Text("支付人数", "Inquirers who paid")),
        Column("sales", MONEY, Text("客服询单支付额", "Paid after inquiry"), also=("客服销售额（元）",)),
        Column("refund_buyers", COUNT, Text("退款人数", "Buyers refunded")),
        Column("refund", MONEY, Text("退款金额", "Refunds")),
        Column("net_sales", MONEY, Text("退款后销售额", "Sales after refund")),
    ),
    skip_rows=SKIP,
)  # fmt: skip

SERVICE_PDD = Source(
    name="service_pdd",
    subject=SUBJECT,
    title=Text("拼多多客服绩效", "Pinduoduo customer service by agent"),
    exported_from=Text("拼多多 › 多多客服 › 客服数据 › 客服绩效", "Pinduoduo › Service › Data › Agents"),
    file_name="拼多多客服_{day}.xlsx",
    container="xls",
    sheet_names=("Sheet0",),
    identified_by=("agent",),
    identified_by_any=("receptions", "service_score", "final_pay_buyers"),
    unlike=("旺旺昵称", "客服昵称", "接待会话量", "商品ID"),
    columns=(
        SHOP,
        platform("拼多多"),
        told_by(PDD_DESK),
        DAY_COLUMN,
        Column("agent", TEXT, Text("客服账号", "Agent"), needed=True),
        Column("consults", COUNT, Text("咨询人数", "Consulting buyers")),
        Column("receptions", COUNT, Text("需要人工回复的咨询人数", "Buyers who needed a person")),
        Column("avg_response_sec", DURATION, Text("平均人工响应时长", "Mean response")),
        Column("reply_30s_rate", RATE, Text("30秒应答率(8-23点)", "Answered within 30 seconds, 8 to 23 o'clock")),
        Column("reply_3min_rate", RATE, Text("3分钟人工回复率(8-23点)", "Answered within 3 minutes, 8 to 23 o'clock")),
        Column("unreplied", COUNT, Text("3分钟未回复人数", "Not answered within 3 minutes")),
        # After refund: 去退 means refunds are taken off.
        Column("net_sales", MONEY, Text("去退销售额（元）", "Sales after refund")),
        INQUIRERS,
        Column("final_pay_buyers", COUNT, Text("最终成团人数", "Buyers whose group was completed")),
        Column("service_score", NUMBER, Text("客服服务分", "Service score")),
    ),
    skip_rows=SKIP,
)  # fmt: skip

SOURCES = (SERVICE_JD, SERVICE_DOUYIN, SERVICE_PDD)
