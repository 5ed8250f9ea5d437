"""One person, channel, tool, product or order by itself, on the page it was opened from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from metrics.calendar.period import Period
from metrics.catalogue.orders import order_rows
from metrics.catalogue.orders.order_rows import Listing
from metrics.catalogue.service.service import (
    AVG_RESPONSE,
    CS_SALES,
    FIRST_RESPONSE,
    INQUIRY_PAY_RATE,
    RECEPTIONS,
    REPLY_RATE,
)
from metrics.catalogue.trade.products import (
    FEATURED_ATTAIN,
    PRODUCT_CONVERSION,
    PRODUCT_PAY_AMOUNT,
    PRODUCT_PAY_ITEMS,
    PRODUCT_VISITORS,
    STOCK_DAYS,
)
from metrics.catalogue.trade.promotion import AD_CPC, AD_CTR, AD_ROI, AD_SALES, AD_SPEND
from metrics.catalogue.trade.traffic import (
    CHANNEL_CONVERSION,
    CHANNEL_PAY_AMOUNT,
    CHANNEL_SHARE,
    CHANNEL_UV_VALUE,
    CHANNEL_VISITORS,
)
from metrics.definition.metric import Metric
from metrics.judgement.limits import Level
from metrics.morning.numbers import Tile
from text import Text
from ui.cache import answers
from ui.choices import compared_with, filters, names
from ui.panels import findings, links, rows, trend
from ui.panels.metric_tiles import worded
from ui.panels.metric_values import by_day, judged
from ui.pieces import tile as worded_tile
from ui.pieces.lines import headline, page
from ui.pieces.marks import judgement
from ui.pieces.markup import block, joined, tag
from ui.pieces.tile import tiles
from ui.session import language
from ui.session.language import say
from ui.session.theme import palette
from ui.teams import workload

WORK, TALKS, ORDERS, REVIEWS, DAYS = (
    Text("登记的工作", "Work written down"), Text("会话明细", "Conversations"),
    Text("订单明细", "Orders"), Text("评价明细", "Reviews"), Text("逐日明细", "Day by day"),
)  # fmt: skip
ORDER = Text("订单 {n}", "Order {n}")
FINDING_OF = Text("{who}：{finding}", "{who}: {finding}")
LONG = 20
NO_ORDER = Text("订单、宝贝、退款、投诉里都没有这个号", "No order, product, refund or complaint has this number")


@dataclass(frozen=True, slots=True)
class DrillView:
    """How one part of a shop is looked at: the dimension it is of, its judged numbers, and those drawn by the day."""

    dimension: str
    numbers: tuple[Metric, ...]
    charted: tuple[Metric, ...] = ()
    listings: tuple[tuple[Text, Callable[[str, Period], Listing]], ...] = field(default=())


def _orders(product: str, during: Period) -> Listing:
    return order_rows.orders_of_product(answers.facts(), product, during, filters.shop())


def _reviews(product: str, during: Period) -> Listing:
    found = order_rows.reviews_of(answers.facts(), product, during, filters.shop())
    rows = [(*row[:3], *(say(names.in_words(words)) if words else None for words in row[3:])) for row in found.rows]
    return replace(found, rows=rows)


def _talks(person: str, during: Period) -> Listing:
    return order_rows.conversations_of(answers.facts(), person, during, filters.shop())


def _work(person: str, during: Period) -> Listing:
    return order_rows.work_of(answers.facts(), person, during)


VIEWS: Mapping[str, DrillView] = {
    "person": DrillView(
        "agent",
        (RECEPTIONS, FIRST_RESPONSE, AVG_RESPONSE, REPLY_RATE, INQUIRY_PAY_RATE, CS_SALES),
        (AVG_RESPONSE, CS_SALES),
        ((TALKS, _talks), (WORK, _work)),
    ),
    "channel": DrillView(
        "channel",
        (CHANNEL_VISITORS, CHANNEL_CONVERSION, CHANNEL_UV_VALUE, CHANNEL_SHARE, CHANNEL_PAY_AMOUNT),
        (CHANNEL_VISITORS, CHANNEL_CONVERSION),
    ),
    "tool": DrillView("tool", (AD_SPEND, AD_SALES, AD_ROI, AD_CTR, AD_CPC), (AD_SPEND, AD_ROI)),
    "product": DrillView(
        "product",
        (PRODUCT_PAY_AMOUNT, PRODUCT_PAY_ITEMS, PRODUCT_VISITORS, PRODUCT_CONVERSION, STOCK_DAYS, FEATURED_ATTAIN),
        (PRODUCT_PAY_AMOUNT, PRODUCT_VISITORS),
        ((ORDERS, _orders), (REVIEWS, _reviews)),
    ),
}


def chosen() -> tuple[str, str] | None:
    """What the address asks to look at, and which: ("product", "7312…"); None for the team itself."""
    for name in ("order", *VIEWS):
        if value := st.query_params.get(name):
            return name, names.person_of(value) if name == "person" else value
    return None


def show(team: str, during: Period, place: DeltaGenerator, mark: DeltaGenerator) -> None:
    """The view of what the address asks for; its way back, headline and judgement stand where the team's would."""
    name, value = chosen() or ("order", "")
    if name == "order":
        place.html(page(_way(team, name, value), headline(say(ORDER.filled(n=value)))))
        _order(value)
        return
    view, label, spoken = VIEWS[name], _label(name, value, during), language.chosen()
    where = {**filters.where(), view.dimension: value}
    shown = [tile for tile in judged(view.numbers, during, where) if tile.value is not None]
    level, finding = findings.worst(shown), findings.finding(shown)
    if name == "person" and level is Level.UNJUDGED and (stands := workload.standing(value, during)):
        level, finding = stands
    found = FINDING_OF.filled(who=label, finding=finding)
    shop = filters.shop() or say("全部店铺", "All shops")
    lead = tag("p", f"{shop}　{during.label(spoken)}", look="ob-note")
    place.html(page(_way(team, name, label), headline(say(found)), lead))
    mark.html(page(judgement(level, spoken), look="ob-page-judgement"))
    if shown:
        st.html(page(tiles(worded_all(shown, during), spoken)))
    for metric, column in zip(view.charted, st.columns(2, gap="large"), strict=False):
        with column:
            trend.show(metric, during, where)
    if name == "person":
        workload.of_person(value, during)
    _listings(view, value, during, where)


