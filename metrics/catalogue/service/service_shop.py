"""Customer service of a shop as a whole, as the platforms export it by day."""

from data.sources.service import service_shop
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit, ratio_of_sums, weighted
from text import Text

SHOP_DAYS = Facts(
    "service_shop_days",
    service_shop.SUBJECT.title,
    "SELECT *, coalesce(receptions, real_receptions, consults) AS received FROM service_shop",
)


def _daily_mean(name: str, label: Text, about: Text, unit: Unit = Unit.PERCENT, column: str = "") -> Metric:
    """A figure that exports give ready-made for each day of a shop."""
    return Metric(
        name,
        Text(f"{label.zh}（日均值）", f"{label.en}, daily mean"),
        Text(
            f"{about.zh}；导出的是每天的现成值，这里按接待人数加权平均",
            f"{about.en}; the export gives a ready figure a day, weighted by receptions here",
        ),
        Text(f"Σ({label.zh} × 接待人数) ÷ Σ接待人数", f"Σ({label.en.lower()} × receptions) ÷ Σ receptions"),
        SHOP_DAYS,
        weighted(column or name, "received"),
        unit,
        better=Better.LOWER if unit is Unit.SECONDS else Better.HIGHER,
    )


REPLY_5MIN_RATE = _daily_mean(
    "reply_5min_rate",
    Text("5分钟回复率", "Answered within 5 minutes"),
    Text("拼多多口径：8-23 点的咨询里 5 分钟内回复的比例", "Pinduoduo: the share answered within 5 minutes, 8 to 23"),
)
SHOP_REPLY_3MIN = _daily_mean(
    "shop_reply_3min_rate",
    Text("全店3分钟人工响应率", "The shop's answers within 3 minutes"),
    Text("平台给全店算的 3 分钟响应率，服务时段内", "As the platform counts it for the shop, within service hours"),
    column="reply_3min_rate",
)
SHOP_REPLY_3MIN_ALL_DAY = _daily_mean(
    "shop_reply_3min_all_day_rate",
    Text("全店全天3分钟回复率", "The shop's answers within 3 minutes all day"),
    Text("夜里的咨询也在内，拼多多导出", "Questions at night included, as Pinduoduo exports it"),
    column="all_day_reply_3min_rate",
)
SHOP_AVG_RESPONSE = _daily_mean(
    "shop_avg_response_sec",
    Text("全店平均响应", "The shop's mean response"),
    Text("平台给全店算的平均响应时长", "As the platform counts it for the shop"),
    Unit.SECONDS,
    "avg_response_sec",
)
SAME_DAY_PAY_RATE = Metric(
    "inquiry_pay_same_day_rate",
    Text("询单当日付款率", "Inquiry same-day pay rate"),
    Text(
        "当天询单、当天就付款的比例，全店口径；与次日、最终付款率并列着看，不可互换",
        "Inquirers of a day who paid on it, of the whole shop; stands beside the next-day and the final rate",
    ),
    Text("当日付款人数 ÷ 当日询单人数", "inquirers who paid that day ÷ inquirers of the day"),
    SHOP_DAYS,
    ratio_of_sums("same_day_pay_buyers", "same_day_inquirers"),
    Unit.PERCENT,
)

METRICS = (SHOP_AVG_RESPONSE, SHOP_REPLY_3MIN, SHOP_REPLY_3MIN_ALL_DAY, REPLY_5MIN_RATE, SAME_DAY_PAY_RATE)
