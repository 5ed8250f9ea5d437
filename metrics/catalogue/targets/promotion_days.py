"""Promotion days: the days of promotions, by the calendar that each shop goes by."""

from collections.abc import Iterable
from datetime import date

from metrics.calendar.period import Period
from metrics.calendar.promotions import days_of
from metrics.catalogue.trade.sales import PAID_DAY
from metrics.definition.rollups import Materialized

OWN_DAYS = days_of(
    f"SELECT shop FROM ({PAID_DAY.sql}) UNION SELECT shop FROM shop_daily UNION SELECT shop FROM service"
)
"""SQL for shop, day and occasion of the promotions' days by the calendar that each shop goes by."""

ROLLUPS = (Materialized("promoted_days", OWN_DAYS),)


def own_days(during: Period) -> tuple[str, list[object]]:
    """SQL for those of a period."""
    return f"SELECT shop, day FROM ({OWN_DAYS}) WHERE day BETWEEN ? AND ?", [during.first, during.last]


def days_by_shop(rows: Iterable[tuple[str | None, date]]) -> dict[str, frozenset[date]]:
    """Shops and days as the days of each shop."""
    found: dict[str, set[date]] = {}
    for shop, day in rows:
        found.setdefault(shop or "", set()).add(day)
    return {shop: frozenset(days) for shop, days in found.items()}
