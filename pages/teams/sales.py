"""销售: what was paid against the target, what kept it below, which parts it lay in, what is done about it."""

from metrics.catalogue import TEAMS
from metrics.pace import MONTH_ATTAIN
from metrics.refunds import NET_PAY_AMOUNT
from metrics.sales import AVG_ORDER_VALUE, PAY_AMOUNT, PAY_ORDERS, REFUND_RATE
from ui import explained, forecast, panels
from ui.language import say
from ui.teams import fall, next_steps

METRICS = (PAY_AMOUNT, MONTH_ATTAIN, NET_PAY_AMOUNT, AVG_ORDER_VALUE, REFUND_RATE)

during, shown = panels.opening(say("销售", "Sales"), *METRICS, because=fall.because)
forecast.show()
left, right = panels.side_by_side()
with left:
    fall.show(during)
with right:
    panels.shops(during, PAY_AMOUNT, PAY_ORDERS, AVG_ORDER_VALUE, REFUND_RATE)
    explained.show(during)
next_steps.show(TEAMS["sales"] + TEAMS["targets"] + TEAMS["refunds"], shown, during)
panels.over_time_in_pairs(during, PAY_AMOUNT, REFUND_RATE)
panels.orders(during)
panels.stamp(during, *METRICS)
