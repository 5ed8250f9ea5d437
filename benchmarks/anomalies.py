"""How many planted incidents are found, and how many false lines a week there are, over a made-up year of two shops.

Run as `python -m benchmarks.anomalies [--year YEAR] [--again N] [--lines]`. The year before is history. `INCIDENTS` are
planted into the rows before they are stored: day, shop, what happens, and which metrics tell of it. An incident is
found when a line of its day and shop is about one of these metrics, or has one folded under it. Every other line of a
day and shop is false. `--again` draws other years of the same kind. Held to: all found, at most one false line a week.
"""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.made_up_years import Row, Tables, fill, made_years, tables
from data.demo.facts.shops import FLAGSHIP, SECOND
from data.sources.ratings import dsr
from data.store.board import in_memory
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue.service.service import INQUIRY_PAY_RATE
from metrics.judgement.anomalies import WEEKS, found_in, observed
from metrics.judgement.causes import Folded, lines
from metrics.query.batching import alone


@dataclass(frozen=True)
class Incident:
    """What happens in a shop on a day of the year (month, day), and the metrics of which one has to tell."""

    name: str
    when: tuple[int, int]
    shop: str
    table: str
    happens: Callable[[Row], Row | None]
    reported_by: frozenset[str]
    later: int = 0
    """So many days later it can be told, where the metric has to settle first."""


def times(**factors: float) -> Callable[[Row], Row]:
    """Columns multiplied; counts stay whole."""
    return lambda row: row | {name: _product(row[name], by) for name, by in factors.items()}


def _product(value: object, by: float) -> float:
    made = float(str(value)) * by
    return int(made) if isinstance(value, int) else made


def less(by: float, item: str) -> Callable[[Row], Row]:
    """A score lower by so much."""
    return lambda row: row | {"score": round(float(str(row["score"])) - by, 2)} if row["item"] == item else row


def without(channel: str) -> Callable[[Row], Row | None]:
    """A channel that is not in the file."""
    return lambda row: None if row["channel"] == channel else row


def of_channel(channel: str, by: float) -> Callable[[Row], Row]:
    """A channel with fewer visitors and buyers."""
    change = times(visitors=by, pay_buyers=by, pay_amount=by)
    return lambda row: change(row) if row["channel"] == channel else row


ONE, TWO = FLAGSHIP.name, SECOND.name
FEWER_BUYERS = times(pay_buyers=0.65, pay_amount=0.65)


def refund_wave(row: Row) -> Row:
    """Beside the day's own refunds, three tenths of what was paid goes back."""
    return row | {"refund_finished": float(str(row["refund_finished"])) + 0.3 * float(str(row["pay_amount"]))}


INCIDENTS = (
    Incident("a day of bad conversion", (3, 17), ONE, "shop_daily", FEWER_BUYERS, frozenset({"pay_conversion"})),
    Incident("a day of bad conversion", (7, 22), TWO, "shop_daily", FEWER_BUYERS, frozenset({"pay_conversion"})),
    Incident(
        "traffic lost by a third", (4, 21), ONE, "shop_daily",
        times(visitors=0.65, pay_buyers=0.65, pay_amount=0.65, cart_users=0.65), frozenset({"visitors"}),
    ),
    Incident(
        "traffic lost by a third", (9, 2), TWO, "shop_daily",
        times(visitors=0.65, pay_buyers=0.65, pay_amount=0.65, cart_users=0.65), frozenset({"visitors"}),
    ),
    Incident("a price too low: baskets fall", (5, 19), ONE, "shop_daily", times(pay_amount=0.6),
             frozenset({"avg_order_value"})),
    Incident("the cart button breaks", (8, 12), ONE, "shop_daily", times(cart_users=0.5), frozenset({"cart_rate"})),
    Incident("a wave of refunds", (6, 30), ONE, "shop_daily", refund_wave,
             frozenset({"refund_amount_finish"})),
    Incident("a wave of refunds", (8, 26), TWO, "shop_daily", refund_wave,
             frozenset({"refund_amount_finish"})),
    Incident("answers take three times as long", (3, 25), ONE, "service",
             times(first_response_sec=3.0, avg_response_sec=3.0), frozenset({"first_response_sec"})),
    Incident("answers take twice as long", (7, 8), TWO, "service",
             times(first_response_sec=2.0, avg_response_sec=2.0), frozenset({"first_response_sec"})),
    Incident("one in ten is not answered", (5, 27), ONE, "service", times(reply_rate=0.9), frozenset({"reply_rate"})),
    Incident("inquiries end without paying", (8, 5), ONE, "service", times(final_pay_buyers=0.5),
             frozenset({"inquiry_pay_final_rate"}), INQUIRY_PAY_RATE.final_after),
    Incident("the delivery score drops", (4, 14), ONE, "dsr", less(0.04, dsr.DELIVERY), frozenset({"dsr_delivery"})),
    Incident("the service score drops", (7, 15), TWO, "dsr", less(0.03, dsr.SERVICE), frozenset({"dsr_service"})),
    Incident("a channel is not in the file", (3, 31), ONE, "traffic", without("手淘搜索"),
             frozenset({"channel_visitors"})),
    Incident("a channel loses half", (10, 21), ONE, "traffic", of_channel("手淘推荐", 0.5),
             frozenset({"channel_visitors"})),
)  # fmt: skip


