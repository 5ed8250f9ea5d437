"""口碑: the shop's scores and what moved them, products with bad reviews, complaints that are open."""

from metrics.cases import COMPLAINTS_OPEN, FAULT_MINUTES
from metrics.catalogue import TEAMS
from metrics.reputation import DSR_DELIVERY, DSR_ITEM, DSR_SERVICE
from metrics.reviews import BAD, BAD_OPEN, BAD_SHARE
from text import Text
from ui import ledger, panels, ranking, scores
from ui.language import say
from ui.teams import next_steps

METRICS = (DSR_ITEM, DSR_SERVICE, DSR_DELIVERY, BAD_OPEN, COMPLAINTS_OPEN)
BAD_REVIEWS = Text("哪些商品挨差评", "products with bad reviews")

during, shown = panels.opening(say("口碑", "Ratings"), *METRICS, because=ledger.because)
left, right = panels.side_by_side()
with left:
    ledger.show(during)
with right:
    ranking.show("title", during, BAD_REVIEWS, BAD_SHARE, (BAD, BAD_OPEN), who=True)
next_steps.show(TEAMS["reputation"] + TEAMS["cases"], shown, during)
panels.over_time_in_pairs(during, DSR_ITEM, DSR_SERVICE)
left, right = panels.side_by_side()
with left:
    panels.over_time(DSR_DELIVERY, during)
with right:
    scores.show(during)
panels.over_time_in_pairs(during, COMPLAINTS_OPEN, FAULT_MINUTES)
panels.shops(during, DSR_ITEM, DSR_SERVICE, DSR_DELIVERY)
panels.stamp(during, *METRICS, BAD, COMPLAINTS_OPEN)
