"""What yesterday still lacks, and whether orders and shop report agree."""

from collections.abc import Sequence
from datetime import date, datetime

import streamlit as st

from data.preview import TablePreview
from metrics import files as books
from metrics.files import Difference, FileState
from metrics.judgement import Level
from metrics.period import day as one_day
from metrics.period import last_days
from text import Text
from ui import answers, filters, language
from ui.intake.desk import desk
from ui.language import say
from ui.pieces.lines import page, point, points
from ui.pieces.marks import THIS_IMPORT, of_this_import, shape
from ui.pieces.table import section
from ui.spoken import amount, on

DAYS_RECONCILED = 7


def files() -> None:
    """Each file that the day wants: there, in the import at hand, or still missing, and for which shop."""
    day, shops = filters.yesterday(), answers.shops() or _shops_coming()
    states = books.files(answers.warehouse(), day, shops) if shops else ()
    coming = _coming(day)
    here = sum(1 for each in states if each.state == "in")
    after = sum(1 for each in states if each.state == "in" or (each.subject, each.shop) in coming)
    by_subject = [
        [each for each in states if each.subject == name] for name in dict.fromkeys(s.subject for s in states)
    ]
    then = Text("，写入后 {n}", ", then {n}").filled(n=f"{after}/{len(states)}")
    beside = f"{here}/{len(states)}" + (say(then) if after > here else "")
    title, note = say("昨日还缺什么", "Files for yesterday"), one_day(day).label(language.chosen())
    lines = points([_line(group, coming) for group in by_subject])
    st.html(page(section(title, lines, beside=beside if states else "", note=note)))


def reconciled() -> None:
    """The days on which orders and shop report differ by more than the tolerance."""
    during = last_days(filters.yesterday(), DAYS_RECONCILED)
    found = books.reconciliation(answers.warehouse(), during, filters.shop())
    if not found:
        return
    off = [each for each in found if not each.agrees]
    said = Text("{n} 天里 {agree} 天一致", "{agree} of {n} days agree").filled(
        n=len(found), agree=len(found) - len(off)
    )
    lines = points([_differing(each) for each in off])
    st.html(page(section(say("订单与日报对账", "Orders against report"), lines, beside=say(said))))


def _differing(each: Difference) -> str:
    what = Text("{day} 差 {off}", "{day} off by {off}").filled(day=on(each.day), off=amount(each.difference))
    sides = Text("订单 {orders}，日报 {report}", "orders {orders}, report {report}")
    more = sides.filled(orders=amount(each.orders), report=amount(each.report))
    return point(shape(Level.WATCH, language.chosen()), say(what), each.shop, say(more))


def _shops_coming() -> tuple[str, ...]:
    preview = desk().preview
    return tuple(sorted({shop for table in preview.tables if table.kept for shop in table.shops})) if preview else ()


def _coming(day: date) -> set[tuple[str, str]]:
    """Subject and shop of every table in the import at hand that speaks of the day; targets speak of months."""
    preview = desk().preview
    tables = preview.tables if preview else ()
    return {
        (table.source.subject.name, shop)
        for table in tables
        if table.source and table.kept and _covers(table, day)
        for shop in table.shops
    }


def _covers(table: TablePreview, day: date) -> bool:
    return table.first_day is None or table.last_day is None or table.first_day <= day <= table.last_day


def _line(group: Sequence[FileState], coming: set[tuple[str, str]]) -> str:
    spoken, name = language.chosen(), group[0].title.to(language.chosen())
    missing = [each for each in group if each.state == "missing"]
    if not missing:
        return point(shape(Level.GOOD, spoken), name, right=_clock(max(_times(group), default=None)))
    if all((each.subject, each.shop) in coming for each in missing):
        return point(of_this_import(spoken), name, right=THIS_IMPORT.to(spoken))
    where = "、".join(each.shop for each in missing) if len(group) > 1 else ""
    return point(shape(Level.UNJUDGED, spoken), name, where, right=say("还没来", "missing"))


def _times(group: Sequence[FileState]) -> list[datetime]:
    return [each.imported_at for each in group if each.imported_at]


def _clock(at: datetime | None) -> str:
    return f"{at:%m-%d %H:%M}" if at else ""
