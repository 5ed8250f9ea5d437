"""评价: reviews one by one, and how many there were a day."""

from data.formats.kinds import COUNT, DAY, ID, SCORE, STAMP, TEXT, TIME
from data.formats.source import SHOP, TAOBAO, Column, Source, platform
from data.formats.subject import Subject
from text import Text

SUBJECT = Subject("reviews", Text("评价", "Reviews"), grain=("shop", "review_id"), day="review_time")
COUNTS = Subject("review_counts", Text("每日评价数", "Reviews a day"), grain=("shop", "day"))

TIME_OF_REVIEW = Column("review_time", STAMP, Text("时间", "Reviewed at"), also=("评价时间",), needed=True)
CONTENT = Column("content", TEXT, Text("评价内容", "Review"))

# Tmall writes a word, other platforms one to five stars.
STARS = "try_cast(nullif(regexp_extract(rating, '^([1-5](\\.\\d+)?)\\s*[星分]?$', 1), '') AS DOUBLE)"
TONE = (
    "CASE WHEN contains(rating, '好评') OR {stars} >= 4 THEN 'good' WHEN contains(rating, '中评') OR {stars} >= 3"
    " THEN 'neutral' WHEN contains(rating, '差评') OR {stars} >= 1 THEN 'bad' END"
)

WORD_FIRST = (
    "CASE WHEN contains(rating, '好评') THEN 'good' WHEN contains(rating, '中评') THEN 'neutral'"
    " WHEN contains(rating, '差评') THEN 'bad' WHEN {stars} >= 4 THEN 'good' WHEN {stars} >= 3 THEN 'neutral'"
    " WHEN {stars} >= 1 THEN 'bad' END"
)
"""Where scores stand beside the word, the word goes first."""


def judged(stars: str, tone: str = TONE) -> tuple[Column, Column]:
    """The stars given, 1 to 5, and the tone they make: good, neutral or bad; null where nothing was given."""
    return (
        Column("score", SCORE, Text("星级", "Stars"), derived=stars),
        Column("tone", TEXT, Text("好中差", "Tone"), derived=tone.format(stars=stars)),
    )


REVIEWS = Source(
    name="reviews",
    subject=SUBJECT,
    title=Text("评价抓取", "Collected reviews"),
    exported_from=Text("评价抓取工具 › 抓取数据汇总", "The tool that collects reviews"),
    file_name="评价抓取{day}.xlsx",
    sheet_names=("抓取数据汇总",),
    identified_by=("review_time", "content", "rating"),
    unlike=("评价ID", "描述评分"),
    columns=(
        SHOP,
        Column("platform", TEXT, Text("平台", "Platform")),
        TIME_OF_REVIEW,
        Column("order_id", ID, Text("订单编号", "Order number")),
        Column("title", TEXT, Text("商品名称", "Title")),
        CONTENT,
        Column("rating", TEXT, Text("评分", "Rating")),
        *judged(STARS),
        # The sheet numbers no review: one is known by its order, product, time and text.
        Column(
            "review_id",
            ID,
            Text("评价ID", "Review number"),
            derived="md5(concat_ws(chr(31), order_id, title, review_time::VARCHAR, content))",
        ),
    ),
)

