"""Faults: how many, how long, what they cost, how fast they were put right, and what became of suggestions."""

from metrics.catalogue.orders.cases import FAULT_MINUTES, FAULT_MTTR, FAULTS_OPEN
from metrics.definition.metric import Unit
from metrics.judgement.limits import Judgement, Level, judge
from metrics.wording.rounding import whole
from reports.findings.judged import week_number
from reports.numbers.faults import Fault, faults, lost, of_week, repair
from reports.numbers.week import Asked
from reports.slide.slide import MOST, Amount, Cell, Column, KeyNumber, Line, Slide, Table
from reports.slide.values import cut, ended, exact, listed, on, quoted, sentence, strong, written
from text import Text, same

TOPIC = Text("故障与日志", "Faults and log")
METRICS = (FAULT_MINUTES, FAULT_MTTR, FAULTS_OPEN)
UNKNOWN = Text("缺运营日志，故障未评", "No operation log: faults are not judged")
WAITS = Text("等这些文件：运营日志（故障）", "Waits for: the operation log (faults)")
QUIET = Text("{when}没有登记故障，0 起", "{when}: no fault was noted, 0")
COUNT = Text("{count} 起故障", "faults: {count}")
LASTED = Text("共 {minutes}", "{minutes} in all")
COST = Text("估计损失 {loss}", "an estimated {loss} lost")
STILL = Text("{count} 起没排除", "{count} not solved")

NUMBER = Text("故障起数", "Faults")
LOSS, REPAIR, OPEN_LABEL = (
    Text("估计损失", "Estimated loss"),
    Text("平均修复", "Time to repair"),
    Text("故障时长", "Lasted"),
)
BEFORE = Text("前一周 {value}", "week before {value}")
ESTIMATED = Text("{known}/{all} 起有估计", "{known} of {all} estimated")
SHOWN_ONLY = Text("只看不评", "Shown, not judged")
SOLVED = Text("只算已排除的 {count} 起", "of the {count} solved")

TABLE = Text("逐起：损失大的在前", "One by one, the dearest first")
HEADS = (
    Column(Text("故障", "Fault")), Column(Text("发现", "Found")), Column(Text("时长", "Lasted"), Unit.MINUTES),
    Column(Text("损失", "Loss"), Unit.YUAN), Column(Text("归属", "Belongs to")), Column(Text("建议", "Suggestion")),
    Column(Text("建议状态", "State")),
)  # fmt: skip
NOT_SOLVED, NO_ADVICE = Text("没排除", "Open"), Text("没有建议", "None")

OPEN, ADVICE, DECIDE = Text("没排除", "Open"), Text("建议", "Suggestions"), Text("要定", "To decide")
STANDS_OPEN = Text("「{fault}」从 {day} {time} 到周末还没排除", '"{fault}" is open since {day} {time}')
NONE_OPEN = Text("都已排除", "all are solved")
STATES = Text("到周末共 {count} 条，{done} 条已实施", "{count} so far, {done} carried out")
LEFT = Text("没做完的：{names}", "still to do: {names}")
WHO = Text("「{advice}」{state}，谁做、哪天做完", '"{advice}", "{state}": who does it by when')
NO_STATE = Text("没写状态", "no state")
NOTHING = Text("没有要定的建议", "no suggestion to decide on")
NOTES = Text(
    "先看没排除的，再看损失最大的；每条建议要么定人定日子，要么说不做。损失是登记人估的。",
    "First what is open, then the dearest; each suggestion gets a person and a day, or is dropped. Losses are guesses.",
)


def slide(asked: Asked) -> Slide:
    """Faults of the week."""
    known, found = faults(asked), of_week(asked)
    if not known:
        return Slide("faults", TOPIC, UNKNOWN, notes=NOTES, metrics=METRICS, waits=WAITS)
    about = (Line(ADVICE, _advice(known)), Line(DECIDE, _decide(asked, known)))
    if not found:
        title = QUIET.filled(when=asked.when)
        return Slide("faults", TOPIC, title, lines=about, notes=NOTES, metrics=METRICS)
    parts = (Table(TABLE, HEADS, tuple(_row(asked, each) for each in found[:MOST])),)
    lines = (Line(OPEN, _open(found)), *about)
    return Slide("faults", TOPIC, _title(asked, found), _numbers(asked, found), parts, lines, NOTES, METRICS)


def _title(asked: Asked, found: list[Fault]) -> Text:
    minutes, loss = asked.value(FAULT_MINUTES, asked.week), lost(found)
    said = [COUNT.filled(count=len(found))]
    if minutes is not None:
        said.append(LASTED.filled(minutes=written(whole(minutes), Unit.MINUTES)))
    if loss is not None:
        said.append(COST.filled(loss=written(loss, Unit.YUAN)))
    still = sum(each.solved_at is None for each in found)
    if still:
        said.append(STILL.filled(count=still))
    return sentence(said)


def _numbers(asked: Asked, found: list[Fault]) -> tuple[KeyNumber, ...]:
    before = of_week(asked, asked.week_before)
    still = sum(each.solved_at is None for each in found)
    count = KeyNumber(
        NUMBER, Amount(len(found), Unit.CASES), judge(FAULTS_OPEN, still, rules=asked.book),
        lines=(BEFORE.filled(value=exact(len(before), Unit.CASES)),),
    )  # fmt: skip
    known = sum(each.loss is not None for each in found)
    loss = KeyNumber(
        LOSS, Amount(lost(found), Unit.YUAN), Judgement(Level.UNJUDGED, SHOWN_ONLY),
        lines=(ESTIMATED.filled(known=known, all=len(found)),),
    )  # fmt: skip
    solved = sum(each.minutes is not None for each in found)
    mean = KeyNumber(
        REPAIR, Amount(asked.value(FAULT_MTTR, asked.week), Unit.MINUTES), repair(asked),
        lines=(SOLVED.filled(count=solved),),
    )  # fmt: skip
    return count, week_number(asked, FAULT_MINUTES, OPEN_LABEL), loss, mean


def _row(asked: Asked, of: Fault) -> tuple[Cell, ...]:
    minutes: Cell = NOT_SOLVED if of.minutes is None else whole(of.minutes)
    advice = same(cut(asked.within(of.advice))) if of.advice else NO_ADVICE
    state = same(of.advice_state) if of.advice_state else NO_STATE
    owner = same(asked.shown(of.owner)) if of.owner else None
    return same(cut(asked.within(of.name))), on(of.found_at.date()), minutes, of.loss, owner, advice, state


def _open(found: list[Fault]) -> Text:
    still = [each for each in found if each.solved_at is None]
    said = [
        STANDS_OPEN.filled(fault=strong(same(each.name)), day=on(each.found_at.date()), time=f"{each.found_at:%H:%M}")
        for each in still[:2]
    ]
    return ended(said or [NONE_OPEN])


def _advice(known: list[Fault]) -> Text:
    told = [each for each in known if each.advice]
    left = [each for each in told if not each.carried_out]
    said = [STATES.filled(count=len(told), done=strong(same(str(len(told) - len(left)))))]
    if left:
        said.append(LEFT.filled(names=listed([quoted(cut(each.advice)) for each in left[:3]])))
    return ended(said)


def _decide(asked: Asked, known: list[Fault]) -> Text:
    left = [each for each in known if each.advice and not each.carried_out]
    if not left:
        return ended([NOTHING])
    first = left[0]
    state = same(first.advice_state) if first.advice_state else NO_STATE
    return ended([WHO.filled(advice=strong(same(cut(asked.within(first.advice), 16))), state=state)])
