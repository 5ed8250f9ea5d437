"""推广: how many people came and paid, by which channel, and what promotion brought for its money."""

from functools import partial

from metrics.catalogue import TEAMS
from metrics.catalogue.trade.promotion import AD_COST_RATIO, AD_CPC, AD_ROI, AD_SALES, AD_SPEND
from metrics.catalogue.trade.traffic import (
    CHANNEL_CONVERSION,
    CHANNEL_PAY_AMOUNT,
    CHANNEL_UV_VALUE,
    CHANNEL_VISITORS,
    PAY_CONVERSION,
    UV_VALUE,
    VISITORS,
)
from text import Text
from ui.session.language import say
from ui.teams import movers, next_steps, team_page

METRICS = (VISITORS, PAY_CONVERSION, UV_VALUE, AD_ROI, AD_COST_RATIO)
TOOLS = Text("推广工具花得值不值", "What each promotion tool brought")

CHANGED = (CHANNEL_VISITORS, CHANNEL_PAY_AMOUNT)
because = partial(movers.because, "channel", CHANGED)
during, shown = team_page.opening(say("推广", "Traffic"), *METRICS, because=because)
left, right = team_page.side_by_side()
with left:
    movers.show("channel", CHANGED, during)
with right:
    team_page.by("channel", during, CHANNEL_VISITORS, CHANNEL_PAY_AMOUNT, CHANNEL_CONVERSION, CHANNEL_UV_VALUE)
next_steps.show(TEAMS["traffic"] + TEAMS["conversion"] + TEAMS["promotion"], shown, during, ("推广", "策划", "商务"))
left, right = team_page.side_by_side()
with left:
    team_page.by("tool", during, AD_SPEND, AD_SALES, AD_ROI, AD_CPC, title=TOOLS, judged_by=AD_ROI)
with right:
    team_page.compare("channel", CHANNEL_PAY_AMOUNT, during)
team_page.over_time_in_pairs(during, VISITORS, PAY_CONVERSION, AD_SPEND, AD_ROI)
team_page.stamp(during, *METRICS, CHANNEL_VISITORS)
