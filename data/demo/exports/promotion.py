"""推广: what the made-up shops spend, by plan and by product, as 万相台 reports it over the last three months."""

import csv
from pathlib import Path

import numpy as np

from data.demo.facts.arrays import Ints, day_texts, whole, yuan
from data.demo.facts.figures import Figures, noise
from data.demo.facts.shop_year import ShopYear
from data.demo.facts.shops import FLAGSHIP

RECENT = 90
SETTLES = 7
"""So many days pass until a tool has counted all the sales that a day's spend brought."""

KEYWORD, AUDIENCE, WHOLE_SITE = "关键词推广", "人群推广", "货品全站推广"
PLANS = (
    (KEYWORD, "60170001", "爆款拉新", 0.65, 3.4, 1.45),
    (KEYWORD, "60170002", "新品日常", 0.35, 1.9, 1.10),
    (AUDIENCE, "60170003", "老客召回", 1.0, 4.6, 0.80),
    (WHOLE_SITE, "60170004", "爆款全站", 1.0, 3.8, 0.95),
)
"""Scene, number, name, share of the scene's spend, return, yuan a click."""

FIGURES = ["展现量", "点击量", "花费", "点击率", "平均点击花费", "总成交金额", "总成交笔数", "投入产出比", "总购物车数"]
BY_PLAN = ["日期", "场景ID", "场景名字", "原二级场景名字", "计划ID", "计划名字", *FIGURES]
BY_PRODUCT = [*BY_PLAN[:6], "主体ID", "主体类型", "主体名称", *FIGURES]
PROMOTED = (0.6, 0.4)
"""The shares that the first products of a shop take of each plan; what is left falls to the last of them."""


def spend(year: ShopYear, facts: Figures) -> dict[str, Ints]:
    """What each scene costs a day, in fen: the daily report books the same."""
    flagship = year.shop is FLAGSHIP
    keyword = noise(year, 7, 0.04, 0.06) if flagship else noise(year, 7, 0.03, 0.05)
    found = {KEYWORD: keyword, WHOLE_SITE: noise(year, 10, 0.03, 0.05)}
    if flagship:
        found[AUDIENCE] = noise(year, 11, 0.01, 0.02)
    return {scene: whole(facts.reported * share) for scene, share in found.items()}


def write(year: ShopYear, facts: Figures, to: Path) -> list[Path]:
    """The report by plan, and the one by product that splits the same spend."""
    scenes, first = spend(year, facts), len(year.days) - RECENT
    plans, products = [], []
    for number, (scene, plan_id, plan, share, back, click) in enumerate(PLANS):
        if scene not in scenes:
            continue
        cost = _part(scenes[scene], scene, share)
        sales = whole(cost * back * noise(year, 40 + number, 0.85, 1.15) * _settled(len(year.days)))
        clicks = whole(cost / 100 / (click * noise(year, 50 + number, 0.9, 1.1)))
        shown = whole(clicks / noise(year, 60 + number, 0.03, 0.05))
        head = [f"3710{number}", scene, "-", plan_id, plan]
        for n, day in list(enumerate(day_texts(year.days)))[first:]:
            figures = [int(part[n]) for part in (shown, clicks, cost, sales)]
            plans.append([day, *head, *_cells(figures)])
            for product, part in zip(year.shop.products, _split(figures), strict=False):
                products.append([day, *head, product.product_id, "商品", product.title, *_cells(part)])
    stamp = f"{year.shop.name}_{year.today:%Y%m%d}"
    by_plan, by_product = to / f"计划报表_{stamp}_173656.csv", to / f"商品报表_{stamp}_110309.csv"
    return [_csv(by_plan, BY_PLAN, plans), _csv(by_product, BY_PRODUCT, products)]


def _part(cost: Ints, scene: str, share: float) -> Ints:
    """A plan's part of its scene; the scene's last plan takes what rounding leaves."""
    shares = [each[3] for each in PLANS if each[0] == scene]
    return whole(cost * share) if share == shares[0] else cost - whole(cost * shares[0])


def _split(figures: list[int]) -> list[list[int]]:
    first = [int(figure * PROMOTED[0]) for figure in figures]
    return [first, [figure - taken for figure, taken in zip(figures, first, strict=True)]]


def _settled(days: int) -> np.ndarray:
    """The share of a day's sales that the tool has counted by now."""
    return np.minimum(1, 0.55 + 0.45 * np.arange(days)[::-1] / SETTLES)


def _cells(figures: list[int]) -> list[str]:
    shown, clicks, cost, sales = figures
    amounts = yuan([cost, sales])
    rates = [f"{a / b:.4f}" if b else "0" for a, b in ((clicks, shown), (cost / 100, clicks), (sales, cost))]
    return [str(shown), str(clicks), amounts[0], rates[0], rates[1], amounts[1], str(sales // 18_000), rates[2],
        str(clicks // 9)]  # fmt: skip


def _csv(path: Path, headings: list[str], rows: list[list[str]]) -> Path:
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
    return path
