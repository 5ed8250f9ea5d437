"""What today holds: targets of shop and people, activities that run or begin soon, and how featured products stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from metrics.calendar.period import day as one_day
from metrics.calendar.period import last_days
from metrics.catalogue.targets.person_targets import PERSON_DAY_TARGET
from metrics.catalogue.targets.plans import DAY_TARGET
from metrics.catalogue.trade.products import FEATURED, FEATURED_ATTAIN, STOCK_DAYS
from metrics.judgement.limits import Judgement, judge
from metrics.judgement.rules import Rulebook
from metrics.query.requests import QueryPlan, Question, Rows
from metrics.wording.figure import Number

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
class FeaturedMorning:
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
class PersonTarget:
    """A person's target of today, in yuan."""

    person: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Agenda:
    """Today's targets, activities and featured products; `left` is what of the target nobody has been given."""

    target: Decimal | None
    people: tuple[PersonTarget, ...]
    left: Decimal | None
    activities: tuple[Activity, ...]
    featured: tuple[FeaturedMorning, ...]


def agenda(day: date, today: date, where: Mapping[str, str], book: Rulebook) -> QueryPlan[Agenda]:
    """What `today` holds, with the results of `day` beside the featured products."""
    planned, of_people, activities, featured = yield [
        Question([DAY_TARGET], one_day(today), where=where),
        Question([PERSON_DAY_TARGET], one_day(today), ("agent",), where),
        _activities(today, where.get("shop")),
        _featured(day, where.get("shop")),
    ]
    target = planned[DAY_TARGET.name][0].as_py()
    people = _shares((row["agent"], row[PERSON_DAY_TARGET.name]) for row in of_people.to_pylist())
    left = None if target is None or not people else target - sum((each.amount for each in people), Decimal(0))
    lasts = (yield from _stock(day, where)) if featured else {}
    found = [_product(row, lasts.get(row[0]), book) for row in featured]
    products = tuple(sorted(found, key=lambda each: -(each.target or 0)))
    return Agenda(target, people, left, tuple(Activity(*row) for row in activities), products)


def _shares(planned: Iterable[tuple[str, Decimal]]) -> tuple[PersonTarget, ...]:
    return tuple(sorted((PersonTarget(*each) for each in planned), key=lambda share: -share.amount))


def _activities(today: date, shop: str | None) -> Rows:
    return Rows(
        "SELECT activity, first_day, last_day, coalesce(rules, ''), coalesce(phrases, ''), target,"
        " coalesce(status, ''), coalesce(owner, '') FROM activities WHERE last_day >= ? AND first_day <= ?"
        " AND (? IS NULL OR shop IN (?, '')) AND coalesce(status, '') NOT LIKE '%取消%'"
        " ORDER BY first_day, activity, shop",
        [today, today + timedelta(days=SOON), shop, shop],
    )


def _featured(day: date, shop: str | None) -> Rows:
    return Rows(
        f"SELECT told.product, coalesce(min(told.title), told.product), sum(told.sales), sum(told.target),"
        f" coalesce(min(featured.owner), '') FROM ({FEATURED.sql}) AS told LEFT JOIN featured"
        " ON featured.shop = told.shop AND featured.day = told.day AND featured.item_id = told.product"
        " WHERE told.day = ? AND coalesce(?, told.shop) = told.shop GROUP BY told.product ORDER BY told.product",
        [day, shop],
    )


def _stock(day: date, where: Mapping[str, str]) -> QueryPlan[Mapping[str, Number | None]]:
    """For how many days each product lasts, by what the files of these days say."""
    (table,) = yield [Question([STOCK_DAYS], last_days(day + timedelta(days=1), 3), ("product",), where)]
    return {row["product"]: row[STOCK_DAYS.name] for row in table.to_pylist()}


def _product(row: tuple, lasts: Number | None, book: Rulebook) -> FeaturedMorning:
    product, title, sales, target, owner = row
    attained = float(sales / target) if sales is not None and target else None
    return FeaturedMorning(product, title, sales, target, lasts, owner, judge(FEATURED_ATTAIN, attained, rules=book))
