"""Actions reviewed: what was undertaken, by whom, whether it was done, and its number before and after."""

from metrics.explanation.actions import State
from reports.findings.action_rows import HEADS, action_row
from reports.numbers.actions import ActionNumbers
from reports.slide.slide import MOST, FindingLine, Slide, Table
from reports.slide.values import sentence
from text import Text

TOPIC = Text("上周行动回看", "Actions reviewed")
NONE = Text("上周没有要回看的行动，0 条", "No action to review: 0 noted")
OVERDUE = Text("{count} 条行动过期没做完", "overdue actions: {count}")
DONE = Text("{done}/{all} 条做完", "{done} of {all} are done")
NONE_LATE = Text("没有过期", "none is overdue")
LATEST = Text("最久的晚了 {days} 天", "the oldest by {days} days")
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
TITLE_TABLE = Text("过期的排在前", "Overdue first")
NO_ACTION_HOW = Text(
    "行动在「行动」页记下：改什么、谁来改、哪天做完、看哪个数。",
    "Actions are noted on the page of that name: what, by whom, until when, and which number should move.",
)


def slide(of: ActionNumbers) -> Slide:
    """Actions of the week."""
    found = of.actions
    if not found:
        return Slide("actions_reviewed", TOPIC, NONE, lines=(FindingLine(ASIDE, NO_ACTION_HOW),), notes=NOTES)
    rows = tuple(action_row(of.week, each) for each in found[:MOST])
    note = MORE.filled(count=len(found) - MOST) if len(found) > MOST else None
    table = Table(TITLE_TABLE, HEADS, rows, note)
    metrics = tuple(dict.fromkeys(each.metric for each in found))
    return Slide(
        "actions_reviewed", TOPIC, _title(of), parts=(table,), lines=(FindingLine(ASIDE, NO_CAUSE),), notes=NOTES,
        metrics=metrics, live="owners",
    )  # fmt: skip


def _title(of: ActionNumbers) -> Text:
    late = [each for each in of.actions if each.state is State.OVERDUE]
    done = sum(each.action.done is not None for each in of.actions)
    clauses = [DONE.filled(done=done, all=len(of.actions))]
    if not late:
        return sentence([*clauses, NONE_LATE])
    longest = max((of.week.today - each.action.undertaking.due).days for each in late)
    return sentence([OVERDUE.filled(count=len(late)), LATEST.filled(days=longest), *clauses])