def planted(found: Tables, year: int) -> Tables:
    """The tables with every incident in them."""
    made = found
    for one in INCIDENTS:
        day = date(year, *one.when)
        rows = [one.happens(row) if (row["shop"], row["day"]) == (one.shop, day) else row for row in made[one.table]]
        made = {**made, one.table: [row for row in rows if row is not None]}
    return made


def warehouse_with_incidents(year: int, draw: int) -> Warehouse:
    """The year with its incidents, after a year without."""
    made = in_memory()
    for each in made_years(year - 1, year, draw):
        found = tables(each, whole=True)
        fill(made, planted(found, year) if each.number == year else found)
    return made


def measured(year: int, draw: int, show: bool) -> tuple[int, int, float]:
    """Planted, found, and false lines a week of a drawn year; prints what was missed and, if asked, what was false."""
    with warehouse_with_incidents(year, draw) as warehouse:
        during = Period(date(year, 1, 1) - timedelta(weeks=WEEKS), date(year, 12, 31))
        observed_values = alone(warehouse, observed(during, {}))
    days = Period(date(year, 1, 1), date(year, 12, 31))
    found_by_day = {day: lines(found_in(observed_values, day)) for day in days}
    due = {(date(year, *one.when) + timedelta(days=one.later), one.shop): one for one in INCIDENTS}
    found = 0
    for (day, shop), one in due.items():
        right = any(one.reported_by & _about(line) for line in found_by_day[day] if line.cause.shop == shop)
        found += right
        if not right:
            print(f"  missed: {day} {one.name}")
    false = [
        (day, line) for day in days for line in found_by_day[day] if not _true(line, due.get((day, line.cause.shop)))
    ]
    for day, line in false if show else ():
        print(f"  false: {day} {line.cause.what.en}")
    return len(due), found, len(false) / (days.days / 7)


def _about(line: Folded) -> set[str]:
    return {each.metric for each in (line.cause, *line.moved)}


def _true(line: Folded, one: Incident | None) -> bool:
    return one is not None and bool(one.reported_by & _about(line))


def main() -> int:
    """Print the figures of every drawn year; 1 unless all were found with at most one false line a week."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--year", type=int, default=2026)
    options.add_argument("--again", type=int, default=1)
    options.add_argument("--lines", action="store_true")
    chosen = options.parse_args()
    kept = True
    for draw in range(chosen.again):
        due, found, false = measured(chosen.year, draw, chosen.lines)
        print(f"year {chosen.year}, draw {draw}: {found} of {due} incidents found, {false:.2f} false lines a week")
        kept = kept and found == due and false <= 1
    return int(not kept)


if __name__ == "__main__":
    sys.exit(main())
