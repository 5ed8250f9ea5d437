"""商品: which products sell, which fell most, which stand still or run out of stock."""

from functools import partial

from metrics.catalogue import TEAMS
from metrics.products import (
    FEATURED_ATTAIN,
    MOVING_RATE,
    PRODUCT_CONVERSION,
    PRODUCT_PAY_AMOUNT,
    PRODUCT_PAY_ITEMS,
    STOCK_DAYS,
    ZERO_SALE_ITEMS,
)
from text import Text
from ui import panels
from ui.language import say
from ui.teams import moved, next_steps

METRICS = (FEATURED_ATTAIN, PRODUCT_PAY_ITEMS, MOVING_RATE, ZERO_SALE_ITEMS, STOCK_DAYS)
STOCK = Text("库存还能卖几天", "How long the stock lasts")
FEATURED = Text("主推商品达成", "Featured products against their targets")

because = partial(moved.because, "product", (PRODUCT_PAY_AMOUNT,))
during, shown = panels.opening(say("商品", "Products"), *METRICS, because=because)
left, right = panels.side_by_side()
with left:
    moved.show("product", (PRODUCT_PAY_AMOUNT,), during)
with right:
    panels.by("product", during, PRODUCT_PAY_AMOUNT, PRODUCT_PAY_ITEMS, PRODUCT_CONVERSION)
next_steps.show(TEAMS["products"], shown, during, ("产品", "美工"))
left, right = panels.side_by_side()
with left:
    panels.by("product", during, FEATURED_ATTAIN, title=FEATURED)
with right:
    panels.by("product", during, STOCK_DAYS, title=STOCK)
panels.over_time_in_pairs(during, PRODUCT_PAY_AMOUNT, PRODUCT_PAY_ITEMS)
panels.stamp(during, *METRICS, PRODUCT_PAY_AMOUNT)
