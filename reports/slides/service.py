"""Service: how many buyers were answered in time, who is slow, in which hours seats are missing, whom to train."""

from collections import Counter

from metrics.catalogue.service.chats import FIRST_MEDIAN, FIRST_P90, WITHIN_3MIN
from metrics.catalogue.service.people import SEAT_COVERAGE, UnmannedSpan
from metrics.catalogue.service.service import AVG_RESPONSE, INQUIRY_PAY_RATE, RECEPTIONS
from metrics.definition.metric import Metric, Unit
from metrics.judgement.limits import Level
from metrics.wording.figure import Number
from metrics.wording.rounding import whole
from reports.findings.agent_rows import BY_CHATS, BY_EXPORT, PAID, agent_row
from reports.numbers.service.agents import AgentWeek, LateHours
from reports.numbers.service.service import ServiceNumbers
from reports.slide.slide import MOST, FindingLine, Slide, Table, TableColumn
from reports.slide.values import both, ended, exact, joined, on, sentence, strong, written
from text import Text, same

TOPIC = Text("客服", "Service")
METRICS = (RECEPTIONS, FIRST_MEDIAN, FIRST_P90, WITHIN_3MIN, INQUIRY_PAY_RATE, SEAT_COVERAGE)
ASKS = (Level.BAD, Level.WATCH)
UNKNOWN = Text("缺客服绩效和聊天记录，客服未评", "No service report and no chats: service is not judged")
WAITS = Text("等这些文件：客服绩效、聊天记录", "Waits for: service by agent, chat logs")
SLOW_AT = Text("慢在 {hours}", "Slow at {hours}")
ELSEWHERE = Text("其余时段已有 {share}", "{share} in time at all other hours")
STANDS = Text("{metric} {value}", "{metric} {value}")
ON_WEEK = Text("比前一周 {moved}", "{moved} on the week before")
HOUR = Text("{hour} 点", "{hour}:00")

TABLE = Text("从最慢的看起", "The slowest first")
FINAL = Text("询单取 {first}至 {last}，已定稿", "inquiries of {first} to {last}, final")
NOT_FINAL = Text("询单都还没定稿", "no inquiry is final yet")
HEADS = (
    TableColumn(Text("客服", "Agent")), TableColumn(Text("评", "Judged")),
    TableColumn(Text("接待", "Recv."), Unit.PEOPLE),
)  # fmt: skip

SEATS, TRAINING, DECIDE = Text("席位", "Seats"), Text("培训", "Training"), Text("要定", "To decide")
LATE_SHARE = Text("慢的回复 {share} 落在 **{hours}**", "{share} of late answers fell at **{hours}**")
LATE_SPREAD = Text("慢的回复不集中在哪个钟点", "late answers gather at no hour")
NOBODY = Text("全周无人在线 **{minutes}**，{when}最多", "nobody online for **{minutes}**, most {when}")
ALWAYS = Text("服务时段里没有断人", "somebody was online at every minute of service")
NO_ROSTER = Text("缺客服排班，席位未评", "no roster: seats are not judged")
NO_CHATS = Text("缺聊天记录，分不出钟点", "no chats: hours are not known")
SLOW_TO = Text("{agent}最慢，九成回复要 {span}", "{agent} is the slowest, 90% of answers within {span}")
SLOW_MEAN = Text("{agent}最慢，平均 {span}", "{agent} is the slowest, {span} on average")
FEW_IN_TIME = Text("{agent} 3 分钟内只回 {share}", "{agent} answered {share} within 3 minutes")
ALLOWED = Text("要求 {limit}", "the limit is {limit}")
LOWEST = Text(
    "{agent}询单付款最低，**{share}**，全店 {whole}", "{agent} has the lowest pay rate, **{share}**, all have {whole}"
)
NOBODY_SLOW = Text("没有人低于要求，不必专门带", "nobody is below the limits: no training needed")
TODAY = Text("今天 {hour}缺 {count} 席，谁来补", "seats missing today at {hour}: {count}, who fills them")
SHIFT = Text("{hours}要不要错开班次，谁来顶", "whether shifts move to cover {hours}, and who sits there")
NONE = Text("没有必须今天定的事", "nothing must be decided today")
NOTES = Text(
    "先看折线是不是在要求之上，再从最慢的人看起；接待少、询单不足 30 人的不比。人名按脱敏显示。",
    "First whether the line is above its limit, then the slowest; small samples are not compared. Names are masked.",
)


def slide(of: ServiceNumbers) -> Slide:
    """Service of the week."""
    if of.value is None and not of.agents:
        return Slide("service", TOPIC, UNKNOWN, notes=NOTES, metrics=METRICS, waits=WAITS)
    parts = (*((of.trend,) if of.trend else ()), *((_table(of),) if of.agents else ()))
    lines = (FindingLine(SEATS, _seats(of)), FindingLine(TRAINING, _training(of)), FindingLine(DECIDE, _decide(of)))
    return Slide("service", TOPIC, _title(of), (), parts, lines, NOTES, tuple(dict.fromkeys((of.reply, *METRICS))))


