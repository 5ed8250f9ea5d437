"""The red list: what the day's judgements ask somebody to do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from metrics.anomalies import Anomaly
from metrics.catalogue import metric_named
from metrics.causes import Effect, folded
from metrics.figure import change
from metrics.fulfilment import UNSHIPPED
from metrics.judgement import Level, judge
from metrics.metric import Metric, Unit
from metrics.morning import Morning
from metrics.pace import MONTH_ATTAIN
from metrics.sections import SPEED, Agent
from metrics.traffic import CHANNEL_VISITORS
from text import Language, Text, same
from ui import answers
from ui.pieces.marks import shape
from ui.pieces.markup import Html, joined, tag
from ui.pieces.table import Cell, Head, section, strong, table, thin
from ui.spoken import amount, nick

AT_MOST = 7
CHANNELS_NAMED = 3
GRAVITY = (Level.BAD, Level.WATCH, Level.UNJUDGED)
ASKS = (Level.BAD, Level.WATCH)
OF_SHOP = Text("{shop}：{why}", "{shop}: {why}")
MOVED = Text("{why}；连带{moved}", "{why}; with it {moved}")


@dataclass(frozen=True, slots=True)
class Item:
    """One line: how grave, what, how far off, why it is on the list; of which metric, part and shop, if any."""

    level: Level
    what: Text
    off: Text
    why: Text
    metric: str = ""
    part: str = ""
    shop: str = ""


def red_list(morning: Morning, language: Language) -> Html:
    """At most seven lines, one for each cause, the gravest first."""
    found = sorted(by_cause(items(morning)), key=lambda item: GRAVITY.index(item.level))
    rows = [_row(item, language) for item in found[:AT_MOST]]
    heads = [Head(_what(language)), Head(_off(language), True), Head(_why(language))]
    count = Text("{n} 件，从重到轻", "{n}, the gravest first").filled(n=len(found)).to(language)
    none = Text("没有要处理的", "Nothing to deal with").to(language)
    more = Text("先看 {n} 件", "first {n} shown").filled(n=AT_MOST).to(language) if len(found) > AT_MOST else ""
    title = Text("红单", "Red list").to(language)
    return section(title, table(heads, rows) if rows else "", beside=count if found else none, note=more)


def by_cause(found: Iterable[Item]) -> list[Item]:
    """The items with every one that another moves folded under it, as grave as the gravest of them."""
    pairs = [(Effect(item.metric, item.level, item.what, item.shop, item.part), item) for item in found]
    of_effect = {id(effect): item for effect, item in pairs}
    return [
        _with_moved(of_effect[id(line.cause)], line.level, [of_effect[id(each)] for each in line.moved])
        for line in folded(effect for effect, _ in pairs)
    ]


def _with_moved(item: Item, level: Level, moved: list[Item]) -> Item:
    if not moved:
        return item
    names = [same(each.part) if each.part else metric_named(each.metric).label for each in moved]
    shown = [Text(f"「{name.zh}」" if each.part else name.zh, name.en) for name, each in zip(names, moved, strict=True)]
    told = Text("、".join(name.zh for name in shown), ", ".join(name.en for name in shown))
    return replace(item, level=level, why=MOVED.filled(why=item.why, moved=told))


def _row(item: Item, language: Language) -> list[str | Cell]:
    mark = shape(item.level, language)
    what = joined((mark, tag("b", item.what.to(language))))
    return [what, strong(item.off.to(language)), thin(item.why.to(language))]


def items(morning: Morning) -> Iterator[Item]:
    """Everything in the day's judgements that somebody should look at, and what is unlike itself beside them."""
    judged = list(_judged(morning))
    known = {(item.metric, item.part) for item in judged}
    yield from judged
    yield from (
        _unlike(each, morning.shop) for each in morning.anomalies if (each.watched.name, each.part) not in known
    )
    yield from _missing(morning)


def _judged(morning: Morning) -> Iterator[Item]:
    yield from _numbers(morning)
    yield from _unshipped(morning)
    yield from _channels(morning)
    yield from (_slow(agent) for agent in morning.service if agent.judgement.level in ASKS)
    for score in morning.dsr:
        if score.judgement.level in ASKS:
            off = amount(score.value, Unit.SCORE)
            yield Item(score.judgement.level, score.metric.label, off, score.judgement.reason, score.metric.name)
    yield from _apart(morning)


