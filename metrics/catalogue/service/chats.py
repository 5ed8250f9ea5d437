"""Response time from single conversations: how long each buyer waited for a person, bots and closed hours apart."""

from data.records.roster import with_persons
from data.sources.service import chats
from metrics.catalogue.service.hours import OPENING, within
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit, ratio
from metrics.definition.rollups import Materialized
from text import Text

_NOT = "('', '0', '否', '无', '没有', '未转接', 'no', 'n', 'false', '-', '--')"
_IS_YES = "coalesce(lower(trim({word})) NOT IN " + _NOT + ", false)"

# One row an agent's part of a round. A bot's time is not the agent's: the wait for a person begins when it hands over.
_PARTS = f"""
    SELECT shop, session_id, asked_at, nullif(person, '') AS person, coalesce(roster_team, team) AS team,
      handed_over_at, {_IS_YES.format(word="bot")} AS by_bot, {_IS_YES.format(word="passed_on")} AS gone,
      coalesce(min(handed_over_at) OVER (PARTITION BY shop, session_id, asked_at), asked_at) AS waits_from,
      coalesce(replied_at, coalesce(handed_over_at, asked_at) + to_milliseconds((waited_sec * 1000)::BIGINT)) AS spoke,
      CASE WHEN spoke >= waits_from THEN spoke END AS replied
    FROM ({with_persons("chats")})"""

# One row a round: it belongs to whoever answered first, else to whoever kept it.
_OWNER = "first({name} ORDER BY replied NULLS LAST, gone OR by_bot, person NULLS LAST, {name} NULLS LAST)"
_ROUNDS = f"""
    SELECT shop, session_id, asked_at, waits_from, min(replied) AS answered,
      {_OWNER.format(name="person")} AS agent, {_OWNER.format(name="team")} AS team,
      bool_or(by_bot) AND answered IS NULL AND count(handed_over_at) = 0 AS bot,
      NOT bot AND (answered IS NOT NULL OR count(spoke) = 0) AS human
    FROM ({_PARTS}) GROUP BY shop, session_id, asked_at, waits_from"""

CHAT_ROUNDS = Facts(
    "chat_rounds",
    chats.SUBJECT.title,
    f"""
    SELECT shop, waits_from::DATE AS day, hour(waits_from) AS hour, CASE WHEN NOT bot THEN agent END AS agent,
      CASE WHEN NOT bot THEN team END AS team, bot, human, human AND {within("waits_from")} AS inside,
      CASE WHEN human THEN epoch(answered - waits_from) END AS wait,
      human AND asked_at = min(CASE WHEN human THEN asked_at END) OVER (PARTITION BY shop, session_id) AS opened
    FROM ({_ROUNDS}), {OPENING}""",
    dimensions=("shop", "agent", "team"),
)
"""A row for each time a buyer waited, `wait` in seconds: `inside` service hours, `opened` if it began the talk."""

ROUNDS_BY_HOUR = """
    SELECT shop, asked_at::DATE AS day, hour(asked_at) AS hour, count(DISTINCT (session_id, asked_at)) AS rounds
    FROM chats WHERE asked_at IS NOT NULL GROUP BY ALL"""
"""How many times buyers asked something, by shop, day and hour."""


def _counted(
    name: str, label: Text, meaning: Text, formula: Text, rows: str, better: Better = Better.NEITHER
) -> Metric:
    value = f"sum(({rows})::INT)::BIGINT"
    return Metric(name, label, meaning, formula, CHAT_ROUNDS, value, Unit.TIMES, better=better, adds_up=True)


ROUNDS = _counted(
    "chat_rounds",
    Text("人工轮次", "Rounds for people"),
    Text(
        "服务时段内等人工回复的轮次；转接的算一轮，归先回复的人。买家只同机器人说话的、非服务时段的不算",
        "Times a buyer waited for a person within service hours; passed on it is one round, of whoever answered first."
        " Bots alone and closed hours are left out",
    ),
    Text("服务时段内的人工轮次数", "rounds within service hours"),
    "inside",
)
UNANSWERED = _counted(
    "unanswered_rounds",
    Text("未回复轮次", "Rounds not answered"),
    Text("服务时段内没有人工回复的轮次；响应率按没及时算", "Rounds no person answered; rates take them as not in time"),
    Text("服务时段内无人工回复的轮次数", "rounds within service hours without an answer"),
    "inside AND wait IS NULL",
    Better.LOWER,
)
BOT_ROUNDS = _counted(
    "bot_rounds",
    Text("机器人轮次", "Rounds by bots"),
    Text("只有机器人回复、没有转人工的轮次；响应时间都不算它们", "Answered by a bot alone; in no response time"),
    Text("只有机器人回复的轮次数", "rounds that a bot alone answered"),
    "bot",
)
OUT_OF_HOURS = _counted(
    "out_of_hours_rounds",
    Text("非服务时段轮次", "Rounds out of hours"),
    Text(
        "服务时段（设置项，默认 8:00-24:00）以外的人工轮次；平台有按 8 到 24 点、有按 9 到 23 点的",
        "Rounds outside service hours, a setting (8:00-24:00 unless changed); platforms say 8 to 24 or 9 to 23",
    ),
    Text("非服务时段的人工轮次数", "rounds outside service hours"),
    "human AND NOT inside",
)
FIRST_REPLIES = _counted(
    "chat_first_replies",
    Text("首响会话数", "Conversations answered"),
    Text("服务时段内得到首次人工回复的会话", "Conversations a person answered, within service hours"),
    Text("有首次人工回复的会话数", "conversations with a first answer"),
    "inside AND opened AND wait IS NOT NULL",
)

