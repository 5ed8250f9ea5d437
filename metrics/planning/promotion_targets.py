"""Promotions in the plan: each peak's target, how many ordinary days it counts, what a weight would give it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import fmean

from data.store.warehouse import Warehouse
from metrics.calendar.occasions import is_special
from metrics.calendar.period import month_of
from metrics.calendar.promotions import promotions
from metrics.catalogue.targets.plans import GOALS
from metrics.query.rollups import quick
from metrics.wording.rounding import decimal, rounded
from text import Text


@dataclass(frozen=True, slots=True)
class PromotionTarget:
    """The target of a promotion's peak in yuan, and how many ordinary days of its month it counts; None: no such days.

    `set_by_hand` says that it was entered or imported for the day itself.
    """

    day: date
    label: Text
    target: Decimal
    weight: float | None
    set_by_hand: bool


def promotion_targets(warehouse: Warehouse, shop: str, month: date) -> list[PromotionTarget]:
    """The peaks of promotions in the month around a day that have a sales target, in order."""
    during = month_of(month)
    all_promotions = promotions(warehouse, [during.first.year, during.last.year + 1], shop)
    planned = _planned(warehouse, shop, month)
    ordinary = [float(target) for day, (target, _) in planned.items() if not is_special(day, all_promotions)]
    usual = fmean(ordinary) if ordinary else 0.0
    return [
        PromotionTarget(each.peak, each.label, target, round(float(target) / usual, 2) if usual else None, by_hand)
        for each in all_promotions
        if each.peak in planned
        for target, by_hand in [planned[each.peak]]
    ]


def targets_by_weight(
    warehouse: Warehouse, shop: str, month: date, weights: Mapping[date, float]
) -> dict[date, Decimal]:
    """The targets, to the cent, of these days of the month that count so many of the days left open to be shared.

    Of the month's target T, days set by hand and not named here keep F; n open days and the weights w share the rest:
    a day left open gets (T − F) ÷ (n + Σw), one of weight w that times w. Empty where the days have no targets.
    """
    planned = _planned(warehouse, shop, month)
    shared = sum((target for day, (target, by_hand) in planned.items() if day in weights or not by_hand), Decimal(0))
    open_days = sum(not by_hand for day, (_, by_hand) in planned.items() if day not in weights)
    parts = open_days + sum(weights.values())
    if not planned or not parts:
        return {}
    each = shared / decimal(parts)
    return {day: rounded(each * decimal(weight), 2) for day, weight in weights.items()}


def _planned(warehouse: Warehouse, shop: str, month: date) -> dict[date, tuple[Decimal, bool]]:
    """Each day's target and whether it was set for the day itself."""
    during = month_of(month)
    rows = warehouse.rows(
        f"SELECT day, day_target, set_by_hand FROM ({quick(warehouse, GOALS.sql)})"
        " WHERE shop = ? AND day BETWEEN ? AND ?",
        [shop, during.first, during.last],
    )
    return {day: (target, by_hand) for day, target, by_hand in rows if target is not None}
