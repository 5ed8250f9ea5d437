"""口碑: the shop's scores and what moved them, products with bad reviews, complaints that are open."""

from metrics.catalogue import TEAMS
from metrics.catalogue.orders.cases import COMPLAINTS_OPEN, FAULT_MINUTES
from metrics.catalogue.ratings.reputation import DSR_DELIVERY, DSR_ITEM, DSR_SERVICE
from metrics.catalogue.ratings.reviews import BAD, BAD_OPEN, BAD_SHARE
from text import Text
from ui.panels import ranking
from ui.session.language import say
from ui.teams import next_steps, score_ledger, scores, team_page

METRICS = (DSR_ITEM, DSR_SERVICE, DSR_DELIVERY, BAD_OPEN, COMPLAINTS_OPEN)
BAD_REVIEWS = Text("哪些商品挨差评", "products with bad reviews")

during, shown = team_page.opening(say("口碑", "Ratings"), *METRICS, because=score_ledger.because)
left, right = team_page.side_by_side()
with left:
    score_ledger.show(during)
with right:
    ranking.show("title", during, BAD_REVIEWS, BAD_SHARE, (BAD, BAD_OPEN), who=True)
next_steps.show(TEAMS["reputation"] + TEAMS["cases"], shown, during)
team_page.over_time_in_pairs(during, DSR_ITEM, DSR_SERVICE)
left, right = team_page.side_by_side()
with left:
    team_page.over_time(DSR_DELIVERY, during)
with right:
    scores.show(during)
team_page.over_time_in_pairs(during, COMPLAINTS_OPEN, FAULT_MINUTES)
team_page.shops(during, DSR_ITEM, DSR_SERVICE, DSR_DELIVERY)
team_page.stamp(during, *METRICS, BAD, COMPLAINTS_OPEN)
