"""客服绩效: what each agent's account did on a day, from 生意参谋, 千牛 or 赤兔."""

from data.formats.kinds import ACCOUNT, COUNT, DAY, DURATION, MINUTES, MONEY, NUMBER, RATE, RATIO, TEXT
from data.formats.quoting import quoted
from data.formats.source import SHOP, TAOBAO, Column, Skip, Source
from data.formats.subject import Subject
from data.sources.service.summaries import SUMMARY
from text import Text

SUBJECT = Subject(
    "service",
    Text("客服绩效", "Customer service by agent"),
    grain=("shop", "day", "agent", "source"),
    money="sales",
)

SYCM, CHITU, QIANNIU = Text("生意参谋", "Business Advisor"), Text("赤兔", "Chitu"), Text("千牛", "Qianniu")
JD_DESK, FEIGE = Text("京东客服管家", "JD service desk"), Text("飞鸽", "Feige")
PDD_DESK = Text("多多客服", "Pinduoduo service")
TOOLS = (SYCM, CHITU, QIANNIU, JD_DESK, FEIGE, PDD_DESK)
"""Where agents' days are exported from. Of several that tell the same one the first is believed."""


def told_by(tool: Text) -> Column:
    """The column that says which tool a row was exported from: its Chinese name in every row."""
    return Column("source", TEXT, Text("来源", "Source"), derived=quoted(tool.zh))


SUMMARY_WORDS = (
    "汇总",
    "均值",
    "平均值",
    "汇总值",
    "全店汇总值",
    "全店平均值",
    "同行同层优秀",
    "同行同层均值",
    "合计",
    "总计",
)
SKIP_SUMMARIES = (Skip("agent", SUMMARY_WORDS, SUMMARY), Skip("day", SUMMARY_WORDS, SUMMARY))

DAY_COLUMN = Column("day", DAY, Text("日期", "Day"), also=("统计日期",), needed=True, from_file_name=True)
FIGURES = (
    Column(
        "first_response_sec", DURATION, Text("首次响应时长（秒）", "First response"),
        also=("首次响应(秒)", "首次响应时长", "首次响应"),
    ),
    Column(
        "avg_response_sec", DURATION, Text("平均响应时长（秒）", "Mean response"),
        also=("平均响应(秒)", "平均响应时长", "平均响应时间", "平均响应"),
    ),
    Column("reply_rate", RATE, Text("旺旺回复率", "Reply rate"), also=("回复率",)),
    Column("inquirers", COUNT, Text("询单人数", "Inquirers")),
    Column("final_pay_buyers", COUNT, Text("询单最终付款人数", "Inquirers who finally paid"), also=("最终付款人数",)),
    Column("sales", MONEY, Text("销售额", "Sales"), also=("客服销售额",)),
    Column("sales_buyers", COUNT, Text("销售人数", "Buyers attributed"), also=("客服销售人数",)),
    Column("refund", MONEY, Text("成功退款金额", "Refunds finished"), also=("完成退款金额",)),
    Column("satisfaction_rate", RATE, Text("客户满意率", "Satisfaction"), also=("客户满意比",)),
    Column("same_day_inquirers", COUNT, Text("当日询单人数", "Inquirers of the day")),
    Column("order_buyers", COUNT, Text("下单人数", "Ordering buyers")),
    Column("final_pay_amount", MONEY, Text("询单最终付款金额", "Finally paid after inquiry")),
    Column(
        "final_pay_rate", RATE, Text("询单->最终付款转化率", "Inquiry final pay rate"),
        also=("询单->最终付款成功率", "询单最终付款转化率"),
    ),
    Column("lost_inquirers", COUNT, Text("询单流失人数", "Inquirers lost")),
    Column("sales_items", COUNT, Text("销售量", "Items sold")),
    Column("sales_orders", COUNT, Text("销售订单数", "Orders attributed"), also=("订单数",)),
    Column("slow_replies", COUNT, Text("慢响应人数", "Answered slowly"), also=("慢接待人数",)),
    Column("long_receptions", COUNT, Text("长接待人数", "Long receptions")),
    Column("reply_3min_rate", RATE, Text("3分钟人工响应率", "Answered within 3 minutes")),
    Column("reviews_asked", COUNT, Text("发出评价数", "Reviews asked for")),
    Column("reviews", COUNT, Text("收到评价数", "Reviews")),
    Column("very_good", COUNT, Text("很满意", "Very good"), also=("服务满意度评价很满意",)),
    Column("good", COUNT, Text("满意", "Good"), also=("服务满意度评价满意",)),
    Column("fair", COUNT, Text("一般", "Fair"), also=("服务满意度评价一般",)),
    Column("poor", COUNT, Text("不满", "Poor"), also=("服务满意度评价不满", "不满意")),
    Column("very_poor", COUNT, Text("很不满", "Very poor"), also=("服务满意度评价很不满", "很不满意")),
    Column("asked_rate", RATE, Text("评价发送率", "Share asked for a review"), also=("E客服评价发送率",)),
    Column(
        "reviewed_rate", RATE, Text("评价返回率", "Share that reviewed"),
        also=("服务满意度评价参与率", "服务满意度参与率"),
    ),
    Column("work_days", NUMBER, Text("上班天数", "Days worked")),
)  # fmt: skip

