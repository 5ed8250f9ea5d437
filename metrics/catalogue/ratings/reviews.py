"""Reviews one by one: how many are bad, what share of all that is, and which bad ones nobody has answered."""

from data.sources.ratings import reviews
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit, ratio
from text import Text

# Whether a review was answered is told by some exports alone; of the others it is not known.
_ANSWERED = """CASE WHEN trim(coalesce(reply, '')) <> '' OR reply_status IN ('已回复', '已回', '是') THEN true
      WHEN reply_status IS NOT NULL THEN false END"""
REVIEWS = Facts(
    "reviews",
    reviews.SUBJECT.title,
    f"""
    SELECT shop, review_time::DATE AS day, platform, product_id AS product, title,
      (tone = 'bad')::INT AS bad,
      CASE WHEN ({_ANSWERED}) IS NOT NULL THEN (tone = 'bad' AND NOT ({_ANSWERED}))::INT END AS open
    FROM reviews""",
    dimensions=("shop", "platform", "product", "title"),
)

RATED = Metric(
    "rated_reviews",
    Text("评价数", "Reviews"),
    Text("分得出好中差的新评价", "New reviews that say good, fair or bad"),
    Text("有星级或好中差的评价条数", "reviews with stars or a word"),
    REVIEWS,
    "nullif(count(bad), 0)",
    Unit.TIMES,
    better=Better.NEITHER,
    adds_up=True,
)
BAD = Metric(
    "bad_reviews",
    Text("差评数", "Bad reviews"),
    Text("当天新来的差评：写明差评的，或 1 到 2 星", "New reviews that are called bad or give one or two stars"),
    Text("差评条数", "number of bad reviews"),
    REVIEWS,
    "sum(bad)::BIGINT",
    Unit.TIMES,
    better=Better.LOWER,
    adds_up=True,
)
BAD_SHARE = Metric(
    "bad_review_rate",
    Text("差评率", "Share of bad reviews"),
    Text("差评占分得出好中差的评价的比例；不足 30 条不评", "Bad ones among reviews that say; not judged under 30"),
    Text("差评数 ÷ 评价数", "bad reviews ÷ reviews"),
    REVIEWS,
    ratio("sum(bad)", "count(bad)"),
    Unit.PERCENT,
    better=Better.LOWER,
    enough=30,
    sample=RATED.name,
)
BAD_OPEN = Metric(
    "bad_reviews_open",
    Text("差评未处理", "Bad reviews not answered"),
    Text(
        "当天来的差评里，导出时商家还没回复的；抓取的评价没有回复一列，这里就没有数",
        "The day's bad reviews without an answer when exported; collected reviews do not tell, so there is no number",
    ),
    Text("没有商家回复的差评条数", "bad reviews without an answer"),
    REVIEWS,
    "sum(open)::BIGINT",
    Unit.TIMES,
    better=Better.LOWER,
    adds_up=True,
    as_of_export=True,
)

METRICS = (RATED, BAD, BAD_SHARE, BAD_OPEN)
