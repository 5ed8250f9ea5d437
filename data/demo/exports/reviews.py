"""评价: what buyers wrote and gave, one review a row, with what was answered; the shop's three scores rest on it."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from data.demo.facts.arrays import Floats, Ints, Times, moments
from data.demo.facts.shop_year import DAY, SECOND, ShopYear

WINDOW = 180
"""The days that each of the three scores looks back over."""

RECENT = WINDOW + 31
WRITTEN = 0.1
"""The share of received orders that is reviewed."""

LESS = (1, 2, 3, 4)
HOW_MUCH_LESS = (0.55, 0.25, 0.1, 0.1)
MEAN_LESS = 1.75
JAM, JAMMED = (172, 177), 0.35
"""So many days before the last parcels got stuck, and the share of delivery scores that suffered."""

HEADINGS = (
    "评价时间", "评价等级", "评价内容", "描述相符", "服务态度", "物流服务", "订单编号", "商品ID", "商品标题",
    "商家回复", "回复时间", "回复状态",
)  # fmt: skip
PLEASED = (
    "做工很好，和图片一样", "包装仔细，没有磕碰", "客服推荐的尺寸正合适", "+1，会再来", "家里人都喜欢",
    "第二次买了，\n还是一样好", "颜色耐看", "送人的，很体面",
)  # fmt: skip
COMPLAINING = (
    ("颜色和图片差得多", "边上有一处划痕", "味道很重，晾了三天", "=_= 尺寸比写的小", "少了一颗螺丝"),
    ("问了半天没人理", "说好的赠品没有，客服推来推去"),
    ("在路上走了九天", "放驿站也不通知", "箱子压扁了"),
)
"""What those write who give little for the item, the service, the delivery."""

ANSWER = "非常抱歉给您添麻烦了，已经私信您处理"
YOUNG_UNANSWERED, OLD_UNANSWERED = 0.7, 0.03


@dataclass(frozen=True, slots=True)
class Reviews:
    """One entry a review, sorted by time: its order's place in Orders, and the scores for item, service, delivery."""

    order: Ints
    at: Times
    given: Ints


def reviews(year: ShopYear) -> Reviews:
    """The reviews of a shop's year, written within days of the receipt."""
    rng = np.random.RandomState(year.shop.seed + 91)
    received = year.orders.received_at
    at = received + rng.randint(3_600, 4 * 86_400, len(received)) * SECOND
    wrote = ~np.isnat(at) & (rng.random_sample(len(at)) < WRITTEN) & (at < np.datetime64(year.today, "s"))
    order = np.flatnonzero(wrote)
    order = order[np.argsort(at[order], kind="stable")]
    given = _given(rng, year, len(order))
    place = len(year.days) - 1 - year.place(at[order])
    jammed = (place >= JAM[0]) & (place <= JAM[1]) & (rng.random_sample(len(order)) < JAMMED)
    given[jammed, 2] = np.minimum(given[jammed, 2], 2)
    return _with_yesterday(year, Reviews(order, at[order], given))


def means(year: ShopYear, found: Reviews) -> Floats:
    """The three scores at each day's end, in hundredths and whole: the mean of what was given in 180 days."""
    place, n = year.place(found.at), len(year.days)
    counts = np.bincount(place, minlength=n)
    # Nothing is known of the half-year before the first day: it was as usual.
    usual = int(np.median(counts))
    running_counts = np.concatenate([np.full(WINDOW, usual), counts]).cumsum()
    rows = []
    for score, mean in zip(found.given.T, year.shop.dsr, strict=True):
        sums = np.bincount(place, weights=score, minlength=n)
        added = np.concatenate([np.full(WINDOW, usual * mean / 100), sums]).cumsum()
        rows.append((added[WINDOW:] - added[:-WINDOW]) / (running_counts[WINDOW:] - running_counts[:-WINDOW]))
    return np.rint(np.stack(rows, axis=1) * 100)


def write(year: ShopYear, to: Path) -> list[Path]:
    """One CSV of the reviews of the last seven months."""
    rng, found = np.random.RandomState(year.shop.seed + 92), reviews(year)
    recent = np.flatnonzero(found.at >= year.days[-RECENT].astype("datetime64[s]"))
    first_item = np.searchsorted(year.items.order, found.order[recent])
    products = [year.shop.products[place] for place in year.items.product[first_item].tolist()]
    luck, ids = rng.random_sample((len(recent), 2)).tolist(), year.orders.ids[found.order[recent]].tolist()
    answered = moments(found.at[recent] + rng.randint(1_800, 30 * 3_600, len(recent)) * SECOND)
    times, given = moments(found.at[recent]), found.given[recent].tolist()
    day = np.datetime64(year.today, "s") - 2 * DAY
    young = (found.at[recent] >= day).tolist()
    path = to / f"评价管理_{year.shop.name}_{year.days[-RECENT]}至{year.days[-1]}.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for n, product in enumerate(products):
            word = tone(given[n])
            late = luck[n][1] < (YOUNG_UNANSWERED if young[n] else OLD_UNANSWERED)
            reply = [ANSWER, answered[n], "已回复"] if word != "好评" and not late else ["", "", "未回复"]
            about = [ids[n], product.product_id, product.title]
            writer.writerow([times[n], word, _comment(given[n], luck[n][0]), *given[n], *about, *reply])
    return [path]


def tone(given: list[int]) -> str:
    """The word that goes with what was given for item, service and delivery."""
    item, _, delivery = given
    if item <= 2 or delivery == 1:
        return "差评"
    return "中评" if item == 3 or delivery == 2 else "好评"


def _given(rng: np.random.RandomState, year: ShopYear, n: int) -> Ints:
    less = rng.choice(LESS, (n, 3), p=HOW_MUCH_LESS)
    unhappy = np.array([(500 - mean) / 100 / MEAN_LESS for mean in year.shop.dsr])
    return 5 - np.where(rng.random_sample((n, 3)) < unhappy, less, 0)


def _with_yesterday(year: ShopYear, found: Reviews) -> Reviews:
    """Delivery lost a point yesterday: a fall by 0.01 in a day is what the morning looks for."""
    last = np.flatnonzero(year.place(found.at) == len(year.days) - 1)
    for place in last.tolist():
        now = means(year, found)[:, 2]
        if now[-1] < now[-2]:
            break
        found.given[place, 2] = 1
    return found


def _comment(given: list[int], luck: float) -> str:
    lowest = min(given)
    texts = PLEASED if lowest > 3 else COMPLAINING[given.index(lowest)]
    return texts[int(luck * len(texts))]
