"""Every format the board reads, in the order in which they are listed."""

from data.source import Source, Subject
from data.sources import dsr, order_items, orders, service, shop_daily, targets, traffic

SOURCES: tuple[Source, ...] = (
    *shop_daily.SOURCES,
    *orders.SOURCES,
    *order_items.SOURCES,
    *traffic.SOURCES,
    *dsr.SOURCES,
    *service.SOURCES,
    *targets.SOURCES,
)

SUBJECTS: tuple[Subject, ...] = tuple(dict.fromkeys(source.subject for source in SOURCES))


def source_named(name: str) -> Source:
    """The format of that name; KeyError if there is none."""
    for source in SOURCES:
        if source.name == name:
            return source
    raise KeyError(name)
