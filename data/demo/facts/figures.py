"""The made-up shop's days, counted from its orders: what every report of it has to agree with."""

from dataclasses import dataclass

import numpy as np

from data.demo.facts.arrays import Floats, Ints, whole
from data.demo.facts.refunds import SUCCEEDED
from data.demo.facts.seasons import weight
from data.demo.facts.shop_year import ShopYear
from data.demo.facts.shops import FLAGSHIP

HOUR = np.timedelta64(3600, "s")
OFF = 10
"""So many days before the last, the flagship's report was exported at 23:00 and lacks the hour that followed."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One entry a day; amounts in fen. `reported` is pay_amount as the daily report has it, wrong on one day."""

    pay_amount: Ints
    refund: Ints
    pay_orders: Ints
    pay_buyers: Ints
    pay_items: Ints
    suborders: Ints
    order_amount: Ints
    order_buyers: Ints
    refund_finished: Ints
    old_buyers: Ints
    visitors: Ints
    reported: Ints


def figures(year: ShopYear) -> Figures:
    """The daily figures of a shop's year."""
    orders, items, n = year.orders, year.items, len(year.days)
    paid_day, made_day = year.place(orders.paid_at), year.place(orders.created)
    paid, made = orders.paid, (made_day >= 0) & (made_day < n)
    item_paid = paid[items.order]
    item_day = paid_day[items.order][item_paid]
    done = items.refunds.state == SUCCEEDED
    finished_day = year.place(items.refunds.finished)[done]
    amount = _sums(paid_day[paid], orders.amount[paid], n)
    buyers = _distinct(paid_day[paid], orders.buyer[paid], n)
    return Figures(
        pay_amount=amount,
        refund=_sums(paid_day[paid], orders.refund[paid], n),
        pay_orders=np.bincount(paid_day[paid], minlength=n),
        pay_buyers=buyers,
        pay_items=_sums(item_day, items.quantity[item_paid], n),
        suborders=np.bincount(item_day, minlength=n),
        order_amount=_sums(made_day[made], orders.amount[made], n),
        order_buyers=_distinct(made_day[made], orders.buyer[made], n),
        refund_finished=_sums(finished_day, items.refunds.amount[done], n),
        old_buyers=whole(buyers * noise(year, 1, 0.2, 0.28)),
        visitors=whole(buyers / _conversion(year)),
        reported=_reported(year, amount) if year.shop is FLAGSHIP else amount,
    )


def noise(year: ShopYear, salt: int, low: float, high: float) -> Floats:
    """A number a day between two others, the same for the same shop and salt."""
    return np.random.RandomState(year.shop.seed * 100 + salt).uniform(low, high, len(year.days))


def _conversion(year: ShopYear) -> Floats:
    busy = np.array([weight(day) for day in year.days.tolist()])
    return noise(year, 2, 0.031, 0.0355) * np.where(busy > 1.4, 1.45, 1.0)


def _reported(year: ShopYear, amount: Ints) -> Ints:
    midnight = year.days[-OFF].astype("datetime64[s]")
    late = (year.orders.paid_at >= midnight - HOUR) & (year.orders.paid_at < midnight)
    reported = amount.copy()
    reported[-1 - OFF] -= year.orders.amount[late].sum()
    return reported


def _sums(day: Ints, values: Ints, n: int) -> Ints:
    return np.bincount(day, weights=values, minlength=n).astype(np.int64)


def _distinct(day: Ints, buyer: Ints, n: int) -> Ints:
    seen = np.unique(np.stack([day, buyer]), axis=1)
    return np.bincount(seen[0], minlength=n)
