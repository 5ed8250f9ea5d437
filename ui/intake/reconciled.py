"""Whether orders and shop report agree."""

import streamlit as st

from metrics import files as books
from metrics.files import Difference
from metrics.judgement import Level
from metrics.period import last_days
from text import Text
from ui import answers, filters, language
from ui.language import say
from ui.pieces.lines import page, point, points
from ui.pieces.marks import shape
from ui.pieces.table import section
from ui.spoken import amount, on

DAYS = 7


def reconciled() -> None:
    """The days on which orders and shop report differ by more than the tolerance."""
    found = books.reconciliation(answers.warehouse(), last_days(filters.yesterday(), DAYS), filters.shop())
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