def worded_all(shown: Sequence[Tile], during: Period) -> list[worded_tile.TileContent]:
    """Judged numbers in words, each label without what its meaning says on hovering."""
    worded_tiles = [worded(tile, language.chosen(), palette(), during=during) for tile in shown]
    return [replace(tile, label=_short(tile.label)) for tile in worded_tiles]


def _short(label: str) -> str:
    """A long label without what it adds behind a bracket or a comma."""
    if len(label.encode("gb18030")) <= LONG:
        return label
    return label.split("（")[0].split(", ")[0]


def _listings(view: DrillView, value: str, during: Period, where: Mapping[str, str]) -> None:
    for title, listing in view.listings:
        if (found := listing(value, during)).rows or len(view.listings) == 1:
            rows.show(say(title), found)
    if not view.listings:
        rows.show(say(DAYS), _days(view, during, where))


def _days(view: DrillView, during: Period, where: Mapping[str, str]) -> Listing:
    """The numbers of a part on each day of a period."""
    metrics = [metric for metric in view.numbers if compared_with.shown(metric, during)]
    each = [dict(by_day(metric, during, where)) for metric in metrics]
    found = [(day, *(values.get(day) for values in each)) for day in reversed(list(during))]
    with_values = [row for row in found if any(value is not None for value in row[1:])]
    heads = (Text("日期", "Day"), *(metric.label for metric in metrics))
    return Listing(heads, (None, *(metric.unit for metric in metrics)), with_values, len(with_values))


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
    found = order_rows.order(answers.facts(), number, filters.shop())
    if not found:
        st.html(page(tag("p", say(NO_ORDER), look="ob-lead")))
    for name, listing in found:
        rows.show(say(name), listing)
