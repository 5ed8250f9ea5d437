"""口碑: the shop's scores, bad reviews, complaints, and the orders that wait to be sent."""

from metrics.cases import COMPLAINTS_OLD, COMPLAINTS_OPEN, COMPLAINTS_OVERDUE, FAULT_MINUTES
from metrics.delivery import DELIVERY_HOURS, PICKUP_24H, UNSHIPPED_48H, UNSHIPPED_SOON
from metrics.fulfilment import UNSHIPPED
from metrics.reputation import DSR_DELIVERY, DSR_ITEM, DSR_SERVICE
from metrics.reviews import BAD, BAD_OPEN, BAD_SHARE
from text import Text
from ui import panels, ranking, scores
from ui.language import say

METRICS = (DSR_ITEM, DSR_SERVICE, DSR_DELIVERY, UNSHIPPED, UNSHIPPED_48H)
WAITING = (UNSHIPPED, UNSHIPPED_48H, UNSHIPPED_SOON, PICKUP_24H, DELIVERY_HOURS)
TROUBLE = (COMPLAINTS_OPEN, COMPLAINTS_OLD, COMPLAINTS_OVERDUE, BAD, FAULT_MINUTES)

during = panels.opening(say("口碑", "Reputation"), *METRICS)
left, right = panels.side_by_side()
with left:
    panels.over_time(DSR_DELIVERY, during)
    panels.over_time(DSR_SERVICE, during)
    scores.show(during)
with right:
    panels.over_time(UNSHIPPED_48H, during)
    panels.over_time(DSR_ITEM, during)
    ranking.show("title", during, Text("哪些商品挨差评", "Products with bad reviews"), BAD_SHARE, (BAD, BAD_OPEN))
panels.by("shop", during, DSR_ITEM, DSR_SERVICE, DSR_DELIVERY, *WAITING)
panels.by("shop", during, *TROUBLE)
panels.stamp(during, *METRICS, BAD, COMPLAINTS_OPEN)
