"""Reputation: the shop's three scores over the last 180 days."""

from data.sources.ratings import dsr
from metrics.definition.facts import Facts
from metrics.definition.metric import Metric, Unit
from text import Text


def _score(name: str, item: str, label: Text) -> Metric:
    facts = Facts(name, dsr.SUBJECT.title, f"SELECT * FROM dsr WHERE item = '{item}' AND score IS NOT NULL")
    return Metric(
        name,
        label,
        Text("近 180 天评分的平均，取期内最后一天", "The mean of 180 days of scores, as of the last day of the period"),
        Text("近 180 天评分之和 ÷ 评分次数", "sum of scores ÷ their number, over 180 days"),
        facts,
        "max(score)",
        Unit.SCORE,
        never_across=("shop",),
        latest=True,
        window=180,
    )


DSR_ITEM = _score("dsr_item", dsr.ITEM, Text("DSR 描述相符", "DSR as described"))
DSR_SERVICE = _score("dsr_service", dsr.SERVICE, Text("DSR 服务态度", "DSR service"))
DSR_DELIVERY = _score("dsr_delivery", dsr.DELIVERY, Text("DSR 物流服务", "DSR delivery"))

METRICS = (DSR_ITEM, DSR_SERVICE, DSR_DELIVERY)
