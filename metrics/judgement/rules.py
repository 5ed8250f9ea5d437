"""Rules: from which limits on a metric is to be watched, and from which it is bad."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from text import Text

SAME_WEEKDAY = Text("同星期", "same weekday")
DAY_BEFORE = Text("前一天", "the day before")
WEEK_AGO = Text("7天前", "a week ago")
FOUR_WEEKS = Text("前四周", "the four weeks before")
QUARTER_BEFORE = Text("上季", "the quarter before")
WEIGHTED_PACE = Text("加权进度", "weighted pace")
BUDGET = Text("预算", "budget")
PLANNED = Text("计划", "plan")

REFERENCES = {
    "weekday": SAME_WEEKDAY, "day_before": DAY_BEFORE, "week_ago": WEEK_AGO,
    "four_weeks": FOUR_WEEKS, "quarter": QUARTER_BEFORE,
    "pace": WEIGHTED_PACE, "budget": BUDGET, "plan": PLANNED,
}  # fmt: skip
"""What a value can be compared with, by the word that a shop's edit of a rule is kept under."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a value is held against, how, and the limits beyond which it is to be watched or bad.

    `share` is value ÷ reference − 1, `difference` value − reference; a `limit` is the value itself. Limits are passed
    towards the `side` on which they lie: the worse one (downwards, for metrics where lower is better upwards), over
    it, or either, whose limits are written as falls. Without `bad` nothing is worse than watch. `versus` names the
    reference. Under a sample of `least` the rule does not fire (None: the metric's own smallest honest sample); it
    fires once a limit was passed `days` days running. With `reached` a limit that is just met counts as passed.
    """

    against: Literal["target", "base", "limit"]
    how: Literal["share", "difference"]
    watch: float
    bad: float | None = None
    versus: Text = SAME_WEEKDAY
    least: int | None = None
    days: int = 1
    side: Literal["worse", "over", "either"] = "worse"
    reached: bool = False

    @property
    def key(self) -> str:
        """What tells it from the metric's other rules: `target`, `limit`, `limit over`, `base weekday`."""
        over = " over" if self.side == "over" else ""
        if self.against == "limit" or self.attains:
            return f"{self.against}{over}"
        return f"{self.against} {next(word for word, text in REFERENCES.items() if text == self.versus)}{over}"

    @property
    def attains(self) -> bool:
        """Whether it is read as how much of a target was reached."""
        return self.against == "target" and self.how == "share" and self.side == "worse"


Rulebook = Mapping[str, tuple[Rule, ...]]
"""The rules that count, by the metric's name."""

LONGEST_RUN = 7
"""The most days running that a rule may wait for."""

_SCORE = (
    Rule("limit", "difference", 4.80),
    Rule("base", "difference", -0.03, -0.03, WEEK_AGO, reached=True),
    Rule("base", "difference", -0.01, versus=DAY_BEFORE, reached=True),
)

RULES: dict[str, tuple[Rule, ...]] = {
    "pay_amount": (Rule("target", "share", 0, -0.10), Rule("base", "share", -0.10, -0.25)),
    "net_pay_amount": (Rule("base", "share", -0.10, -0.25),),
    "month_attain": (Rule("target", "difference", -0.02, -0.05, WEIGHTED_PACE),),
    "month_forecast": (Rule("target", "share", 0, -0.05),),
    "pace_gap": (Rule("limit", "difference", -0.02, -0.05),),
    "day_attain": (Rule("limit", "difference", 1, 0.90),),
    "visitors": (Rule("base", "share", -0.10, -0.20),),
    "visitors_daily_mean": (Rule("base", "share", -0.10, -0.20),),
    "pay_buyers": (Rule("base", "share", -0.10, -0.20),),
    "pay_conversion": (Rule("base", "share", -0.07, -0.15),),
    "channel_visitors": (Rule("base", "share", -0.10, -0.20),),
    "channel_conversion": (Rule("base", "share", -0.07, -0.15),),
    "cart_rate": (Rule("base", "share", -0.07, -0.15),),
    "avg_order_value": (Rule("base", "share", -0.15, side="either"),),
    "uv_value": (Rule("base", "share", -0.10, -0.20),),
    "refund_rate_amount": (Rule("base", "difference", 0.015, 0.03),),
    "first_response_sec": (Rule("limit", "difference", 30, 60),),
    "avg_response_sec": (Rule("limit", "difference", 60), Rule("base", "share", 0.30)),
    "reply_rate": (Rule("limit", "difference", 0.98, 0.95),),
    "inquiry_pay_final_rate": (Rule("base", "difference", -0.025, -0.05, FOUR_WEEKS),),
    "dsr_item": _SCORE,
    "dsr_service": _SCORE,
    "dsr_delivery": _SCORE,
    "refund_amount_finish": (Rule("base", "share", 0.15, 0.30),),
    "refund_amount_pay": (Rule("base", "share", 0.15, 0.30),),
    "refund_rate_30d": (Rule("base", "difference", 0.01, 0.02),),
    "dispute_refund_rate": (Rule("base", "difference", 0, versus=WEEK_AGO),),
    "liability_rate": (Rule("base", "difference", 0, versus=WEEK_AGO),),
    "quality_refund_rate": (Rule("base", "share", 0.25, 0.50),),
    "refund_days": (Rule("base", "share", 0, 0.30),),
    "need_per_day": (Rule("base", "share", 0.15, 0.30),),
    "quota_attain": (Rule("limit", "difference", 1, 0.80), Rule("limit", "difference", 1.50, side="over")),
    "std_hour_util": (Rule("limit", "difference", 0.60), Rule("limit", "difference", 1.10, side="over")),
    "bounce_rate": (Rule("base", "difference", 0.025, 0.05),),
    "order_conversion": (Rule("base", "share", -0.07, -0.15),),
    "order_pay_rate": (Rule("base", "difference", -0.025, -0.05),),
    "fav_cart_rate": (Rule("base", "share", -0.07, -0.15),),
    "consult_rate": (Rule("base", "share", -0.30, side="either"),),
    "silent_conversion": (Rule("base", "share", -0.07, -0.15),),
    "avg_item_price": (Rule("base", "share", -0.15, side="either"),),
    "silent_sales_share": (Rule("base", "difference", -0.10, side="either"),),
    "channel_share": (Rule("base", "difference", -0.05, side="either"),),
    "ad_spend": (Rule("target", "share", -0.10, versus=BUDGET, side="either"),),
    "ad_roi": (Rule("limit", "difference", 2, 1),),
    "shop_roi": (Rule("base", "share", -0.10, -0.20),),
    "ad_cost_ratio": (Rule("target", "difference", 0.01, 0.02, PLANNED), Rule("base", "difference", 0.01, 0.02)),
    "ad_ctr": (Rule("base", "share", -0.10, -0.20),),
    "ad_cpc": (Rule("base", "share", 0.10, 0.20),),
    "product_conversion": (Rule("base", "share", -0.07, -0.15),),
    "featured_attain": (Rule("limit", "difference", 1, 0.80),),
    "moving_rate": (Rule("limit", "difference", 0.60),),
    "zero_sale_items": (Rule("limit", "difference", 0),),
    "stock_days": (Rule("limit", "difference", 7), Rule("limit", "difference", 90, side="over")),
    "unshipped_yday": (Rule("limit", "difference", 0, 20),),
    "cs_sales": (Rule("target", "share", 0, -0.10),),
    "reception_load": (Rule("limit", "difference", 1.5),),
    "inquiry_pay_d1_rate": (Rule("base", "difference", -0.025, -0.05, FOUR_WEEKS),),
    "reply_3min_rate": (Rule("limit", "difference", 0.90),),
    "reply_5min_rate": (Rule("limit", "difference", 0.90),),
    "shop_reply_3min_rate": (Rule("limit", "difference", 0.90),),
    "chat_reply_3min_rate": (Rule("limit", "difference", 0.90),),
    "chat_first_response_sec": (Rule("limit", "difference", 30),),
    "chat_first_response_p90": (Rule("limit", "difference", 60),),
    "chat_avg_response_sec": (Rule("limit", "difference", 60), Rule("base", "share", 0.30)),
    "unanswered_rounds": (Rule("limit", "difference", 0),),
    "answer_ratio": (Rule("limit", "difference", 1.2),),
    "answer_ratio_daily": (Rule("limit", "difference", 1.2),),
    "seat_coverage": (Rule("limit", "difference", 1),),
    "late_early_count": (Rule("limit", "difference", 0),),
    "bad_reviews": (Rule("base", "share", 1),),
    "bad_reviews_open": (Rule("limit", "difference", 0),),
    "complaints_open_24h": (Rule("limit", "difference", 0),),
    "complaints_overdue": (Rule("limit", "difference", 0, 0),),
    "unshipped_48h": (Rule("limit", "difference", 0, 0),),
    "unshipped_36h": (Rule("limit", "difference", 0),),
    "pickup_24h_rate": (Rule("limit", "difference", 0.95),),
    "delivery_hours": (Rule("base", "share", 0.20),),
    "fault_minutes": (Rule("limit", "difference", 30),),
    "fault_mttr_min": (Rule("base", "share", 0, versus=QUARTER_BEFORE),),
    "faults_open": (Rule("limit", "difference", 0, 0),),
}
"""By the metric's name; a metric that is not here is shown and not judged."""
