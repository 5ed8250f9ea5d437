"""Service: how many buyers were answered in time, who is slow, in which hours seats are missing, whom to train."""

from collections import Counter

from metrics.catalogue.service.chats import FIRST_MEDIAN, FIRST_P90, WITHIN_3MIN
from metrics.catalogue.service.people import SEAT_COVERAGE, Gap
from metrics.catalogue.service.service import AVG_RESPONSE, INQUIRY_PAY_RATE, RECEPTIONS
from metrics.definition.metric import Metric, Unit
from metrics.judgement.limits import Level
from metrics.morning.seats import seats
from metrics.wording.rounding import Number, whole
from reports.findings.judged import limit_of, week_changes
from reports.findings.trends import trend
from reports.numbers.agents import Agent, Late, agents, by_chats, inquiry_days, late_hours, unmanned
from reports.numbers.week import Asked
from reports.slide.slide import MOST, Cell, Column, Line, Slide, Table
from reports.slide.values import both, ended, exact, joined, on, sentence, strong, written
from reports.slides.summary import THREE_MINUTES, reply
from text import Text, same

TOPIC = Text("客服", "Service")
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
FEW = Text("样本不足", "Too few")
HEADS = (
    Column(Text("客服", "Agent")), Column(Text("评", "Judged")), Column(Text("接待", "Recv."), Unit.PEOPLE),
)  # fmt: skip
BY_CHATS = (
    Column(Text("中位", "Median"), Unit.SECONDS), Column(Text("九成内", "90% in"), Unit.SECONDS),
    Column(Text("3分钟", "3 min"), Unit.PERCENT),
)  # fmt: skip
BY_EXPORT = (Column(Text("首响", "First"), Unit.SECONDS), Column(Text("平均", "Mean"), Unit.SECONDS))
PAID = Column(Text("询单付款", "Paid"), Unit.PERCENT)

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


def slide(asked: Asked) -> Slide:
    """Service of the week."""
    metric = reply(asked)
    value, found = asked.value(metric, asked.week), agents(asked)
    if value is None and not found:
        return Slide("service", TOPIC, UNKNOWN, notes=NOTES, metrics=METRICS, waits=WAITS)
    label = THREE_MINUTES if "3min" in metric.name else metric.label
    late = late_hours(asked)
    parts = (
        *((trend(asked, metric, label),) if value is not None else ()),
        *((_table(asked, found),) if found else ()),
    )
    lines = (
        Line(SEATS, _seats(asked, late)),
        Line(TRAINING, _training(asked, found)),
        Line(DECIDE, _decide(asked, late)),
    )
    title = _title(asked, metric, label, late, found)
    return Slide("service", TOPIC, title, (), parts, lines, NOTES, tuple(dict.fromkeys((metric, *METRICS))))


METRICS = (RECEPTIONS, FIRST_MEDIAN, FIRST_P90, WITHIN_3MIN, INQUIRY_PAY_RATE, SEAT_COVERAGE)


def _title(asked: Asked, metric: Metric, label: Text, late: Late | None, found: list[Agent]) -> Text:
    if late and late.elsewhere is not None:
        said = [SLOW_AT.filled(hours=_hours(late)), ELSEWHERE.filled(share=written(late.elsewhere, Unit.PERCENT))]
        return sentence(said)
    value = asked.value(metric, asked.week)
    if value is None:
        received = sum(each.received or 0 for each in found)
        return STANDS.filled(metric=RECEPTIONS.label, value=written(received, Unit.PEOPLE))
    change = week_changes(asked, metric)[0]
    said = [STANDS.filled(metric=label, value=written(value, metric.unit))]
    slow = next((each for each in found if each.judgement.level in ASKS), None)
    if slow:
        said.append(_slowest(asked, slow)[0])
    elif change.moved is not None:
        said.append(ON_WEEK.filled(moved=both(change.told)))
    return sentence(said)


def _hours(late: Late) -> Text:
    return joined([HOUR.filled(hour=hour) for hour in late.hours], "和 ", " and ")