# No public copy of this export is known: every spelling below is a reading of the page it comes from.
REVIEWS_TAOBAO = Source(
    name="reviews_taobao",
    subject=SUBJECT,
    title=Text("千牛评价管理", "Taobao and Tmall reviews"),
    exported_from=Text(
        "千牛 › 交易 › 评价管理 › 导出（没有公开的样张，表头按页面上的叫法认；认不出就用对列手工对一次）",
        "Qianniu › Trade › Reviews › Export (no public copy exists: headings as the page names them; match by hand"
        " what is not recognised)",
    ),
    file_name="评价管理_{day}.csv",
    identified_by=("review_time", "content"),
    identified_by_any=("rating", "reply", "replied_at", "reply_status"),
    unlike=("评价ID", "描述评分", "综合评分", "平台"),
    columns=(
        SHOP,
        TAOBAO,
        Column(
            "review_time", STAMP, Text("评价时间", "Reviewed at"), needed=True,
            also=("首次评价时间", "初评时间", "评论时间", "评价日期时间"),
        ),
        Column(
            "rating", TEXT, Text("评价等级", "Rating"),
            also=("评价类型", "评价结果", "好中差评", "评价", "总体评价", "评价星级", "评分"),
        ),
        Column(
            "content", TEXT, Text("评价内容", "Review"), also=("评论内容", "买家评价", "买家评论", "初次评价")
        ),
        Column("follow_up", TEXT, Text("追评内容", "Later review"), also=("追加评价", "追加评论", "追评")),
        Column("score_item", SCORE, Text("描述相符", "Item as described"), also=("宝贝与描述相符", "描述相符评分")),
        Column("score_service", SCORE, Text("服务态度", "Service"), also=("卖家的服务态度", "服务态度评分")),
        Column(
            "score_delivery", SCORE, Text("物流服务", "Delivery"), also=("物流服务的质量", "物流服务评分", "物流质量")
        ),
        Column(
            "order_id", ID, Text("订单编号", "Order number"), also=("订单号", "主订单编号", "子订单编号", "交易编号")
        ),
        Column("product_id", ID, Text("商品ID", "Product id"), also=("宝贝ID", "商品id")),
        Column("title", TEXT, Text("商品标题", "Title"), also=("宝贝标题", "商品名称", "宝贝名称", "宝贝信息")),
        Column(
            "reply", TEXT, Text("商家回复", "Answer"),
            also=("卖家回复", "评价解释", "卖家解释", "解释内容", "商家回复内容", "回复内容"),
        ),
        Column("replied_at", TIME, Text("回复时间", "Answered at"), also=("解释时间", "商家回复时间")),
        Column("reply_status", TEXT, Text("回复状态", "Answered"), also=("是否回复", "处理状态")),
        *judged(f"coalesce(nullif(score_item, 0), {STARS})", WORD_FIRST),
        Column(
            "review_id", ID, Text("评价ID", "Review number"),
            derived="md5(concat_ws(chr(31), order_id, title, review_time::VARCHAR, content))",
        ),
    ),
)  # fmt: skip

REVIEWS_PDD = Source(
    name="reviews_pdd",
    subject=SUBJECT,
    title=Text("拼多多评价", "Pinduoduo reviews"),
    exported_from=Text("拼多多商家后台 › 商品 › 评价管理", "Pinduoduo › Products › Reviews"),
    file_name="拼多多评价{day}.xlsx",
    identified_by=("review_id", "review_time", "content"),
    # The overall score (综合评分) is always 0 and is left out.
    columns=(
        SHOP,
        platform("拼多多"),
        Column("review_id", ID, Text("评价ID", "Review number"), needed=True),
        Column("review_time", STAMP, Text("评价时间", "Reviewed at"), needed=True),
        Column("order_id", ID, Text("订单编号", "Order number")),
        Column("product_id", ID, Text("商品ID", "Product id")),
        Column("score_item", SCORE, Text("描述评分", "Item as described")),
        Column("score_delivery", SCORE, Text("物流评分", "Delivery")),
        Column("score_service", SCORE, Text("服务评分", "Service")),
        *judged(
            "nullif(score_item, 0)",
            "CASE WHEN {stars} >= 4 THEN 'good' WHEN {stars} >= 3 THEN 'neutral' WHEN {stars} >= 1 THEN 'bad' END",
        ),
        CONTENT,
        Column("follow_up", TEXT, Text("追评内容", "Later review")),
        Column("reply", TEXT, Text("商家回复内容", "Answer")),
        Column("reply_status", TEXT, Text("回复状态", "Answered")),
    ),
)

REVIEW_COUNTS = Source(
    name="review_counts",
    subject=COUNTS,
    title=Text("每日评价数", "Reviews a day"),
    exported_from=Text("手工表：每天记一行评价总数", "A hand-made sheet: the number of reviews, a row a day"),
    hand_made=True,
    file_name="评价数.xlsx",
    identified_by=("day", "reviews"),
    columns=(
        SHOP,
        Column("day", DAY, Text("评价日期", "Day"), needed=True),
        Column("reviews", COUNT, Text("评价总数", "Reviews"), needed=True),
    ),
)

SOURCES = (REVIEWS, REVIEWS_TAOBAO, REVIEWS_PDD, REVIEW_COUNTS)
