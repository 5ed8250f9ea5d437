"""Which week of which shop is asked about, under the rules and for the shops that a warehouse holds."""

from collections.abc import Mapping
from datetime import date

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.judgement.rulebook import rulebook
from metrics.morning.completeness import shops
from reports.numbers.query import WeekQuery
from reports.numbers.week import Week


def week_query(
    warehouse: Warehouse, shop: str | None, period: Period, today: date, masks: Mapping[str, str] | None = None
) -> WeekQuery:
    """The questions of a week of a shop, or of every shop that has data where it is None."""
    of_shops = (shop,) if shop else tuple(shops(warehouse))
    return WeekQuery(Week(shop, of_shops, period, today, masks or {}), warehouse, rulebook(warehouse, shop))
