"""What somebody should look at: the day's judgements, what is unlike itself, what waits, one item for each cause."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from metrics.catalogue import metric_named
from metrics.catalogue.orders.fulfilment import UNSHIPPED
from metrics.catalogue.targets.pace import MONTH_ATTAIN
from metrics.catalogue.trade.traffic import CHANNEL_VISITORS
from metrics.definition.metric import Metric, Unit
from metrics.judgement.anomaly import Anomaly
from metrics.judgement.causes import Symptom, folded
from metrics.judgement.limits import Level, judge
from metrics.judgement.rules import Rulebook
from metrics.morning.morning import Morning
from metrics.morning.numbers import Agent, Tile
from metrics.morning.zones import SPEED
from metrics.wording.figure import Number, change
from metrics.wording.rounding import number
from metrics.wording.values import written
from text import Text, both, same

CHANNELS_NAMED = 3
ASKS = (Level.BAD, Level.WATCH)
GRAVITY = (Level.BAD, Level.WATCH, Level.UNJUDGED)
OF_SHOP = Text("{shop}：{why}", "{shop}: {why}")
MOVED = Text("{why}；连带{moved}", "{why}; with it {moved}")
CAUSED = {"visitors": "visits", "pay_conversion": "conversion", "avg_order_value": "basket"}
"""The cause of the day's gap that stands for a tile."""


@dataclass(frozen=True, slots=True)
class RedItem:
    """How grave, what, how far off, why it is there; of which metric, part and shop, if any.

    `value` is what it stands at, `money` the yuan at stake (None where nobody can tell), `owner` whose it is anyway.
    """

    level: Level
    what: Text
    off: Text
    why: Text
    metric: str = ""
    part: str = ""
    shop: str = ""
    value: float | None = None
    money: float | None = None
    owner: str = ""

    @property
    def key(self) -> str:
        """What tells it from every other line and is the same from day to day."""
        return "|".join((self.metric, self.part, self.shop))


def by_cause(found: Iterable[RedItem]) -> list[RedItem]:
    """The items with every one that another moves folded under it, as grave as the gravest of them."""
    pairs = [(Symptom(item.metric, item.level, item.what, item.shop, item.part), item) for item in found]
    of_effect = {id(effect): item for effect, item in pairs}
    return [
        _with_moved(of_effect[id(line.cause)], line.level, [of_effect[id(each)] for each in line.moved])
        for line in folded(effect for effect, _ in pairs)
    ]


def _with_moved(item: RedItem, level: Level, moved: list[RedItem]) -> RedItem:
    if not moved:
        return item
    names = [same(each.part) if each.part else metric_named(each.metric).label for each in moved]
    shown = [Text(f"「{name.zh}」" if each.part else name.zh, name.en) for name, each in zip(names, moved, strict=True)]
    sentence = Text("、".join(name.zh for name in shown), ", ".join(name.en for name in shown))
    return replace(item, level=level, why=MOVED.filled(why=item.why, moved=sentence))


def items(morning: Morning, book: Rulebook) -> Iterator[RedItem]:
    """Everything in the day's judgements that somebody should look at, and what is unlike itself beside them."""
    judged = list(_judged(morning, book))
    judged_keys = {(item.metric, item.part) for item in judged}
    yield from judged
    yield from (
        _unlike(each, morning.shop) for each in morning.anomalies if (each.watched.name, each.part) not in judged_keys
    )


def _judged(morning: Morning, book: Rulebook) -> Iterator[RedItem]:
    yield from _numbers(morning)
    waiting = morning.unshipped
    if waiting.judgement.level in ASKS:
        what = Text("昨日付款还没发货", "Paid, not shipped")
        off, why = written(waiting.value, Unit.ORDERS), waiting.judgement.reason
        yield RedItem(waiting.judgement.level, what, off, why, UNSHIPPED.name, value=number(waiting.value))
    yield from _channels(morning)
    yield from (_slow(agent, book) for agent in morning.service if agent.judgement.level in ASKS)
    for score in morning.dsr:
        if score.judgement.level in ASKS:
            off, why, name = written(score.value, Unit.SCORE), score.judgement.reason, score.metric.name
            yield RedItem(score.judgement.level, score.metric.label, off, why, name, value=number(score.value))


