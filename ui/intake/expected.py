"""What yesterday still lacks, and whether orders and shop report agree."""

from datetime import datetime, timedelta, timezone

import streamlit as st

from metrics import files as books
from metrics.files import Difference, FileState
from metrics.judgement import Level
from metrics.period import day as one_day
from metrics.period import last_days
from text import Language, Text
from ui import answers, filters, language
from ui.intake.desk import desk
from ui.language import say
from ui.pieces.lines import page, point, points
from ui.pieces.marks import THIS_IMPORT, of_this_import, shape
from ui.pieces.table import section
from ui.spoken import amount, on

SHOP_HOURS = timezone(timedelta(hours=8))
DAYS_RECONCILED = 7


def files() -> None:
    """Each file that the day wants: there, in the import at hand, or still missing."""
    day, spoken = filters.yesterday(), language.chosen()
    shops = answers.shops()
    states = books.files(answers.warehouse(), day, shops) if shops else ()
    coming = _coming()
    here = sum(1 for each in states if each.state == "in")
    after = sum(1 for each in states if each.state == "in" or each.subject in coming)
    lines = [_line(each, each.subject in coming, len(shops) > 1, spoken) for each in states]
    beside = f"{here}/{len(states)}" + (
        say(f"，写入后 {after}/{len(states)}", f", then {after}/{len(states)}") if coming else ""
    )
    title = say("昨日还缺什么", "Files for yesterday")
    st.html(page(section(title, points(lines), beside=beside if states else "", note=one_day(day).label(spoken))))


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


def _coming() -> set[str]:
    preview = desk().preview
    return {table.source.subject.name for table in preview.tables if table.source and table.kept} if preview else set()


def _line(each: FileState, coming: bool, several: bool, spoken: Language) -> str:
    name = each.title.to(spoken)
    where = each.shop if several else ""
    if each.state == "in":
        at = each.imported_at.replace(tzinfo=None) if each.imported_at else None
        return point(shape(Level.GOOD, spoken), name, where, right=_clock(at))
    if coming:
        return point(of_this_import(spoken), name, where, right=THIS_IMPORT.to(spoken))
    return point(shape(Level.UNJUDGED, spoken), name, where, right=Text("还没来", "missing").to(spoken))


def _clock(at: datetime | None) -> str:
    return f"{at:%m-%d %H:%M}" if at else ""
