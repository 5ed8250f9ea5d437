"""Cases: complaints that wait for somebody, and faults with the minutes they lasted."""

from data.sources.orders import incidents
from metrics.catalogue.orders.open_cases import LAST_DAY, at_day_ends
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit
from metrics.definition.rollups import Materialized
from text import Text

COMPLAINT_FILES = Text("投诉登记、千牛待办", "complaints, things to do")

# A register that says 已完结 without a time tells that a case is closed and not since when: it is never counted open.
_CLOSED = "regexp_matches(coalesce(status, ''), '完结|关闭|已处理|已解决|完成|撤销|成立|结案|closed')"
_CLOSED += " AND NOT regexp_matches(coalesce(status, ''), '^未|待|处理中')"
COMPLAINTS = f"""
    SELECT shop, opened_at::DATE AS begun, closed_at::DATE AS closes, due_at, opened_at, closed_at
    FROM complaints WHERE opened_at IS NOT NULL AND (closed_at IS NOT NULL OR NOT ({_CLOSED}))"""
"""Complaints of which it is known from when to when they stood open."""

_FIRST_COMPLAINTS = (
    "SELECT shop, min(opened_at)::DATE AS begun FROM complaints WHERE opened_at IS NOT NULL GROUP BY shop"
)


def _open(opens: str) -> str:
    """The SQL of complaints open at each day's end, each from the day that `opens` tells."""
    # A shop whose complaints are all closed has a register, too: its days are 0, not unknown.
    begun = f"SELECT shop, begun, NULL::DATE AS opens, NULL::DATE AS closes FROM ({_FIRST_COMPLAINTS})"
    return at_day_ends(f"SELECT shop, begun, {opens} AS opens, closes FROM ({COMPLAINTS}) UNION ALL {begun}")


_COUNTERS = "SELECT shop, day, complaints_open AS open FROM to_do WHERE complaints_open IS NOT NULL"
_REGISTER = f"SELECT shop, day, open FROM ({_open('begun')})"


def _stock(name: str, label: Text, meaning: Text, formula: Text, sql: str, files: Text) -> Metric:
    facts = Facts(name, files, sql)
    return Metric(
        name, label, meaning, formula, facts, "sum(open)::BIGINT", Unit.CASES, better=Better.LOWER, latest=True
    )


COMPLAINTS_OPEN = _stock(
    "complaints_open",
    Text("投诉未结", "Complaints open"),
    Text(
        "当天结束时还没完结的投诉；没有投诉登记的日子用千牛待办的数",
        "Complaints not closed at the end of the day; days without a register use the counter of things to do",
    ),
    Text("当天 24 点未完结的投诉数", "complaints not closed at midnight"),
    f"{_REGISTER} UNION ALL FROM ({_COUNTERS}) ANTI JOIN ({_REGISTER}) USING (shop, day)",
    COMPLAINT_FILES,
)
COMPLAINTS_OLD = _stock(
    "complaints_open_24h",
    Text("超24小时未结投诉", "Complaints open over 24 hours"),
    Text("当天结束时已经开了 24 小时以上、还没完结的投诉", "Open for 24 hours or more at the end of the day"),
    Text("当天 24 点未完结、且在当天 0 点前发起的投诉数", "open at midnight and opened before the day began"),
    _open("begun + 1"),
    incidents.COMPLAINTS.subject.title,
)
COMPLAINTS_OVERDUE = _stock(
    "complaints_overdue",
    Text("逾期投诉（日终）", "Complaints past due, day's end"),
    Text("当天结束时过了处理截止时间、还没完结的投诉", "Past their due time and not closed at the end of the day"),
    Text("当天 24 点未完结、截止时间已过的投诉数", "open at midnight with their due time past"),
    _open("CASE WHEN due_at IS NOT NULL THEN greatest(due_at::DATE, begun) END"),
    incidents.COMPLAINTS.subject.title,
)

# An open fault counts to the end of the last day of which anything is known.
FAULTS = Facts(
    "faults",
    incidents.FAULTS.subject.title,
    f"""
    SELECT shop, found_at::DATE AS day, solved_at >= found_at AS solved,
      epoch(CASE WHEN solved_at IS NULL THEN (greatest(known.day, found_at::DATE) + 1)::TIMESTAMP
        WHEN solved_at >= found_at THEN solved_at END - found_at) / 60 AS minutes
    FROM faults, ({LAST_DAY}) AS known WHERE found_at IS NOT NULL""",
)

FAULT_MINUTES = Metric(
    "fault_minutes",
    Text("故障时长", "Fault minutes"),
    Text(
        "当天发现的故障从发现到排除的分钟数；没排除的算到最后有数据那天的 24 点，排除时间早于发现的不算",
        "Minutes from finding the day's faults to solving them; one still open counts to the end of the last day"
        " known, one solved before it was found is left out",
    ),
    Text("Σ(排除 − 发现)", "Σ(solved − found)"),
    FAULTS,
    "sum(minutes)",
    Unit.MINUTES,
    better=Better.LOWER,
    adds_up=True,
)
FAULT_MTTR = Metric(
    "fault_mttr_min",
    Text("平均修复时长", "Mean time to repair"),
    Text("已排除的故障平均多久修好；没排除的不在内", "How long a solved fault took on average; open ones are left out"),
    Text("Σ(排除 − 发现) ÷ 已排除的故障数", "Σ(solved − found) ÷ faults solved"),
    FAULTS,
    "avg(minutes) FILTER (WHERE solved)",
    Unit.MINUTES,
    better=Better.LOWER,
)
FAULTS_OPEN = Metric(
    "faults_open",
    Text("未排除故障", "Faults not solved"),
    Text("当天发现、导入时还没排除的故障", "Found that day and not solved when imported"),
    Text("没有排除时间的故障数", "faults without a time of solution"),
    FAULTS,
    "sum((solved IS NULL)::INT)::BIGINT",
    Unit.CASES,
    better=Better.LOWER,
    adds_up=True,
    as_of_export=True,
)

METRICS = (COMPLAINTS_OPEN, COMPLAINTS_OLD, COMPLAINTS_OVERDUE, FAULT_MINUTES, FAULT_MTTR, FAULTS_OPEN)

ROLLUPS = (
    Materialized("daily_complaints", COMPLAINTS_OPEN.facts.sql),
    Materialized("daily_overdue", COMPLAINTS_OVERDUE.facts.sql),
)
