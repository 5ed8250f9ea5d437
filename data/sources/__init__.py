"""Every format the board reads, in the order in which they are listed. Imports formats alone."""

from data.formats.source import Source
from data.formats.subject import Subject
from data.sources.orders import (
    backlog,
    douyin_orders,
    erp_orders,
    incidents,
    jd_orders,
    order_items,
    order_lines,
    orders,
    orders_1688,
    pdd_orders,
    refunds,
)
from data.sources.ratings import dsr, product_scores, reviews, scores, scores_wide
from data.sources.service import (
    appraisals,
    chats,
    people,
    quotas,
    service,
    service_platforms,
    service_shop,
    service_shop_elsewhere,
)
from data.sources.targets import activities, calendar, days_off, targets
from data.sources.trade import (
    products,
    promotion_elsewhere,
    promotion_taobao,
    search_words,
    shop_daily,
    shop_days,
    stock,
    traffic,
    wanxiang,
)

SOURCES: tuple[Source, ...] = (
    *shop_daily.SOURCES,
    *shop_days.SOURCES,
    *products.SOURCES,
    *search_words.SOURCES,
    *wanxiang.SOURCES,
    *promotion_taobao.SOURCES,
    *promotion_elsewhere.SOURCES,
    *orders.SOURCES,
    *order_items.SOURCES,
    *order_lines.SOURCES,
    *jd_orders.SOURCES,
    *pdd_orders.SOURCES,
    *douyin_orders.SOURCES,
    *orders_1688.SOURCES,
    *erp_orders.SOURCES,
    *refunds.SOURCES,
    *reviews.SOURCES,
    *traffic.SOURCES,
    *dsr.SOURCES,
    *service.SOURCES,
    *service_platforms.SOURCES,
    *service_shop.SOURCES,
    *service_shop_elsewhere.SOURCES,
    *chats.SOURCES,
    *scores.SOURCES,
    *scores_wide.SOURCES,
    *product_scores.SOURCES,
    *backlog.SOURCES,
    *targets.SOURCES,
    *people.SOURCES,
    *quotas.SOURCES,
    *activities.SOURCES,
    *stock.SOURCES,
    *appraisals.SOURCES,
    *calendar.SOURCES,
    *days_off.SOURCES,
    *incidents.SOURCES,
)

HEADINGS: frozenset[str] = frozenset(
    heading for source in SOURCES for column in source.columns for heading in column.headings
).union(*(source.matrix.headings for source in SOURCES if source.matrix))
"""Every heading that any format declares, normalised."""

SUBJECTS: tuple[Subject, ...] = tuple(dict.fromkeys(source.subject for source in SOURCES))


def source_named(name: str) -> Source:
    """The format of that name; KeyError if there is none."""
    for source in SOURCES:
        if source.name == name:
            return source
    raise KeyError(name)
