"""What yesterday still lacks: which file, of which shop, who usually brings it, where it is exported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import streamlit as st

from data.checking.preview import TablePreview
from data.records.deliveries import Delivery, deliveries, usual_bringer
from data.sources import SOURCES, SUBJECTS, source_named
from data.sources.orders import subjects
from data.sources.targets import targets
from metrics.calendar.period import day as one_day
from metrics.calendar.period import short
from metrics.judgement.limits import Level
from metrics.morning import completeness as books
from metrics.morning.completeness import FileState
from text import Text
from ui.cache import answers, loaded
from ui.choices import filters, user
from ui.intake.desk import desk
from ui.pieces.lines import page, point, points
from ui.pieces.marks import THIS_IMPORT, marked, of_this_import
from ui.pieces.markup import Html, joined, safe
from ui.pieces.table import section
from ui.session import language
from ui.session.language import say

WEEKS_BACK = 6
"""Who usually brings a file is read from the imports of so many weeks."""

STANDS_FOR = {subjects.ORDERS.name: (subjects.ORDERS.name, subjects.ORDER_ITEMS.name)}
"""Subjects whose file may come as another one."""

ARRIVED, PARTLY, MISSING = Text("已到", "in"), Text("部分", "in part"), Text("未到", "missing")
TOO_EARLY = Text(
    "{time} 导出时这天还没过完，要再导一次", "exported at {time}, before the day was over: export it again"
)
BRINGS = Text("常由**{by}**带来", "usually brought by **{by}**")
COMMA, STOP = Text("，", ", "), Text("；", "; ")


@dataclass(frozen=True, slots=True)
class Arrival:
    """A shop's file for the day: whether it is in, its newest delivery, and the deliveries of the last weeks."""

    state: FileState
    newest: Delivery | None
    lately: tuple[Delivery, ...]

    def early(self, day: date) -> bool:
        """Whether the newest one was brought before the day was over, so that hours of it are missing."""
        of_months = self.state.subject == targets.SUBJECT.name
        return self.newest is not None and not of_months and self.newest.at.date() == day


def files() -> None:
    """Each file that the day wants: in, in part, in the import at hand, or missing."""
    day, shops = filters.yesterday(), loaded.shops() or _shops_coming()
    states = books.files(answers.warehouse(), day, shops) if shops else ()
    brought = _brought(datetime.combine(day - timedelta(weeks=WEEKS_BACK), time()))
    title, note = say("昨日还缺什么", "Files for yesterday"), one_day(day).label(language.chosen())
    if not states:
        nothing = say("放进第一份文件后，这里列出每天要的", "The daily files are listed once there is one")
        st.html(page(section(title, point("", "", more=nothing), note=note)))
        return
    coming, by_subject = _coming(day), dict[str, list[Arrival]]()
    for state in states:
        by_subject.setdefault(state.subject, []).append(_arrival(state, brought, day))
    lines = points([_line(group, coming, day) for group in by_subject.values()])
    st.html(page(section(title, lines, side=_counted(states, coming), note=note)))


def _counted(states: Sequence[FileState], coming: set[tuple[str, str]]) -> Html:
    """How many of the files are in, and how many will be once the import at hand is written."""
    there = [each.state == "in" for each in states]
    after = sum(here or (each.subject, each.shop) in coming for here, each in zip(there, states, strict=True))
    then = say(Text("，写入后 {n}", ", then {n}").filled(n=f"{after}/{len(states)}")) if after > sum(there) else ""
    level, word = (Level.GOOD, ARRIVED) if all(there) else (Level.WATCH, PARTLY)
    return joined((marked(level, say(word)), safe(f" {sum(there)}/{len(states)}{then}")))


def _brought(since: datetime) -> list[Delivery]:
    daily = [*(subject.name for subject in books.DAYS_IN), targets.SUBJECT.name]
    wanted = dict.fromkeys(subject for name in daily for subject in STANDS_FOR.get(name, (name,)))
    return answers.once("deliveries", since, lambda: deliveries(answers.warehouse(), list(wanted), since))


