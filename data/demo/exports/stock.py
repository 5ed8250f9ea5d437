"""库存 and 待办: what is left of each product at each day's end, and what waits to be shipped or settled."""

from datetime import date, timedelta

import numpy as np

from data.demo.exports.products import IDLE, sold
from data.demo.facts.arrays import day_texts
from data.demo.facts.refunds import CLOSED, NONE
from data.demo.facts.shop_year import DAY, ShopYear
from data.demo.facts.shops import FLAGSHIP
from data.demo.writing.workbook import Cell

Rows = list[list[Cell]]

STOCK = ("店铺名称", "日期", "商品ID", "商品名称", "库存")
DAYS, PACE = 14, 14
DAYS_LEFT = (3.2, 24, 118, 0, 41, 17, 33, 5.5)
"""How many days the stock of each product lasts, in their order: one is sold out, two will be, one lies too long."""

IDLE_LEFT = (236, 58)

TO_DO = (
    "店铺名称", "日期", "待发货", "发货即将超时", "发货超时包裹", "揽收异常", "运输异常", "派送异常", "待处理售后",
    "待处理投诉",
)  # fmt: skip
TO_DO_DAYS, HOUR = 30, np.timedelta64(3600, "s")


def stock(years: list[ShopYear]) -> Rows:
    """Two weeks of stock: what is there on the last day, and before it what has been sold since."""
    rows: Rows = [[*STOCK]]
    for year in years:
        pieces, days = sold(year), len(year.days)
        for place, product in enumerate((*year.shop.products, *IDLE[year.shop is FLAGSHIP])):
            sold_pieces = [pieces.get((n, place), (0, 0, 0))[1] for n in range(days - PACE, days)]
            left = _left(year, place, sum(sold_pieces) / PACE)
            for n in range(days - 1, days - DAYS - 1, -1):
                rows.append([year.shop.name, day_texts(year.days)[n], *product.id_and_title, left])
                left += sold_pieces[n - days + PACE]
    return rows


def to_do(years: list[ShopYear], open_complaints: dict[tuple[str, date], int]) -> Rows:
    """Qianniu's counters at the end of each day of the last month."""
    rows: Rows = [[*TO_DO]]
    for year in years:
        rng = np.random.RandomState(year.shop.seed + 111)
        for back in range(TO_DO_DAYS, 0, -1):
            day = year.today - timedelta(days=back)
            odd = rng.poisson((0.8, 1.6, 0.5)).tolist()
            waiting = open_complaints.get((year.shop.name, day), 0)
            rows.append([year.shop.name, day, *_to_ship(year, day), *odd, _refunds_open(year, day), waiting])
    return rows


def _left(year: ShopYear, place: int, pace: float) -> int:
    row = len(year.shop.products)
    return round(DAYS_LEFT[place] * pace) if place < row else IDLE_LEFT[place - row]


def _to_ship(year: ShopYear, day: date) -> list[Cell]:
    """Orders not shipped at the day's end: all of them, those due within twelve hours, those past 48."""
    end, orders = np.datetime64(day, "s") + DAY, year.orders
    sent = ~np.isnat(orders.shipped_at) & (orders.shipped_at < end)
    waits = orders.paid & (orders.paid_at < end) & ~sent & (orders.refund < orders.amount)
    age = (end - orders.paid_at[waits]) // HOUR
    return [int(waits.sum()), int(((age >= 36) & (age < 48)).sum()), int((age >= 48).sum())]


def _refunds_open(year: ShopYear, day: date) -> int:
    end, refunds = np.datetime64(day, "s") + DAY, year.items.refunds
    requested = (refunds.state != NONE) & (refunds.state != CLOSED) & (refunds.requested_at < end)
    return int((requested & ~(refunds.finished < end)).sum())
