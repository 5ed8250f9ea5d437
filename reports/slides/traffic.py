"""Traffic: which channels the visitors came by, and how many came a day, six weeks beside twelve months."""

from collections.abc import Sequence

from metrics.catalogue.trade.traffic import (
    CHANNEL_CONVERSION,
    CHANNEL_PAY_AMOUNT,
    CHANNEL_SHARE,
    CHANNEL_UV_VALUE,
    DAILY_VISITORS,
)
from metrics.definition.metric import Unit
from reports.numbers.trade.channels import ChannelWeek
from reports.numbers.trade.traffic import TrafficNumbers
from reports.slide.slide import MOST, Cell, FindingLine, Slide, Table, TableColumn
from reports.slide.values import both, headcount, sentence, written
from text import Text, same

TOPIC = Text("流量", "Traffic")
METRICS = (DAILY_VISITORS, CHANNEL_SHARE, CHANNEL_CONVERSION, CHANNEL_UV_VALUE, CHANNEL_PAY_AMOUNT)
VISITORS = Text("日均访客 {visitors}", "{visitors} visitors a day")
MOVED = Text("比前一周{moved}", "{moved} on the week before")
UP, DOWN, LEVEL = Text("多 {share}", "{share} up"), Text("少 {share}", "{share} down"), Text("持平", "level")
LEAD = Text("{channel}一天{moved}", "{channel} {moved} a day")
FEWER, MORE = Text("少 {people}", "{people} fewer"), Text("多 {people}", "{people} more")
UNKNOWN = Text("缺店铺日报，访客未评", "No shop report: visitors are not judged")
SEVERAL = Text(
    "{count} 家店的访客不相加，每位访客值 {value}", "Visitors of {count} shops never add up; each brought {value}"
)
WAITS = Text("等这些文件：店铺日报", "Waits for: the shop's daily report")

TABLE = Text("从哪里来", "Where they came from")
HEADS = (
    TableColumn(Text("来源", "Channel")), TableColumn(Text("日均访客", "A day"), Unit.PEOPLE),
    TableColumn(Text("比前一周", "On the week before")), TableColumn(Text("占比", "Share"), Unit.PERCENT),
    TableColumn(Text("转化率", "Conversion"), Unit.PERCENT), TableColumn(Text("UV价值", "Per visitor"), Unit.YUAN_EACH),
)  # fmt: skip
OVERLAP = Text("一人可走几个来源，各行不可相加。", "One may come by several channels: never add the rows.")
FINDING = Text("发现", "Finding")
COSTS = Text(
    "**{channel}**一天少 {people}，每位访客值 {value}，一周约少 **{amount}**。",
    "**{channel}**: {people} fewer a day, each worth {value}, some **{amount}** a week.",
)
BRINGS = Text(
    "**{channel}**一天多 {people}，每位访客值 {value}，一周约多 **{amount}**。",
    "**{channel}**: {people} more a day, each worth {value}, some **{amount}** a week.",
)
BEST = Text(
    "**{best}**每位访客值 {high}，{least}只值 {low}；花力气先看值钱的来源。",
    "A visitor by **{best}** is worth {high}, by {least} only {low}: look after the valuable channels first.",
)
ONE_SHOP = Text("几家店的来源不相加，请选一家店看。", "Channels of several shops never add up: choose one shop.")
NO_CHANNELS = Text("缺流量来源，看不到从哪里来。", "No file of channels: where they came from is not known.")
NOTES = Text(
    "左边看走势，右边看来源。访客按天去重，跨天、跨来源都不相加，所以讲日均。",
    "The trend on the left, the channels on the right. Visitors are distinct by day and never added, hence means.",
)


def slide(of: TrafficNumbers) -> Slide:
    """Traffic of the week."""
    if of.trend is None:
        return Slide("traffic", TOPIC, UNKNOWN, metrics=METRICS, waits=WAITS)
    parts = (of.trend, *((_table(of.channels),) if of.channels else ()))
    line = FindingLine(FINDING, ONE_SHOP if of.week.several else _finding(of))
    title = _of_several(of) if of.week.several else _title(of)
    return Slide("traffic", TOPIC, title, parts=parts, lines=(line,), notes=NOTES, metrics=METRICS)


def _of_several(of: TrafficNumbers) -> Text:
    if of.visitor_value is None:
        return UNKNOWN
    return SEVERAL.filled(count=len(of.week.shops), value=written(of.visitor_value, Unit.YUAN_EACH))


def _title(of: TrafficNumbers) -> Text:
    clauses = [VISITORS.filled(visitors=headcount(of.visitors or 0))]
    moved = of.change.moved
    if moved is not None:
        how = LEVEL if round(moved, 3) == 0 else UP if moved > 0 else DOWN
        clauses.append(MOVED.filled(moved=how.filled(share=written(abs(moved), Unit.PERCENT))))
        lead = _lead(of.channels, down=moved < 0)
        if lead and lead.moved is not None and how is not LEVEL:
            people = written(abs(lead.moved), Unit.PEOPLE)
            clauses.append(LEAD.filled(channel=lead.name, moved=(FEWER if moved < 0 else MORE).filled(people=people)))
    return sentence(clauses)


def _lead(channels: Sequence[ChannelWeek], *, down: bool) -> ChannelWeek | None:
    """The channel that moved most the way all visitors did."""
    each = [one for one in channels if one.moved and (one.moved < 0) == down]
    return max(each, key=lambda one: abs(one.moved or 0), default=None)


def _table(channels: Sequence[ChannelWeek]) -> Table:
    return Table(TABLE, HEADS, tuple(_row(each) for each in channels[:MOST]), OVERLAP)


def _row(of: ChannelWeek) -> tuple[Cell, ...]:
    return same(of.name), of.visitors, both(of.change.text), of.share, of.conversion, of.value


def _finding(of: TrafficNumbers) -> Text:
    """What the channel that moved most is worth a week; without one, which visitors are worth most and least."""
    moved = of.change.moved
    lead = _lead(of.channels, down=moved < 0) if moved else None
    if lead and lead.moved and lead.value:
        return (COSTS if lead.moved < 0 else BRINGS).filled(
            channel=lead.name,
            people=written(abs(lead.moved), Unit.PEOPLE),
            value=written(lead.value, Unit.YUAN_EACH),
            amount=written(abs(lead.moved) * of.week.period.days * lead.value, Unit.YUAN),
        )
    return _most_and_least(of.channels) or (OVERLAP if of.channels else NO_CHANNELS)


def _most_and_least(channels: Sequence[ChannelWeek]) -> Text | None:
    """Which of the visitors shown are worth most and which least; None where fewer than two values are known."""
    valued = [each for each in channels[:MOST] if each.value is not None]
    if len(valued) < 2:
        return None
    best, least = (pick(valued, key=lambda one: one.value or 0) for pick in (max, min))
    high, low = (written(each.value or 0, Unit.YUAN_EACH) for each in (best, least))
    return BEST.filled(best=best.name, high=high, least=least.name, low=low)
