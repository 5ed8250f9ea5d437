"""Next week: what each team has to bring, and which actions are open, with owner and due day; entered live.

It is made anew whenever an action is entered, from the living warehouse, and puts few questions to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from data.actions import Action, actions
from metrics.actions import State, state_of
from metrics.catalogue import metric_named
from metrics.figure import Number
from metrics.masking import bare
from metrics.metric import Metric, Unit
from metrics.pace import DAY_TARGET
from metrics.period import Period
from metrics.person_targets import PERSON_DAY_TARGET
from metrics.sales import PAY_AMOUNT
from metrics.service import CS_SALES
from reports.asked import Asked
from reports.campaigns import great
from reports.saying import cut, ended, exact, on, sentence, strong, written
from reports.slide import MOST, Cell, Column, Line, Slide, Table
from text import Text, same

TOPIC = Text("下周计划", "Next week")
METRICS = (DAY_TARGET, PERSON_DAY_TARGET, PAY_AMOUNT, CS_SALES)
TO_BRING = Text("{first}起一周要做 {amount}", "The week from {first} has to bring {amount}")
MORE = Text("比{when}多 {gap}", "{gap} above {when}")
LESS = Text("比{when}少 {gap}", "{gap} below {when}")
NO_TARGET = Text("缺{first}起一周的目标，未评", "No targets for the week from {first}: not judged")
OPEN = Text("{count} 条行动开着", "open actions: {count}")
OVERDUE = Text("{count} 条过期", "{count} overdue")
NO_ACTION = Text("还没定行动，会上定", "actions are to be set now")
WAITS = Text("等这些文件：目标清单", "Waits for: the list of targets")
WHENS = {"上周": Text("上周", "last week"), "本周": Text("本周", "this week"), "该周": Text("该周", "the week")}

TARGETS = Text("各组目标，{first}至 {last}", "Targets of {first} to {last}")
HEADS = (
    Column(Text("店与组", "Shop, team")), Column(Text("目标", "Target"), Unit.YUAN),
    Column(Text("每天", "A day"), Unit.YUAN), Column(Text("{when}做到", "Last done"), Unit.YUAN),
    Column(Text("要涨", "To rise"), Unit.PERCENT),
)  # fmt: skip
SHOP, NO_TEAM = Text("全店", "Shop"), Text("客服（未分组）", "Agents, no team")
BY_PEOPLE = Text("组的目标是各人日目标之和，按客服销售额比。", "A team's target is the sum of its people's days.")
ACTIONS = Text("开着的行动，先到期的在前", "Open actions, the next due first")
ACTION_HEADS = (
    Column(Text("行动", "Action")), Column(Text("负责人", "Owner")), Column(Text("到期", "Due")),
    Column(Text("状态", "State")), Column(Text("看哪个数", "Number")),
)  # fmt: skip
STATES = {State.OPEN: Text("在做", "Open"), State.OVERDUE: Text("过期", "Overdue")}
REST = Text("另有 {count} 条在附录", "{count} more in the appendix")

PEAK_DAY, AHEAD, HOW = Text("最重一天", "Heaviest day"), Text("大促", "Promotion"), Text("会上", "Now")
HEAVIEST = Text(
    "{day}要 **{amount}**，是这周日均的 {fold}", "{day} has to bring **{amount}**, {fold} the mean day of that week"
)
GREAT = Text("{name} {day}到高峰，目标里已含", "{name} peaks on {day}; the targets have it in them")
ENTER = Text(
    "每条行动说清四样：改什么、**谁来改**、**哪天做完**、看哪个数。",
    "Of each action four things: what, **by whom**, **until when**, and which number should move.",
)
NOTES = Text(
    "目标照念，不讨论；时间花在行动上：没人领的当场定人，没日子的当场定日子。",
    "Read the targets without discussion; spend the time on actions: give each a person and a day.",
)
WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Share:
    """What a shop or a team of it has to bring next week and did in the week, in yuan; None where no file tells."""

    shop: str
    team: str | None
    target: Number
    done: Number | None


def slide(asked: Asked) -> Slide:
    """The plan of the week after."""
    days, found = _days(asked), shares(asked)
    known = _open(asked)
    parts = (
        *((_targets(asked, found),) if found else ()),
        *((_actions(asked, known),) if known else ()),
    )
    lines = [Line(HOW, ENTER)]
    if peak := _peak(days):
        lines.insert(0, Line(PEAK_DAY, peak))
    coming = great(asked)
    if coming and coming.peak in _next(asked):
        lines.insert(len(lines) - 1, Line(AHEAD, ended([GREAT.filled(name=coming.title, day=strong(on(coming.peak)))])))
    title = _title(asked, found, known)
    return Slide(
        "next_week", TOPIC, title, (), parts, tuple(lines), NOTES, METRICS, None if found else WAITS, "actions"
    )  # fmt: skip


def shares(asked: Asked) -> list[Share]:
    """Each shop with its teams: what next week's days ask of them, and what was done in the week."""
    goals = _sums(asked, DAY_TARGET, _next(asked))
    if not goals:
        return []
    paid = _sums(asked, PAY_AMOUNT, asked.week)
    planned = asked.rows([PERSON_DAY_TARGET], _next(asked), ("shop", "team", "agent"))
    sold = _sold(asked)
    found = []
    for shop, target in sorted(goals.items(), key=lambda pair: (-pair[1], pair[0])):
        found.append(Share(shop, None, target, paid.get(shop)))
        found += _teams(shop, [row for row in planned if row["shop"] == shop], sold)
    return found


