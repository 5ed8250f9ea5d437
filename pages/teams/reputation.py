"""口碑: the shop's three scores, and the orders that wait to be sent."""

from metrics.fulfilment import UNSHIPPED
from metrics.reputation import DSR_DELIVERY, DSR_ITEM, DSR_SERVICE
from ui import panels
from ui.language import say

METRICS = (DSR_ITEM, DSR_SERVICE, DSR_DELIVERY, UNSHIPPED)

during = panels.opening(say("口碑", "Reputation"), *METRICS)
left, right = panels.side_by_side()
with left:
    panels.over_time(DSR_DELIVERY, during)
    panels.over_time(DSR_SERVICE, during)
with right:
    panels.over_time(UNSHIPPED, during)
    panels.over_time(DSR_ITEM, during)
panels.by("shop", during, DSR_ITEM, DSR_SERVICE, DSR_DELIVERY, UNSHIPPED)
panels.stamp(during, *METRICS)
