"""Faults: how many, how long, what they cost, how fast they were put right, and what became of suggestions."""

from collections.abc import Sequence

from metrics.catalogue.orders.cases import FAULT_MINUTES, FAULT_MTTR, FAULTS_OPEN
from metrics.definition.metric import Unit
from metrics.judgement.limits import Judgement, Level
from metrics.wording.rounding import whole
from reports.findings.key_numbers import key_number
from reports.findings.shared_words import NO_STATE, NOT_SOLVED
from reports.numbers.service.faults import Fault, FaultNumbers, lost
from reports.numbers.week import Week
from reports.slide.slide import MOST, Amount, Cell, FindingLine, KeyNumber, Slide, Table, TableColumn
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
    TableColumn(Text("故障", "Fault")), TableColumn(Text("发现", "Found")),
    TableColumn(Text("时长", "Lasted"), Unit.MINUTES), TableColumn(Text("损失", "Loss"), Unit.YUAN),
    TableColumn(Text("归属", "Belongs to")), TableColumn(Text("建议", "Suggestion")),
    TableColumn(Text("建议状态", "State")),
)  # fmt: skip
NO_ADVICE = Text("没有建议", "None")

OPEN, ADVICE, DECIDE = Text("没排除", "Open"), Text("建议", "Suggestions"), Text("要定", "To decide")
STANDS_OPEN = Text("「{fault}」从 {day} {time} 到周末还没排除", '"{fault}" is open since {day} {time}')
NONE_OPEN = Text("都已排除", "all are solved")
STATES = Text("到周末共 {count} 条，{done} 条已实施", "{count} so far, {done} carried out")
LEFT = Text("没做完的：{names}", "still to do: {names}")
WHO = Text("「{advice}」{state}，谁做、哪天做完", '"{advice}", "{state}": who does it by when')
NOTHING = Text("没有要定的建议", "no suggestion to decide on")
NOTES = Text(
    "先看没排除的，再看损失最大的；每条建议要么定人定日子，要么说不做。损失是登记人估的。",
    "First what is open, then the dearest; each suggestion gets a person and a day, or is dropped. Losses are guesses.",
)


def slide(of: FaultNumbers) -> Slide:
    """Faults of the week."""
    if not of.every:
        return Slide("faults", TOPIC, UNKNOWN, notes=NOTES, metrics=METRICS, waits=WAITS)
    about = (FindingLine(ADVICE, _advice(of.every)), FindingLine(DECIDE, _decide(of)))
    if not of.of_week:
        title = QUIET.filled(when=of.week.when)
        return Slide("faults", TOPIC, title, lines=about, notes=NOTES, metrics=METRICS)
    parts = (Table(TABLE, HEADS, tuple(_row(of.week, each) for each in of.of_week[:MOST])),)
    lines = (FindingLine(OPEN, _open(of)), *about)
    return Slide("faults", TOPIC, _title(of), _numbers(of), parts, lines, NOTES, METRICS)


def _title(of: FaultNumbers) -> Text:
    loss, still = lost(of.of_week), len(_still_open(of))
    clauses = [COUNT.filled(count=len(of.of_week))]
    if of.minutes.value is not None:
        clauses.append(LASTED.filled(minutes=written(whole(of.minutes.value), Unit.MINUTES)))
    if loss is not None:
        clauses.append(COST.filled(loss=written(loss, Unit.YUAN)))
    if still:
        clauses.append(STILL.filled(count=still))
    return sentence(clauses)


def _still_open(of: FaultNumbers) -> list[Fault]:
    return [each for each in of.of_week if each.solved_at is None]


def _numbers(of: FaultNumbers) -> tuple[KeyNumber, ...]:
    found = of.of_week
    count = KeyNumber(
        NUMBER, Amount(len(found), Unit.CASES), of.still_open,
        lines=(BEFORE.filled(value=exact(of.before, Unit.CASES)),),
    )  # fmt: skip
    estimated = sum(each.loss is not None for each in found)
    loss = KeyNumber(
        LOSS, Amount(lost(found), Unit.YUAN), Judgement(Level.UNJUDGED, SHOWN_ONLY),
        lines=(ESTIMATED.filled(known=estimated, all=len(found)),),
    )  # fmt: skip
    solved = sum(each.minutes is not None for each in found)
    mean = KeyNumber(
        REPAIR, Amount(of.mean_repair, Unit.MINUTES), of.repair, lines=(SOLVED.filled(count=solved),)
    )  # fmt: skip
    return count, key_number(of.minutes, OPEN_LABEL), loss, mean


def _row(week: Week, of: Fault) -> tuple[Cell, ...]:
    minutes: Cell = NOT_SOLVED if of.minutes is None else whole(of.minutes)
    advice = same(cut(week.within(of.advice))) if of.advice else NO_ADVICE
    state = same(of.advice_state) if of.advice_state else NO_STATE
    owner = same(week.shown(of.owner)) if of.owner else None
    return same(cut(week.within(of.name))), on(of.found_at.date()), minutes, of.loss, owner, advice, state


def _open(of: FaultNumbers) -> Text:
    clauses = [
        STANDS_OPEN.filled(fault=strong(same(each.name)), day=on(each.found_at.date()), time=f"{each.found_at:%H:%M}")
        for each in _still_open(of)[:2]
    ]
    return ended(clauses or [NONE_OPEN])


def _advice(every: Sequence[Fault]) -> Text:
    advised = [each for each in every if each.advice]
    left = [each for each in advised if not each.carried_out]
    clauses = [STATES.filled(count=len(advised), done=strong(same(str(len(advised) - len(left)))))]
    if left:
        clauses.append(LEFT.filled(names=listed([quoted(cut(each.advice)) for each in left[:3]])))
    return ended(clauses)


def _decide(of: FaultNumbers) -> Text:
    first = next((each for each in of.every if each.advice and not each.carried_out), None)
    if first is None:
        return ended([NOTHING])
    state = same(first.advice_state) if first.advice_state else NO_STATE
    return ended([WHO.filled(advice=strong(same(cut(of.week.within(first.advice), 16))), state=state)])
