"""The headline of a team's page: how the worst of its numbers stands, and how many others call for a look."""

from collections.abc import Sequence

from metrics.judgement.limits import OVER, Level
from metrics.morning.numbers import Tile
from metrics.wording.figure import spelled
from metrics.wording.values import exact
from text import Text

WORST_FIRST = (Level.BAD, Level.WATCH, Level.GOOD, Level.UNJUDGED)
WITH_REASON = Text("{name} {value}，{reason}", "{name} {value}, {reason}")
THERE_ARE = Text("{name}有 {value}", "{name}: {value}")
OTHERS = Text("{said}；另 {n} 项要看", "{said}; {n} more to watch")
ALL_GOOD = Text("评到的 {n} 项都达标", "all {n} judged numbers on target")
NOT_JUDGED = Text("还没有能评的数", "nothing to judge yet")


def worst(shown: Sequence[Tile]) -> Level:
    """The gravest level of several numbers; UNJUDGED where none is judged."""
    return min((tile.judgement.level for tile in shown), key=WORST_FIRST.index, default=Level.UNJUDGED)


def finding(shown: Sequence[Tile]) -> Text:
    """How the worst number stands and why it is judged so."""
    level = worst(shown)
    if level is Level.UNJUDGED:
        return NOT_JUDGED
    if level is Level.GOOD:
        return ALL_GOOD.filled(n=sum(tile.judgement.level is Level.GOOD for tile in shown))
    pressing = [tile for tile in shown if tile.judgement.level in (Level.BAD, Level.WATCH)]
    first = sentence(next(tile for tile in pressing if tile.judgement.level is level))
    return OTHERS.filled(said=first, n=len(pressing) - 1) if len(pressing) > 1 else first


def sentence(tile: Tile) -> Text:
    """A judged number with its value and why it is judged so; what should not be there at all needs no limit."""
    unit, reason = tile.metric.unit, tile.judgement.reason
    value = exact(tile.value, unit)
    name = Text(tile.metric.label.zh.split("（")[0], tile.metric.label.en)
    if reason.en == OVER.filled(limit=spelled(0, unit, "en")).en:
        return THERE_ARE.filled(name=name, value=value)
    return WITH_REASON.filled(name=name, value=value, reason=Text(reason.zh, reason.en[0].lower() + reason.en[1:]))
