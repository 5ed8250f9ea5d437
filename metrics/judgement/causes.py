"""Causes: which number moves which, so that one cause raises one line."""

from collections.abc import Iterable
from dataclasses import dataclass

from metrics.judgement.anomaly import Anomaly
from metrics.judgement.limits import Level
from text import Text

MOVES: dict[str, tuple[str, ...]] = {
    "channel_visitors": ("channel_pay_amount",),
    "visitors": ("channel_visitors", "visitors_daily_mean", "page_views", "pay_buyers", "receptions", "cart_users"),
    "reply_3min_rate": ("avg_response_sec",),
    "first_response_sec": ("avg_response_sec", "reply_3min_rate", "reply_rate", "inquiry_pay_final_rate"),
    "inquiry_pay_final_rate": ("cs_sales",),
    "cart_rate": ("pay_conversion",),
    "pay_conversion": ("channel_conversion", "order_conversion", "pay_buyers", "uv_value"),
    "pay_buyers": ("pay_amount", "pay_orders"),
    "avg_order_value": ("avg_ticket", "uv_value", "pay_amount"),
    "pay_amount": (
        "net_pay_amount", "uv_value", "cs_sales", "channel_pay_amount", "day_attain", "month_attain", "pace_gap",
        "month_forecast", "need_per_day", "shop_roi", "ad_cost_ratio",
    ),
    "quality_refund_rate": ("refund_amount_finish", "refund_rate_amount", "refund_rate_30d"),
    "refund_amount_finish": ("refund_amount_pay", "refund_rate_amount", "refund_rate_30d", "net_pay_amount"),
    "unshipped_yday": ("unshipped_48h", "pickup_24h_rate", "delivery_hours"),
    "delivery_hours": ("dsr_delivery",),
    "unshipped_48h": ("dsr_delivery",),
}  # fmt: skip
"""From causes to what they move, from what customers meet towards money; read through as many steps as it has."""

GRAVITY = (Level.BAD, Level.WATCH, Level.UNJUDGED, Level.GOOD)


@dataclass(frozen=True, slots=True)
class Symptom:
    """Something that calls for attention: the metric's name, in which shop and of which part, and how grave it is.

    `what` is how it is named where it is folded under its cause.
    """

    metric: str
    level: Level
    what: Text
    shop: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Folded:
    """A cause and what it moved, in the order given."""

    cause: Symptom
    moved: tuple[Symptom, ...]

    @property
    def level(self) -> Level:
        """The gravest of all its levels."""
        return min((each.level for each in (self.cause, *self.moved)), key=GRAVITY.index)


def lines(found: Iterable[Anomaly]) -> tuple[Folded, ...]:
    """The anomalies of a day, one entry for each cause."""
    return folded(Symptom(each.watched.name, each.level, each.sentence, each.shop, each.part) for each in found)


def moves(name: str) -> frozenset[str]:
    """Every metric that a metric moves, through others too."""
    found: set[str] = set()
    waiting = list(MOVES.get(name, ()))
    while waiting:
        if (each := waiting.pop()) not in found:
            found.add(each)
            waiting += MOVES.get(each, ())
    return frozenset(found)


def folded(effects: Iterable[Symptom]) -> tuple[Folded, ...]:
    """One entry for each cause: what another of the effects moves stands under it, under the gravest where several do.

    Only within one shop; parts of a whole (channels, agents) fold under their whole and never under each other.
    """
    every = list(effects)
    under: dict[int, int] = {}
    for n, effect in enumerate(every):
        reasons = [m for m, cause in enumerate(every) if m != n and _explains(cause, effect)]
        if reasons:
            under[n] = min(reasons, key=lambda m: (GRAVITY.index(every[m].level), m))
    groups: dict[int, list[Symptom]] = {n: [] for n in range(len(every)) if n not in under}
    for n in under:
        groups[_root(n, under)].append(every[n])
    return tuple(Folded(every[n], tuple(moved)) for n, moved in groups.items())


def _explains(cause: Symptom, effect: Symptom) -> bool:
    if cause.shop != effect.shop or (cause.part and cause.part != effect.part):
        return False
    return effect.metric in moves(cause.metric) or (
        cause.metric == effect.metric and not cause.part and bool(effect.part)
    )


def _root(n: int, under: dict[int, int]) -> int:
    while n in under:
        n = under[n]
    return n
