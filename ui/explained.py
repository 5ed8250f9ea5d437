"""Why a period's sales differ from their target or base, in a sentence and by channel, product or agent."""

from decimal import Decimal

import streamlit as st

from metrics.figure import detail
from metrics.gap import Breakdown, Gap, breakdown, gap
from metrics.gap_words import OTHERS, PLANNED, RESIDUAL, sentence, signed
from metrics.metric import Unit
from metrics.pace import DAY_TARGET
from metrics.period import Period, until
from text import Text
from ui import address, answers, filters, versus
from ui.language import say
from ui.pieces.lines import empty_zone, page
from ui.pieces.markup import emphasised, tag
from ui.pieces.table import Cell, Head, section, strong, table, thin
from ui.spoken import figures_bold, nick

TITLE = Text("差在哪里", "Where the difference lies")
ONE_SHOP = Text("多店合计不拆原因，请选一家店", "Causes are told for one shop at a time")
NOT_KNOWN = Text("没有目标，对比的日子也没有支付数据", "No target, and no sales in the days compared with")
NO_FILE = Text("没有这样拆的数据：{waits}", "Nothing to split by: {waits}")
BY = {
    "channel": Text("按渠道", "By channel"),
    "product": Text("按商品", "By product"),
    "agent": Text("按客服", "By agent"),
}
FILES = {
    "channel": Text("等流量来源（含支付金额）", "waits for traffic by channel with amounts"),
    "product": Text("等商品排行或宝贝报表", "waits for the product ranking or order items"),
    "agent": Text("等客服绩效", "waits for customer service by agent"),
}


def show(during: Period) -> None:
    """The gap's sentence, a switch between the dimensions, and the parts that moved most."""
    shop, span = filters.shop(), until(during, answers.last_day(filters.shop()))
    if shop is None or span is None:
        if shop is None:
            st.html(page(empty_zone(say(TITLE), say(ONE_SHOP))))
        return
    found = gap(answers.facts(), versus.against(span), shop, _target(span))
    if found is None:
        st.html(page(empty_zone(say(TITLE), say(NOT_KNOWN))))
        return
    place = st.empty()
    dimension = address.switch("gap_by", say(TITLE), {name: say(label) for name, label in BY.items()}, "channel")
    split = breakdown(answers.facts(), found, dimension)
    place.html(page(section(say(TITLE), _said(found, split), note=say(found.note) if found.note else "")))
    if split:
        st.html(page(_table(split)))
    else:
        st.html(page(empty_zone(say(BY[dimension]), say(NO_FILE.filled(waits=FILES[dimension])))))


def _said(found: Gap, split: Breakdown | None) -> str:
    return tag("p", emphasised(figures_bold(say(sentence(found, split)))), look="ob-said")


def _target(span: Period) -> Decimal | None:
    """What the span's days are to bring; None where one of them has no target."""
    rows = answers.ask([DAY_TARGET], span, ("day",), filters.where()).to_pylist()
    known = [row[DAY_TARGET.name] for row in rows if row[DAY_TARGET.name] is not None]
    return sum((Decimal(str(each)) for each in known), Decimal(0)) if len(known) == span.days else None


def _table(split: Breakdown) -> str:
    heads = [
        Head(say(BY[split.dimension])),
        Head(say("对比期（元）", "Then (yuan)"), True),
        Head(say("本期（元）", "Now (yuan)"), True),
        Head(say("差额", "Difference"), True),
    ]
    rows: list[list[str | Cell]] = [
        [
            nick(part.label) if split.dimension == "agent" else part.label,
            thin(detail(part.before, Unit.YUAN)),
            detail(part.after, Unit.YUAN),
            strong(say(signed(part.change))),
        ]
        for part in split.parts
    ]
    left = ((OTHERS, split.others), (PLANNED, split.planned), (RESIDUAL[split.dimension], split.residual))
    rows += [[thin(say(what)), "", "", say(signed(amount))] for what, amount in left if amount]
    return table(heads, rows)