def _teams(shop: str, planned: list[dict], sold: Mapping[tuple[str, str], float]) -> list[Share]:
    found = []
    for team in sorted({row["team"] or "" for row in planned}):
        members = [row for row in planned if (row["team"] or "") == team and row[PERSON_DAY_TARGET.name] is not None]
        done = [one for row in members if (one := sold.get((shop, bare(row["agent"])))) is not None]
        if members:
            target = sum(float(row[PERSON_DAY_TARGET.name]) for row in members)
            found.append(Share(shop, team, round(target, 2), round(sum(done), 2) if done else None))
    return found


def _sums(asked: Asked, metric: Metric, during: Period) -> dict[str, float]:
    """What each shop's days add up to; nothing of shops of which a day is not told."""
    days: dict[str, list[float]] = {}
    for row in asked.rows([metric], during, ("shop", "day")):
        if row[metric.name] is not None:
            days.setdefault(row["shop"], []).append(float(row[metric.name]))
    return {shop: round(sum(told), 2) for shop, told in days.items() if len(told) == during.days}


def _sold(asked: Asked) -> dict[tuple[str, str], float]:
    """What each person sold in the week; nothing of shops whose service report lacks a day."""
    rows = [row for row in asked.rows([CS_SALES], asked.week, ("shop", "agent", "day")) if row["agent"]]
    days: dict[str, set[date]] = {}
    sums: dict[tuple[str, str], float] = {}
    for row in rows:
        if row[CS_SALES.name] is not None:
            days.setdefault(row["shop"], set()).add(row["day"])
            key = row["shop"], bare(row["agent"])
            sums[key] = sums.get(key, 0.0) + float(row[CS_SALES.name])
    return {key: amount for key, amount in sums.items() if len(days[key[0]]) == asked.week.days}


def _next(asked: Asked) -> Period:
    first = asked.week.first + WEEK
    return Period(first, first + WEEK - timedelta(days=1))


def _days(asked: Asked) -> dict[date, float]:
    found: dict[date, float] = {}
    for row in asked.rows([DAY_TARGET], _next(asked), ("shop", "day")):
        if row[DAY_TARGET.name] is not None:
            found[row["day"]] = found.get(row["day"], 0.0) + float(row[DAY_TARGET.name])
    return found


def _peak(days: dict[date, float]) -> Text | None:
    """The day that has to bring most, where it is clearly more than the mean."""
    if not days:
        return None
    mean = sum(days.values()) / len(days)
    day = max(days, key=lambda each: (days[each], each))
    if not mean or days[day] < 1.1 * mean:
        return None
    fold = exact(round(days[day] / mean, 2), Unit.FOLD)
    return ended([HEAVIEST.filled(day=on(day), amount=written(days[day], Unit.YUAN), fold=fold)])


def _open(asked: Asked) -> list[Action]:
    known = [each for each in actions(asked.warehouse, asked.shop) if each.is_open]
    return sorted(known, key=lambda each: (each.undertaking.due, each.number))


def _title(asked: Asked, found: list[Share], known: list[Action]) -> Text:
    whole, first = [each for each in found if each.team is None], on(_next(asked).first)
    said = [NO_TARGET.filled(first=first)]
    if whole and len(whole) == len(asked.shops):
        target = sum(float(each.target) for each in whole)
        said = [TO_BRING.filled(first=first, amount=written(target, Unit.YUAN))]
        if all(each.done is not None for each in whole):
            gap = target - sum(float(each.done or 0) for each in whole)
            phrase = MORE if gap >= 0 else LESS
            said.append(phrase.filled(when=WHENS[asked.when.zh], gap=written(abs(gap), Unit.YUAN)))
    late = sum(state_of(each, asked.today) is State.OVERDUE for each in known)
    said.append(OPEN.filled(count=len(known)) if known else NO_ACTION)
    if late:
        said.append(OVERDUE.filled(count=late))
    return sentence(said)


def _targets(asked: Asked, found: list[Share]) -> Table:
    span = _next(asked)
    heads = tuple(Column(head.heading.filled(when=asked.when), head.unit) for head in HEADS)
    title = TARGETS.filled(first=on(span.first), last=on(span.last))
    return Table(title, heads, tuple(_row(asked, each) for each in found[:MOST]), BY_PEOPLE)


def _row(asked: Asked, of: Share) -> tuple[Cell, ...]:
    change = float(of.target) / float(of.done) - 1 if of.done else None
    return _called(asked, of), of.target, round(float(of.target) / 7, 2), of.done, change


def _called(asked: Asked, of: Share) -> Text:
    if of.team is None:
        return SHOP if asked.shop else same(of.shop)
    return same(of.team) if of.team else NO_TEAM


def _actions(asked: Asked, known: list[Action]) -> Table:
    note = REST.filled(count=len(known) - MOST) if len(known) > MOST else None
    return Table(ACTIONS, ACTION_HEADS, tuple(_action(asked, each) for each in known[:MOST]), note)


def _action(asked: Asked, of: Action) -> tuple[Cell, ...]:
    undertaken = of.undertaking
    state = STATES.get(state_of(of, asked.today), STATES[State.OPEN])
    return (
        same(cut(asked.within(undertaken.what))), same(asked.shown(undertaken.owner)), on(undertaken.due), state,
        metric_named(undertaken.metric).label,
    )  # fmt: skip
