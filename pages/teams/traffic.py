"""推广: how many people came, by which channel, and how many of them paid."""

from metrics.traffic import (
    CART_RATE,
    CHANNEL_CONVERSION,
    CHANNEL_PAY_AMOUNT,
    CHANNEL_UV_VALUE,
    CHANNEL_VISITORS,
    PAGE_VIEWS,
    PAY_CONVERSION,
    UV_VALUE,
    VISITORS,
)
from ui import panels
from ui.language import say

METRICS = (VISITORS, PAY_CONVERSION, UV_VALUE, CART_RATE, PAGE_VIEWS)

during = panels.opening(say("推广", "Traffic"), *METRICS)
left, right = panels.side_by_side()
with left:
    panels.over_time(VISITORS, during)
    panels.over_time(PAY_CONVERSION, during)
with right:
    panels.by("channel", during, CHANNEL_VISITORS, CHANNEL_CONVERSION, CHANNEL_UV_VALUE)
    panels.compare("channel", CHANNEL_PAY_AMOUNT, during)
panels.stamp(during, *METRICS, CHANNEL_VISITORS)