def _title(of: ServiceNumbers) -> Text:
    if of.late and of.late.elsewhere is not None:
        share = written(of.late.elsewhere, Unit.PERCENT)
        return sentence([SLOW_AT.filled(hours=_hours(of.late)), ELSEWHERE.filled(share=share)])
    if of.value is None:
        received = sum(each.received or 0 for each in of.agents)
        return STANDS.filled(metric=RECEPTIONS.label, value=written(received, Unit.PEOPLE))
    clauses = [STANDS.filled(metric=of.label, value=written(of.value, of.reply.unit))]
    slow = _slow(of)
    if slow:
        clauses.append(_slowest(of, slow[0])[0])
    elif of.change.moved is not None:
        clauses.append(ON_WEEK.filled(moved=both(of.change.text)))
    return sentence(clauses)


def _slow(of: ServiceNumbers) -> list[AgentWeek]:
    return [each for each in of.agents if each.judgement.level in ASKS]


def _hours(late: LateHours) -> Text:
    return joined([HOUR.filled(hour=hour) for hour in late.hours], "和 ", " and ")


def _table(of: ServiceNumbers) -> Table:
    columns = (*HEADS, *(BY_CHATS if of.by_chats else BY_EXPORT), PAID)
    note = FINAL.filled(first=on(of.final.first), last=on(of.final.last)) if of.final else NOT_FINAL
    rows = tuple(agent_row(of.week, each, by_chats=of.by_chats) for each in of.agents[:MOST])
    return Table(TABLE, columns, rows, note)


def _seats(of: ServiceNumbers) -> Text:
    return ended([_late_share(of), _unmanned(of.unmanned)])


def _late_share(of: ServiceNumbers) -> Text:
    if of.late:
        return LATE_SHARE.filled(share=written(of.late.share, Unit.PERCENT), hours=_hours(of.late))
    return LATE_SPREAD if of.by_chats else NO_CHATS


def _unmanned(holes: list[UnmannedSpan] | None) -> Text:
    if holes is None:
        return NO_ROSTER
    if not holes:
        return ALWAYS
    minutes = sum(each.ends - each.begins for each in holes)
    return NOBODY.filled(minutes=written(minutes, Unit.MINUTES), when=_most(holes))


def _most(holes: list[UnmannedSpan]) -> Text:
    """The hour of the day in which most unmanned minutes lie."""
    minutes: Counter[int] = Counter()
    for each in holes:
        for minute in range(each.begins, each.ends):
            minutes[minute // 60 % 24] += 1
    hour = min(minutes, key=lambda one: (-minutes[one], one))
    return Text(f"{hour} 点", f"at {hour}:00")


def _training(of: ServiceNumbers) -> Text:
    slow = _slow(of)
    clauses = [_with_limit(of, slow[0])] if slow else []
    enough = [each for each in of.agents if (each.inquirers or 0) >= INQUIRY_PAY_RATE.enough and each.paid is not None]
    if of.final and len(enough) > 1:
        lowest = min(enough, key=lambda each: each.paid or 0)
        name = of.week.shown(lowest.name)
        clauses.append(LOWEST.filled(agent=name, share=_share(lowest.paid), whole=_share(of.pay_rate)))
    return ended(clauses or [NOBODY_SLOW])


def _slowest(of: ServiceNumbers, agent: AgentWeek) -> tuple[Text, Metric]:
    """How slow the slowest is, and by which metric."""
    name, span = of.week.shown(agent.name), exact(whole(agent.slow or 0), Unit.SECONDS)
    if agent.in_time is None:
        return SLOW_MEAN.filled(agent=name, span=span), AVG_RESPONSE
    limit = of.limits.get(FIRST_P90.name)
    if limit is not None and float(agent.slow or 0) <= limit:
        return FEW_IN_TIME.filled(agent=name, share=_share(agent.in_time)), WITHIN_3MIN
    return SLOW_TO.filled(agent=name, span=span), FIRST_P90


def _with_limit(of: ServiceNumbers, agent: AgentWeek) -> Text:
    slowest, metric = _slowest(of, agent)
    limit = of.limits.get(metric.name)
    if limit is None:
        return slowest
    return sentence([slowest, ALLOWED.filled(limit=strong(written(limit, metric.unit)))])


def _share(value: Number | None) -> Text:
    return exact(value, Unit.PERCENT)


def _decide(of: ServiceNumbers) -> Text:
    clauses = [SHIFT.filled(hours=_hours(of.late))] if of.late else []
    if of.missing_seats:
        worst = max(of.missing_seats, key=lambda each: (each.short, -each.hour))
        clauses.append(TODAY.filled(hour=HOUR.filled(hour=worst.hour), count=strong(same(str(worst.short)))))
    return ended(clauses or [NONE])
