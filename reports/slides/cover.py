"""Cover: the week, until when its data reach, which files are complete, which definitions changed."""

from reports.numbers.completeness import Expected
from reports.numbers.cover import CoverNumbers
from reports.slide.slide import FindingLine, Slide
from reports.slide.values import ended, listed, on
from text import Text

TOPIC = Text("封面", "Cover")
TITLE = Text("运营周会　{week}", "Weekly operations meeting, {week}")

DATA, FILES, DEFINITIONS = Text("数据", "Data"), Text("文件", "Files"), Text("口径", "Definitions")
NOT_ANNOUNCED = Text(
    "{year}年的调休未公布，只算法定节假日", "make-up days of {year} not announced, only statutory days are off"
)
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
"""How many files or definitions are named."""

DAYS = Text("{file}缺 {days}", "{file} of {days}")
WEEK = Text("{file}缺整周", "{file} of the whole week")
OF_SHOP = Text("{shop}{missing}", "{shop} {missing}")
MONTH = Text("{file}缺本月", "{file} of the month")
MANY_DAYS = Text("{count} 天", "{count} days")
DAYS_NAMED = 2
NOTES = Text(
    "开场先说数据到哪天、缺哪份文件、口径改了没有；缺的文件下面各页都写未评。",
    "Say first until when data reach, which files are missing and which definitions changed.",
)


def slide(of: CoverNumbers) -> Slide:
    """The cover."""
    week = Text(of.week.period.label("zh"), of.week.period.label("en"))
    lines = (FindingLine(DATA, _data(of)), FindingLine(FILES, _files(of)), FindingLine(DEFINITIONS, _definitions(of)))
    return Slide("cover", TOPIC, TITLE.filled(week=week), lines=lines, notes=NOTES)


def _data(of: CoverNumbers) -> Text:
    clauses = [UNTIL.filled(day=on(of.stamp.until)) if of.stamp.until else NO_DATA]
    if of.stamp.batch:
        clauses.append(BATCH.filled(batch=of.stamp.batch))
    if of.unannounced:
        clauses.append(NOT_ANNOUNCED.filled(year=of.unannounced))
    return ended(clauses)


def _files(of: CoverNumbers) -> Text:
    lacking = [_missing(each, several=len(of.week.shops) > 1) for each in of.files if each.missing]
    clauses = [COMPLETE.filled(complete=len(of.files) - len(lacking), all=len(of.files))]
    if lacking:
        named = lacking[:NAMED]
        if len(lacking) > NAMED:
            named.append(MORE.filled(count=len(lacking) - NAMED))
        clauses.append(LACKS.filled(what=listed(named)))
    return ended(clauses)


def _missing(of: Expected, *, several: bool) -> Text:
    """流量来源缺 6月10日."""
    if of.monthly:
        missing = MONTH.filled(file=of.title)
    elif of.whole:
        missing = WEEK.filled(file=of.title)
    else:
        few = len(of.missing) <= DAYS_NAMED
        days = listed([on(day) for day in of.missing]) if few else MANY_DAYS.filled(count=len(of.missing))
        missing = DAYS.filled(file=of.title, days=days)
    return OF_SHOP.filled(shop=of.shop, missing=missing) if several else missing


def _definitions(of: CoverNumbers) -> Text:
    if of.meeting is None:
        return ended([FIRST])
    when = on(of.meeting)
    if not of.redefined:
        return ended([UNCHANGED.filled(day=when)])
    names = listed([metric.label for metric in of.redefined[:NAMED]])
    return ended([CHANGED.filled(day=when, count=len(of.redefined), names=names)])
