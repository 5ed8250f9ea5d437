"""Several made-up years of the demo's two shops, as rows of a warehouse: what forecasts and anomalies are measured on.

Every year is drawn anew from the demo's own generator with a seed of its own, so that no year repeats another's chance.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pyarrow as pa

from data.demo.exports.dsr import scores
from data.demo.facts.agents import agent_days
from data.demo.facts.channels import NAMES, NOTHING, SUBTOTAL, traffic
from data.demo.facts.figures import Figures, figures, noise
from data.demo.facts.shop_year import ShopYear, shop_year
from data.demo.facts.shops import SHOPS
from data.sources.ratings import dsr
from data.store.board import in_memory
from data.store.warehouse import Warehouse

GROWTH = 1.15
"""Each year sells so much more than the one before."""

Row = dict[str, object]
Tables = dict[str, list[Row]]


@dataclass(frozen=True)
class MadeYear:
    """A calendar year of a shop: what the generator gives, of which only the days of `number` count."""

    year: ShopYear
    facts: Figures
    number: int

    @property
    def days(self) -> list[tuple[int, date]]:
        """The days that count, each with its place among those of the generator."""
        return [(n, day) for n, day in enumerate(self.year.days.tolist()) if day.year == self.number]


def made_years(first: int, last: int, draw: int = 0) -> Iterator[MadeYear]:
    """Each shop's calendar years from the first to the last; another `draw` is another chance of the same kind."""
    for shop in SHOPS:
        for number in range(first, last + 1):
            growth = GROWTH ** (number - first)
            seed = shop.seed + 10 * number + 100_000 * draw
            grown = replace(shop, seed=seed, weekly_orders=round(shop.weekly_orders * growth))
            # The demo's last day is a bad one on purpose: it falls on New Year's Day, which does not count here.
            year = shop_year(grown, date(number + 1, 1, 2))
            yield MadeYear(year, figures(year), number)


def tables(made: MadeYear, *, whole: bool) -> Tables:
    """The rows of a year by table; of the shop's report alone, or with channels, agents and scores."""
    year, facts, shop = made.year, made.facts, made.year.shop.name
    carts = np.round(facts.visitors * noise(year, 5, 0.075, 0.085)).astype(np.int64)
    found: Tables = {
        "shop_daily": [
            {
                "shop": shop, "day": day, "visitors": int(facts.visitors[n]), "pay_buyers": int(facts.pay_buyers[n]),
                "pay_amount": int(facts.pay_amount[n]) / 100, "cart_users": int(carts[n]),
                "refund_finished": int(facts.refund_finished[n]) / 100, "pay_orders": int(facts.pay_orders[n]),
            }
            for n, day in made.days
        ]
    }  # fmt: skip
    return {**found, **_rest(made)} if whole else found


def _rest(made: MadeYear) -> Tables:
    year, facts, shop = made.year, made.facts, made.year.shop.name
    rows, stars = traffic(year, facts), scores(year)
    at = {name: place for place, name in enumerate(NAMES)}
    channels = [
        {
            "shop": shop, "day": day, "carrier": "全店", "channel_path": " › ".join(levels), "channel": _leaf(levels),
            "level_1": levels[0], "visitors": figures_[at["visitors"]], "pay_buyers": figures_[at["pay_buyers"]],
            "pay_amount": figures_[at["pay_amount"]] / 100,
        }
        for n, day in made.days
        for levels, figures_ in zip(rows.levels, rows.figures[n].tolist(), strict=True)
        if SUBTOTAL not in levels
    ]  # fmt: skip
    days_by_text = {f"{day}": day for _, day in made.days}
    agents = [
        {
            "shop": shop, "day": days_by_text[one.day], "agent": one.agent.name, "receptions": one.receptions,
            "consults": one.receptions + one.unreplied, "inquirers": one.inquirers, "final_pay_buyers": one.payers,
            "first_response_sec": one.first_sec, "avg_response_sec": one.mean_sec, "reply_rate": one.reply / 100,
            "sales": one.sales / 100,
        }
        for one in agent_days(year, facts)
        if one.day in days_by_text
    ]  # fmt: skip
    items = (dsr.ITEM, dsr.SERVICE, dsr.DELIVERY)
    scored = [
        {"shop": shop, "day": day, "item": item, "score": int(stars[n, place]) / 100}
        for n, day in made.days
        for place, item in enumerate(items)
    ]
    return {"traffic": channels, "service": agents, "dsr": scored}


def _leaf(levels: tuple[str, ...]) -> str:
    return [level for level in levels if level != NOTHING][-1]


def fill(warehouse: Warehouse, found: Tables) -> None:
    """Put rows into their tables."""
    with warehouse.writing() as run:
        for name, rows in found.items():
            run.register("made", pa.Table.from_pylist(rows))
            run.execute(f"INSERT INTO {name} BY NAME SELECT * FROM made")
            run.unregister("made")


def warehouse_of(first: int, last: int) -> Warehouse:
    """A warehouse in memory with the shop reports of those years."""
    made = in_memory()
    for year in made_years(first, last):
        fill(made, tables(year, whole=False))
    return made
