"""履约: which orders wait to be sent, for how much longer they may, and how fast parcels go and arrive."""

from data.records.settings import PROMISED_HOURS
from metrics.catalogue import TEAMS
from metrics.catalogue.orders.delivery import DELIVERY_HOURS, PICKUP_24H, UNSHIPPED_48H, UNSHIPPED_SOON
from metrics.catalogue.orders.fulfilment import UNSHIPPED
from ui.choices import filters, preferences
from ui.session.language import say
from ui.teams import ages, next_steps, team_page

METRICS = (UNSHIPPED, UNSHIPPED_48H, UNSHIPPED_SOON, PICKUP_24H, DELIVERY_HOURS)

now = filters.present()
during, shown = team_page.opening(say("履约", "Shipping"), *METRICS, because=lambda _: ages.because(now))
left, right = team_page.side_by_side()
with left:
    ages.show(now)
with right:
    ages.products(now)
next_steps.show(TEAMS["fulfilment"], shown, during)
ages.orders(now)
team_page.over_time_in_pairs(during, UNSHIPPED_48H, UNSHIPPED_SOON, PICKUP_24H, DELIVERY_HOURS)
team_page.shops(during, UNSHIPPED, UNSHIPPED_48H, UNSHIPPED_SOON)
preferences.show(PROMISED_HOURS)
team_page.stamp(during, *METRICS)
