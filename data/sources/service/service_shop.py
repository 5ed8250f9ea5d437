"""店铺客服: what all of a shop's customer service did on a day; the files of 生意参谋 join by shop and day."""

from data.formats.kinds import COUNT, DAY, DURATION, MONEY, NUMBER, RATE, RATIO
from data.formats.kinds.kind import Kind
from data.formats.source import SHOP, TAOBAO, Column, Skip, Source
from data.formats.subject import Subject
from data.sources.service.summaries import SUMMARY
from text import Text

SUBJECT = Subject("service_shop", Text("店铺客服", "Customer service by shop"), grain=("shop", "day"), money="sales")

DAY_COLUMN = Column("day", DAY, Text("日期", "Day"), also=("统计日期", "时间"), needed=True, from_file_name=True)
SKIP_SUMMARIES = (Skip("day", ("汇总", "全店", "同行", "均值", "平均", "总值", "店铺"), SUMMARY, match="starts"),)
AGENTS = ("旺旺昵称", "旺旺", "旺旺账号名称", "客服昵称", "客服账号", "账户名", "账号名称", "客服", "商品ID", "访客数")
"""Headings of files that are by agent, or by something else."""

INQUIRERS = Column("inquirers", COUNT, Text("询单人数", "Inquirers"))
CONSULTS = Column("consults", COUNT, Text("咨询人数", "Consulting buyers"))
SATISFACTION = Column("satisfaction_rate", RATE, Text("满意率", "Satisfaction"), also=("客户满意率",))
PERFORMANCE_FROM = Text("生意参谋 › 服务 › 客服绩效", "Business Advisor › Service › Performance")

SERVICE_SHOP = Source(
    name="service_shop",
    subject=SUBJECT,
    title=Text("店铺客服（生意参谋）", "Customer service by shop (Business Advisor)"),
    exported_from=PERFORMANCE_FROM,
    file_name="生意参谋_咨询接待_{day}.xlsx",
    identified_by=("day",),
    identified_by_any=("receptions", "real_receptions", "final_pay_buyers", "same_day_pay_buyers", "sales_buyers"),
    unlike=(*AGENTS, "需要人工回复的咨询人数", "最终成团人数", "人工会话量", "接待量", "咨询量"),
    columns=(
        SHOP,
        TAOBAO,
        DAY_COLUMN,
        CONSULTS,
        Column("receptions", COUNT, Text("接待人数", "Receptions")),
        Column("real_receptions", COUNT, Text("有效接待人数", "Receptions that count")),
        Column("unreplied", COUNT, Text("未回复人数", "Not answered")),
        Column("avg_response_sec", DURATION, Text("平均响应时长", "Mean response"), also=("平均响应时长（秒）",)),
        Column("first_response_sec", DURATION, Text("首次响应时长", "First response"), also=("首次响应时长（秒）",)),
        Column("reply_3min_rate", RATE, Text("3分钟人工响应率", "Answered within 3 minutes")),
        Column("reply_rate", RATE, Text("旺旺回复率", "Reply rate")),
        Column("agent_sessions", COUNT, Text("咨询客服人次", "Consultations by agent")),
        Column("agent_sessions_replied", COUNT, Text("客服回复人次", "Consultations answered")),
        Column("agent_sessions_unreplied", COUNT, Text("客服未回复人次", "Consultations not answered")),
        Column("slow_replies", COUNT, Text("慢响应人数", "Answered slowly")),
        Column("long_receptions", COUNT, Text("长接待人数", "Long receptions")),
        Column("started_by_buyer", COUNT, Text("买家发起人数", "Started by the buyer")),
        Column("started_by_agent", COUNT, Text("客服主动跟进人数", "Started by the agent")),
        Column("messages", COUNT, Text("总消息数", "Messages")),
        Column("buyer_messages", COUNT, Text("买家消息条数", "Buyer messages")),
        Column("agent_messages", COUNT, Text("客服消息条数", "Agent messages")),
        Column("answer_ratio", RATIO, Text("答问比", "Answer ratio")),
        Column("avg_session_sec", DURATION, Text("平均接待时长", "Mean session")),
        INQUIRERS,
        Column("same_day_inquirers", COUNT, Text("当日询单人数", "Inquirers of the day")),
        Column("same_day_pay_buyers", COUNT, Text("当日付款人数", "Inquirers who paid that day")),
        Column("same_day_pay_amount", MONEY, Text("当日付款金额", "Paid that day after inquiry")),
        Column("final_pay_buyers", COUNT, Text("最终付款人数", "Inquirers who finally paid")),
        Column("final_pay_amount", MONEY, Text("最终付款金额", "Finally paid after inquiry")),
        Column("same_day_pay_rate", RATE, Text("询单当日付款转化率", "Inquiry same day pay rate")),
        Column("final_pay_rate", RATE, Text("询单最终付款转化率", "Inquiry final pay rate"), also=("询单转化率",)),
        Column("sales", MONEY, Text("销售额", "Sales"), also=("客服销售额",)),
        Column("sales_items", COUNT, Text("销售量", "Items sold")),
        Column("sales_buyers", COUNT, Text("销售人数", "Buyers attributed"), also=("客服销售人数",)),
        Column("items_per_buyer", NUMBER, Text("客件数", "Items per buyer")),
        Column("net_sales", MONEY, Text("净销售额", "Net sales")),
        Column("refund", MONEY, Text("成功退款金额", "Refunds finished")),
        SATISFACTION,
    ),
    skip_rows=SKIP_SUMMARIES,
)

GROUPS = (("总", "", "all"), ("邀请", "invited_", "invited"), ("自主", "own_", "unasked"))
REVIEWS: tuple[tuple[str, str, Kind, str], ...] = (
    ("发出", "asked", COUNT, "Reviews asked for"),
    ("收到", "reviews", COUNT, "Reviews"),
    ("很满意", "very_good", COUNT, "Very good"),
    ("满意", "good", COUNT, "Good"),
    ("一般", "fair", COUNT, "Fair"),
    ("不满", "poor", COUNT, "Poor"),
    ("很不满", "very_poor", COUNT, "Very poor"),
    ("发送率", "asked_rate", RATE, "Share asked for a review"),
    ("返回率", "reviewed_rate", RATE, "Share that reviewed"),
    ("满意率", "satisfaction_rate", RATE, "Satisfaction"),
    ("服务度", "service_rate", RATE, "Service degree"),
)

SERVICE_SHOP_REVIEWS = Source(
    name="service_shop_reviews",
    subject=SUBJECT,
    title=Text("客服接待评价", "Reviews of customer service"),
    exported_from=PERFORMANCE_FROM,
    file_name="生意参谋_接待评价_{day}.xlsx",
    heading_groups=("总", "邀请", "自主"),
    identified_by=("day",),
    identified_by_any=("asked", "invited_asked", "reviews", "invited_reviews", "own_reviews"),
    unlike=AGENTS,
    columns=(
        SHOP,
        TAOBAO,
        DAY_COLUMN,
        *(
            Column(f"{prefix}{name}", kind, Text(f"{group}{item}", f"{meaning} ({who})"), also=(f"{group}_{item}",))
            for group, prefix, who in GROUPS
            for item, name, kind, meaning in REVIEWS
        ),
    ),
    skip_rows=SKIP_SUMMARIES,
)

SOURCES = (SERVICE_SHOP, SERVICE_SHOP_REVIEWS)
