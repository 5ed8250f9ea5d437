"""流量来源: the largest channels against the same weekday, never added up."""

from metrics.definition.metric import Unit
from metrics.judgement.limits import Level
from metrics.wording.figure import Number, change, detail
from text import Text
from ui.morning.morning_review import MorningView
from ui.pieces.lines import empty_zone
from ui.pieces.marks import shape
from ui.pieces.markup import Html, joined, tag
from ui.pieces.table import Cell, Head, section, strong, table, thin

CHANNELS = 6
TITLE = Text("流量来源", "Traffic")
HEADS = (
    Text("来源", "Channel"),
    Text("访客", "Visitors"),
    Text("周同", "wk"),
    Text("转化 %", "Conv. %"),
    Text("访客价值 元", "Yuan each"),
)
WAITS = Text("等：流量来源（一家店）", "Waits for: traffic by channel, of one shop")
NEVER_ADDED = Text("各来源不相加", "never added up")
UNATTRIBUTED = Text("未归因 {n}", "unattributed {n}")
NAMED_SO = ("未归因", "未知", "其他", "其它")


def show(view: MorningView) -> Html:
    """The table, with what no channel is credited with beside its title."""
    spoken, channels = view.spoken, view.morning.channels
    if not channels:
        return empty_zone(TITLE.to(spoken), WAITS.to(spoken))
    named = [channel for channel in channels if not channel.channel.startswith(NAMED_SO)]
    rest = [channel for channel in channels if channel.channel.startswith(NAMED_SO)]
    heads = [Head(label.to(spoken), figures=place > 0) for place, label in enumerate(HEADS)]
    rows: list[list[str | Cell]] = [
        [
            joined((shape(channel.judgement.level, spoken), tag("b", channel.channel))),
            detail(channel.visitors, Unit.PEOPLE),
            _moved(channel.visitors, channel.base, channel.judgement.level, view),
            detail(channel.conversion, Unit.PERCENT).removesuffix("%"),
            detail(channel.uv_value, Unit.YUAN_EACH),
        ]
        for channel in named[:CHANNELS]
    ]
    phrases = [UNATTRIBUTED.filled(n=detail(channel.visitors, Unit.PEOPLE)).to(spoken) for channel in rest[:1]]
    return section(TITLE.to(spoken), table(heads, rows), note="　".join([*phrases, NEVER_ADDED.to(spoken)]))


def _moved(value: Number | None, base: Number | None, level: Level, view: MorningView) -> str | Cell:
    words = change(value, base, Unit.PEOPLE, view.spoken)
    return strong(words) if level in (Level.BAD, Level.WATCH) else thin(words)
