"""Products: what each product was paid in the week and the week before, and which do not sell or run out."""

from collections import Counter
from dataclasses import dataclass

from metrics.calendar.period import Period
from metrics.catalogue.trade.products import (
    FEATURED_ATTAIN,
    PRODUCT_CONVERSION,
    PRODUCT_PAY_AMOUNT,
    STOCK_DAYS,
    ZERO_SALE_ITEMS,
)
from metrics.catalogue.trade.traffic import PAY_CONVERSION
from metrics.judgement.difference import ValueChange
from metrics.judgement.limits import Judgement, judge
from metrics.wording.figure import Number
from reports.numbers.judged import week_changes
from reports.numbers.query import WeekQuery, once
from reports.numbers.trends import trend
from reports.numbers.week import Week
from reports.slide.slide import Trend


@dataclass(frozen=True, slots=True)
class ProductWeek:
    """A product's week in yuan; `conversion` is a fraction. None is what no file tells."""

    product: str
    title: str
    paid: float
    before: float
    conversion: float | None

    @property
    def moved(self) -> float:
        """Now minus the week before."""
        return self.paid - self.before


@dataclass(frozen=True, slots=True)
class FeaturedProduct:
    """A featured product against its day targets (a fraction), with what it was paid."""

    title: str
    attained: float | None
    paid: float | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class RunningOut:
    """A product whose stock lasts so many days."""

    title: str
    days: Number


@once
def products(query: WeekQuery) -> list[ProductWeek]:
    """Every product of the week or the week before, the best first; nothing where a week has no file or lacks days."""
    weeks = (query.week.period, query.week.before)
    if any(query.days(PRODUCT_PAY_AMOUNT, week) < week.days for week in weeks):
        return []
    now, then = (_paid(query, week) for week in weeks)
    rates = {
        row["product"]: row[PRODUCT_CONVERSION.name]
        for row in query.rows([PRODUCT_CONVERSION], query.week.period, ("product",))
    }
    titles = _titles({**{key: title for key, (title, _) in then.items()}, **{k: t for k, (t, _) in now.items()}})
    found = [
        ProductWeek(key, titles[key], now.get(key, ("", 0.0))[1], then.get(key, ("", 0.0))[1], rates.get(key))
        for key in titles
    ]
    return sorted(found, key=lambda each: (-each.paid, each.product))


def _featured(query: WeekQuery) -> list[FeaturedProduct]:
    """The featured products of the week, the furthest behind first."""
    paid = {each.product: each.paid for each in products(query)}
    rows = query.rows([FEATURED_ATTAIN], query.week.period, ("product", "title"))
    found = [
        FeaturedProduct(
            row["title"] or row["product"], row[FEATURED_ATTAIN.name], paid.get(row["product"]),
            judge(FEATURED_ATTAIN, row[FEATURED_ATTAIN.name], rules=query.book),
        )
        for row in rows
    ]  # fmt: skip
    return sorted(found, key=lambda each: (each.attained is None, each.attained or 0, each.title))


def _unsold(query: WeekQuery) -> list[str] | None:
    """The titles of products online that sold nothing in 30 days; None where no file tells."""
    rows = query.rows([ZERO_SALE_ITEMS], query.week.period, ("product", "title"))
    if not any(row[ZERO_SALE_ITEMS.name] is not None for row in rows):
        return None
    return sorted(row["title"] or row["product"] for row in rows if row[ZERO_SALE_ITEMS.name])


def _running_out(query: WeekQuery) -> list[RunningOut] | None:
    """Products whose stock is to be watched because it ends soon, the first to end first; None without a stock list."""
    rows = query.rows([STOCK_DAYS], query.week.period, ("product", "title"))
    present = [row for row in rows if row[STOCK_DAYS.name] is not None]
    if not present:
        return None
    few = [rule.watch for rule in query.book.get(STOCK_DAYS.name, ()) if rule.side != "over"]
    found = [RunningOut(row["title"] or row["product"], row[STOCK_DAYS.name]) for row in present]
    return sorted((each for each in found if few and each.days < min(few)), key=lambda each: (each.days, each.title))


def _paid(query: WeekQuery, during: Period) -> dict[str, tuple[str, float]]:
    rows = query.rows([PRODUCT_PAY_AMOUNT], during, ("product", "title"))
    return {
        row["product"]: (row["title"] or row["product"], float(row[PRODUCT_PAY_AMOUNT.name]))
        for row in rows
        if row["product"] and row[PRODUCT_PAY_AMOUNT.name] is not None
    }


def _titles(titles: dict[str, str]) -> dict[str, str]:
    """What products are called, with their number where two have one title."""
    alike = Counter(titles.values())
    return {key: title if alike[title] == 1 else f"{title} {key}" for key, title in titles.items()}


@dataclass(frozen=True, slots=True)
class ProductNumbers:
    """Conversion and its change, each product, the featured ones, what does not sell (titles) and what runs out.

    None is what no file tells; `trend` is of conversion, where no product is featured.
    """

    week: Week
    rate: Number | None
    change: ValueChange
    products: tuple[ProductWeek, ...]
    featured: tuple[FeaturedProduct, ...]
    trend: Trend | None
    unsold: list[str] | None
    running_out: list[RunningOut] | None


def conversion_and_products(query: WeekQuery) -> ProductNumbers:
    """Conversion and products of the week."""
    rate, change = query.value(PAY_CONVERSION, query.week.period), week_changes(query, PAY_CONVERSION)[0]
    featured = tuple(_featured(query))
    return ProductNumbers(
        query.week, rate, change, tuple(products(query)), featured,
        None if featured else trend(query, PAY_CONVERSION), _unsold(query), _running_out(query),
    )  # fmt: skip
