"""流量来源: the 店铺来源 workbooks of the last days, one a day, and the sheet that was kept by hand before them."""

from pathlib import Path

from data.demo.exports.headings import LEVELS, TRAFFIC, TRAFFIC_BY_HAND
from data.demo.facts.arrays import day_texts
from data.demo.facts.channels import NAMES, SUBTOTAL, Traffic, traffic
from data.demo.facts.figures import Figures
from data.demo.facts.shop_year import ShopYear
from data.demo.facts.shops import SECOND
from data.demo.writing.workbook import Cell, write_workbook

RECENT = 5
CARRIERS = {"手机淘宝": 90, "PC": 6, "其他": 4}


def write(year: ShopYear, facts: Figures, to: Path) -> list[Path]:
    """A file a day for the last five days, one for all days before; the second shop's yesterday is missing."""
    rows, days = traffic(year, facts), len(year.days)
    last = days - 1 if year.shop is SECOND else days
    return [_history(year, rows, to), *(_daily(year, rows, day, to) for day in range(days - RECENT, last))]


def _history(year: ShopYear, rows: Traffic, to: Path) -> Path:
    days = day_texts(year.days)[:-RECENT]
    lines: list[list[Cell]] = [
        ["每周一从店铺来源补录，访客在各来源之间会重复，不要相加"],
        ["统计日期", *LEVELS, *TRAFFIC_BY_HAND],
    ]
    for n, day in enumerate(days):
        for levels, figures in zip(rows.levels, rows.figures[n].tolist(), strict=True):
            lines.append([day, *levels, *(_plain(name, cell) for name, cell in zip(NAMES, figures, strict=True))])
    path = to / f"流量来源汇总_{year.shop.name}_{days[0]}至{days[-1]}.xlsx"
    return write_workbook(path, {"每日来源": lines})


def _plain(name: str, cell: int) -> Cell:
    return cell / 100 if name.endswith("amount") else cell


def _daily(year: ShopYear, rows: Traffic, n: int, to: Path) -> Path:
    day = day_texts(year.days)[n]
    title: list[list[Cell]] = [["店铺来源"], [f"统计时间：{day} ~ {day}"], ["终端：全部"], ["对比：前一日"], []]
    headings: list[Cell] = ["流量载体", *LEVELS]
    for heading in TRAFFIC:
        headings += [heading, f"{heading.replace('UV', 'uv')}环比"]
    pairs = list(zip(rows.levels, rows.figures[n].tolist(), rows.figures[n - 1].tolist(), strict=True))
    whole = [["全店", *levels, *_cells(now, before)] for levels, now, before in pairs]
    parts = [
        [carrier, *levels, *_cells(_part(now, share), _part(before, share))]
        for carrier, share in CARRIERS.items()
        for levels, now, before in pairs
        if levels[0] != SUBTOTAL
    ]
    path = to / f"【生意参谋平台】{year.shop.name}_店铺流量来源-{day}_{day}.xlsx"
    return write_workbook(
        path, {"全店流量来源": [*title, headings, *whole], "分载体流量来源": [*title, headings, *parts]}
    )


def _part(figures: list[int], share: int) -> list[int]:
    return [figure * share // 100 for figure in figures]


def _cells(now: list[int], before: list[int]) -> list[Cell]:
    cells: list[Cell] = []
    for (cell, value), (_, past) in zip(_figures(now), _figures(before), strict=True):
        cells += [cell, f"{value / past - 1:+.2%}" if past else "-"]
    return cells


def _figures(row: list[int]) -> list[tuple[Cell, float]]:
    """The figures in the order of their headings: as the export writes them, and as numbers."""
    visitors, new, cart, order_buyers, order_amount, buyers, amount = row
    seconds = 20 + visitors % 700 / 100
    each, worth = amount / 100 / max(buyers, 1), amount / 100 / max(visitors, 1)
    return [
        (f"{visitors:,}", visitors), (f"{new:,}", new), (f"{seconds:.2f}", seconds),
        (f"{visitors * 6 // 10:,}", visitors), (str(cart), cart), (str(cart // 3), cart),
        (str(buyers), buyers), _rate(buyers, visitors),
        (f"{amount / 100:,.2f}", amount), (f"{each:.2f}" if buyers else "-", each), (f"{worth:.2f}", worth),
        (str(order_buyers), order_buyers), (f"{order_amount / 100:,.2f}", order_amount), _rate(order_buyers, visitors),
    ]  # fmt: skip


def _rate(over: int, under: int) -> tuple[Cell, float]:
    return (f"{over / under:.2%}", over / under) if under else ("-", 0.0)
