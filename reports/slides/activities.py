"""Activities: what ran in the week against its own target and cost, and whether what comes next is ready."""

from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.definition.metric import Unit
from metrics.judgement.limits import Level
from reports.findings.shared_words import NEEDS, UNWRITTEN
from reports.numbers.trade.campaigns import AHEAD, ActivityNumbers, ComingActivity, Need, PastActivity
from reports.numbers.week import Week
from reports.slide.slide import MOST, Bars, Cell, FindingLine, Slide, Table, TableColumn, TargetBar
from reports.slide.values import cut, ended, joined, listed, on, quoted, sentence, strong, written
from text import Text, same

TOPIC = Text("活动", "Activities")
NAME = 8
"""How much of an activity's name a row holds."""

UNKNOWN = Text("缺活动登记，活动未评", "No list of activities: not judged")
WAITS = Text("等这些文件：活动登记", "Waits for: the list of activities")
NONE_RAN = Text("{when}没有活动，0 场", "{when} had no activity: 0")
REACHED = Text("{when} {count} 场活动，{reached} 场达标", "{when}: {reached} of {count} activities on target")
NOT_JUDGED = Text("{when} {count} 场活动，缺目标或支付，未评", "{when}: {count} activities, none can be judged")
NEXT = Text("下一场{name}还差{what}", 'next "{name}" still lacks {what}')
NEXT_READY = Text("下一场{name}已备齐", 'next "{name}" is ready')
NONE_NEXT = Text("后 {days} 天没有登记活动", "none is planned for the next {days} days")

RAN, COMES = Text("{when}的活动", "Activities of the week"), Text("往后 {days} 天备得怎样", "The next {days} days")
NEXT_HEADS = (
    TableColumn(Text("活动", "Activity")), TableColumn(Text("开始", "Begins")),
    *(TableColumn(Text(each.zh, each.en.capitalize())) for each in NEEDS), TableColumn(Text("负责人", "Owner")),
)  # fmt: skip
TICK = Text("应到", "due")
COUNTED = Text("活动期间全店支付，没完的折到{last}", "the whole shop's days, running ones up to {last}")
SIDE = Text("{share}，费用 {cost}", "{share}, cost {cost}")
NO_COST = Text("没填费用", "no cost")
READY = Text("备好", "Ready")
LACKING = Text("缺", "Missing")

RESULT, READINESS, GREAT = Text("结果", "Result"), Text("准备", "Readiness"), Text("大促", "Promotion")
SHORT = Text("{name}差 **{gap}**", "{name} is **{gap}** short")
BEYOND = Text("{name}超 **{gap}**", "{name} is **{gap}** beyond")
SO_FAR = Text("{name}（还有 {days} 天）", '"{name}" ({days} days to go)')
COST = Text("费用合计 {cost}", "together they cost {cost}")
LACKS = Text("{name} {first}开始，差{what}", '"{name}" begins {first} without {what}')
WHO = Text("{owner}负责", "{owner} sees to it")
ALL_READY = Text("往后 {days} 天的 {count} 场都备齐了", "all {count} of the next {days} days are ready")
PEAK = Text("{name} {day}到高峰，距周末 {days} 天", "{name} peaks on {day}, {days} days after the week's end")
NO_PEAK = Text("往后 {days} 天没有平台大促的高峰", "no promotion peaks in the next {days} days")
NOTES = Text(
    "左边只讲没达标的；右边逐项问没备好的：谁、哪天备好。活动期间不只有活动在卖，支付是全店的。",
    "On the left only what is behind; on the right ask of each thing not ready who and when. Paid is the whole shop's.",
)


def slide(of: ActivityNumbers) -> Slide:
    """Activities of the week and of the two after."""
    if not of.listed:
        return Slide("activities", TOPIC, UNKNOWN, notes=NOTES, metrics=(PAY_AMOUNT,), waits=WAITS)
    parts = (*((_past(of),) if of.past else ()), *((_coming(of),) if of.coming else ()))
    lines = [FindingLine(READINESS, _readiness(of)), FindingLine(GREAT, _great(of))]
    if of.past:
        lines.insert(0, FindingLine(RESULT, _result(of)))
    return Slide("activities", TOPIC, _title(of), (), parts, tuple(lines), NOTES, (PAY_AMOUNT,))