def _arrival(state: FileState, brought: Sequence[Delivery], day: date) -> Arrival:
    names = STANDS_FOR.get(state.subject, (state.subject,))
    lately = tuple(each for each in brought if each.subject in names and each.shop == state.shop)
    of_day = [each for each in lately if each.speaks_of(day)]
    return Arrival(state, of_day[-1] if of_day and state.state == "in" else None, lately)


def _shops_coming() -> tuple[str, ...]:
    preview = desk().preview
    return tuple(sorted({shop for table in preview.tables if table.kept for shop in table.shops})) if preview else ()


def _coming(day: date) -> set[tuple[str, str]]:
    """Subject and shop of every table in the import at hand that speaks of the day; targets speak of months."""
    preview = desk().preview
    tables = preview.tables if preview else ()
    stands: Mapping[str, str] = {other: name for name, others in STANDS_FOR.items() for other in others}
    return {
        (stands.get(table.source.subject.name, table.source.subject.name), shop)
        for table in tables
        if table.source and table.kept and _covers(table, day)
        for shop in table.shops
    }


def _covers(table: TablePreview, day: date) -> bool:
    return table.first_day is None or table.last_day is None or table.first_day <= day <= table.last_day


def _line(group: Sequence[Arrival], coming: set[tuple[str, str]], day: date) -> Html:
    name = say(group[0].state.title)
    missing = [each for each in group if each.state.state == "missing"]
    early = [each for each in group if each.early(day)]
    if missing and {(each.state.subject, each.state.shop) for each in missing} <= coming:
        return point(of_this_import(language.chosen()), name, right=say(THIS_IMPORT))
    if not missing and not early:
        return point(marked(Level.GOOD, say(ARRIVED)), name, right=_came(group))
    if len(missing) == len(group):
        return _waiting(Level.UNJUDGED, MISSING, name, _lacking(missing, some=False))
    count = f" {len(group) - len(missing)}/{len(group)}" if missing else ""
    return _waiting(Level.WATCH, PARTLY, name, [*map(_too_early, early), *_lacking(missing, some=True)], count)


def _waiting(level: Level, state: Text, name: str, reasons: Sequence[str], count: str = "") -> Html:
    return point(marked(level, say(state)), name, more="\n".join(reasons), right=f"{say(state)}{count}")


def _came(group: Sequence[Arrival]) -> str:
    newest = max((each.newest for each in group if each.newest), key=lambda each: each.at, default=None)
    at = (
        newest.at if newest else max((each.state.imported_at for each in group if each.state.imported_at), default=None)
    )
    by = f"{user.spoken(newest.by)}　" if newest and newest.by else ""
    return f"{by}{say(ARRIVED)} {_clock(at)}" if at else say(ARRIVED)


def _too_early(each: Arrival) -> str:
    at = f"{each.newest.at:%H:%M}" if each.newest else ""
    return f"{each.state.shop}{say(COMMA)}{say(TOO_EARLY.filled(time=at))}"


def _lacking(missing: Sequence[Arrival], some: bool) -> list[str]:
    """For each way in which the file comes: who brings it, where it is exported, and the shops if only some lack it."""
    ways: dict[tuple[str, str], list[str]] = {}
    for each in missing:
        ways.setdefault((usual_bringer(each.lately), say(_place(each))), []).append(each.state.shop)
    items = []
    for (by, place), shops in ways.items():
        named = "、".join(shops) if some or len(ways) > 1 else ""
        brings = say(BRINGS.filled(by=user.spoken(by))) if by else ""
        items.append(say(STOP).join(filter(None, (say(COMMA).join(filter(None, (named, brings))), place))))
    return items


def _place(each: Arrival) -> Text:
    """Where it is exported: as the shop's last one was, or else as the first format of the subject is."""
    if each.lately:
        return source_named(each.lately[-1].source).exported_from
    subject = next(subject for subject in SUBJECTS if subject.name == each.state.subject)
    return next(source.exported_from for source in SOURCES if source.subject is subject)


def _clock(at: datetime) -> str:
    today = filters.today()
    if at.date() == today:
        return f"{at:%H:%M}"
    if at.date() == today - timedelta(days=1):
        return f"{say('昨', 'yesterday')} {at:%H:%M}"
    return short(at.date(), language.chosen())
