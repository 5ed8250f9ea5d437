"""Actions reviewed: what was undertaken, by whom, whether it was done, and its number before and after."""

from collections.abc import Callable, Sequence

from data.records.actions import Action, actions
from metrics.explanation.actions import LookedBack, State, as_agreed, looked_back
from metrics.judgement.limits import Judgement, Level
from metrics.wording.figure import change, spelled
from reports.numbers.week import Asked
from reports.slide.slide import MOST, Cell, Column, Line, Slide, Table
from reports.slide.values import both, cut, on
from reports.slide.values import sentence as titled
from text import Text, same

TOPIC = Text("上周行动回看", "Actions reviewed")
NONE = Text("上周没有要回看的行动，0 条", "No action to review: 0 noted")
OVERDUE = Text("{count} 条行动过期没做完", "overdue actions: {count}")
DONE = Text("{done}/{all} 条做完", "{done} of {all} are done")
NONE_LATE = Text("没有过期", "none is overdue")
LATEST = Text("最久的晚了 {days} 天", "the oldest by {days} days")
HEADS = (
    Text("行动", "Action"), Text("负责人", "Owner"), Text("到期", "Due"), Text("状态", "State"),
    Text("指标", "Number"), Text("之前 → 之后", "Before → after"), Text("变化", "Change"),
)  # fmt: skip
STATES = {
    State.OVERDUE: (Level.BAD, Text("过期", "Overdue")),
    State.OPEN: (Level.UNJUDGED, Text("在做", "Open")),
    State.WAITING: (Level.UNJUDGED, Text("做完，未满期", "Done, too soon")),
    State.SEEN: (Level.GOOD, Text("做完", "Done")),
    State.DROPPED: (Level.UNJUDGED, Text("取消", "Dropped")),
}
ORDER = (State.OVERDUE, State.SEEN, State.WAITING, State.OPEN, State.DROPPED)
BEFORE_AFTER = Text("{was} → {now}", "{was} → {now}")
NO_CAUSE = Text(
    "前后对比只说先后，不说明是行动带来的；同期的大促和别的行动要一起看。",
    "Before and after alone: it does not show that the action did it; promotions and other actions ran along.",
)
MORE = Text("另有 {count} 条在附录", "{count} more in the appendix")
ASIDE = Text("说明", "Mind")
NOTES = Text(
    "过期的逐条问：还做不做，哪天做完。做完的只看数。",
    "Ask of each overdue one whether and when. Of done ones, the number.",
)


def slide(asked: Asked) -> Slide:
    """Actions of the week."""
    found = reviewed(asked)
    if not found:
        return Slide("actions_reviewed", TOPIC, NONE, lines=(Line(ASIDE, NO_ACTION_HOW),), notes=NOTES)
    rows = tuple(row_of(asked, each) for each in found[:MOST])
    note = MORE.filled(count=len(found) - MOST) if len(found) > MOST else None
    table = Table(TITLE_TABLE, tuple(Column(head) for head in HEADS), rows, note)
    metrics = tuple(dict.fromkeys(each.metric for each in found))
    return Slide(
        "actions_reviewed", TOPIC, _title(asked, found), parts=(table,), lines=(Line(ASIDE, NO_CAUSE),), notes=NOTES,
        metrics=metrics, live="owners",
    )  # fmt: skip


TITLE_TABLE = Text("过期的排在前", "Overdue first")
NO_ACTION_HOW = Text(
    "行动在「行动」页记下：改什么、谁来改、哪天做完、看哪个数。",
    "Actions are noted on the page of that name: what, by whom, until when, and which number should move.",
)


def reviewed(asked: Asked) -> list[LookedBack]:
    """The actions that were open in the week, or of which it became known in it whether the number moved."""
    return asked.once("reviewed", lambda: _ordered(_looked_back(asked, lambda each: _concerns(asked, each))))


def begun_since(asked: Asked) -> list[LookedBack]:
    """The open actions that began after the week."""
    return _ordered(_looked_back(asked, lambda each: each.is_open and each.undertaking.begun > asked.week.last))


def agreed_since(asked: Asked, then: Sequence[LookedBack]) -> None:
    """Have all slides of `asked` review what was looked back on then, but for the owners and due days of now."""
    now = {each.number: each.undertaking for each in actions(asked.warehouse, asked.shop)}
    found = [as_agreed(each, now[each.action.number].owner, now[each.action.number].due, asked.today) for each in then]
    asked.once("reviewed", lambda: _ordered(found))


def _looked_back(asked: Asked, wanted: Callable[[Action], bool]) -> list[LookedBack]:
    known = actions(asked.warehouse, asked.shop)
    return [looked_back(asked.warehouse, each, known, asked.today) for each in known if wanted(each)]


def _ordered(found: Sequence[LookedBack]) -> list[LookedBack]:
    return sorted(found, key=lambda each: (ORDER.index(each.state), each.action.undertaking.due, each.action.number))


def _concerns(asked: Asked, action: Action) -> bool:
    if action.undertaking.begun > asked.week.last or action.dropped:
        return False
    if action.done is None:
        return True
    return (asked.week.first - action.done).days <= action.undertaking.watched


def _title(asked: Asked, found: list[LookedBack]) -> Text:
    late = [each for each in found if each.state is State.OVERDUE]
    done = sum(each.action.done is not None for each in found)
    said = [DONE.filled(done=done, all=len(found))]
    if not late:
        return titled([*said, NONE_LATE])
    longest = max((asked.today - each.action.undertaking.due).days for each in late)
    return titled([OVERDUE.filled(count=len(late)), LATEST.filled(days=longest), *said])


def row_of(asked: Asked, of: LookedBack) -> tuple[Cell, ...]:
    """An action as a line of a table."""
    undertaken, unit = of.action.undertaking, of.metric.unit
    state = Judgement(*STATES[of.state])
    if of.why or of.state is not State.SEEN:
        span, moved = None, None
    else:
        span = BEFORE_AFTER.filled(
            was=both(lambda language: spelled(of.was, unit, language)),
            now=both(lambda language: spelled(of.now, unit, language)),
        )
        moved = both(lambda language: change(of.now, of.was, unit, language, brief=True))
    return (
        same(cut(asked.within(undertaken.what))), same(asked.shown(undertaken.owner)), on(undertaken.due), state.reason,
        of.metric.label, span, moved,
    )  # fmt: skip
