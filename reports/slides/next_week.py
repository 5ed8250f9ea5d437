"""Next week: what each team has to bring, and which actions are open, with owner and due day; entered live."""

from data.records.actions import Action
from metrics.catalogue import metric_named
from metrics.catalogue.service.service import CS_SALES
from metrics.catalogue.targets.person_targets import PERSON_DAY_TARGET
from metrics.catalogue.targets.plans import DAY_TARGET
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.definition.metric import Unit
from metrics.explanation.actions import State, state_of
from reports.numbers.targets.next_week import SHOP, NextWeekNumbers, NextWeekTarget, target_called
from reports.numbers.week import Week
from reports.slide.slide import MOST, Bars, Cell, FindingLine, Slide, Table, TableColumn, TargetBar
from reports.slide.values import cut, ended, exact, joined, on, sentence, strong, written
from text import Text, same

TOPIC = Text("下周计划", "Next week")
METRICS = (DAY_TARGET, PERSON_DAY_TARGET, PAY_AMOUNT, CS_SALES)
TO_BRING = Text("{first}起一周要做 {amount}", "The week from {first} has to bring {amount}")
MORE = Text("比{when}多 {gap}", "{gap} above {when}")
LESS = Text("比{when}少 {gap}", "{gap} below {when}")
NO_TARGET = Text("缺{first}起一周的目标，未评", "No targets for the week from {first}: not judged")
LATE = Text("{count} 条行动过期", "overdue actions: {count}")
WAITS = Text("等这些文件：目标清单", "Waits for: the list of targets")
WHENS = {"上周": Text("上周", "last week"), "本周": Text("本周", "this week"), "该周": Text("该周", "the week")}

BARS = Text("{when}做到多少，{first}起一周要多少", "What {when} brought, what the week from {first} asks")
TICK = Text("要做到", "to bring")
NEEDED = Text("要 {target}", "{target}")
RISE, FALL = Text("涨 {share}", "{share} more"), Text("少 {share}", "{share} less")
WAITING = Text(
    "{shop} {first}起一周提到 **{amount}**，等批准",
    "{shop}: **{amount}** proposed for the week from {first}, to be approved",
)
BY_PEOPLE = Text("组按客服销售额", "teams by service sales")
ACTIONS = Text("开着的行动，先到期的在前", "Open actions, the next due first")
ACTION_HEADS = (
    TableColumn(Text("行动", "Action")), TableColumn(Text("负责人", "Owner")), TableColumn(Text("到期", "Due")),
    TableColumn(Text("状态", "State")), TableColumn(Text("看哪个数", "Number")),
)  # fmt: skip
STATES = {State.OPEN: Text("在做", "Open"), State.OVERDUE: Text("过期", "Overdue")}
REST = Text("另有 {count} 条在附录", "{count} more in the appendix")

TARGET, PEAK_DAY, HOW = Text("目标", "Target"), Text("最重一天", "Heaviest day"), Text("会上", "Now")
A_DAY = Text("每天 **{amount}**", "**{amount}** a day")
HEAVIEST = Text(
    "{day}要 **{amount}**，是这周日均的 {fold}", "{day} has to bring **{amount}**, {fold} the mean day of that week"
)
GREAT = Text("{name} {day}到高峰", "{name} peaks on {day}")
ENTER = Text(
    "每条行动说清四样：改什么、**谁来改**、**哪天做完**、看哪个数。",
    "Of each action four things: what, **by whom**, **until when**, and which number should move.",
)
NOTES = Text(
    "目标照念，不讨论；时间花在行动上：没人领的当场定人，没日子的当场定日子。",
    "Read the targets without discussion; spend the time on actions: give each a person and a day.",
)
CLEARLY = 1.1
"""From how many times the mean day one is named as the heaviest."""


def slide(of: NextWeekNumbers) -> Slide:
    """The plan of the week after."""
    parts = (*((_targets(of),) if of.targets else ()), *((_actions(of),) if of.actions else ()))
    sentences = ((TARGET, _moved(of)), (PEAK_DAY, _peak(of)), (HOW, _proposed(of) or ENTER))
    lines = tuple(FindingLine(word, each) for word, each in sentences if each)
    waits = None if of.targets else WAITS
    return Slide("next_week", TOPIC, _title(of), (), parts, lines, NOTES, METRICS, waits, "plans")