def _numbers(morning: Morning) -> Iterator[Item]:
    """The day's own numbers; how the month stands is the page's verdict already."""
    for tile in morning.tiles:
        if tile.judgement.level in ASKS and tile.metric is not MONTH_ATTAIN:
            unit = tile.metric.unit
            what = Text("{metric} {value}", "{metric}: {value}").filled(
                metric=tile.metric.label, value=amount(tile.value, unit)
            )
            against = tile.target if tile.target is not None else tile.base
            moved = Text(*(change(tile.value, against, unit, spoken) for spoken in ("zh", "en")))
            yield Item(tile.judgement.level, what, moved, tile.judgement.reason, tile.metric.name)


def _unlike(each: Anomaly, shop: str | None) -> Item:
    """An anomaly as a line; among several shops it says which one it is of."""
    metric = each.watched.metric
    of_shop = "" if shop else each.shop
    why = OF_SHOP.filled(shop=of_shop, why=each.sentence) if of_shop else each.sentence
    what = Text("{metric}异常", "{metric}: unusual").filled(metric=metric.label)
    if each.part:
        what = Text("{part}访客异常", "{part}: unusual visitors").filled(part=each.part)
    moved = Text(*(change(each.value, each.base, metric.unit, spoken) for spoken in ("zh", "en")))
    return Item(each.level, what, moved, why, metric.name, each.part, of_shop)


def _unshipped(morning: Morning) -> Iterator[Item]:
    waiting = morning.unshipped
    if waiting.judgement.level in ASKS:
        what = Text("昨日付款还没发货", "Paid yesterday and not shipped")
        yield Item(
            waiting.judgement.level, what, amount(waiting.value, Unit.ORDERS), waiting.judgement.reason, UNSHIPPED.name
        )


def _channels(morning: Morning) -> Iterator[Item]:
    falling = [channel for channel in morning.channels if channel.judgement.level in ASKS]
    for channel in falling[:CHANNELS_NAMED]:
        if channel.visitors is not None and channel.base is not None:
            moved = Text(*(change(channel.visitors, channel.base, Unit.PEOPLE, spoken) for spoken in ("zh", "en")))
            what = Text("{channel}访客 {moved}", "{channel}: visitors {moved}").filled(
                channel=channel.channel, moved=moved
            )
            off = amount(float(channel.visitors) - float(channel.base), Unit.PEOPLE)
            level, why = channel.judgement.level, channel.judgement.reason
            yield Item(level, what, off, why, CHANNEL_VISITORS.name, channel.channel)


def _slow(agent: Agent) -> Item:
    metric, value = offending(agent)
    what = Text("{agent} {metric}", "{agent}: {metric}").filled(agent=nick(agent.agent), metric=metric.label)
    return Item(
        agent.judgement.level, what, amount(value, metric.unit), agent.judgement.reason, metric.name, agent.agent
    )


def offending(agent: Agent) -> tuple[Metric, float | None]:
    """The metric that an agent's judgement is about, and its value."""
    values = (agent.first_response, agent.avg_response, agent.reply_rate)
    pairs = list(zip(SPEED, values, strict=True))
    book = answers.rules()
    return next((pair for pair in pairs if judge(*pair, rules=book) == agent.judgement), pairs[0])


def _apart(morning: Morning) -> Iterator[Item]:
    for each in (each for each in morning.reconciliation if each.off):
        what = Text("对不上：{check}", "Do not agree: {check}").filled(check=each.check.label)
        days = Text("{n} 天；{why}", "{n} days; {why}").filled(n=len(each.off), why=each.check.may_differ)
        yield Item(each.level, what, amount(sum(pair.difference for pair in each.off)), days)


def _missing(morning: Morning) -> Iterator[Item]:
    for each in morning.files:
        if each.state == "missing":
            what = Text("缺 {file}", "Missing: {file}").filled(file=each.title)
            yield Item(
                Level.UNJUDGED,
                what,
                Text("—", "—"),
                Text("{shop}，导入后才评", "{shop}: judged once imported").filled(shop=each.shop),
            )


def _what(language: Language) -> str:
    return Text("什么", "What").to(language)


def _off(language: Language) -> str:
    return Text("差多少", "How far").to(language)


def _why(language: Language) -> str:
    return Text("依据", "Why").to(language)
