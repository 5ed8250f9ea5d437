"""The demo year's orders as they were exported on earlier mornings: refunds and shipments as they stood then."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np

from data.demo.exports.headings import WIDE
from data.demo.exports.orders import order_columns, rows_of
from data.demo.facts.refunds import SUCCEEDED
from data.demo.facts.shop_year import ShopYear
from data.demo.writing.workbook import write_workbook
from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.store.warehouse import Warehouse

DAYS_EXPORTED = 60


def as_of(year: ShopYear, day: date) -> ShopYear:
    """The year as it stood on the morning of a day: what was refunded or shipped later had not been."""
    orders, items, moment = year.orders, year.items, np.datetime64(day, "s")
    done = (items.refunds.state == SUCCEEDED) & (items.refunds.finished < moment)
    refund = np.bincount(items.order, np.where(done, items.refunds.amount, 0), len(orders.ids)).astype(np.int64)
    nothing = np.datetime64("NaT", "s")
    shipped, received = (np.where(t < moment, t, nothing) for t in (orders.shipped_at, orders.received_at))
    return replace(year, today=day, orders=replace(orders, refund=refund, shipped_at=shipped, received_at=received))


def import_orders_of(warehouse: Warehouse, year: ShopYear, day: date, folder: Path) -> None:
    """Import the order file of the last two months that the shop exported on the morning of a day."""
    then = as_of(year, day)
    created, first = then.orders.created, np.datetime64(day - timedelta(days=DAYS_EXPORTED), "s")
    chosen = np.flatnonzero((created >= first) & (created < np.datetime64(day, "s")))
    path = folder / f"ExportOrderList{day:%Y%m%d}0800.xlsx"
    write_workbook(path, {"export": [WIDE, *rows_of(WIDE, order_columns(then, chosen))]})
    moment = datetime(day.year, day.month, day.day, 9)
    store(warehouse, preview(warehouse, [Upload(path.name, path)]), by="replay", now=moment)