def _peak(of: NextWeekNumbers) -> Text | None:
    """The day that has to bring clearly more than the mean, and the promotion that peaks in the week."""
    mean, clauses = sum(of.days.values()) / 7, []
    day = max(of.days, key=lambda each: (of.days[each], each), default=None)
    if day and of.days[day] > CLEARLY * mean:
        fold = exact(round(of.days[day] / mean, 2), Unit.FOLD)
        clauses.append(HEAVIEST.filled(day=on(day), amount=written(of.days[day], Unit.YUAN), fold=fold))
    if of.promotion and of.promotion.peak in of.coming:
        clauses.append(GREAT.filled(name=of.promotion.title, day=strong(on(of.promotion.peak))))
    return ended(clauses) if clauses else None


def _title(of: NextWeekNumbers) -> Text:
    first, target = on(of.coming.first), _whole(of)[0]
    clauses = [NO_TARGET.filled(first=first)]
    if target is not None:
        clauses = [TO_BRING.filled(first=first, amount=written(target, Unit.YUAN))]
    late = sum(state_of(each, of.week.today) is State.OVERDUE for each in of.actions)
    if late:
        clauses.append(LATE.filled(count=late))
    elif gap := _gap(of):
        clauses.append(gap)
    return sentence(clauses)


def _whole(of: NextWeekNumbers) -> tuple[float | None, float | None]:
    """What all shops together have to bring, and what they brought; None where it is not known of each."""
    whole = [each for each in of.targets if each.team is None]
    if not whole or len(whole) < len(of.week.shops):
        return None, None
    done = [float(each.done) for each in whole if each.done is not None]
    return sum(float(each.target) for each in whole), sum(done) if len(done) == len(whole) else None


def _gap(of: NextWeekNumbers) -> Text | None:
    target, done = _whole(of)
    if target is None or done is None:
        return None
    phrase = MORE if target >= done else LESS
    return phrase.filled(when=WHENS[of.week.when.zh], gap=written(abs(target - done), Unit.YUAN))


def _moved(of: NextWeekNumbers) -> Text | None:
    target, gap = _whole(of)[0], _gap(of)
    if target is None:
        return None
    clauses = [A_DAY.filled(amount=written(target / 7, Unit.YUAN))]
    return ended([sentence([*clauses, gap] if gap else clauses)])


def _targets(of: NextWeekNumbers) -> Bars:
    bars = tuple(
        TargetBar(target_called(of.week, each), each.done, each.target, note=_side(each)) for each in of.targets[:MOST]
    )
    title = BARS.filled(when=WHENS[of.week.when.zh], first=on(of.coming.first))
    return Bars(title, Unit.YUAN, bars, TICK, BY_PEOPLE)


def _side(of: NextWeekTarget) -> Text:
    needed = NEEDED.filled(target=written(of.target, Unit.YUAN))
    if not of.done:
        return needed
    change = float(of.target) / float(of.done) - 1
    moved = (RISE if change >= 0 else FALL).filled(share=written(abs(change), Unit.PERCENT))
    return joined([needed, moved], "，", ", ")


def _proposed(of: NextWeekNumbers) -> Text | None:
    """The shops whose week has other targets as entered than those that count, until somebody approves them."""
    first = on(of.coming.first)
    clauses = [
        WAITING.filled(shop=SHOP if of.week.shop else same(shop), first=first, amount=written(amount, Unit.YUAN))
        for shop, amount in of.proposed
    ]
    return ended(clauses) if clauses else None


def _actions(of: NextWeekNumbers) -> Table:
    note = REST.filled(count=len(of.actions) - MOST) if len(of.actions) > MOST else None
    return Table(ACTIONS, ACTION_HEADS, tuple(_action(of.week, each) for each in of.actions[:MOST]), note)


def _action(week: Week, of: Action) -> tuple[Cell, ...]:
    undertaken = of.undertaking
    state = STATES.get(state_of(of, week.today), STATES[State.OPEN])
    return (
        same(cut(week.within(undertaken.what))), same(week.shown(undertaken.owner)), on(undertaken.due), state,
        metric_named(undertaken.metric).label,
    )  # fmt: skip
