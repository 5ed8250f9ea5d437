"""Fulfilment: how long the orders have waited that are not sent, which expire next, and products that hold them up."""

from collections.abc import Iterator
from datetime import datetime

from metrics.calendar.period import short
from metrics.catalogue.orders import waiting
from metrics.catalogue.orders.waiting import AGES, WaitingOrders
from metrics.definition.metric import Unit
from metrics.judgement.limits import Level
from metrics.wording.figure import detail
from metrics.wording.scale import Scale
from text import Text
from ui.cache import answers
from ui.choices import filters
from ui.content.panel_cache import panel, remembered
from ui.content.panel_content import Part, chart
from ui.figures import charts
from ui.panels import links, rows
from ui.panels.words import WHO, WHY
from ui.pieces.lines import empty_zone, page
from ui.pieces.marks import marked
from ui.pieces.markup import joined
from ui.pieces.table import Cell, Head, section, strong, table
from ui.session.language import chosen, say
from ui.session.theme import palette

ABOUT = Text("还没发的订单等了多久", "how long the orders not sent have waited")
AS_OF = Text("从 {now} 算，数据到 {at}；单位：单", "from {now}, data to {at}; unit: orders")
WAITS = Text("等订单（含发货状态）", "Waits for orders that tell whether they were sent")
BECAUSE = Text(
    "还有 **{orders}** 单没发，其中 **{late}** 单已过应发货时间",
    "**{orders}** orders not sent, **{late}** of them late",
)
NONE_WAITS = Text("该发的都发了", "everything due was sent")
BY_PRODUCT = Text("卡在哪些商品上", "products whose orders wait")
NO_ITEMS = Text("等宝贝报表，才知道卡在哪些商品上", "Waits for the order item report to tell the products")
NEXT_OUT = Text("下一批到期的订单", "Orders that expire next")
LATE, SOON, FINE = Text("已超时", "late"), Text("12小时内到期", "due within 12 hours"), Text("还有时间", "in time")
SHOWN = 8


@remembered
def found(now: datetime) -> WaitingOrders | None:
    """What waits to be sent at a moment in the chosen shop, or in all."""
    return waiting.waiting(answers.facts(), now, filters.shop())


@remembered
def because(now: datetime) -> Text | None:
    """How many orders wait, and how many of them are late."""
    orders_waiting = found(now)
    if orders_waiting is None:
        return None
    return (
        BECAUSE.filled(orders=f"{orders_waiting.orders:,}", late=f"{orders_waiting.late:,}")
        if orders_waiting.orders
        else NONE_WAITS
    )


@panel
def show(now: datetime) -> Iterator[Part]:
    """The orders not sent by how long they have waited."""
    orders_waiting = found(now)
    if orders_waiting is None:
        yield page(empty_zone(say(WHY), say(WAITS)))
        return
    note = AS_OF.filled(now=_moment(now), at=_moment(orders_waiting.told_until))
    yield page(section(say(WHY), side=say(ABOUT), note=say(note)))
    names, sizes = [say(name) for _, name in AGES], [float(size) for size in orders_waiting.ages]
    made = charts.bars(say(ABOUT), names, sizes, Scale(), palette())
    made.update_traces(marker={"color": [*[palette().accent] * (len(sizes) - 1), palette().bad]})
    alt = say("；", "; ").join(f"{name} {size:.0f}" for name, size in zip(names, sizes, strict=True))
    yield chart(made, "ages", alt)


@panel
def products(now: datetime) -> Iterator[Part]:
    """The products of which most orders wait."""
    by_product = waiting.by_product(answers.facts(), now, filters.shop())
    if not by_product.rows:
        words = NONE_WAITS if (waits := found(now)) and not waits.orders else NO_ITEMS
        yield page(empty_zone(say(WHO), say(words)))
        return
    heads = [Head(say(head), unit is not None) for head, unit in zip(by_product.heads, by_product.units, strict=True)]
    lines: list[list[str | Cell]] = [
        [
            joined((_mark(left), " ", links.part("product", number, title or number))),
            detail(orders, Unit.ORDERS),
            _left(left),
        ]
        for title, number, orders, left in by_product.rows[:SHOWN]
    ]
    yield page(section(say(WHO), table([heads[0], *heads[2:]], lines), side=say(BY_PRODUCT)))


@panel
def orders(now: datetime) -> Iterator[Part]:
    """Every order that waits, the next to expire first."""
    yield from rows.listed(say(NEXT_OUT), waiting.listed(answers.facts(), now, filters.shop()))


def _moment(at: datetime) -> Text:
    return Text(f"{at.month}月{at.day}日 {at:%H:%M}", f"{short(at, 'en')} {at:%H:%M}")


def _mark(left: float | None) -> str:
    level, word = (
        (Level.UNJUDGED, FINE) if left is None
        else (Level.BAD, LATE) if left <= 0 else (Level.WATCH, SOON) if left <= 12 else (Level.GOOD, FINE)
    )  # fmt: skip
    return marked(level, word.to(chosen()))


def _left(left: float | None) -> str | Cell:
    if left is None:
        return "—"
    written = detail(round(left, 1), Unit.HOURS)
    return strong(written) if left <= 12 else written
