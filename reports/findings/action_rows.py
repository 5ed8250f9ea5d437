"""Action rows: an action that is looked back on as a line of a table."""

from metrics.explanation.actions import LookedBack, State
from metrics.judgement.limits import Judgement, Level
from metrics.wording.figure import change, spelled
from reports.numbers.week import Week
from reports.slide.slide import Cell, TableColumn
from reports.slide.values import both, cut, on
from text import Text, same

HEADS = tuple(
    TableColumn(text)
    for text in (
        Text("行动", "Action"), Text("负责人", "Owner"), Text("到期", "Due"), Text("状态", "State"),
        Text("指标", "Number"), Text("之前 → 之后", "Before → after"), Text("变化", "Change"),
    )
)  # fmt: skip
STATES = {
    State.OVERDUE: (Level.BAD, Text("过期", "Overdue")),
    State.OPEN: (Level.UNJUDGED, Text("在做", "Open")),
    State.WAITING: (Level.UNJUDGED, Text("做完，未满期", "Done, too soon")),
    State.SEEN: (Level.GOOD, Text("做完", "Done")),
    State.DROPPED: (Level.UNJUDGED, Text("取消", "Dropped")),
}
BEFORE_AFTER = Text("{was} → {now}", "{was} → {now}")


def action_row(week: Week, of: LookedBack) -> tuple[Cell, ...]:
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
        same(cut(week.within(undertaken.what))), same(week.shown(undertaken.owner)), on(undertaken.due), state.reason,
        of.metric.label, span, moved,
    )  # fmt: skip
