"""Which shops have facts, and up to which day."""

from datetime import date

from metrics.morning import completeness
from ui.cache import answers


def shops() -> tuple[str, ...]:
    """Every shop of which the warehouse has facts, by name."""
    return answers.once("shops", (), lambda: tuple(completeness.shops(answers.facts())))


def last_day(shop: str | None) -> date | None:
    """The last day of which the shop's daily report or orders are loaded; None while there are none."""
    sql = (
        "SELECT max(day) FROM (SELECT shop, day FROM shop_daily UNION ALL"
        " SELECT shop, pay_time::DATE FROM orders) WHERE coalesce(?, shop) = shop"
    )
    found: date | None = answers.once("last day", shop, lambda: answers.facts().rows(sql, [shop])[0][0])
    return found
