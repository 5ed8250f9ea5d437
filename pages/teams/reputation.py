"""口碑: the shop's scores, bad reviews, complaints, and the orders that wait to be sent."""

from data.settings import PROMISED_HOURS
from metrics.cases import COMPLAINTS_OPEN, FAULT_MINUTES
from metrics.delivery import DELIVERY_HOURS, PICKUP_24H, UNSHIPPED_48H, UNSHIPPED_SOON
from metrics.fulfilment import UNSHIPPED
from metrics.reputation import DSR_DELIVERY, DSR_ITEM, DSR_SERVICE
from metrics.reviews import BAD, BAD_OPEN, BAD_SHARE
from text import Text
from ui import ledger, panels, preferences, ranking, scores
from ui.language import say

METRICS = (DSR_ITEM, DSR_SERVICE, DSR_DELIVERY, UNSHIPPED, UNSHIPPED_48H)
BAD_REVIEWS = Text("哪些商品挨差评", "Products with bad reviews")

during = panels.opening(say("口碑", "Reputation"), *METRICS)
left, right = panels.side_by_side()
with left:
    panels.over_time(DSR_DELIVERY, during)
    panels.over_time(DSR_SERVICE, during)
    ledger.show(during)
    scores.show(during)
    panels.over_time(PICKUP_24H, during)
    panels.over_time(COMPLAINTS_OPEN, during)
with right:
    panels.over_time(UNSHIPPED_48H, during)
    panels.over_time(DSR_ITEM, during)
    ranking.show("title", during, BAD_REVIEWS, BAD_SHARE, (BAD, BAD_OPEN))
    panels.over_time(DELIVERY_HOURS, during)
    panels.over_time(FAULT_MINUTES, during)
panels.by("shop", during, DSR_ITEM, DSR_SERVICE, DSR_DELIVERY, UNSHIPPED, UNSHIPPED_48H, UNSHIPPED_SOON)
preferences.show(PROMISED_HOURS)
panels.stamp(during, *METRICS, BAD, COMPLAINTS_OPEN)