SERVICE = Source(
    name="service",
    subject=SUBJECT,
    title=Text("客服绩效自制报表", "Customer service report"),
    exported_from=Text("生意参谋 › 服务 › 自制报表 › 客服绩效", "Business Advisor › Service › Custom report › Agents"),
    file_name="自制报表-报表查看-客服绩效_{day}_{day}_全部.xlsx",
    sheet_names=("数据信息",),
    identified_by=("agent",),
    identified_by_any=("receptions", "inquirers", "sales", "final_pay_rate"),
    unlike=("客服昵称", "账户名", "商品ID"),
    columns=(
        SHOP,
        TAOBAO,
        told_by(SYCM),
        DAY_COLUMN,
        Column("agent", ACCOUNT, Text("旺旺昵称", "Agent"), also=("旺旺", "旺旺账号名称"), needed=True),
        Column("team", TEXT, Text("旺旺分组", "Team")),
        Column("consults", COUNT, Text("咨询人数", "Consulting buyers")),
        Column("receptions", COUNT, Text("有效接待人数", "Receptions"), also=("接待人数",)),
        Column("unreplied", COUNT, Text("未回复人数", "Not answered")),
        *FIGURES,
        Column("answer_ratio", RATIO, Text("淘宝答问比", "Answer ratio"), also=("答问比",)),
        Column("net_sales", MONEY, Text("净销售额", "Net sales")),
    ),
    shop_before_colon="agent",
    skip_rows=SKIP_SUMMARIES,
)

SERVICE_CHITU = Source(
    name="service_chitu",
    subject=SUBJECT,
    title=Text("赤兔客服绩效", "Chitu customer service"),
    exported_from=Text("赤兔 › 自定义报表", "Chitu › Custom reports"),
    rates_are_shares=True,
    file_name="自定义报表_客服数据_{day}至{day}.xlsx",
    identified_by=("agent",),
    identified_by_any=("receptions", "consults", "sales", "final_pay_rate"),
    unlike=("旺旺昵称", "商品ID", "账号名称", "客服账号", "人工已接待人数", "接待会话量"),
    columns=(
        SHOP,
        TAOBAO,
        told_by(CHITU),
        DAY_COLUMN,
        Column("agent", ACCOUNT, Text("客服昵称", "Agent"), also=("账户名",), needed=True),
        Column("team", TEXT, Text("客服分组", "Team"), also=("分组",)),
        Column("consults", COUNT, Text("聊天人数(原咨询人数)", "Consulting buyers"), also=("聊天人数", "咨询人数")),
        Column("receptions", COUNT, Text("接待人数", "Receptions")),
        Column("unreplied", COUNT, Text("未回复人数", "Not answered")),
        *FIGURES,
        Column("next_day_pay_rate", RATE, Text("询单->次日付款成功率", "Inquiry next day pay rate")),
        Column("buyer_messages", COUNT, Text("买家消息数", "Buyer messages"), also=("买家消息",)),
        Column("agent_messages", COUNT, Text("客服消息数", "Agent messages"), also=("客服消息",)),
        Column("answer_ratio", RATIO, Text("答问比", "Answer ratio"), also=("客服答问比",)),
        Column("avg_session_sec", DURATION, Text("平均接待时长", "Mean session")),
        Column("service_sec", MINUTES, Text("服务总时长", "Time in service")),
        Column("service_sec_per_day", MINUTES, Text("平均日服务时长", "Time in service per day")),
        Column("paused_sec", MINUTES, Text("挂起总时长", "Time paused")),
    ),
    shop_before_colon="agent",
    skip_rows=SKIP_SUMMARIES,
)

SERVICE_QIANNIU = Source(
    name="service_qianniu",
    subject=SUBJECT,
    title=Text("千牛服务报告", "Qianniu service report"),
    exported_from=Text("千牛 › 服务 › 服务报告", "Qianniu › Service › Service report"),
    file_name="服务报告_{day}.xlsx",
    sheet_names=("按客服查看", "旺旺账号咨询接待能力明细"),
    identified_by=("agent",),
    identified_by_any=("receptions", "reviews"),
    unlike=("有效接待人数", "接待人数", "商品ID"),
    columns=(
        SHOP,
        TAOBAO,
        told_by(QIANNIU),
        DAY_COLUMN,
        Column("agent", ACCOUNT, Text("旺旺账号名称", "Agent"), needed=True),
        # Conversations with a person, which the mean response is taken over.
        Column("receptions", COUNT, Text("人工接待会话量", "Conversations")),
        Column("avg_response_sec", DURATION, Text("平均响应时长", "Mean response")),
        Column("reply_3min_rate", RATE, Text("3分钟人工响应率", "Answered within 3 minutes")),
        Column("reviews", COUNT, Text("旺旺评价量", "Reviews")),
        Column("satisfied", COUNT, Text("满意评价量", "Good reviews")),
        Column(
            "satisfaction_rate",
            RATE,
            Text("客户满意率", "Satisfaction"),
            derived="satisfied / nullif(reviews, 0)",
        ),
    ),
    shop_before_colon="agent",
    skip_rows=SKIP_SUMMARIES,
)

SOURCES = (SERVICE, SERVICE_CHITU, SERVICE_QIANNIU)
