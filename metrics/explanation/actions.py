"""Did it help? A number before and after an action, and what else went on in those days; a cause is never claimed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from data.records.actions import Action
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period, last_days, spelled_out
from metrics.calendar.promotions import Promotion, promotions
from metrics.catalogue import METRICS, TEAMS, metric_named
from metrics.definition.metric import Metric, young
from metrics.definition.refusals import Unanswerable
from metrics.judgement.causes import moves
from metrics.query.question import answer
from metrics.wording.figure import Number, change, spelled
from metrics.wording.values import on
from text import Text, both

WINDOWS = (7, 14, 28)
"""How many days may be compared: whole weeks, so that both sides have the same weekdays."""

MEASURABLE = tuple(
    metric
    for metric in METRICS
    if not metric.as_of_export and set(metric.never_across) <= {"shop"} and metric not in TEAMS["targets"]
)
"""The metrics that one number of several days can be asked of."""

NOT_DONE = Text("还没完成，没有之后", "Not done yet: there is no after")
OVERDUE = Text("过了 {due} 还没完成", "Due {due} and not done")
DROPPED = Text("已取消，不看前后", "Dropped: nothing is compared")
TOO_SOON = Text("之后 {days} 天要到 {until} 才满", "The {days} days after end on {until}")
NO_DATA = Text("前后有一边没有数据", "One side has no data")
UNEQUAL = Text(
    "前后有数的天数不同（{before} 天、{after} 天），不比", "Days with data differ ({before} and {after}): not compared"
)
COMPARED = Text(
    "{metric}：之前 {days} 天（{before}）{was}，之后 {days} 天（{after}）{now}，{moved}",
    "{metric}: {was} in the {days} days before ({before}), {now} in the {days} days after ({after}), {moved}",
)
PROVISIONAL = Text("暂估，{day} 定稿", "provisional until {day}")
NO_CAUSE = Text(
    "只是前后对比，不说明是这条行动带来的", "before and after only: it does not show that the action did it"
)
MIXED = Text("同期有 {names}，更分不开", "in the same days {names}, which cannot be told apart from it")
BEFORE = Text("{name}（只在之前）", "{name} (before alone)")
AFTER = Text("{name}（只在之后）", "{name} (after alone)")
ANOTHER = Text("行动 {number}「{what}」", "action {number} “{what}”")
SAME_NUMBER = Text("行动 {number}「{what}」（动的是同一个数）", "action {number} “{what}” (moves the same number)")


class State(Enum):
    """Where an action stands."""

    OPEN = "open"
    OVERDUE = "overdue"
    WAITING = "waiting"
    SEEN = "seen"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class LookedBack:
    """An action with its number before and after, in the metric's unit; `why` says why there is none to compare.

    The days from its beginning to its end belong to neither side. `during` are the promotions and `others` the
    other actions of the shop that share days with what is compared.
    """

    action: Action
    metric: Metric
    state: State
    before: Period
    after: Period | None
    was: Number | None = None
    now: Number | None = None
    young_until: date | None = None
    why: Text | None = None
    during: tuple[Promotion, ...] = ()
    others: tuple[Action, ...] = ()


def looked_back(warehouse: Warehouse, action: Action, actions: Sequence[Action], today: date) -> LookedBack:
    """An action as it stands today; `actions` are all actions, this one among them. KeyError for an unknown metric."""
    metric, state = metric_named(action.undertaking.metric), state_of(action, today)
    before, after = _before(action), _after(action)
    span = _concerned(action, today)
    during: tuple[Promotion, ...] = ()
    others: tuple[Action, ...] = ()
    if not action.dropped:
        during = _during(warehouse, span, action.undertaking.shop)
        others = tuple(other for other in actions if _overlaps(action, other, today))
    plain = LookedBack(action, metric, state, before, after, why=_why(action, state), during=during, others=others)
    if state is not State.SEEN or after is None:
        return plain
    was, days_before = _value(warehouse, metric, before, action.undertaking.shop)
    now, days_after = _value(warehouse, metric, after, action.undertaking.shop)
    why = _incomparable(was, now, days_before, days_after)
    young_until = young(metric, after.last, today)
    return LookedBack(action, metric, state, before, after, was, now, young_until, why, during, others)


def _incomparable(was: Number | None, now: Number | None, days_before: int, days_after: int) -> Text | None:
    """Why two sides cannot be compared: one is not known, or they have data of different numbers of days."""
    if was is None or now is None:
        return NO_DATA
    return UNEQUAL.filled(before=days_before, after=days_after) if days_before != days_after else None


def as_agreed(of: LookedBack, owner: str, due: date, today: date) -> LookedBack:
    """What was looked back on, with another owner and due day: whether it is overdue follows, no number does."""
    action = replace(of.action, undertaking=replace(of.action.undertaking, owner=owner, due=due))
    if not action.is_open:
        return replace(of, action=action)
    state = state_of(action, today)
    return replace(of, action=action, state=state, why=_why(action, state))


def state_of(action: Action, today: date) -> State:
    """Where an action stands on a day."""
    if action.dropped:
        return State.DROPPED
    after = _after(action)
    if after is None:
        return State.OVERDUE if action.undertaking.due < today else State.OPEN
    return State.SEEN if after.last < today else State.WAITING


def sentence(of: LookedBack) -> Text:
    """What can be said: the two numbers, how final they are, what else went on; never that the action did it."""
    clauses = [_compared(of) if of.why is None else of.why]
    if of.why is None and of.young_until:
        clauses.append(PROVISIONAL.filled(day=on(of.young_until)))
    if of.state is not State.DROPPED:
        if of.why is None:
            clauses.append(NO_CAUSE)
        clauses += _mixed(of)
    return Text("；".join(each.zh for each in clauses) + "。", "; ".join(each.en for each in clauses) + ".")


def _compared(of: LookedBack) -> Text:
    if of.after is None:
        raise ValueError("nothing came after")
    unit, was, now = of.metric.unit, of.was, of.now
    return COMPARED.filled(
        metric=of.metric.label,
        days=of.action.undertaking.watched,
        before=_span(of.before),
        after=_span(of.after),
        was=both(lambda language: spelled(was, unit, language)),
        now=both(lambda language: spelled(now, unit, language)),
        moved=both(lambda language: change(now, was, unit, language)),
    )


def _mixed(of: LookedBack) -> list[Text]:
    named = [*(_promoted(of, each) for each in of.during), *(_another(of, each) for each in of.others)]
    if not named:
        return []
    return [MIXED.filled(names=Text("、".join(each.zh for each in named), ", ".join(each.en for each in named)))]


def _promoted(of: LookedBack, promotion: Promotion) -> Text:
    """The promotion, and on which side alone it lies."""
    on_before = _share(promotion.span, of.before)
    if of.after is None or on_before == _share(promotion.span, of.after):
        return promotion.label
    return (BEFORE if on_before else AFTER).filled(name=promotion.label)


def _another(of: LookedBack, other: Action) -> Text:
    theirs, ours = other.undertaking.metric, of.metric.name
    phrase = SAME_NUMBER if theirs == ours or ours in moves(theirs) else ANOTHER
    return phrase.filled(number=other.number, what=other.undertaking.what)


def _why(action: Action, state: State) -> Text | None:
    """Why there is nothing to compare yet."""
    if state is State.OVERDUE:
        return OVERDUE.filled(due=on(action.undertaking.due))
    after = _after(action)
    if state is State.WAITING and after:
        return TOO_SOON.filled(days=action.undertaking.watched, until=on(after.last))
    return {State.OPEN: NOT_DONE, State.DROPPED: DROPPED}.get(state)


def _before(action: Action) -> Period:
    return last_days(action.undertaking.begun - timedelta(days=1), action.undertaking.watched)


def _after(action: Action) -> Period | None:
    if action.done is None:
        return None
    return Period(action.done + timedelta(days=1), action.done + timedelta(days=action.undertaking.watched))


def _concerned(action: Action, today: date) -> Period:
    """All the days that bear on the comparison: both sides and what lies between them."""
    return Period(_before(action).first, _at_work(action, today).last)


def _at_work(action: Action, today: date) -> Period:
    """The days on which an action may move numbers: from its beginning to the end of the days watched after it."""
    after = _after(action)
    begun = action.undertaking.begun
    return Period(begun, after.last if after else max(begun, action.undertaking.due, today))


def _overlaps(action: Action, other: Action, today: date) -> bool:
    same = action.undertaking.shop == other.undertaking.shop
    if other.number == action.number or other.dropped or not same:
        return False
    return _share(_concerned(action, today), _at_work(other, today))


def _during(warehouse: Warehouse, span: Period, shop: str) -> tuple[Promotion, ...]:
    years = range(span.first.year, span.last.year + 1)
    return tuple(each for each in promotions(warehouse, years, shop) if _share(each.span, span))


def _share(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last


def _value(warehouse: Warehouse, metric: Metric, during: Period, shop: str) -> tuple[Number | None, int]:
    """The number of a shop's days, and how many of them have one."""
    where = {"shop": shop}
    try:
        value = answer(warehouse, [metric], during, where=where)[metric.name][0].as_py()
        days = answer(warehouse, [metric], during, ("day",), where)[metric.name]
    except Unanswerable:
        return None, 0
    return value, len(days) - days.null_count


def _span(period: Period) -> Text:
    return both(lambda language: spelled_out(period, language))
