"""Why a period's sales differ from their target or base, in a sentence and by channel, product or agent."""

from collections.abc import Iterator
from decimal import Decimal

import streamlit as st

from metrics.calendar.period import Period
from metrics.definition.metric import Unit
from metrics.explanation.gap import Breakdown, breakdown
from metrics.explanation.gap_words import OTHERS, PLANNED, RESIDUAL
from metrics.wording.figure import detail
from text import Text
from ui.cache import answers
from ui.choices import filters
from ui.content.panel_cache import panel
from ui.content.panel_content import Part
from ui.panels import links
from ui.panels.comparison import called
from ui.panels.words import WHO
from ui.pieces.lines import empty_zone, page
from ui.pieces.table import Cell, Head, section, strong, table, thin
from ui.session import address
from ui.session.language import say
from ui.teams import waterfall

TITLE = Text("差在哪里", "Where the difference lies")
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
    found = waterfall.found(during)
    if found is None:
        st.html(page(empty_zone(say(WHO), say(waterfall.ONE_SHOP if filters.shop() is None else waterfall.NO_DATA))))
        return
    place = st.empty()
    dimension = address.switch("gap_by", say(TITLE), {name: say(label) for name, label in BY.items()}, "channel")
    note = say(found.note) if found.note else ""
    place.html(page(section(say(WHO), side=say(TITLE), note=note)))
    _parts(during, dimension)


@panel
def _parts(during: Period, dimension: str) -> Iterator[Part]:
    found = waterfall.found(during)
    split = breakdown(answers.facts(), found, dimension) if found else None
    if split:
        yield page(_table(split))
    else:
        yield page(empty_zone(say(BY[dimension]), say(NO_FILE.filled(waits=FILES[dimension]))))


def _table(split: Breakdown) -> str:
    heads = [
        Head(say(called(split.dimension))),
        Head(say("对比期（元）", "Then (yuan)"), True),
        Head(say("本期（元）", "Now (yuan)"), True),
        Head(say("差额（元）", "Difference (yuan)"), True),
    ]
    rows: list[list[str | Cell]] = [
        [
            links.part(split.dimension, part.name, part.label),
            thin(detail(part.before, Unit.YUAN)),
            detail(part.after, Unit.YUAN),
            strong(_signed(part.change)),
        ]
        for part in split.parts
    ]
    left = ((OTHERS, split.others), (PLANNED, split.planned), (RESIDUAL[split.dimension], split.residual))
    rows += [[thin(say(what)), "", "", _signed(amount)] for what, amount in left if amount]
    return table(heads, rows)


def _signed(amount: Decimal) -> str:
    """An amount with its sign under a head that names the unit: +462.75, −2,189.31."""
    return f"{'+' if amount > 0 else ''}{detail(amount, Unit.YUAN)}"
