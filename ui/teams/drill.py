"""One person, channel, tool, product or order by itself, on the page it was opened from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import streamlit as st

from metrics import behind
from metrics.behind import Listing
from metrics.metric import Metric
from metrics.period import Period
from metrics.products import (
    FEATURED_ATTAIN,
    PRODUCT_CONVERSION,
    PRODUCT_PAY_AMOUNT,
    PRODUCT_PAY_ITEMS,
    PRODUCT_VISITORS,
    STOCK_DAYS,
)
from metrics.promotion import AD_CPC, AD_CTR, AD_ROI, AD_SALES, AD_SPEND
from metrics.service import AVG_RESPONSE, CS_SALES, FIRST_RESPONSE, INQUIRY_PAY_RATE, RECEPTIONS, REPLY_RATE
from metrics.traffic import CHANNEL_CONVERSION, CHANNEL_PAY_AMOUNT, CHANNEL_SHARE, CHANNEL_UV_VALUE, CHANNEL_VISITORS
from text import Text
from ui import answers, filters, language, names, trend, versus
from ui.judged import by_day, judged
from ui.language import say
from ui.pieces.lines import headline, page
from ui.pieces.marks import judgement
from ui.pieces.markup import block, joined, tag
from ui.pieces.tile import tiles
from ui.teams import findings, links, rows, work
from ui.theme import palette
from ui.tiles import worded

WORK, TALKS, ORDERS, DAYS = (
    Text("登记的工作", "Work written down"), Text("会话明细", "Conversations"),
    Text("订单明细", "Orders"), Text("逐日明细", "Day by day"),
)  # fmt: skip
NO_ORDER = Text("订单、宝贝、退款、投诉里都没有这个号", "No order, product, refund or complaint has this number")


@dataclass(frozen=True, slots=True)
class View:
    """How one part of a shop is looked at: the dimension it is of, its judged numbers, and those drawn by the day."""

    dimension: str
    numbers: tuple[Metric, ...]
    drawn: tuple[Metric, ...] = ()
    listings: tuple[tuple[Text, Callable[[str, Period], Listing]], ...] = field(default=())


def _orders(product: str, during: Period) -> Listing:
    return behind.orders_of_product(answers.facts(), product, during, filters.shop())


def _talks(person: str, during: Period) -> Listing:
    return behind.conversations_of(answers.facts(), person, during, filters.shop())


def _work(person: str, during: Period) -> Listing:
    return behind.work_of(answers.facts(), person, during)


VIEWS: Mapping[str, View] = {
    "person": View(
        "agent",
        (RECEPTIONS, FIRST_RESPONSE, AVG_RESPONSE, REPLY_RATE, INQUIRY_PAY_RATE, CS_SALES),
        (AVG_RESPONSE, CS_SALES),
        ((TALKS, _talks), (WORK, _work)),
    ),
    "channel": View(
        "channel",
        (CHANNEL_VISITORS, CHANNEL_CONVERSION, CHANNEL_UV_VALUE, CHANNEL_SHARE, CHANNEL_PAY_AMOUNT),
        (CHANNEL_VISITORS, CHANNEL_CONVERSION),
    ),
    "tool": View("tool", (AD_SPEND, AD_SALES, AD_ROI, AD_CTR, AD_CPC), (AD_SPEND, AD_ROI)),
    "product": View(
        "product",
        (PRODUCT_PAY_AMOUNT, PRODUCT_PAY_ITEMS, PRODUCT_VISITORS, PRODUCT_CONVERSION, STOCK_DAYS, FEATURED_ATTAIN),
        (PRODUCT_PAY_AMOUNT, PRODUCT_VISITORS),
        ((ORDERS, _orders),),
    ),
}


def chosen() -> tuple[str, str] | None:
    """What the address asks to look at, and which: ("product", "7312…"); None for the team itself."""
    for name in ("order", *VIEWS):
        if said := st.query_params.get(name):
            return name, names.behind(said) if name == "person" else said
    return None


def show(team: str, during: Period) -> None:
    """The view of what the address asks for, under a way back to the team."""
    name, value = chosen() or ("order", "")
    label = _label(name, value, during)
    st.html(page(_way(team, name, label)))
    if name == "order":
        _order(value)
        return
    view = VIEWS[name]
    where = {**filters.where(), view.dimension: value}
    shown = [tile for tile in judged(view.numbers, during, where) if tile.value is not None]
    spoken = language.chosen()
    found = Text("{who}：{finding}", "{who}: {finding}").filled(who=label, finding=findings.finding(shown))
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.html(page(headline(say(found), f"{filters.shop() or say('全部店铺', 'All shops')}　{during.label(spoken)}")))
        st.html(page(judgement(findings.worst(shown), spoken), look="ob-page-judgement"))
    if shown:
        st.html(page(tiles([worded(tile, spoken, palette(), during=during) for tile in shown], spoken)))
    for metric, column in zip(view.drawn, st.columns(2, gap="large"), strict=False):
        with column:
            trend.show(metric, during, where)
    if name == "person":
        work.of_person(value, during)
    _listings(view, value, during, where)


def _listings(view: View, value: str, during: Period, where: Mapping[str, str]) -> None:
    for title, listing in view.listings:
        if (found := listing(value, during)).rows or len(view.listings) == 1:
            rows.show(say(title), found)
    if not view.listings:
        rows.show(say(DAYS), _days(view, during, where))


def _days(view: View, during: Period, where: Mapping[str, str]) -> Listing:
    """The numbers of a part on each day of a period."""
    metrics = [metric for metric in view.numbers if versus.shown(metric, during)]
    each = [dict(by_day(metric, during, where)) for metric in metrics]
    found = [(day, *(known.get(day) for known in each)) for day in reversed(list(during))]
    told = [row for row in found if any(value is not None for value in row[1:])]
    heads = (Text("日期", "Day"), *(metric.label for metric in metrics))
    return Listing(heads, (None, *(metric.unit for metric in metrics)), told, len(told))


def _label(name: str, value: str, during: Period) -> str:
    if name == "person":
        return names.ranked(value)
    if name != "product":
        return value
    found = answers.ask([PRODUCT_PAY_AMOUNT], during, ("title",), {**filters.where(), "product": value}).to_pylist()
    return next((str(row["title"]) for row in found if row["title"]), value)


def _way(team: str, name: str, label: str) -> str:
    """Where one stands: the team, which is the way back, what is looked at, and its name."""
    back = links.link(f"← {team}")
    return block("ob-way-back", joined((back, say(links.LOOKED_AT[name]), tag("b", label)), "　›　"))


def _order(number: str) -> None:
    st.html(page(headline(say(Text("订单 {n}", "Order {n}").filled(n=number)))))
    found = behind.order(answers.facts(), number, filters.shop())
    if not found:
        st.html(page(tag("p", say(NO_ORDER), look="ob-lead")))
    for name, listing in found:
        rows.show(say(name), listing)
