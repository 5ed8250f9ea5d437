"""What is usually done about a line of the red list, and until what time of the day."""

from dataclasses import dataclass
from datetime import time

from text import Text


@dataclass(frozen=True, slots=True)
class NextStep:
    """The next step and the time by which it is due."""

    until: time
    what: Text


_SPEED = NextStep(time(11), Text("看高峰时段的排班，先补人", "Add people at peak hours"))
_SCORE = NextStep(time(15), Text("看低分原因，对到商品快递", "Trace the last low scores"))
_REFUNDS = NextStep(time(14), Text("看退款原因前三，对到商品", "Trace refund reasons"))
_TRAFFIC = NextStep(time(10), Text("核对主图与前十词排名", "Check images and keyword ranks"))

STEPS = {
    "file": NextStep(time(9, 15), Text("请平时导出的人补上", "Ask whoever exports it")),
    "unshipped_48h": NextStep(time(9, 30), Text("改由备仓发出，逐单致电", "Use spare stock, call buyers")),
    "visitors": NextStep(time(10), Text("先看哪个来源掉得最多", "See which channel fell most")),
    "channel_visitors": _TRAFFIC,
    "complaints_overdue": NextStep(time(10, 30), Text("组长回电，写明处理结果", "The lead calls back")),
    "pay_amount": NextStep(time(10, 30), Text("按原因逐项补回", "Make up for each cause")),
    "seats": NextStep(time(11), Text("错峰用餐，补上缺的席位", "Stagger meals, fill seats")),
    "pay_conversion": NextStep(time(11), Text("查价格、券、详情页和缺货", "Check prices, coupons, stock")),
    "avg_order_value": NextStep(time(11), Text("查券的门槛和连带", "Check coupons and bundles")),
    "first_response_sec": _SPEED,
    "avg_response_sec": _SPEED,
    "reply_rate": _SPEED,
    "unshipped_36h": NextStep(time(11, 30), Text("先拣先发，午前揽收", "Pick first, out before noon")),
    "unshipped_yday": NextStep(time(11, 30), Text("催仓库今天发完", "Ship them all today")),
    "reconciliation": NextStep(time(12), Text("核对导出范围，重导一次", "Check the days, export again")),
    "refund_rate_amount": _REFUNDS,
    "refund_amount_finish": _REFUNDS,
    "bad_reviews_open": NextStep(time(14), Text("逐条回复并联系买家", "Answer each, call the buyers")),
    "ad_roi": NextStep(time(14), Text("停低效计划，预算给高回报", "Stop weak plans")),
    "dsr_item": _SCORE,
    "dsr_service": _SCORE,
    "dsr_delivery": _SCORE,
    "quota_attain": NextStep(time(15), Text("问缺什么，借调或改排期", "Ask what is missing, replan")),
    "featured_attain": NextStep(time(17), Text("看库存和流量，补货单今天下", "Check stock, reorder today")),
}
"""By the metric's name, or the kind of line."""

ELSE = NextStep(time(16), Text("查明原因，下班前回话", "Find the cause today"))


def step_of(metric: str) -> NextStep:
    """The usual step for a line about a metric."""
    return STEPS.get(metric, ELSE)