def _title(of: ActivityNumbers) -> Text:
    if not of.coming:
        return sentence([_reached(of), NONE_NEXT.filled(days=AHEAD)])
    first = next((each for each in of.coming if _lacking(each)), of.coming[0])
    what = _lacking(first)
    phrase = NEXT if what else NEXT_READY
    return sentence([_reached(of), phrase.filled(name=cut(first.name), what=listed(what) if what else "")])


def _reached(of: ActivityNumbers) -> Text:
    judged = [each for each in of.past if each.judgement.level is not Level.UNJUDGED]
    reached = sum(each.judgement.level is Level.GOOD for each in judged)
    phrase = REACHED if judged else NOT_JUDGED if of.past else NONE_RAN
    return phrase.filled(when=of.week.when, count=len(judged) or len(of.past), reached=reached)


def _lacking(of: ComingActivity) -> list[Text]:
    return [called for called, need in zip(NEEDS, of.needs, strict=True) if need.ready is not True]


def _past(of: ActivityNumbers) -> Bars:
    bars = tuple(
        TargetBar(same(cut(each.name, NAME)), each.paid, each.due, each.judgement, _side(each)) for each in of.past
    )
    note = COUNTED.filled(last=on(of.week.last))
    return Bars(RAN.filled(when=of.week.when), Unit.YUAN, bars[:MOST], TICK, note)


def _side(of: PastActivity) -> Text:
    """How much was attained and what it cost, beside the bar."""
    share = of.judgement.reason if of.attained is None else written(of.attained, Unit.PERCENT)
    return sentence([share, NO_COST]) if of.cost is None else SIDE.filled(share=share, cost=written(of.cost, Unit.YUAN))


def _coming(of: ActivityNumbers) -> Table:
    rows = tuple(
        (same(cut(each.name, NAME)), on(each.span.first), *_needs(each.needs), _owner(of.week, each))
        for each in of.coming[:MOST]
    )
    return Table(COMES.filled(days=AHEAD), NEXT_HEADS, rows)


def _owner(week: Week, of: ComingActivity) -> Text | None:
    return same(week.shown(of.owner)) if of.owner else None


def _needs(needs: tuple[Need, ...]) -> list[Cell]:
    """Ready or what is written; phrases themselves are too long to be shown."""
    stock, page, phrases, staff = needs
    return [_need(stock), _need(page), READY if phrases.ready else LACKING, _need(staff)]


def _need(of: Need) -> Cell:
    return READY if of.ready else same(cut(of.note, 8)) if of.note else UNWRITTEN


def _result(of: ActivityNumbers) -> Text:
    first = [each for each in of.past[:2] if each.due is not None and each.paid is not None]
    clauses = [_apart(of.week, each) for each in first]
    costs = [each.cost for each in of.past if each.cost is not None]
    if costs:
        clauses.append(COST.filled(cost=written(sum(costs), Unit.YUAN)))
    return ended(clauses or [NOT_JUDGED.filled(when=of.week.when, count=len(of.past))])


def _apart(week: Week, of: PastActivity) -> Text:
    """How far an activity is from what is due by now."""
    left = (of.span.last - week.last).days
    name = SO_FAR.filled(name=cut(of.name), days=left) if left > 0 else quoted(cut(of.name))
    gap = float(of.paid or 0) - (of.due or 0)
    return (SHORT if gap < 0 else BEYOND).filled(name=name, gap=written(abs(gap), Unit.YUAN))


def _readiness(of: ActivityNumbers) -> Text:
    if not of.coming:
        return ended([NONE_NEXT.filled(days=AHEAD)])
    lacking = [each for each in of.coming if _lacking(each)]
    if not lacking:
        return ended([ALL_READY.filled(days=AHEAD, count=len(of.coming))])
    return ended([_lacks(of.week, each) for each in lacking[:2]])


def _lacks(week: Week, of: ComingActivity) -> Text:
    clauses = [LACKS.filled(name=cut(of.name), first=on(of.span.first), what=strong(listed(_lacking(of))))]
    if of.owner:
        clauses.append(WHO.filled(owner=week.shown(of.owner)))
    return joined(clauses, "，", ", ")


def _great(of: ActivityNumbers) -> Text:
    if of.promotion is None:
        return ended([NO_PEAK.filled(days=AHEAD)])
    peak = of.promotion.peak
    return ended([PEAK.filled(name=of.promotion.title, day=strong(on(peak)), days=(peak - of.week.last).days)])
