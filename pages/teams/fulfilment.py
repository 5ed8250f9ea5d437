"""履约: which orders wait to be sent, for how much longer they may, and how fast parcels go and arrive."""

from data.settings import PROMISED_HOURS
from metrics.catalogue import TEAMS
from metrics.delivery import DELIVERY_HOURS, PICKUP_24H, UNSHIPPED_48H, UNSHIPPED_SOON
from metrics.fulfilment import UNSHIPPED
from ui import panels, preferences
from ui.language import say
from ui.teams import ages, next_steps

METRICS = (UNSHIPPED, UNSHIPPED_48H, UNSHIPPED_SOON, PICKUP_24H, DELIVERY_HOURS)

during, shown = panels.opening(say("履约", "Shipping"), *METRICS, because=lambda _: ages.because())
left, right = panels.side_by_side()
with left:
    ages.show()
with right:
    ages.products()
next_steps.show(TEAMS["fulfilment"], shown, during)
ages.orders()
panels.over_time_in_pairs(during, UNSHIPPED_48H, UNSHIPPED_SOON, PICKUP_24H, DELIVERY_HOURS)
panels.shops(during, UNSHIPPED, UNSHIPPED_48H, UNSHIPPED_SOON)
preferences.show(PROMISED_HOURS)
panels.stamp(during, *METRICS)
