"""商品: which products sell, which fell most, which stand still or run out of stock."""

from functools import partial

from metrics.catalogue import TEAMS
from metrics.catalogue.trade.products import (
    FEATURED_ATTAIN,
    MOVING_RATE,
    PRODUCT_CONVERSION,
    PRODUCT_PAY_AMOUNT,
    PRODUCT_PAY_ITEMS,
    STOCK_DAYS,
    ZERO_SALE_ITEMS,
)
from text import Text
from ui.session.language import say
from ui.teams import movers, next_steps, team_page

METRICS = (FEATURED_ATTAIN, PRODUCT_PAY_ITEMS, MOVING_RATE, ZERO_SALE_ITEMS, STOCK_DAYS)
STOCK = Text("库存还能卖几天", "How long the stock lasts")
FEATURED = Text("主推商品达成", "Featured products against their targets")

because = partial(movers.because, "product", (PRODUCT_PAY_AMOUNT,))
during, shown = team_page.opening(say("商品", "Products"), *METRICS, because=because)
left, right = team_page.side_by_side()
with left:
    movers.show("product", (PRODUCT_PAY_AMOUNT,), during)
with right:
    team_page.by("product", during, PRODUCT_PAY_AMOUNT, PRODUCT_PAY_ITEMS, PRODUCT_CONVERSION)
next_steps.show(TEAMS["products"], shown, during, ("产品", "美工"))
left, right = team_page.side_by_side()
with left:
    team_page.by("product", during, FEATURED_ATTAIN, title=FEATURED)
with right:
    team_page.by("product", during, STOCK_DAYS, title=STOCK)
team_page.over_time_in_pairs(during, PRODUCT_PAY_AMOUNT, PRODUCT_PAY_ITEMS)
team_page.stamp(during, *METRICS, PRODUCT_PAY_AMOUNT)