def _table(asked: Asked, found: list[Agent]) -> Table:
    known, final = by_chats(asked), inquiry_days(asked)
    columns = (*HEADS, *(BY_CHATS if known else BY_EXPORT), PAID)
    note = FINAL.filled(first=on(final.first), last=on(final.last)) if final else NOT_FINAL
    return Table(TABLE, columns, tuple(row_of(asked, each, known) for each in found[:MOST]), note)


def row_of(asked: Asked, of: Agent, known: bool) -> tuple[Cell, ...]:
    """An agent as a line of a table; `known` says that single conversations are."""
    few = of.rounds is not None and of.rounds < WITHIN_3MIN.enough
    rate: Cell = of.paid if (of.inquirers or 0) >= INQUIRY_PAY_RATE.enough else None if of.inquirers is None else FEW
    speeds: tuple[Cell, ...] = (_whole(of.speed), _whole(of.slow))
    if known:
        speeds = (*speeds, FEW if few else of.in_time)
    return same(asked.shown(of.name)), of.judgement, of.received, *speeds, rate


def _whole(seconds: Number | None) -> Cell:
    return None if seconds is None else whole(seconds)


def _seats(asked: Asked, late: Late | None) -> Text:
    said = []
    if late:
        said.append(LATE_SHARE.filled(share=written(late.share, Unit.PERCENT), hours=_hours(late)))
    else:
        said.append(LATE_SPREAD if by_chats(asked) else NO_CHATS)
    holes = unmanned(asked)
    if holes is None:
        said.append(NO_ROSTER)
    elif not holes:
        said.append(ALWAYS)
    else:
        minutes = sum(each.ends - each.begins for each in holes)
        said.append(NOBODY.filled(minutes=written(minutes, Unit.MINUTES), when=_most(holes)))
    return ended(said)


def _most(holes: list[Gap]) -> Text:
    """The hour of the day in which most unmanned minutes lie."""
    told: Counter[int] = Counter()
    for each in holes:
        for minute in range(each.begins, each.ends):
            told[minute // 60 % 24] += 1
    hour = min(told, key=lambda one: (-told[one], one))
    return Text(f"{hour} 点", f"at {hour}:00")


def _training(asked: Asked, found: list[Agent]) -> Text:
    slow = [each for each in found if each.judgement.level in ASKS]
    said = [_beside_limit(asked, slow[0])] if slow else []
    final = inquiry_days(asked)
    known = [each for each in found if (each.inquirers or 0) >= INQUIRY_PAY_RATE.enough and each.paid is not None]
    if final and len(known) > 1:
        lowest = min(known, key=lambda each: each.paid or 0)
        whole = asked.value(INQUIRY_PAY_RATE, final)
        said.append(LOWEST.filled(agent=asked.shown(lowest.name), share=_share(lowest.paid), whole=_share(whole)))
    return ended(said or [NOBODY_SLOW])


def _slowest(asked: Asked, of: Agent) -> tuple[Text, Metric]:
    """How slow the slowest is, and by which metric."""
    name, span = asked.shown(of.name), exact(whole(of.slow or 0), Unit.SECONDS)
    if of.in_time is None:
        return SLOW_MEAN.filled(agent=name, span=span), AVG_RESPONSE
    limit = limit_of(asked.book, FIRST_P90)
    if limit is not None and float(of.slow or 0) <= limit:
        return FEW_IN_TIME.filled(agent=name, share=_share(of.in_time)), WITHIN_3MIN
    return SLOW_TO.filled(agent=name, span=span), FIRST_P90


def _beside_limit(asked: Asked, of: Agent) -> Text:
    said, metric = _slowest(asked, of)
    limit = limit_of(asked.book, metric)
    return said if limit is None else sentence([said, ALLOWED.filled(limit=strong(written(limit, metric.unit)))])


def _share(value: Number | None) -> Text:
    return exact(value, Unit.PERCENT)


def _decide(asked: Asked, late: Late | None) -> Text:
    said = []
    if late:
        said.append(SHIFT.filled(hours=_hours(late)))
    short = [each for each in seats(asked.warehouse, asked.today, asked.where) if each.short]
    if short:
        worst = max(short, key=lambda each: (each.short, -each.hour))
        said.append(TODAY.filled(hour=HOUR.filled(hour=worst.hour), count=strong(same(str(worst.short)))))
    return ended(said or [NONE])
