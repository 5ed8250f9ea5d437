"""The made-up traffic by channel: leaves that overlap, and the subtotals an export mixes in among them."""

from dataclasses import dataclass

import numpy as np

from data.demo.facts.arrays import Floats, Ints, whole
from data.demo.facts.figures import Figures
from data.demo.facts.shop_year import ShopYear

SUBTOTAL, NOTHING = "汇总", "-"
LEVELS = 4
NAMES = ("visitors", "new_visitors", "cart_users", "order_buyers", "order_amount", "pay_buyers", "pay_amount")
VISITORS, PAY_BUYERS, PAY_AMOUNT = NAMES.index("visitors"), NAMES.index("pay_buyers"), NAMES.index("pay_amount")
SEARCH = "手淘搜索"
SEARCH_FALL = 0.78
"""Yesterday fewer buyers came by search: the reason for the shortfall that the morning has to find."""


@dataclass(frozen=True, slots=True)
class DemoChannel:
    """A way into the shop: its place among the levels, its share of visitors, its conversion beside the shop's."""

    path: tuple[str, ...]
    share: float
    conversion: float


CHANNELS = (
    DemoChannel(("平台流量", "搜索", SEARCH), 0.33, 1.15),
    DemoChannel(("平台流量", "推荐", "手淘推荐"), 0.25, 0.55),
    DemoChannel(("平台流量", "自主访问", "购物车"), 0.09, 2.3),
    DemoChannel(("平台流量", "自主访问", "我的淘宝"), 0.085, 2.0),
    DemoChannel(("平台流量", "活动", "聚划算"), 0.03, 1.2),
    DemoChannel(("广告流量", "效果广告", "关键词推广"), 0.17, 1.05),
    DemoChannel(("广告流量", "效果广告", "人群推广"), 0.06, 0.7),
    DemoChannel(("广告流量", "全站推广"), 0.08, 0.95),
    DemoChannel(("广告流量", "淘宝客"), 0.02, 1.4),
    DemoChannel(("内容流量", "种草", "内容种草"), 0.065, 0.42),
    DemoChannel(("内容流量", "直播", "店铺直播", "自播间"), 0.03, 1.3),
    DemoChannel(("站外流量",), 0.012, 0.3),
)
"""The shares add up to 1.22: a visitor who came by two channels is counted in both."""


@dataclass(frozen=True, slots=True)
class Traffic:
    """Rows of the export: level words of each row, and figures [day, row, name of NAMES]; amounts in fen."""

    levels: list[tuple[str, ...]]
    figures: Ints


def traffic(year: ShopYear, facts: Figures) -> Traffic:
    """Every row of every day: the shop's total, each subtotal before the channels below it, each channel."""
    leaves = _leaves(year, facts)
    total = _row(facts.visitors, facts.pay_buyers, facts.pay_amount)
    levels, columns = [(SUBTOTAL,) * LEVELS], [total]
    for n, channel in enumerate(CHANNELS):
        for depth in range(1, len(channel.path)):
            head = channel.path[:depth] + (SUBTOTAL,) * (LEVELS - depth)
            if head not in levels:
                levels.append(head)
                columns.append(_subtotal(leaves, channel.path[:depth]))
        levels.append(channel.path + (NOTHING,) * (LEVELS - len(channel.path)))
        columns.append(leaves[n])
    return Traffic(levels, np.stack(columns, axis=1))


def _leaves(year: ShopYear, facts: Figures) -> list[Ints]:
    rng = np.random.RandomState(year.shop.seed + 21)
    pull = np.array([channel.share * channel.conversion for channel in CHANNELS])
    rows = []
    for channel, part in zip(CHANNELS, 1.04 * pull / pull.sum(), strict=True):
        wobble = rng.uniform(0.92, 1.08, (2, len(year.days)))
        if channel.path[-1] == SEARCH:
            wobble[:, -1] *= SEARCH_FALL
        buyers = whole(facts.pay_buyers * part * wobble[0])
        visitors = np.maximum(whole(facts.visitors * channel.share * wobble[1]), buyers)
        rows.append(_row(visitors, buyers, whole(_basket(facts) * buyers * rng.uniform(0.94, 1.06, len(buyers)))))
    return rows


def _basket(facts: Figures) -> Floats:
    return facts.pay_amount / np.maximum(facts.pay_buyers, 1)


def _subtotal(leaves: list[Ints], path: tuple[str, ...]) -> Ints:
    below = [leaf for leaf, channel in zip(leaves, CHANNELS, strict=True) if channel.path[: len(path)] == path]
    added = np.sum(below, axis=0)
    largest = np.max([leaf[:, VISITORS] for leaf in below], axis=0)
    # People who came by two of the channels count once in their subtotal.
    return _row(np.maximum(whole(added[:, VISITORS] * 0.95), largest), added[:, PAY_BUYERS], added[:, PAY_AMOUNT])


def _row(visitors: Ints, buyers: Ints, amount: Ints) -> Ints:
    columns = (visitors, visitors * 7 // 10, visitors // 11, buyers * 108 // 100, amount * 109 // 100, buyers, amount)
    return np.stack(columns, axis=1)
