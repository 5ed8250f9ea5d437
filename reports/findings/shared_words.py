"""Shared words: what several slides say alike, or the table of a slide and its whole in the appendix."""

from metrics.calendar.period import Period
from reports.slide.values import on
from text import Text

NEEDS = (
    Text("备货", "stock"), Text("页面", "page"), Text("快捷语", "phrases"), Text("人手", "staff"),
)  # fmt: skip
"""What an activity needs before it begins."""

UNWRITTEN = Text("没填", "Not written")
NOT_SOLVED, NO_STATE = Text("没排除", "Open"), Text("没写状态", "no state")
SCORES_CALLED = {
    "dsr_item": Text("描述", "Item"), "dsr_service": Text("服务", "Service"), "dsr_delivery": Text("物流", "Delivery"),
}  # fmt: skip
SPAN = Text("14 日取 {first}至 {last}，已定稿；7 日为暂估", "14 days: {first} to {last}, final; 7 days: provisional")
NO_SALES = Text("缺订单或店铺日报，{when}未评", "Orders or the shop report missing: {when} is not judged")
FACTORS_CALLED = {
    "visits": Text("访客", "visits"),
    "conversion": Text("转化", "conversion"),
    "basket": Text("客单", "basket"),
}


def final_days(final: Period) -> Text:
    """The note below a table of returns of seven and of fourteen days."""
    return SPAN.filled(first=on(final.first), last=on(final.last))
