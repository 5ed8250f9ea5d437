"""商品: the 商品排行 of the last two months, kept in one sheet: what each product sold, and two that sell nothing."""

from pathlib import Path

import numpy as np

from data.demo.facts.arrays import day_texts, yuan
from data.demo.facts.shop_year import ShopYear
from data.demo.facts.shops import FLAGSHIP, DemoProduct
from data.demo.writing.workbook import Cell, write_workbook

RECENT = 60
HEADINGS = (
    "统计日期", "商品ID", "商品名称", "货号", "商品状态", "商品访客数", "商品浏览量", "平均停留时长",
    "商品详情页跳出率", "商品收藏人数", "商品加购人数", "支付买家数", "支付件数", "支付金额",
)  # fmt: skip
IDLE = {
    True: (
        DemoProduct("744510041175", "竹编收纳篮手工零食筐", "YX-SN09", 59, 0),
        DemoProduct("744510041382", "铜制烛台复古摆件", "YX-ZT03", 168, 0),
    ),
    False: (
        DemoProduct("768820411934", "棉麻餐垫隔热垫四片装", "YM-CD02", 45, 0),
        DemoProduct("768820412077", "藤编纸巾盒", "YM-ZJ01", 69, 0),
    ),
}
"""Products that nobody buys, by whether the shop is the flagship; the last of them was taken down."""

TAKEN_DOWN = "已下架"


def write(year: ShopYear, to: Path) -> list[Path]:
    """One workbook of all days, a row a product and day."""
    days = len(year.days)
    pieces_sold = sold(year)
    rng = np.random.RandomState(year.shop.seed + 71)
    idle = IDLE[year.shop is FLAGSHIP]
    rows: list[list[Cell]] = []
    for n in range(days - RECENT, days):
        day = day_texts(year.days)[n]
        for place, product in enumerate((*year.shop.products, *idle)):
            amount, pieces, buyers = pieces_sold.get((n, place), (0, 0, 0))
            visitors = int(buyers / rng.uniform(0.025, 0.04)) + int(rng.randint(4, 30))
            status = TAKEN_DOWN if product is idle[-1] else "当前在线"
            about = [day, product.product_id, product.title, product.code, status]
            rows.append([*about, *_cells(rng, visitors), buyers, pieces, yuan([amount])[0]])
    name = f"商品排行汇总_{year.shop.name}.xlsx"
    return [write_workbook(to / name, {"每日商品": [list(HEADINGS), *rows]})]


def _cells(rng: np.random.RandomState, visitors: int) -> list[Cell]:
    stay, bounce = rng.uniform(18, 45), rng.uniform(45, 65)
    return [visitors, visitors * 3 // 2, f"{stay:.2f}", f"{bounce:.2f}%", visitors // 40, visitors // 11]


def sold(year: ShopYear) -> dict[tuple[int, int], tuple[int, int, int]]:
    """Fen, pieces and buyers by (day, product), both counted from 0."""
    items, orders = year.items, year.orders
    paid = orders.paid[items.order]
    order = items.order[paid]
    days, products = year.place(orders.paid_at[order]), items.product[paid]
    found: dict[tuple[int, int], tuple[int, int, int]] = {}
    people: dict[tuple[int, int], set[int]] = {}
    amounts, pieces, buyers = items.amount[paid], items.quantity[paid], orders.buyer[order]
    for day, place, amount, count, buyer in zip(*(each.tolist() for each in (days, products, amounts, pieces, buyers)),
        strict=True,
    ):  # fmt: skip
        if day >= len(year.days) - RECENT:
            people.setdefault((day, place), set()).add(buyer)
            fen, sold, _ = found.get((day, place), (0, 0, 0))
            found[day, place] = (fen + amount, sold + count, len(people[day, place]))
    return found
