"""Every format the board reads, in the order in which they are listed."""

from data.source import Source, Subject
from data.sources import (
    activities,
    appraisals,
    backlog,
    calendar,
    chats,
    douyin_orders,
    dsr,
    erp_orders,
    incidents,
    jd_orders,
    order_items,
    order_lines,
    orders,
    orders_1688,
    pdd_orders,
    people,
    product_scores,
    products,
    promotion_elsewhere,
    promotion_taobao,
    quotas,
    refunds,
    reviews,
    scores,
    scores_wide,
    search_words,
    service,
    service_platforms,
    service_shop,
    service_shop_elsewhere,
    shop_daily,
    shop_days,
    stock,
    targets,
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
    *incidents.SOURCES,
)

SUBJECTS: tuple[Subject, ...] = tuple(dict.fromkeys(source.subject for source in SOURCES))


def source_named(name: str) -> Source:
    """The format of that name; KeyError if there is none."""
    for source in SOURCES:
        if source.name == name:
            return source
    raise KeyError(name)
