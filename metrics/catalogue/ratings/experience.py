"""Experience scores: named items with the platform that gives them, their window and their full score."""

from dataclasses import dataclass

from data.formats.quoting import quoted
from data.sources.ratings import scores
from metrics.definition.facts import Facts
from metrics.definition.metric import Metric, Unit
from text import Text

_ROWS = (
    "SELECT shop, platform, day, item AS score_item, score, scale FROM scores WHERE unit = '分' AND score IS NOT NULL"
)
SCORES = Facts(
    "experience_scores", scores.SUBJECT.title, _ROWS, dimensions=("shop", "platform", "score_item")
)  # fmt: skip
OWN_WINDOW = Text("看几天由平台定", "over the platform's own window")


@dataclass(frozen=True, slots=True)
class ScoreItem:
    """A score as a platform names it: its full score, and the days it looks back where that is known."""

    name: str
    platform: str
    item: str
    full: int
    label: Text
    window: int = 1


TMALL, PDD, JD, DOUYIN = "淘宝天猫", "拼多多", "京东", "抖音"
ITEMS = (
    ScoreItem("score_tmall_real", TMALL, "真实体验分", 5, Text("真实体验分", "Tmall experience")),
    ScoreItem("score_tmall", TMALL, "综合体验分", 5, Text("综合体验分", "Tmall overall experience")),
    ScoreItem("score_tmall_quality", TMALL, "宝贝质量", 5, Text("宝贝质量", "Tmall quality of goods")),
    ScoreItem("score_tmall_speed", TMALL, "物流速度", 5, Text("物流速度", "Tmall speed of delivery")),
    ScoreItem("score_tmall_assurance", TMALL, "服务保障", 5, Text("服务保障", "Tmall assurance")),
    ScoreItem("score_tmall_item", TMALL, "商品体验", 5, Text("商品体验", "Tmall goods")),
    ScoreItem("score_tmall_delivery", TMALL, "物流体验", 5, Text("物流体验", "Tmall delivery")),
    ScoreItem("score_tmall_consulting", TMALL, "咨询体验", 5, Text("咨询体验", "Tmall consulting")),
    ScoreItem("score_tmall_after_sale", TMALL, "售后体验", 5, Text("售后体验", "Tmall after-sale")),
    ScoreItem("score_tmall_disputes", TMALL, "纠纷体验", 5, Text("纠纷体验", "Tmall disputes")),
    ScoreItem("score_pdd", PDD, "消费者服务体验分", 5, Text("拼多多消费者服务体验分", "Pinduoduo experience")),
    ScoreItem("score_pdd_item", PDD, "商品服务体验分", 5, Text("拼多多商品服务分", "Pinduoduo goods")),
    ScoreItem("score_pdd_shipping", PDD, "发货服务体验分", 5, Text("拼多多发货服务分", "Pinduoduo shipping")),
    ScoreItem("score_pdd_delivery", PDD, "物流服务体验分", 5, Text("拼多多物流服务分", "Pinduoduo delivery")),
    ScoreItem("score_pdd_attitude", PDD, "服务态度体验分", 5, Text("拼多多服务态度分", "Pinduoduo attitude")),
    ScoreItem("score_pdd_basic", PDD, "基础服务体验分", 5, Text("拼多多基础服务分", "Pinduoduo basic service")),
    ScoreItem("score_jd", JD, "风向标总分", 10, Text("京东风向标", "JD overall")),
    ScoreItem("score_jd_consulting", JD, "客服咨询", 10, Text("京东客服咨询分", "JD consulting")),
    ScoreItem("score_jd_after_sale", JD, "售后体验", 10, Text("京东售后体验分", "JD after-sale")),
    ScoreItem("score_jd_reviews", JD, "用户评价", 10, Text("京东用户评价分", "JD reviews")),
    ScoreItem("score_jd_disputes", JD, "交易纠纷", 10, Text("京东交易纠纷分", "JD disputes")),
    ScoreItem("score_douyin_item", DOUYIN, "商品分", 100, Text("抖音商品分", "Douyin goods")),
    ScoreItem("score_douyin_delivery", DOUYIN, "物流分", 100, Text("抖音物流分", "Douyin delivery")),
    ScoreItem("score_douyin_service", DOUYIN, "服务分", 100, Text("抖音服务分", "Douyin service")),
)


def _metric(item: ScoreItem) -> Metric:
    window = Text(f"近 {item.window} 天", f"over {item.window} days") if item.window > 1 else OWN_WINDOW
    where = f"platform = {quoted(item.platform)} AND score_item = {quoted(item.item)}"
    return Metric(
        item.name,
        Text(f"{item.label.zh}（满分{item.full}）", f"{item.label.en} (of {item.full})"),
        Text(
            f"平台算好的分，{window.zh}，照给的存；取期内最后一天",
            f"As the platform gives it, {window.en}; as of the last day of the period",
        ),
        Text(f"平台「{item.item}」的值", "the platform's own figure"),
        Facts(item.name, scores.SUBJECT.title, f"SELECT * FROM ({_ROWS}) WHERE {where}"),
        "max(score)",
        Unit.MARKS,
        never_across=("shop",),
        latest=True,
        window=item.window,
    )


NAMED = tuple(_metric(item) for item in ITEMS)

SCORE = Metric(
    "experience_score",
    Text("体验分（各项）", "Experience scores, item by item"),
    Text(
        "平台给的每一项分，满分各不同：淘宝天猫和拼多多 5，京东 10，抖音 100；取期内最后一天",
        "Every score a platform gives; full scores differ: Tmall and Pinduoduo 5, JD 10, Douyin 100; of the last day",
    ),
    Text("平台的值", "the platform's own figure"),
    SCORES,
    "max(score)",
    Unit.MARKS,
    never_across=("shop", "platform", "score_item"),
    latest=True,
)
SHARE_OF_FULL = Metric(
    "experience_share",
    Text("体验分得分率", "Share of the full score"),
    Text(
        "得分占满分的比例，不同满分的平台可以并排看", "The score against its full score, to set platforms side by side"
    ),
    Text("得分 ÷ 满分", "score ÷ full score"),
    SCORES,
    "max(score / nullif(scale, 0))",
    Unit.PERCENT,
    never_across=("shop", "platform", "score_item"),
    latest=True,
)

METRICS = (SCORE, SHARE_OF_FULL, *NAMED)
