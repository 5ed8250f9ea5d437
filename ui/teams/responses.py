"""Response time from single conversations: the team and each agent, mean beside median and 90th percentile."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.records.settings import SERVICE_HOURS, setting
from metrics.calendar.period import Period
from metrics.catalogue.service import chats
from metrics.definition.metric import Metric
from metrics.query.values import measure
from metrics.wording.figure import detail
from text import Text
from ui.cache import answers
from ui.cache.rules import rules
from ui.choices import filters
from ui.content import data_table
from ui.content.panel_cache import panel
from ui.content.panel_content import Part
from ui.panels import links
from ui.panels.words import TOO_FEW, WAITS
from ui.pieces.lines import empty_zone, page
from ui.pieces.markup import Html
from ui.pieces.table import Cell, Head, section, strong, table, thin
from ui.pieces.waits import waits
from ui.session import language
from ui.session.language import say

SHOWN = (chats.ROUNDS, chats.FIRST_MEAN, chats.FIRST_MEDIAN, chats.FIRST_P90, chats.WITHIN_3MIN, chats.UNANSWERED)
QUERIED = (*SHOWN, chats.FIRST_REPLIES, chats.BOT_ROUNDS, chats.OUT_OF_HOURS)
TITLE = Text("响应时间（逐会话）", "Response time of conversations")
SLOWEST_FIRST = Text(
    "P90 从慢到快；点是中位数，条到 P90，竖线 {limit} 秒", "slowest first; dot median, bar to 90th, line {limit} s"
)
LEFT_OUT = Text(
    "服务时段 {hours}；机器人 {bots} 轮、非服务时段 {outside} 轮不在内",
    "Hours {hours}; without {bots} rounds by bots and {outside} out of hours",
)
ALL = Text("合计", "Together")
RANGE = Text("中位数 {median} 秒，P90 {p90} 秒", "median {median} s, 90th percentile {p90} s")

Numbers = dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Waited:
    """Somebody's numbers by the metrics' names; `is_team` for several people at once."""

    who: str
    numbers: Numbers
    is_team: bool = False

    def enough(self, metric: Metric) -> bool:
        """Whether the sample behind a metric is honest."""
        return not metric.sample or (self.numbers[metric.sample] or 0) >= metric.enough


def slowest_first(found: Sequence[Waited]) -> list[Waited]:
    """Those with an honest sample by their 90th percentile, the slowest first; behind them those with too few."""
    p90 = chats.FIRST_P90
    return sorted(
        found,
        key=lambda each: (
            not each.enough(p90),
            -(each.numbers[p90.name] or 0) if each.enough(p90) else -(each.numbers[chats.ROUNDS.name] or 0),
        ),
    )


@panel
def show(during: Period) -> Iterator[Part]:
    """The section; without a chat log the files it waits for."""
    whole, agents = _waits(during, ()), _waits(during, ("agent",))
    found = [*whole, *slowest_first(_teams(during)), *slowest_first(agents)]
    found = [each for each in found if each.numbers[chats.ROUNDS.name]]
    if not found:
        files = WAITS.filled(files=chats.CHAT_ROUNDS.label)
        yield page(empty_zone(say(TITLE), say(files)))
        return
    longest = max(each.numbers[chats.FIRST_P90.name] or 0 for each in found)
    limit = next((rule.watch for rule in rules(filters.shop()).get(chats.FIRST_P90.name, ())), 60)
    yield page(
        section(
            say(TITLE),
            table(_heads(), [_line(each, longest, limit) for each in found]),
            side=say(SLOWEST_FIRST.filled(limit=f"{limit:g}")),
            note=_left_out(whole[0].numbers),
        )
    )
    heads = [say("客服", "Agent"), *(metric.label.to(language.chosen()) for metric in SHOWN)]
    rows = [[_taken(each), *(each.numbers[metric.name] for metric in SHOWN)] for each in found]
    yield data_table.detail_table(say(TITLE), heads, rows, [None, *(metric.unit for metric in SHOWN)])


def _taken(each: Waited) -> object:
    return each.who if each.is_team else links.written("agent", each.who)


def _waits(during: Period, by: tuple[str, ...]) -> list[Waited]:
    rows = answers.ask(QUERIED, during, by, filters.where()).to_pylist()
    return [
        Waited(str(row[by[0]]) if by else say(ALL), {m.name: measure(row, m.name) for m in QUERIED}, by != ("agent",))
        for row in rows
        if not by or row[by[0]]
    ]


def _teams(during: Period) -> list[Waited]:
    """The teams, where the roster or the log tells of several."""
    teams = _waits(during, ("team",))
    return teams if len(teams) > 1 else []


def _left_out(numbers: Numbers) -> str:
    counted = {
        "bots": detail(numbers[chats.BOT_ROUNDS.name], chats.BOT_ROUNDS.unit),
        "outside": detail(numbers[chats.OUT_OF_HOURS.name], chats.OUT_OF_HOURS.unit),
    }
    return say(LEFT_OUT.filled(hours=setting(answers.facts(), SERVICE_HOURS.name), **counted))


def _heads() -> list[Head]:
    spoken = language.chosen()
    figures = {metric: Head(_head(metric), True, metric.meaning.to(spoken)) for metric in SHOWN}
    return [
        Head(say("客服", "Agent")),
        *(figures[metric] for metric in SHOWN[:4]),
        Head(""),
        *(figures[metric] for metric in SHOWN[4:]),
    ]


HEADS = {
    chats.ROUNDS: Text("轮次 n", "Rounds n"),
    chats.FIRST_MEAN: Text("首响均值 秒", "First, mean s"),
    chats.FIRST_MEDIAN: Text("中位数", "Median"),
    chats.FIRST_P90: Text("P90", "90th"),
    chats.WITHIN_3MIN: Text("3分钟 %", "3 min %"),
    chats.UNANSWERED: Text("未回复", "No answer"),
}


def _head(metric: Metric) -> str:
    return say(HEADS[metric])


def _line(each: Waited, longest: float, limit: float) -> list[str | Cell]:
    cells: list[str | Cell] = [strong(each.who) if each.is_team else links.part("agent", each.who)]
    for metric in SHOWN:
        value = each.numbers[metric.name]
        if metric is chats.WITHIN_3MIN:
            cells.append(_range(each, longest, limit))
        if each.enough(metric):
            cells.append(detail(value, metric.unit).removesuffix("%"))
        else:
            cells.append(thin(say(TOO_FEW)))
    return cells


def _range(each: Waited, longest: float, limit: float) -> Html | str:
    median, p90 = each.numbers[chats.FIRST_MEDIAN.name], each.numbers[chats.FIRST_P90.name]
    if median is None or p90 is None or not each.enough(chats.FIRST_P90):
        return ""
    unit = chats.FIRST_P90.unit
    phrase = RANGE.filled(median=detail(median, unit), p90=detail(p90, unit))
    return waits(median, p90, limit, longest, say(phrase))
