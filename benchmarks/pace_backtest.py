"""How far month-end forecasts are from what months came to, by day of the month, beside the flat method.

Run as `python -m benchmarks.pace_backtest [--first YEAR] [--last YEAR] [--var FOLDER] [--days 1,5,10 …]`.
It takes the demo's two shops over several made-up years, or the warehouse of a var folder while no board has it open.
The first of the years is history alone. Flat is month to date ÷ loaded days × days of the month. Ours is
`month_forecast`, whose weights and band know nothing of the month itself. Held to: nearer than flat by day 10.
"""

import argparse
import sys
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from math import exp
from pathlib import Path
from statistics import mean

from benchmarks.made_up_years import warehouse_of
from data.store.board import opened
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period, month_of
from metrics.catalogue.targets.pace import MONTH_FORECAST, TIME_PROGRESS
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.planning.forecast import INSIDE, MONTHS_BACK, band
from metrics.query.question import answer

DAYS = (1, 3, 5, 7, 10, 15, 20, 25)
DECISIVE = 10


@dataclass(frozen=True)
class Made:
    """A forecast: of which shop's month, on which day, by both methods, and what the month came to; yuan."""

    shop: str
    month: date
    day: int
    flat: float
    ours: float
    actual: float


def forecasts(warehouse: Warehouse) -> list[Made]:
    """Every forecast that could have been made in a month that is loaded whole."""
    first, last = warehouse.rows(
        "SELECT min(day), max(day) FROM (SELECT day FROM shop_daily UNION SELECT pay_time::DATE FROM orders)"
    )[0]
    metrics = (MONTH_FORECAST, TIME_PROGRESS, PAY_AMOUNT)
    months: dict[tuple[str, date], list[dict]] = defaultdict(list)
    for row in answer(warehouse, metrics, Period(first, last), ("shop", "day")).to_pylist():
        if row[PAY_AMOUNT.name] is not None:
            months[row["shop"], row["day"].replace(day=1)].append(row)
    return [
        made
        for (shop, month), rows in sorted(months.items())
        if len(rows) == month_of(month).days
        for made in _of_month(shop, month, rows)
    ]


def _of_month(shop: str, month: date, rows: list[dict]) -> list[Made]:
    actual, done, found = float(sum(row[PAY_AMOUNT.name] for row in rows)), 0.0, []
    for row in sorted(rows, key=lambda row: row["day"]):
        done += float(row[PAY_AMOUNT.name])
        flat = done / row[TIME_PROGRESS.name]
        found.append(Made(shop, month, row["day"].day, flat, float(row[MONTH_FORECAST.name]), actual))
    return found


def inside(made: Made, found: list[Made]) -> bool | None:
    """Whether the month ended within the band of the forecast; None where there was no band yet."""
    before = [
        (each.ours, each.actual)
        for each in found
        if (each.shop, each.day) == (made.shop, made.day)
        and 0 < (made.month.year - each.month.year) * 12 + made.month.month - each.month.month <= MONTHS_BACK
    ]
    spread = band(before)
    return None if spread is None else made.ours / exp(spread) <= made.actual <= made.ours * exp(spread)


def report(name: str, found: list[Made], first: date, days: tuple[int, ...]) -> dict[int, tuple[float, float]]:
    """Print a table and return the mean absolute percentage error of flat and ours by day."""
    judged = [made for made in found if made.month >= first]
    months = len({(made.shop, made.month) for made in judged})
    print(f"{name}: {months} months of {len({made.shop for made in judged})} shops from {first:%Y-%m} on")
    print(f"{'day':>5}{'flat':>9}{'ours':>9}{'nearer':>9}{'inside':>9}   (inside aims at {INSIDE:.0%})")
    errors = {}
    for day in days:
        made = [each for each in judged if each.day == day]
        flat, ours = (mean(abs(value / each.actual - 1) for value, each in pairs) for pairs in _pairs(made))
        nearer = mean(abs(each.ours - each.actual) <= abs(each.flat - each.actual) for each in made)
        kept = [held for each in made if (held := inside(each, found)) is not None]
        share = f"{mean(kept):9.0%}" if kept else f"{'-':>9}"
        print(f"{day:>5}{flat:9.2%}{ours:9.2%}{nearer:9.0%}{share}")
        errors[day] = (flat, ours)
    return errors


def _pairs(made: list[Made]) -> tuple[list[tuple[float, Made]], list[tuple[float, Made]]]:
    return [(each.flat, each) for each in made], [(each.ours, each) for each in made]


def main() -> int:
    """Print the tables; 1 when the flat method is nearer on the decisive day of the made-up years."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--first", type=int, default=2023)
    options.add_argument("--last", type=int, default=2026)
    options.add_argument("--var", type=Path)
    options.add_argument("--days", default=",".join(map(str, DAYS)))
    chosen = options.parse_args()
    days = tuple(int(day) for day in chosen.days.split(","))
    if chosen.var:
        with opened(chosen.var) as warehouse:
            found = forecasts(warehouse)
        if not found:
            print("No month is loaded whole.")
            return 0
        report(str(chosen.var), found, min(made.month for made in found), days)
        return 0
    with warehouse_of(chosen.first, chosen.last) as warehouse:
        found = forecasts(warehouse)
    flat, ours = report("made-up years", found, date(chosen.first + 1, 1, 1), tuple(sorted({*days, DECISIVE})))[
        DECISIVE
    ]
    print(f"day {DECISIVE}: ours {ours:.2%}, flat {flat:.2%}: {'nearer' if ours < flat else 'NOT nearer'}")
    return int(ours >= flat)


if __name__ == "__main__":
    sys.exit(main())
