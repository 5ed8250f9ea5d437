"""What today holds: targets of shop and people, activities that run or begin soon, and how featured products stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from data.warehouse import Warehouse
from metrics.figure import Number
from metrics.judgement import Judgement, judge
from metrics.period import last_days
from metrics.products import FEATURED, FEATURED_ATTAIN, STOCK_DAYS
from metrics.question import answer
from metrics.rulebook import Rulebook
from metrics.targets import PersonDay, day_target, person_days

SOON = 3
"""How many days ahead activities are named."""


@dataclass(frozen=True, slots=True)
class Activity:
    """Something that runs or begins soon, with its rules and the quick phrases agents use for it."""

    name: str
    first: date
    last: date
    rules: str
    phrases: str
    target: Decimal | None
    status: str
    owner: str

    def runs(self, today: date) -> bool:
        """Whether it has begun."""
        return self.first <= today


@dataclass(frozen=True, slots=True)
class Featured:
    """A featured product's day: sales and target in yuan, and for how many days its stock lasts."""

    product: str
    title: str
    sales: Decimal | None
    target: Decimal | None
    stock_days: Number | None
    owner: str
    judgement: Judgement

    @property
    def attained(self) -> float | None:
        """Sales as a share of the target."""
        return float(self.sales / self.target) if self.sales is not None and self.target else None


@dataclass(frozen=True, slots=True)
class Share:
    """A person's target of today, in yuan."""

    person: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Agenda:
    """Today's targets, activities and featured products; `left` is what of the target nobody has been given."""

    target: Decimal | None
    people: tuple[Share, ...]
    left: Decimal | None
    activities: tuple[Activity, ...]
    featured: tuple[Featured, ...]


def agenda(warehouse: Warehouse, day: date, today: date, where: Mapping[str, str], book: Rulebook) -> Agenda:
    """What `today` holds, with the results of `day` beside the featured products."""
    shop = where.get("shop")
    target = day_target(warehouse, today, shop)
    people = _shares(person_days(warehouse, today, shop))
    left = None if target is None or not people else target - sum((each.amount for each in people), Decimal(0))
    return Agenda(target, people, left, _activities(warehouse, today, shop), _featured(warehouse, day, where, book))


def _shares(days: Sequence[PersonDay]) -> tuple[Share, ...]:
    found: dict[str, Decimal] = {}
    for each in days:
        found[each.person] = found.get(each.person, Decimal(0)) + each.target
    return tuple(sorted((Share(*each) for each in found.items()), key=lambda share: -share.amount))


def _activities(warehouse: Warehouse, today: date, shop: str | None) -> tuple[Activity, ...]:
    rows = warehouse.rows(
        "SELECT activity, first_day, last_day, coalesce(rules, ''), coalesce(phrases, ''), target,"
        " coalesce(status, ''), coalesce(owner, '') FROM activities WHERE last_day >= ? AND first_day <= ?"
        " AND (? IS NULL OR shop IN (?, '')) AND coalesce(status, '') NOT LIKE '%取消%' ORDER BY first_day, activity",
        [today, today + timedelta(days=SOON), shop, shop],
    )
    return tuple(Activity(*row) for row in rows)


def _featured(warehouse: Warehouse, day: date, where: Mapping[str, str], book: Rulebook) -> tuple[Featured, ...]:
    rows = warehouse.rows(
        f"SELECT told.product, coalesce(any_value(told.title), told.product), sum(told.sales), sum(told.target),"
        f" coalesce(any_value(featured.owner), '') FROM ({FEATURED.sql}) AS told LEFT JOIN featured"
        " ON featured.shop = told.shop AND featured.day = told.day AND featured.item_id = told.product"
        " WHERE told.day = ? AND coalesce(?, told.shop) = told.shop GROUP BY told.product",
        [day, where.get("shop")],
    )
    if not rows:
        return ()
    stock = answer(warehouse, [STOCK_DAYS], last_days(day + timedelta(days=1), 3), ("product",), where).to_pylist()
    lasts = {row["product"]: row[STOCK_DAYS.name] for row in stock}
    found = [_product(row, lasts.get(row[0]), book) for row in rows]
    return tuple(sorted(found, key=lambda each: -(each.target or 0)))


def _product(row: tuple, lasts: Number | None, book: Rulebook) -> Featured:
    product, title, sales, target, owner = row
    attained = float(sales / target) if sales is not None and target else None
    return Featured(product, title, sales, target, lasts, owner, judge(FEATURED_ATTAIN, attained, rules=book))