def _numbers(morning: Morning) -> Iterator[RedItem]:
    """The day's own numbers; how the month stands is the page's verdict already."""
    for tile in morning.tiles:
        if tile.judgement.level in ASKS and tile.metric.name != MONTH_ATTAIN.name:
            unit = tile.metric.unit
            what = Text("{metric} {value}", "{metric}: {value}").filled(
                metric=tile.metric.label, value=written(tile.value, unit)
            )
            against = tile.target if tile.target is not None else tile.base
            yield RedItem(
                tile.judgement.level, what, _moved(tile.value, against, unit), tile.judgement.reason,
                tile.metric.name, value=number(tile.value), money=_at_stake(morning, tile),
            )  # fmt: skip


def _at_stake(morning: Morning, tile: Tile) -> float | None:
    """What the gap in a tile took from sales, in yuan."""
    if tile.metric.unit is Unit.YUAN and tile.value is not None and (against := tile.target or tile.base):
        return float(tile.value) - float(against)
    cause = CAUSED.get(tile.metric.name, "")
    return next((float(each.amount) for each in morning.causes if each.name == cause), None)


def _unlike(each: Anomaly, shop: str | None) -> RedItem:
    """An anomaly as a line; among several shops it says which one it is of."""
    metric = each.watched.metric
    of_shop = "" if shop else each.shop
    why = OF_SHOP.filled(shop=of_shop, why=each.sentence) if of_shop else each.sentence
    what = Text("{metric}异常", "{metric}: unusual").filled(metric=metric.label)
    if each.part:
        what = Text("{part}访客异常", "{part}: unusual visitors").filled(part=each.part)
    off = _moved(each.value, each.base, metric.unit)
    return RedItem(each.level, what, off, why, metric.name, each.part, of_shop, number(each.value))


def _channels(morning: Morning) -> Iterator[RedItem]:
    falling = [channel for channel in morning.channels if channel.judgement.level in ASKS]
    for channel in falling[:CHANNELS_NAMED]:
        if channel.visitors is not None and channel.base is not None:
            moved = _moved(channel.visitors, channel.base, Unit.PEOPLE)
            what = Text("{channel}访客 {moved}", "{channel}: visitors {moved}").filled(
                channel=channel.channel, moved=moved
            )
            less = float(channel.visitors) - float(channel.base)
            yield RedItem(
                channel.judgement.level, what, written(less, Unit.PEOPLE), channel.judgement.reason,
                CHANNEL_VISITORS.name, channel.channel, value=float(channel.visitors),
                money=None if channel.uv_value is None else less * float(channel.uv_value),
            )  # fmt: skip


def _slow(agent: Agent, book: Rulebook) -> RedItem:
    metric, value = offending(agent, book)
    name = agent.agent.replace("：", ":").rsplit(":", 1)[-1] or agent.agent
    label = Text(metric.label.zh.removesuffix("（日均值）"), metric.label.en.removesuffix(", daily mean"))
    what = Text("{agent} {metric}", "{agent}: {metric}").filled(agent=name, metric=label)
    off, why = written(value, metric.unit), agent.judgement.reason
    return RedItem(agent.judgement.level, what, off, why, metric.name, agent.agent, value=value)


def offending(agent: Agent, book: Rulebook) -> tuple[Metric, float | None]:
    """The metric that an agent's judgement is about, and its value in the metric's unit; None where nothing has it."""
    values = (agent.first_response, agent.avg_response, agent.reply_rate)
    pairs = list(zip(SPEED, values, strict=True))
    return next((pair for pair in pairs if judge(*pair, rules=book) == agent.judgement), pairs[0])


def _moved(value: Number | None, base: Number | None, unit: Unit) -> Text:
    return both(lambda language: change(value, base, unit, language))
