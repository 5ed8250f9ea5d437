"""Customer service: how many buyers were received, how fast, and how many of them paid."""

from metrics.catalogue.service.agent_days import AGENT_DAYS
from metrics.definition.metric import Better, Metric, Unit, ratio_of_sums, weighted
from metrics.definition.rollups import Materialized
from text import Text

RECEPTIONS = Metric(
    "receptions",
    Text("接待人数", "Receptions"),
    Text("客服接待的人次，转接时每位客服各计一次", "Buyers received; one passed on counts with each agent"),
    Text("接待人数之和", "sum of receptions"),
    AGENT_DAYS,
    "sum(receptions)::BIGINT",
    Unit.PEOPLE,
    better=Better.NEITHER,
    adds_up=True,
)
INQUIRERS = Metric(
    "inquirers",
    Text("询单人数", "Inquirers"),
    Text(
        "售前咨询的人次；一人可问几位客服，合计会多于全店",
        "Pre-sale inquirers; one may ask several agents, so sums exceed the shop's",
    ),
    Text("询单人数之和", "sum of inquirers"),
    AGENT_DAYS,
    "sum(inquirers)::BIGINT",
    Unit.PEOPLE,
    better=Better.NEITHER,
    adds_up=True,
)
INQUIRY_PAY_RATE = Metric(
    "inquiry_pay_final_rate",
    Text("询单最终付款率", "Inquiry final pay rate"),
    Text(
        "询单的人最后付款的比例，4 天后定稿；不足 30 人不评",
        "Inquirers who paid in the end; final after 4 days; not judged under 30",
    ),
    Text("最终付款人数 ÷ 询单人数", "inquirers who finally paid ÷ inquirers"),
    AGENT_DAYS,
    ratio_of_sums("final_over", "final_under"),
    Unit.PERCENT,
    final_after=4,
    enough=30,
    sample="inquirers",
)
INQUIRY_PAY_D1_RATE = Metric(
    "inquiry_pay_d1_rate",
    Text("询单次日付款率", "Inquiry next-day pay rate"),
    Text(
        "询单的人当天或次日付款的比例，次日定稿；比最终付款率早三天看到，但偏低；不足 30 人不评",
        "Inquirers who paid the same or the next day; final a day later, three days before the final rate and lower;"
        " not judged under 30",
    ),
    Text("次日内付款人数 ÷ 询单人数", "inquirers who paid by the next day ÷ inquirers"),
    AGENT_DAYS,
    ratio_of_sums("next_day_over", "next_day_under"),
    Unit.PERCENT,
    final_after=1,
    enough=30,
    sample="inquirers",
)
FIRST_RESPONSE = Metric(
    "first_response_sec",
    Text("首次响应时间（日均值）", "First response, daily mean"),
    Text(
        "买家首问到客服首答的时间。导出的是每人每天的均值，这里按接待人数加权；要看中位数和P90，请导入聊天记录",
        "From a buyer's first question to the answer. The export gives each agent's mean of the day, weighted by"
        " receptions here; a chat log gives median and 90th percentile",
    ),
    Text("Σ(首次响应 × 接待人数) ÷ Σ接待人数", "Σ(first response × receptions) ÷ Σ receptions"),
    AGENT_DAYS,
    weighted("first_response_sec", "receptions"),
    Unit.SECONDS,
    better=Better.LOWER,
)
AVG_RESPONSE = Metric(
    "avg_response_sec",
    Text("平均响应时间（日均值）", "Mean response, daily mean"),
    Text(
        "每次回复前买家等待的时间。导出的是每人每天的均值，这里按接待人数加权",
        "How long buyers waited for each reply. The export gives each agent's mean of the day, weighted by receptions",
    ),
    Text("Σ(平均响应 × 接待人数) ÷ Σ接待人数", "Σ(mean response × receptions) ÷ Σ receptions"),
    AGENT_DAYS,
    weighted("avg_response_sec", "receptions"),
    Unit.SECONDS,
    better=Better.LOWER,
)
REPLY_RATE = Metric(
    "reply_rate",
    Text("旺旺回复率", "Reply rate"),
    Text(
        "咨询的买家中得到回复的比例，按咨询人数加权",
        "The share of asking buyers who were answered, weighted by buyers asking",
    ),
    Text("Σ(回复率 × 咨询人数) ÷ Σ咨询人数", "Σ(reply rate × buyers asking) ÷ Σ buyers asking"),
    AGENT_DAYS,
    weighted("reply_rate", "asked"),
    Unit.PERCENT,
)
CS_SALES = Metric(
    "cs_sales",
    Text("客服销售额", "Customer service sales"),
    Text("计入客服名下的支付金额", "What buyers attributed to the agents paid"),
    Text("客服销售额之和", "sum of the agents' sales"),
    AGENT_DAYS,
    "sum(sales)",
    Unit.YUAN,
    adds_up=True,
)

CS_ORDER_VALUE = Metric(
    "cs_avg_order_value",
    Text("客服客单价", "Customer service basket"),
    Text("计入客服名下的买家平均付多少", "What a buyer attributed to the agents paid on average"),
    Text("客服销售额 ÷ 销售人数", "the agents' sales ÷ buyers attributed"),
    AGENT_DAYS,
    ratio_of_sums("basket_over", "basket_under"),
    Unit.YUAN_EACH,
)
ANSWER_RATIO = Metric(
    "answer_ratio",
    Text("答问比", "Answer ratio"),
    Text(
        "客服消息对买家消息的比，低于 120% 说明答得少；要有两个消息数，只有现成比值的看日均值",
        "The agents' messages against the buyers'; under 120% little is said. Needs both counts of messages",
    ),
    Text("客服消息数 ÷ 买家消息数", "agents' messages ÷ buyers' messages"),
    AGENT_DAYS,
    ratio_of_sums("agent_messages", "buyer_messages"),
    Unit.PERCENT,
    better=Better.NEITHER,
)


METRICS = (
    RECEPTIONS, FIRST_RESPONSE, AVG_RESPONSE, REPLY_RATE, ANSWER_RATIO, INQUIRERS, INQUIRY_PAY_D1_RATE,
    INQUIRY_PAY_RATE, CS_SALES, CS_ORDER_VALUE,
)  # fmt: skip

ROLLUPS = (Materialized("daily_agents", AGENT_DAYS.sql),)
