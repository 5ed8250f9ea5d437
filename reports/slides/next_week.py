"""Next week: what each team has to bring, and which actions are open, with owner and due day; entered live.

It is made anew whenever an action is entered, from the living warehouse, and puts few questions to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from data.records.actions import Action, actions
from metrics.calendar.period import Period
from metrics.catalogue import metric_named
from metrics.catalogue.service.service import CS_SALES
from metrics.catalogue.targets.person_targets import PERSON_DAY_TARGET
from metrics.catalogue.targets.plans import DAY_TARGET
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.definition.metric import Metric, Unit
from metrics.explanation.actions import State, state_of
from metrics.planning.plan_tree import entered
from metrics.wording.figure import Number
from metrics.wording.masking import bare
from reports.numbers.campaigns import great
from reports.numbers.week import Asked
from reports.slide.slide import MOST, Bar, Bars, Cell, Column, Line, Slide, Table
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
ASKED = Text("要 {target}", "{target}")
RISE, FALL = Text("涨 {share}", "{share} more"), Text("少 {share}", "{share} less")
WAITING = Text(
    "{shop} {first}起一周提到 **{amount}**，等批准",
    "{shop}: **{amount}** proposed for the week from {first}, to be approved",
)
SHOP, NO_TEAM = Text("全店", "Shop"), Text("客服（未分组）", "Agents, no team")
BY_PEOPLE = Text("组按客服销售额", "teams by service sales")
ACTIONS = Text("开着的行动，先到期的在前", "Open actions, the next due first")
ACTION_HEADS = (
    Column(Text("行动", "Action")), Column(Text("负责人", "Owner")), Column(Text("到期", "Due")),
    Column(Text("状态", "State")), Column(Text("看哪个数", "Number")),
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
WEEK = timedelta(weeks=1)
CLEARLY = 1.1
"""From how many times the mean day one is named as the heaviest."""


@dataclass(frozen=True, slots=True)
class Share:
    """What a shop or a team of it has to bring next week and did in the week, in yuan; None where no file tells."""

    shop: str
    team: str | None
    target: Number
    done: Number | None


def slide(asked: Asked) -> Slide:
    """The plan of the week after."""
    found, known = shares(asked), open_actions(asked)
    parts = (*((_targets(asked, found),) if found else ()), *((_actions(asked, known),) if known else ()))
    told = ((TARGET, _moved(asked, found)), (PEAK_DAY, _peak(asked)), (HOW, _proposed(asked) or ENTER))
    lines = tuple(Line(word, said) for word, said in told if said)
    waits = None if found else WAITS
    return Slide("next_week", TOPIC, _title(asked, found, known), (), parts, lines, NOTES, METRICS, waits, "plans")


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


def _peak(asked: Asked) -> Text | None:
    """The day that has to bring clearly more than the mean, and the promotion that peaks in the week."""
    days: dict[date, float] = {}
    for row in asked.rows([DAY_TARGET], _next(asked), ("shop", "day")):
        days[row["day"]] = days.get(row["day"], 0.0) + float(row[DAY_TARGET.name] or 0)
    mean, said = sum(days.values()) / 7, []
    day = max(days, key=lambda each: (days[each], each), default=None)
    if day and days[day] > CLEARLY * mean:
        fold = exact(round(days[day] / mean, 2), Unit.FOLD)
        said.append(HEAVIEST.filled(day=on(day), amount=written(days[day], Unit.YUAN), fold=fold))
    coming = great(asked)
    if coming and coming.peak in _next(asked):
        said.append(GREAT.filled(name=coming.title, day=strong(on(coming.peak))))
    return ended(said) if said else None


def open_actions(asked: Asked) -> list[Action]:
    """The actions that nobody has closed, the next due first."""
    known = [each for each in actions(asked.warehouse, asked.shop) if each.is_open]
    return sorted(known, key=lambda each: (each.undertaking.due, each.number))


def _title(asked: Asked, found: list[Share], known: list[Action]) -> Text:
    first, target = on(_next(asked).first), _whole(asked, found)[0]
    said = [NO_TARGET.filled(first=first)]
    if target is not None:
        said = [TO_BRING.filled(first=first, amount=written(target, Unit.YUAN))]
    late = sum(state_of(each, asked.today) is State.OVERDUE for each in known)
    if late:
        said.append(LATE.filled(count=late))
    elif gap := _gap(asked, found):
        said.append(gap)
    return sentence(said)


def _whole(asked: Asked, found: list[Share]) -> tuple[float | None, float | None]:
    """What all shops together have to bring, and what they brought; None where it is not known of each."""
    whole = [each for each in found if each.team is None]
    if not whole or len(whole) < len(asked.shops):
        return None, None
    done = [float(each.done) for each in whole if each.done is not None]
    return sum(float(each.target) for each in whole), sum(done) if len(done) == len(whole) else None


def _gap(asked: Asked, found: list[Share]) -> Text | None:
    target, done = _whole(asked, found)
    if target is None or done is None:
        return None
    phrase = MORE if target >= done else LESS
    return phrase.filled(when=WHENS[asked.when.zh], gap=written(abs(target - done), Unit.YUAN))


def _moved(asked: Asked, found: list[Share]) -> Text | None:
    target, gap = _whole(asked, found)[0], _gap(asked, found)
    if target is None:
        return None
    said = [A_DAY.filled(amount=written(target / 7, Unit.YUAN))]
    return ended([sentence([*said, gap] if gap else said)])


def _targets(asked: Asked, found: list[Share]) -> Bars:
    bars = tuple(Bar(called(asked, each), each.done, each.target, note=_side(each)) for each in found[:MOST])
    title = BARS.filled(when=WHENS[asked.when.zh], first=on(_next(asked).first))
    return Bars(title, Unit.YUAN, bars, TICK, BY_PEOPLE)


def _side(of: Share) -> Text:
    asked = ASKED.filled(target=written(of.target, Unit.YUAN))
    if not of.done:
        return asked
    change = float(of.target) / float(of.done) - 1
    return joined([asked, (RISE if change >= 0 else FALL).filled(share=written(abs(change), Unit.PERCENT))], "，", ", ")


def _proposed(asked: Asked) -> Text | None:
    """The shops whose week has other targets as entered than those that count, until somebody approves them."""
    first, said = on(_next(asked).first), []
    counts = _sums(asked, DAY_TARGET, _next(asked))
    days = {day.isoformat() for day in _next(asked)}
    for shop in asked.shops:
        told = entered(asked.warehouse, shop, PAY_AMOUNT.name)
        known = [amount for (period, team, person), amount in told.items() if period in days and not (team or person)]
        if len(known) == len(days) and round(float(sum(known)) - counts.get(shop, 0), 2):
            amount = written(sum(known), Unit.YUAN)
            said.append(WAITING.filled(shop=SHOP if asked.shop else same(shop), first=first, amount=amount))
    return ended(said) if said else None


def called(asked: Asked, of: Share) -> Text:
    """The shop's name, or the team's."""
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
