"""Why a question cannot be answered, in sentences that say what to ask instead."""

from metrics.definition.facts import DIMENSIONS
from metrics.definition.metric import Metric
from text import Refusal, Text, same


class Unanswerable(Refusal):
    """A question that would give a wrong number; `text` says why and what to ask instead."""


WOULD_ADD_UP = {
    "day": Text(
        "「{metric}」不能跨天相加：同一个人会在几天里重复出现。请按天分列{instead}。",
        "{metric} cannot be added over days: the same person comes back on several of them. Ask by day{instead}.",
    ),
    "shop": Text(
        "「{metric}」不能跨店铺相加。请按店铺分列，或只选一家店{instead}。",
        "{metric} cannot be added over shops. Ask by shop, or for one shop{instead}.",
    ),
    "channel": Text(
        "「{metric}」不能跨渠道相加：一个人可能从几个渠道进店。请按渠道分列，或只选一个渠道{instead}。",
        "{metric} cannot be added over channels: one person may enter by several."
        " Ask by channel, or for one channel{instead}.",
    ),
    "product": Text(
        "「{metric}」不能跨商品相加：一个人会看几个商品。请按商品分列，或只选一个商品{instead}。",
        "{metric} cannot be added over products: one person looks at several."
        " Ask by product, or for one product{instead}.",
    ),
    "carrier": Text(
        "「{metric}」不能跨流量载体相加。请按载体分列，或只选一个载体{instead}。",
        "{metric} cannot be added over carriers. Ask by carrier, or for one carrier{instead}.",
    ),
    "platform": Text(
        "「{metric}」不能跨平台相加：各平台的口径和满分不同。请按平台分列，或只选一个平台{instead}。",
        "{metric} cannot be added over platforms, which measure and scale differently."
        " Ask by platform, or for one platform{instead}.",
    ),
    "agent": Text(
        "「{metric}」说的是一个人，不能把几个人合成一个。请按客服分列，或只选一个人{instead}。",
        "{metric} is of one person and cannot be made of several. Ask by agent, or for one agent{instead}.",
    ),
    "source": Text(
        "「{metric}」不能跨来源相加：几个来源说的是同一件事。请按来源分列，或只选一个来源{instead}。",
        "{metric} cannot be added over sources, which tell the same thing. Ask by source, or for one source{instead}.",
    ),
    "score_item": Text(
        "「{metric}」不能把几个评分项合成一个。请按评分项分列，或只选一项{instead}。",
        "{metric} cannot make one score of several. Ask by score, or for one score{instead}.",
    ),
}
INSTEAD = Text("，或改问 {name}", ", or ask {name}")
NO_SUCH_SPLIT = Text(
    "「{metric}」不能按“{dimension}”分列或筛选，可用：{choices}。",
    "{metric} cannot be split or narrowed by {dimension}; it can be by {choices}.",
)


def would_add_up(metric: Metric, dimension: str) -> Unanswerable:
    """The refusal to sum a metric over a dimension."""
    instead = INSTEAD.filled(name=metric.instead) if metric.instead and dimension in ("day", "source") else None
    sentence = WOULD_ADD_UP[dimension]
    return Unanswerable(
        Text(
            sentence.zh.format(metric=metric.label.zh, instead=instead.zh if instead else ""),
            sentence.en.format(metric=metric.label.en, instead=instead.en if instead else ""),
        )
    )


def no_such_split(metric: Metric, dimension: str) -> Unanswerable:
    """The refusal to split a metric by a dimension its facts do not have."""
    choices = Text(
        "、".join(f"{name}（{DIMENSIONS[name].zh}）" for name in metric.facts.splits), ", ".join(metric.facts.splits)
    )
    named = DIMENSIONS.get(dimension, same(dimension))
    return Unanswerable(NO_SUCH_SPLIT.filled(metric=metric.label, dimension=named, choices=choices))
