"""How fast the morning is answered on a warehouse of many orders, beside pandas: `--orders N --var FOLDER`.

The warehouse is made by `benchmarks.many_orders` where the folder holds none. Uncached is everything that the
morning page asks, for one shop and for all together, in one go; cached is the same out of the board's own cache. Beside
them the same questions of single orders, asked of pandas frames that are held in memory. Medians, in milliseconds; the
least of the times as well, and that of the processor, which say more where others use the machine.
"""

import argparse
import logging
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median

import pandas as pd

from benchmarks.many_orders import SHOPS, YESTERDAY, filled
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period, month_to_date
from metrics.calendar.period import day as one_day
from metrics.catalogue.orders.fulfilment import UNSHIPPED
from metrics.catalogue.rollups import ROLLUPS
from metrics.catalogue.trade.sales import PAY_AMOUNT, PAY_AMOUNT_ORDERS, PAY_AMOUNT_REPORT, REFUND_RATE
from metrics.morning.morning import REVIEW_BEGINS
from metrics.query.question import answer
from metrics.query.rollups import keep
from metrics.review.review import review

TODAY = YESTERDAY + timedelta(days=1)

FRAMES = {
    "orders": "SELECT shop, created_time, pay_time, paid::DOUBLE AS paid, refund::DOUBLE AS refund,"
    " state, ship_time FROM orders",
    "items": "SELECT shop, order_id, pay_time, paid::DOUBLE AS paid, refund::DOUBLE AS refund, refund_status,"
    " state, ship_time, created_time FROM order_items",
    "report": "SELECT shop, day, pay_amount::DOUBLE AS pay_amount FROM shop_daily",
}


@dataclass(frozen=True)
class Took:
    """Milliseconds of asking, as often as it was asked: by the clock, and of all cores together."""

    clock: list[float]
    cores: list[float]

    def __str__(self) -> str:
        return f"{median(self.clock):.0f} ms (least {min(self.clock):.0f}, processor {min(self.cores):.0f})"


def timed(ask: Callable[[], object], times: int) -> Took:
    """How long asking takes, after asking once."""
    ask()
    took = Took([], [])
    for _ in range(times):
        start, busy = time.perf_counter(), time.process_time()
        ask()
        took.clock.append((time.perf_counter() - start) * 1000)
        took.cores.append((time.process_time() - busy) * 1000)
    return took


def in_pandas(frames: dict[str, pd.DataFrame], shop: str | None) -> tuple[object, ...]:
    """Paid amount and refund rate by day, orders waiting, reconciliation: what the morning asks of single orders."""
    orders, items, report = (of_shop(frames[name], shop) for name in ("orders", "items", "report"))
    paid = orders.assign(day=orders["pay_time"].dt.normalize(), gross=orders["paid"] + orders["refund"].fillna(0))
    exported = orders["created_time"].fillna(orders["pay_time"]).dt.normalize()
    exported_days = pd.MultiIndex.from_arrays([orders["shop"], exported]).unique()
    done = items["refund"].where(items["refund_status"].str.contains("退款成功"), 0)
    waits = items["state"].eq("to_ship") & items["ship_time"].isna()
    each = items.assign(refund=done, waiting=waits).groupby(["shop", "order_id"])
    sums = each.agg(day=("pay_time", "min"), paid=("paid", "sum"), refund=("refund", "sum"), waiting=("waiting", "max"))
    rest = sums.assign(day=sums["day"].dt.normalize(), gross=sums["paid"] + sums["refund"]).reset_index()
    paid["waiting"] = paid["state"].eq("to_ship") & paid["ship_time"].isna()
    held = ["shop", "day", "gross", "refund", "waiting"]
    both = pd.concat(
        [
            paid.loc[pd.MultiIndex.from_frame(paid[["shop", "day"]]).isin(exported_days), held],
            rest.loc[~pd.MultiIndex.from_frame(rest[["shop", "day"]]).isin(exported_days), held],
        ]
    )
    days = both.groupby(["shop", "day"])[["gross", "refund", "waiting"]].sum()
    found = days.join(report.assign(day=pd.to_datetime(report["day"])).set_index(["shop", "day"]), how="outer")
    month = found[found.index.get_level_values("day") >= pd.Timestamp(YESTERDAY.replace(day=1))]
    by_day = found.groupby("day").sum()
    return by_day["gross"], by_day["refund"] / by_day["gross"], by_day["waiting"].iloc[-1], month


def of_shop(frame: pd.DataFrame, shop: str | None) -> pd.DataFrame:
    """The rows of a shop, or all of them."""
    return frame[frame["shop"] == shop] if shop else frame


def of_single_orders(warehouse: Warehouse, shop: str | None) -> tuple[object, ...]:
    """The same questions asked of the warehouse."""
    where = {"shop": shop} if shop else {}
    return (
        answer(warehouse, [PAY_AMOUNT, REFUND_RATE], Period(date(2024, 7, 1), YESTERDAY), ("day",), where),
        answer(warehouse, [UNSHIPPED], one_day(YESTERDAY), where=where),
        answer(warehouse, [PAY_AMOUNT_ORDERS, PAY_AMOUNT_REPORT], month_to_date(YESTERDAY), ("shop", "day"), where),
    )


def cached(var: Path, shop: str | None, times: int) -> Took:
    """The morning out of the board's cache, in milliseconds."""
    logging.disable(logging.WARNING)
    os.environ["OPSBOARD_VAR"] = str(var)
    from ui.cache import answers
    from ui.morning.morning_review import review_of

    keep(answers.warehouse(), ROLLUPS)
    now = datetime.combine(TODAY, REVIEW_BEGINS)
    return timed(lambda: review_of(YESTERDAY, shop, TODAY, now), times)


def main() -> None:
    """Print what was measured."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--orders", type=int, default=1_000_000)
    arguments.add_argument("--var", type=Path)
    arguments.add_argument("--times", type=int, default=9)
    given = arguments.parse_args()
    var = given.var or Path(tempfile.gettempdir()) / f"orders-{given.orders}"
    with filled(var, given.orders) as warehouse:
        start = time.perf_counter()
        keep(warehouse, ROLLUPS)
        print(f"{given.orders:,} orders, daily facts made or found in {time.perf_counter() - start:.1f} s")
        frames = {name: warehouse.table(sql).to_pandas() for name, sql in FRAMES.items()}
        for shop in (SHOPS[0], None):
            name = shop or "all shops"
            whole = timed(lambda shop=shop: review(warehouse, YESTERDAY, shop, TODAY), given.times)  # type: ignore[misc]
            ours = timed(lambda shop=shop: of_single_orders(warehouse, shop), given.times)  # type: ignore[misc]
            theirs = timed(lambda shop=shop: in_pandas(frames, shop), 1)  # type: ignore[misc]
            longer = median(theirs.clock) / median(ours.clock)
            print(f"{name}: the morning, uncached {whole}")
            print(
                f"  its questions of single orders {ours}, in pandas {theirs}: {longer:.0f} times as long", flush=True
            )
    for shop in (SHOPS[0], None):
        print(f"{shop or 'all shops'}: the morning, cached {median(cached(var, shop, 50).clock):.2f} ms")


if __name__ == "__main__":
    main()
