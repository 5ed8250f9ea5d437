"""The red list: what the day's judgements ask somebody to do."""

from collections.abc import Iterator
from dataclasses import dataclass

from metrics.figure import change
from metrics.judgement import Level, judge
from metrics.metric import Metric, Unit
from metrics.morning import Morning
from metrics.sections import SPEED, Agent
from text import Language, Text
from ui.pieces.marks import shape
from ui.pieces.markup import Html, joined, tag
from ui.pieces.table import Cell, Head, section, strong, table, thin
from ui.spoken import amount, nick

AT_MOST = 7
CHANNELS_NAMED = 3
GRAVITY = (Level.BAD, Level.WATCH, Level.UNJUDGED)
ASKS = (Level.BAD, Level.WATCH)


@dataclass(frozen=True, slots=True)
class Item:
    """One line: how grave, what, how far off, why it is on the list."""

    level: Level
    what: Text
    off: Text
    why: Text


def red_list(morning: Morning, language: Language) -> Html:
    """At most seven lines, the gravest first."""
    found = sorted(items(morning), key=lambda item: GRAVITY.index(item.level))
    rows = [_row(item, language) for item in found[:AT_MOST]]
    heads = [Head(_what(language)), Head(_off(language), True), Head(_why(language))]
    count = Text("{n} 件，从重到轻", "{n}, the gravest first").filled(n=len(found)).to(language)
    none = Text("没有要处理的", "Nothing to deal with").to(language)
    more = Text("先看 {n} 件", "first {n} shown").filled(n=AT_MOST).to(language) if len(found) > AT_MOST else ""
    title = Text("红单", "Red list").to(language)
    return section(title, table(heads, rows) if rows else "", beside=count if found else none, note=more)


def _row(item: Item, language: Language) -> list[str | Cell]:
    mark = shape(item.level, language)
    what = joined((mark, tag("b", item.what.to(language))))
    return [what, strong(item.off.to(language)), thin(item.why.to(language))]


def items(morning: Morning) -> Iterator[Item]:
    """Everything in the day's judgements that somebody should look at."""
    yield from _unshipped(morning)
    yield from _channels(morning)
    yield from (_slow(agent) for agent in morning.service if agent.judgement.level in ASKS)
    for score in morning.dsr:
        if score.judgement.level in ASKS:
            off = amount(score.value, Unit.SCORE)
            yield Item(score.judgement.level, score.metric.label, off, score.judgement.reason)
    yield from _apart(morning)
    yield from _missing(morning)


def _unshipped(morning: Morning) -> Iterator[Item]:
    waiting = morning.unshipped
    if waiting.judgement.level in ASKS:
        what = Text("昨日付款还没发货", "Paid yesterday and not shipped")
        yield Item(waiting.judgement.level, what, amount(waiting.value, Unit.ORDERS), waiting.judgement.reason)


def _channels(morning: Morning) -> Iterator[Item]:
    falling = [channel for channel in morning.channels if channel.judgement.level in ASKS]
    for channel in falling[:CHANNELS_NAMED]:
        if channel.visitors is not None and channel.base is not None:
            moved = Text(*(change(channel.visitors, channel.base, Unit.PEOPLE, spoken) for spoken in ("zh", "en")))
            what = Text("{channel}访客 {moved}", "{channel}: visitors {moved}").filled(
                channel=channel.channel, moved=moved
            )
            off = amount(float(channel.visitors) - float(channel.base), Unit.PEOPLE)
            yield Item(channel.judgement.level, what, off, channel.judgement.reason)


def _slow(agent: Agent) -> Item:
    metric, value = offending(agent)
    what = Text("{agent} {metric}", "{agent}: {metric}").filled(agent=nick(agent.agent), metric=metric.label)
    return Item(agent.judgement.level, what, amount(value, metric.unit), agent.judgement.reason)


def offending(agent: Agent) -> tuple[Metric, float | None]:
    """The metric that an agent's judgement is about, and its value."""
    values = (agent.first_response, agent.avg_response, agent.reply_rate)
    pairs = list(zip(SPEED, values, strict=True))
    return next((pair for pair in pairs if judge(*pair) == agent.judgement), pairs[0])


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
