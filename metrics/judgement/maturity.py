"""Maturity: which of a metric's days are final, and which may still change."""

from collections.abc import Mapping
from datetime import date, timedelta

from metrics.calendar.period import Period, until
from metrics.definition.metric import Metric
from metrics.wording.figure import Number
from text import Text

SO_FAR = Text("已定稿的{days}：{said}", "Final days {days}: {said}")
NONE_FINAL = Text("还没有定稿的日子", "No day of it is final yet")

_ATTRIBUTED = Text("推广工具把点击后 7 天内的成交计入", "tools count what is bought within 7 days of a click")
_INQUIRIES = Text(
    "客服工具按询单后几天内付款来定义", "service tools define it by the days within which an inquirer pays"
)
_AS_REFUNDS = Text("与按付款日的退款同样定稿", "it settles as refunds by pay day of orders do")
GIVEN = {
    "ad_sales": _ATTRIBUTED,
    "ad_roi": _ATTRIBUTED,
    "product_ad_roi": _ATTRIBUTED,
    "inquiry_pay_final_rate": _INQUIRIES,
    "inquiry_pay_final_rate_by_tool": _INQUIRIES,
    "inquiry_pay_d1_rate": _INQUIRIES,
    "order_pay_rate": Text("未付款的订单到时自动关闭", "orders nobody pays for are closed after a time"),
    "refund_amount_pay_report": _AS_REFUNDS,
    "product_refund_rate_amount": _AS_REFUNDS,
}
"""Why the `final_after` of the other metrics is what it is: the window of the platform or tool they come from."""


def last_final_day(metric: Metric, today: date) -> date:
    """The last day whose value no longer changes; for a metric that is final at once that is today."""
    return today - timedelta(days=metric.final_after)


def is_final(metric: Metric, day: date, today: date) -> bool:
    """Whether a day's value no longer changes."""
    return day <= last_final_day(metric, today)


def mature(metric: Metric, during: Period, today: date) -> Period | None:
    """The part of a period whose days are final; None where none is."""
    return until(during, last_final_day(metric, today)) if metric.final_after else during


def settled(series: Mapping[date, Number | None], metric: Metric, today: date) -> dict[date, Number | None]:
    """A metric's days without those that may still change: what averages and judgements may rest on."""
    return {day: value for day, value in series.items() if not metric.final_after or is_final(metric, day, today)}
