"""销售: what was paid against the target, what kept it below, which parts it lay in, what is done about it."""

from metrics.catalogue import TEAMS
from metrics.catalogue.targets.pace import MONTH_ATTAIN
from metrics.catalogue.trade.refunds import NET_PAY_AMOUNT
from metrics.catalogue.trade.sales import AVG_ORDER_VALUE, PAY_AMOUNT, PAY_ORDERS, REFUND_RATE
from ui.session.language import say
from ui.teams import forecast, gap_explanation, next_steps, team_page, waterfall

METRICS = (PAY_AMOUNT, MONTH_ATTAIN, NET_PAY_AMOUNT, AVG_ORDER_VALUE, REFUND_RATE)

during, shown = team_page.opening(say("销售", "Sales"), *METRICS, because=waterfall.because)
forecast.show()
left, right = team_page.side_by_side()
with left:
    waterfall.show(during)
with right:
    team_page.shops(during, PAY_AMOUNT, PAY_ORDERS, AVG_ORDER_VALUE, REFUND_RATE)
    gap_explanation.show(during)
next_steps.show(TEAMS["sales"] + TEAMS["targets"] + TEAMS["refunds"], shown, during)
team_page.over_time_in_pairs(during, PAY_AMOUNT, REFUND_RATE)
team_page.orders(during)
team_page.stamp(during, *METRICS)
