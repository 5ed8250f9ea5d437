"""Response as exports give it ready-made for each agent's day: in working hours and all day, within so many seconds."""

from metrics.catalogue.service.agent_days import AGENT_DAYS
from metrics.catalogue.service.service import RECEPTIONS
from metrics.definition.metric import Better, Metric, Unit, weighted
from text import Text

EXPORT_MEAN = Text(
    "导出的是每天的现成值，这里按接待人数加权平均", "the export gives ready daily means; weighted by receptions here"
)

ROUNDS = 100
"""The fewest receptions under which a rate of answers within minutes is not judged."""


def _daily_mean(
    name: str, column: str, label: Text, about: Text, unit: Unit, better: Better, enough: int = 0
) -> Metric:
    """A figure that exports give ready-made for each agent's day; `enough` is counted in receptions."""
    return Metric(
        name,
        Text(f"{label.zh}（日均值）", f"{label.en}, daily mean"),
        Text(f"{about.zh}；{EXPORT_MEAN.zh}", f"{about.en}; {EXPORT_MEAN.en}"),
        Text(f"Σ({label.zh} × 接待人数) ÷ Σ接待人数", f"Σ({label.en.lower()} × receptions) ÷ Σ receptions"),
        AGENT_DAYS,
        weighted(column, "receptions"),
        unit,
        better=better,
        enough=enough,
        sample=RECEPTIONS.name if enough else "",
    )


ANSWER_RATIO_MEAN = _daily_mean(
    "answer_ratio_daily", "answer_ratio", Text("答问比", "Answer ratio"),
    Text("客服消息对买家消息的比", "The agents' messages against the buyers'"), Unit.PERCENT, Better.NEITHER,
)  # fmt: skip
REPLY_3MIN_RATE = _daily_mean(
    "reply_3min_rate", "reply_3min_rate", Text("3分钟人工响应率", "Answered within 3 minutes"),
    Text("3 分钟内有人工回复的比例，时段按平台口径", "Answered by a person within 3 minutes, in the platform's hours"),
    Unit.PERCENT, Better.HIGHER, ROUNDS,
)  # fmt: skip
REPLY_30S_RATE = _daily_mean(
    "reply_30s_rate", "reply_30s_rate", Text("30秒应答率", "Answered within 30 seconds"),
    Text("30 秒内应答的比例，京东和拼多多导出", "The share answered within 30 seconds, as JD and Pinduoduo export it"),
    Unit.PERCENT, Better.HIGHER,
)  # fmt: skip
WORK_RESPONSE = _daily_mean(
    "avg_response_work_sec", "work_avg_response_sec", Text("工作时间平均响应", "Mean response in working hours"),
    Text("只数工作时间里的等待", "Waits within working hours alone"), Unit.SECONDS, Better.LOWER,
)  # fmt: skip
ALL_DAY_RESPONSE = _daily_mean(
    "avg_response_all_day_sec", "all_day_avg_response_sec", Text("全天平均响应", "Mean response all day"),
    Text("夜里没人时的等待也在内，比工作时间的长", "Waits at night included, so longer than in working hours"),
    Unit.SECONDS, Better.LOWER,
)  # fmt: skip
WORK_REPLY_3MIN = _daily_mean(
    "reply_3min_work_rate", "work_reply_3min_rate",
    Text("工作时间3分钟回复率", "Answered within 3 minutes in working hours"),
    Text("只数工作时间里的会话", "Conversations within working hours alone"), Unit.PERCENT, Better.HIGHER, ROUNDS,
)  # fmt: skip
ALL_DAY_REPLY_3MIN = _daily_mean(
    "reply_3min_all_day_rate", "all_day_reply_3min_rate",
    Text("全天3分钟回复率", "Answered within 3 minutes all day"),
    Text("夜里的会话也在内", "Conversations at night included"), Unit.PERCENT, Better.HIGHER, ROUNDS,
)  # fmt: skip

METRICS = (
    REPLY_3MIN_RATE, WORK_REPLY_3MIN, ALL_DAY_REPLY_3MIN, REPLY_30S_RATE, WORK_RESPONSE, ALL_DAY_RESPONSE,
    ANSWER_RATIO_MEAN,
)  # fmt: skip
