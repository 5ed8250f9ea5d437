"""Cover: the week, until when its data reach, which files are complete, which definitions changed."""

from reports.findings.earlier_deck import before, redefined
from reports.findings.stamp import stamp
from reports.numbers.completeness import expected, missing
from reports.numbers.week import Asked
from reports.slide.slide import Line, Slide
from reports.slide.values import ended, listed, on
from text import Text

TOPIC = Text("封面", "Cover")
TITLE = Text("运营周会　{week}", "Weekly operations meeting, {week}")

DATA, FILES, DEFINITIONS = Text("数据", "Data"), Text("文件", "Files"), Text("口径", "Definitions")
UNTIL = Text("截至 **{day}**", "until **{day}**")
NO_DATA = Text("这一周还没有数据", "none of this week yet")
BATCH = Text("最近一批 {batch}", "newest import {batch}")
COMPLETE = Text("齐 **{complete}/{all}** 份", "**{complete}/{all}** are complete")
LACKS = Text("{what}", "missing: {what}")
MORE = Text("另有 {count} 份", "{count} more")
FIRST = Text("上次周会没有留底，无从比较", "no meeting before was kept: nothing to compare with")
UNCHANGED = Text("比 {day}的周会没有改动", "as at the meeting of {day}")
CHANGED = Text("比 {day}的周会改了 **{count}** 个：{names}", "**{count}** changed since the meeting of {day}: {names}")
NAMED = 4
NOTES = Text(
    "开场先说数据到哪天、缺哪份文件、口径改了没有；缺的文件下面各页都写未评。",
    "Say first until when data reach, which files are missing and which definitions changed.",
)


def slide(asked: Asked) -> Slide:
    """The cover."""
    week = Text(asked.week.label("zh"), asked.week.label("en"))
    lines = (Line(DATA, _data(asked)), Line(FILES, _files(asked)), Line(DEFINITIONS, _definitions(asked)))
    return Slide("cover", TOPIC, TITLE.filled(week=week), lines=lines, notes=NOTES)


def _data(asked: Asked) -> Text:
    made = stamp(asked)
    said = [UNTIL.filled(day=on(made.until)) if made.until else NO_DATA]
    if made.batch:
        said.append(BATCH.filled(batch=made.batch))
    return ended(said)


def _files(asked: Asked) -> Text:
    found = expected(asked)
    lacking = [missing(asked, each) for each in found if each.missing]
    said = [COMPLETE.filled(complete=len(found) - len(lacking), all=len(found))]
    if lacking:
        named = lacking[:NAMED]
        if len(lacking) > NAMED:
            named.append(MORE.filled(count=len(lacking) - NAMED))
        said.append(LACKS.filled(what=listed(named)))
    return ended(said)


def _definitions(asked: Asked) -> Text:
    then = before(asked)
    if then is None:
        return ended([FIRST])
    when, changed = on(then.opened_at.date()), redefined(asked, then)
    if not changed:
        return ended([UNCHANGED.filled(day=when)])
    names = listed([metric.label for metric in changed[:NAMED]])
    return ended([CHANGED.filled(day=when, count=len(changed), names=names)])
