"""The made-up facts all files are written from: a shop's orders and items, as they stood on the morning of `today`."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from data.demo.facts.arrays import Ints, Times, whole
from data.demo.facts.refunds import NONE, SUCCEEDED, Refunds, refunds
from data.demo.facts.seasons import days_until, weight
from data.demo.facts.shops import DemoShop

SECOND, DAY = np.timedelta64(1, "s"), np.timedelta64(86400, "s")
HOURS = (16, 8, 4, 2, 2, 3, 8, 18, 34, 52, 62, 58, 50, 52, 58, 60, 58, 54, 52, 64, 84, 92, 70, 36)
UNPAID = 0.12
SHORTFALL = 0.86
"""Yesterday went less well than the days before it."""


@dataclass(frozen=True, slots=True)
class Items:
    """One entry a sub-order, sorted by order; amounts in fen. `order` is the order's place in Orders."""

    order: Ints
    product: Ints
    quantity: Ints
    price: Ints
    amount: Ints
    refunds: Refunds


@dataclass(frozen=True, slots=True)
class Orders:
    """One entry an order, sorted by creation; amounts in fen, before and of refunds; NaT for what has not happened."""

    ids: Ints
    buyer: Ints
    created: Times
    paid_at: Times
    shipped_at: Times
    received_at: Times
    amount: Ints
    refund: Ints

    @property
    def paid(self) -> np.ndarray:
        """Which orders were paid: one boolean an order."""
        return ~np.isnat(self.paid_at)


@dataclass(frozen=True, slots=True)
class ShopYear:
    """A shop's year: its days, its orders, their items."""

    shop: DemoShop
    today: date
    days: Times
    orders: Orders
    items: Items

    def place(self, moments: Times) -> Ints:
        """Which day of the year a moment falls on: 0 for the first; negative or too large outside it."""
        return (moments.astype("datetime64[D]") - self.days[0]).astype(np.int64)


def shop_year(shop: DemoShop, today: date) -> ShopYear:
    """The facts of a shop's year up to the day before `today`; the same for the same day, always."""
    # The stream of RandomState is frozen by NumPy's compatibility policy, that of newer generators is not.
    rng = np.random.RandomState(shop.seed)
    days = days_until(today)
    created, paid_at = _moments(rng, _orders_a_day(rng, shop, days), days)
    items = _items(rng, shop, paid_at, np.datetime64(today, "s"))
    shipped_at, received_at = _delivery(rng, paid_at, np.datetime64(today, "s"))
    amount = _per_order(items, items.amount, len(created))
    returned = _per_order(items, np.where(items.refunds.state == SUCCEEDED, items.refunds.amount, 0), len(created))
    # What was paid back in full before it left the house was never shipped.
    never = (returned == amount) & (_last_refund(items, len(created)) < shipped_at)
    orders = Orders(
        ids=_ids(rng, shop, len(created)),
        buyer=_buyers(rng, len(created)),
        created=created,
        paid_at=paid_at,
        shipped_at=np.where(never, np.datetime64("NaT", "s"), shipped_at),
        received_at=np.where(never, np.datetime64("NaT", "s"), received_at),
        amount=amount,
        refund=returned,
    )
    return ShopYear(shop, today, days, orders, items)


def _orders_a_day(rng: np.random.RandomState, shop: DemoShop, days: Times) -> Ints:
    usual = np.array([weight(day) for day in days.tolist()]) * shop.weekly_orders / 7
    usual[-1] *= SHORTFALL
    return whole(usual * rng.uniform(0.92, 1.08, len(days)))


def _moments(rng: np.random.RandomState, paid_a_day: Ints, days: Times) -> tuple[Times, Times]:
    """When each order was made and paid, sorted by the making; some are never paid."""
    unpaid_a_day = whole(paid_a_day * UNPAID)
    day = np.concatenate([np.repeat(days, paid_a_day), np.repeat(days, unpaid_a_day)]).astype("datetime64[s]")
    hours = rng.choice(24, len(day), p=np.array(HOURS) / sum(HOURS))
    moment = day + (hours * 3600 + rng.randint(0, 3600, len(day))) * SECOND
    is_paid = np.arange(len(day)) < paid_a_day.sum()
    slow = rng.random_sample(len(day)) < 0.05
    wait = np.where(slow, rng.randint(1800, 36000, len(day)), rng.randint(8, 300, len(day)))
    created = np.where(is_paid, moment - wait * SECOND, moment)
    order = np.argsort(created, kind="stable")
    return created[order], np.where(is_paid, moment, np.datetime64("NaT", "s"))[order]


def _items(rng: np.random.RandomState, shop: DemoShop, paid_at: Times, as_of: np.datetime64) -> Items:
    many = rng.choice([1, 2, 3], len(paid_at), p=[0.72, 0.21, 0.07])
    order = np.repeat(np.arange(len(paid_at)), many)
    weights = np.array([product.weight for product in shop.products])
    product = rng.choice(len(weights), len(order), p=weights / weights.sum())
    quantity = rng.choice([1, 2, 3], len(order), p=[0.87, 0.1, 0.03])
    price = np.array([product.price * 100 for product in shop.products])[product]
    off = rng.choice([0, 5, 8, 10, 12], len(paid_at), p=[0.3, 0.25, 0.2, 0.15, 0.1])[order]
    amount = price * quantity * (100 - off) // 100
    return Items(order, product, quantity, price, amount, refunds(rng, amount, paid_at[order], as_of))


def _delivery(rng: np.random.RandomState, paid_at: Times, as_of: np.datetime64) -> tuple[Times, Times]:
    """When each order was shipped and received: paid by 16:00 leaves that evening, later ones the next day."""
    day = paid_at.astype("datetime64[D]").astype("datetime64[s]")
    early = (paid_at - day) < 16 * 3600 * SECOND
    hour = np.where(early, rng.randint(17 * 3600, 20 * 3600, len(day)), rng.randint(34 * 3600, 44 * 3600, len(day)))
    late = np.where(rng.random_sample(len(day)) < 0.03, rng.randint(1, 4, len(day)), 0)
    shipped = day + hour * SECOND + late * DAY
    received = shipped + rng.randint(5 * 86400, 12 * 86400, len(day)) * SECOND
    nothing = np.datetime64("NaT", "s")
    return np.where(shipped < as_of, shipped, nothing), np.where(received < as_of, received, nothing)


def _per_order(items: Items, values: Ints, orders: int) -> Ints:
    return np.bincount(items.order, weights=values, minlength=orders).astype(np.int64)


def _last_refund(items: Items, orders: int) -> Times:
    last = np.full(orders, np.datetime64(0, "s"))
    refunded = items.refunds.state != NONE
    np.maximum.at(last, items.order[refunded], items.refunds.finished[refunded])
    return last


def _ids(rng: np.random.RandomState, shop: DemoShop, orders: int) -> Ints:
    step = 7_919_000_000_000
    # No number ends in zeros: those would look as if a spreadsheet program had rounded them.
    inside = rng.randint(0, step // 10, orders) * 10 + rng.randint(1, 10, orders)
    return shop.first_order_id + np.arange(orders) * step + inside


def _buyers(rng: np.random.RandomState, orders: int) -> Ints:
    buyers = 10_000_000 + (rng.random_sample(orders) * orders * 1.4).astype(np.int64) * 97
    again = np.flatnonzero(rng.random_sample(orders) < 0.03)
    buyers[again] = buyers[np.maximum(again - 1, 0)]
    return buyers
