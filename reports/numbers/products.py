"""Goods: what each product was paid in the week and the week before, and which do not sell or run out."""

from collections import Counter
from dataclasses import dataclass

from metrics.catalogue.trade.products import (
    FEATURED_ATTAIN,
    PRODUCT_CONVERSION,
    PRODUCT_PAY_AMOUNT,
    STOCK_DAYS,
    ZERO_SALE_ITEMS,
)
from metrics.judgement.limits import Judgement, judge
from metrics.wording.figure import Number
from reports.numbers.week import Asked


@dataclass(frozen=True, slots=True)
class Product:
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
class Featured:
    """A featured product against its day targets (a fraction), with what it was paid."""

    title: str
    attained: float | None
    paid: float | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Running:
    """A product whose stock lasts so many days."""

    title: str
    days: Number


def products(asked: Asked) -> list[Product]:
    """Every product of the week or the week before, the best first; nothing where a week has no file or lacks days."""
    return asked.once("products", lambda: _products(asked))


def _products(asked: Asked) -> list[Product]:
    weeks = (asked.week, asked.week_before)
    if any(asked.days(PRODUCT_PAY_AMOUNT, week) < week.days for week in weeks):
        return []
    now, then = (_paid(asked, week) for week in weeks)
    rates = {
        row["product"]: row[PRODUCT_CONVERSION.name]
        for row in asked.rows([PRODUCT_CONVERSION], asked.week, ("product",))
    }
    titles = _titles({**{key: title for key, (title, _) in then.items()}, **{k: t for k, (t, _) in now.items()}})
    found = [
        Product(key, titles[key], now.get(key, ("", 0.0))[1], then.get(key, ("", 0.0))[1], rates.get(key))
        for key in titles
    ]
    return sorted(found, key=lambda each: (-each.paid, each.product))


def featured(asked: Asked) -> list[Featured]:
    """The featured products of the week, the furthest behind first."""
    paid = {each.product: each.paid for each in products(asked)}
    rows = asked.rows([FEATURED_ATTAIN], asked.week, ("product", "title"))
    found = [
        Featured(
            row["title"] or row["product"], row[FEATURED_ATTAIN.name], paid.get(row["product"]),
            judge(FEATURED_ATTAIN, row[FEATURED_ATTAIN.name], rules=asked.book),
        )
        for row in rows
    ]  # fmt: skip
    return sorted(found, key=lambda each: (each.attained is None, each.attained or 0, each.title))


def unsold(asked: Asked) -> list[str] | None:
    """The titles of products online that sold nothing in 30 days; None where no file tells."""
    rows = asked.rows([ZERO_SALE_ITEMS], asked.week, ("product", "title"))
    if not any(row[ZERO_SALE_ITEMS.name] is not None for row in rows):
        return None
    return sorted(row["title"] or row["product"] for row in rows if row[ZERO_SALE_ITEMS.name])


def running_out(asked: Asked) -> list[Running] | None:
    """Products whose stock is to be watched because it ends soon, the first to end first; None without a stock list."""
    rows = asked.rows([STOCK_DAYS], asked.week, ("product", "title"))
    known = [row for row in rows if row[STOCK_DAYS.name] is not None]
    if not known:
        return None
    few = [rule.watch for rule in asked.book.get(STOCK_DAYS.name, ()) if rule.side != "over"]
    found = [Running(row["title"] or row["product"], row[STOCK_DAYS.name]) for row in known]
    return sorted((each for each in found if few and each.days < min(few)), key=lambda each: (each.days, each.title))


def _paid(asked: Asked, week: object) -> dict[str, tuple[str, float]]:
    rows = asked.rows([PRODUCT_PAY_AMOUNT], week, ("product", "title"))  # type: ignore[arg-type]
    return {
        row["product"]: (row["title"] or row["product"], float(row[PRODUCT_PAY_AMOUNT.name]))
        for row in rows
        if row["product"] and row[PRODUCT_PAY_AMOUNT.name] is not None
    }


def _titles(known: dict[str, str]) -> dict[str, str]:
    """What products are called, with their number where two have one title."""
    alike = Counter(known.values())
    return {key: title if alike[title] == 1 else f"{title} {key}" for key, title in known.items()}
