"""真实体验分 and 首页核心指标: what the platform makes of a shop, day by day, copied into one sheet for both shops."""

import numpy as np

from data.demo.facts.agents import CONSULTING
from data.demo.facts.arrays import day_texts
from data.demo.facts.figures import Figures, noise
from data.demo.facts.shop_year import ShopYear
from data.demo.writing.workbook import Cell

Rows = list[list[Cell]]

SCORES = (
    "店铺名称", "日期", "真实体验分", "宝贝质量", "物流速度", "服务保障", "商品负反馈率", "商品好评率",
    "48小时揽收及时率", "物流到货时长(小时)", "3分钟人工响应率", "旺旺满意度", "退款处理时长(小时)", "平台求助率",
)  # fmt: skip
DAYS = 60
USUAL = (4.78, 4.62, 4.70)
WEIGHTS = (0.25, 0.25, 0.5)

HOME = (
    "店铺名称", "统计日期", "支付金额", "净支付金额", "退款金额（完结时间）", "退款金额（支付时间）", "咨询率",
    "平台判责率", "24小时揽收及时率", "物流到货时长(小时)", "退款处理时长(天)", "旺旺人工响应时长(秒)",
)  # fmt: skip


def experience(years: list[ShopYear]) -> Rows:
    """Two months of scores, written as the page shows them: points, rates with their sign, hours."""
    rows: Rows = [[*SCORES]]
    for year in years:
        rng = np.random.RandomState(year.shop.seed + 121)
        steps = rng.choice([-0.01, 0, 0.01], (DAYS, 3), p=[0.12, 0.76, 0.12]).cumsum(axis=0)
        for n, day in enumerate(day_texts(year.days)[-DAYS:]):
            parts = [mean + step for mean, step in zip(USUAL, steps[n].tolist(), strict=True)]
            whole = sum(part * weight for part, weight in zip(parts, WEIGHTS, strict=True))
            rates = [rng.uniform(*span) for span in ((0.2, 0.4), (96.5, 98.5), (96, 99))]
            served = [f"{rng.uniform(*span):.2f}%" for span in ((91, 98), (91, 96))]
            hours, refund = rng.uniform(48, 60), rng.uniform(18, 30)
            shown = [f"{part:.2f}" for part in (whole, *parts)] + [
                f"{rates[0]:.4f}%",
                *(f"{r:.2f}%" for r in rates[1:]),
            ]
            ends = [f"{hours:.2f}", *served, f"{refund:.2f}", f"{rng.uniform(0.01, 0.05):.4f}%"]
            rows.append([year.shop.name, day, *shown, *ends])
    return rows


def home(years: list[tuple[ShopYear, Figures]]) -> Rows:
    """Two months of the home page: two refunds, of the day's end and of the day's payments, and rates."""
    rows: Rows = [[*HOME]]
    for year, facts in years:
        salted = [noise(year, salt, low, high) for salt, low, high in (
            (131, 0.9, 1.1), (132, 0.0, 0.06), (133, 95, 99.4), (134, 48, 60), (135, 0.8, 1.4), (136, 24, 46),
        )]  # fmt: skip
        for n in range(len(year.days) - DAYS, len(year.days)):
            requested, judged, picked, hours, settled, replied = (float(each[n]) for each in salted)
            paid, done, of_paid = (int(each[n]) / 100 for each in (facts.reported, facts.refund_finished, facts.refund))
            money = [f"{amount:,.2f}" for amount in (paid, paid - done, done, of_paid)]
            rates = [f"{requested * CONSULTING:.2%}", f"{judged:.2f}%", f"{picked:.2f}%"]
            rows.append(
                [
                    year.shop.name,
                    day_texts(year.days)[n],
                    *money,
                    *rates,
                    *(f"{f:.2f}" for f in (hours, settled, replied)),
                ]
            )
    return rows
