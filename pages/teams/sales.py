"""销售: what was paid, against the target, and what of it was refunded."""

from metrics.pace import MONTH_ATTAIN
from metrics.refunds import NET_PAY_AMOUNT
from metrics.sales import AVG_ORDER_VALUE, PAY_AMOUNT, PAY_ORDERS, REFUND_RATE
from ui import explained, forecast, panels
from ui.language import say

METRICS = (PAY_AMOUNT, MONTH_ATTAIN, NET_PAY_AMOUNT, AVG_ORDER_VALUE, REFUND_RATE)

during = panels.opening(say("销售", "Sales"), *METRICS)
forecast.show()
left, right = panels.side_by_side()
with left:
    panels.over_time(PAY_AMOUNT, during)
    explained.show(during)
with right:
    panels.by("shop", during, PAY_AMOUNT, PAY_ORDERS, AVG_ORDER_VALUE, REFUND_RATE)
    panels.over_time(REFUND_RATE, during)
panels.stamp(during, *METRICS)
