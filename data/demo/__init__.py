"""A made-up year of two shops, as real-looking files and as the facts behind them.

What the files must teach the import is in them: a missing file, an 11.11, a holiday dip, refunds that are still
young, channels that overlap, total rows, a person with three inquiries, an hour missing from a daily report.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from data.demo.department import ledger, targets, work
from data.demo.exports import (
    broken,
    chats,
    dsr,
    order_items,
    orders,
    products,
    promotion,
    refund_list,
    reviews,
    service,
    shop_daily,
    traffic,
)
from data.demo.facts.figures import Figures, figures
from data.demo.facts.shop_year import ShopYear, shop_year
from data.demo.facts.shops import FLAGSHIP, SECOND, SHOPS
from data.demo.sampling.samples import SAMPLES, write_samples

__all__ = ["SAMPLES", "TRIALS", "DayFacts", "demo_facts", "write_demo"]

TRIALS = "试错"
"""The folder of files that are wrong on purpose: a damaged order number, a file twice."""


@dataclass(frozen=True, slots=True)
class DayFacts:
    """A shop's day as it truly was: amounts in yuan. `reported` is pay_amount as the daily report has it."""

    shop: str
    day: date
    pay_amount: Decimal
    refund: Decimal
    pay_orders: int
    pay_buyers: int
    visitors: int
    reported: Decimal


def write_demo(to: Path, today: date) -> list[Path]:
    """Write the made-up year, which ends the day before `today`, and return its files in the order to import them.

    The year begins with the month of a year ago, so it has 365 to 396 days. The same day gives the same bytes.
    Files wrong on purpose go to the sub-folder `TRIALS`, and a small one of every format to `SAMPLES`; neither are
    among the files returned.
    """
    years = _years(today)
    paths: list[Path] = []
    (to / TRIALS).mkdir(parents=True, exist_ok=True)
    for year, facts in years:
        paths += shop_daily.write(year, facts, to) + orders.write(year, to) + order_items.write(year, to)
        paths += traffic.write(year, facts, to) + dsr.write(year, to) + service.write(year, facts, to)
    by_shop = {year.shop: (year, facts) for year, facts in years}
    paths += targets.by_month(*by_shop[FLAGSHIP], to) + targets.by_person(*by_shop[SECOND], to)
    paths.append(targets.day_list(years, to))
    for year, facts in years:
        paths += chats.write(year, facts, to)
        paths += promotion.write(year, facts, to) + products.write(year, to) + refund_list.write(year, to)
        paths += reviews.write(year, to)
    paths += work.write([year for year, _ in years], to) + ledger.write(years, to)
    broken.damaged_ids(years[0][0], to / TRIALS)
    broken.duplicate(paths[1], to / TRIALS)
    write_samples(to / SAMPLES, today)
    return paths


def demo_facts(today: date) -> list[DayFacts]:
    """The truth behind the files of `write_demo(…, today)`: every day of both shops."""
    return [
        DayFacts(
            shop=year.shop.name,
            day=day,
            pay_amount=_yuan(facts.pay_amount[n]),
            refund=_yuan(facts.refund[n]),
            pay_orders=int(facts.pay_orders[n]),
            pay_buyers=int(facts.pay_buyers[n]),
            visitors=int(facts.visitors[n]),
            reported=_yuan(facts.reported[n]),
        )
        for year, facts in _years(today)
        for n, day in enumerate(year.days.tolist())
    ]


def _years(today: date) -> list[tuple[ShopYear, Figures]]:
    years = [shop_year(shop, today) for shop in SHOPS]
    return [(year, figures(year)) for year in years]


def _yuan(fen: int) -> Decimal:
    return Decimal(int(fen)) / 100