_FIRST, _FIRST_ALL_DAY = "FILTER (WHERE inside AND opened)", "FILTER (WHERE opened)"


def _wait(name: str, label: Text, meaning: Text, formula: Text, value: str) -> Metric:
    return Metric(
        name, label, meaning, formula, CHAT_ROUNDS, value, Unit.SECONDS, better=Better.LOWER,
        enough=30, sample=FIRST_REPLIES.name,
    )  # fmt: skip


FIRST_MEAN = _wait(
    "chat_first_response_sec",
    Text("首响均值（逐会话）", "First response, mean of conversations"),
    Text(
        "从买家首条消息（转人工的从转入起）到首次人工回复，逐个会话算；限服务时段，机器人和未回复的不在内",
        "From a buyer's first message, or its handing over by a bot, to a person's first answer, each conversation"
        " by itself; within service hours, without bots and those not answered",
    ),
    Text("Σ首次等待 ÷ 首响会话数", "Σ first waits ÷ conversations answered"),
    f"avg(wait) {_FIRST}",
)
FIRST_MEDIAN = _wait(
    "chat_first_response_median",
    Text("首响中位数", "First response, median"),
    Text(
        "一半的会话等得比它短；不受个别长等待影响",
        "Half the conversations waited less; single long waits do not move it",
    ),
    Text("首次等待的中位数", "median of first waits"),
    f"median(wait) {_FIRST}",
)
FIRST_P90 = _wait(
    "chat_first_response_p90",
    Text("首响P90", "First response, 90th percentile"),
    Text("十个会话里等得最久的那一个起码等这么久", "The slowest in ten conversations waited at least so long"),
    Text("首次等待的 90% 分位（线性插值）", "90th percentile of first waits, linearly interpolated"),
    f"quantile_cont(wait, 0.9) {_FIRST}",
)
AVG_WAIT = _wait(
    "chat_avg_response_sec",
    Text("平均响应（逐轮）", "Mean response of rounds"),
    Text("每一轮人工回复前买家等的时间，限服务时段", "How long buyers waited for each answer, within service hours"),
    Text("Σ等待 ÷ 已回复轮次", "Σ waits ÷ rounds answered"),
    "avg(wait) FILTER (WHERE inside)",
)
FIRST_ALL_DAY = _wait(
    "chat_first_response_all_day_sec",
    Text("首响均值（全天）", "First response all day"),
    Text("同逐会话首响均值，但不限服务时段", "As the mean of conversations, at any hour"),
    Text("Σ首次等待 ÷ 有首次人工回复的会话（全天）", "Σ first waits ÷ conversations answered at any hour"),
    f"avg(wait) {_FIRST_ALL_DAY}",
)


def _within(name: str, seconds: int, span: Text, of: str = "inside", hours: Text | None = None) -> Metric:
    when = hours or Text("服务时段", "service hours")
    return Metric(
        name,
        Text(f"{span.zh}人工响应率（{when.zh}逐轮）", f"Answered within {span.en}, rounds of {when.en}"),
        Text(
            f"等人工的轮次里 {span.zh}内有人回复的比例，整 {span.zh}算及时；没回复的算不及时",
            f"The share of rounds that a person answered within {span.en} or exactly that; unanswered ones count",
        ),
        Text(f"{span.zh}内回复的轮次 ÷ 人工轮次", f"rounds answered within {span.en} ÷ rounds"),
        CHAT_ROUNDS,
        ratio(f"sum(coalesce(wait <= {seconds}, false)::INT) FILTER (WHERE {of})", f"count(*) FILTER (WHERE {of})"),
        Unit.PERCENT,
        enough=100,
        sample=ROUNDS.name,
    )


WITHIN_30S = _within("chat_reply_30s_rate", 30, Text("30秒", "30 seconds"))
WITHIN_3MIN = _within("chat_reply_3min_rate", 180, Text("3分钟", "3 minutes"))
WITHIN_5MIN = _within("chat_reply_5min_rate", 300, Text("5分钟", "5 minutes"))
WITHIN_3MIN_ALL_DAY = _within(
    "chat_reply_3min_all_day_rate", 180, Text("3分钟", "3 minutes"), "human", Text("全天", "the whole day")
)

METRICS = (
    ROUNDS, FIRST_REPLIES, FIRST_MEAN, FIRST_MEDIAN, FIRST_P90, AVG_WAIT, WITHIN_30S, WITHIN_3MIN, WITHIN_5MIN,
    UNANSWERED, BOT_ROUNDS, OUT_OF_HOURS, FIRST_ALL_DAY, WITHIN_3MIN_ALL_DAY,
)  # fmt: skip

ROLLUPS = (
    Materialized("waited", CHAT_ROUNDS.sql),
    Materialized("hours_asked", ROUNDS_BY_HOUR, by_day=True),
)
