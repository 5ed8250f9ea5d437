"""The headline of a team's page: how the worst of its numbers stands, and how many others call for a look."""

from collections.abc import Sequence

from metrics.judgement import Level
from metrics.tiles import Tile
from text import Text

WORST_FIRST = (Level.BAD, Level.WATCH, Level.GOOD, Level.UNJUDGED)
BEHIND = Text("{name}落后，{reason}", "{name} behind: {reason}")
TO_WATCH = Text("{name}要关注，{reason}", "{name} to watch: {reason}")
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
    first = next(tile for tile in pressing if tile.judgement.level is level)
    phrase = BEHIND if level is Level.BAD else TO_WATCH
    reason = Text(first.judgement.reason.zh, first.judgement.reason.en[0].lower() + first.judgement.reason.en[1:])
    said = phrase.filled(name=first.metric.label, reason=reason)
    return OTHERS.filled(said=said, n=len(pressing) - 1) if len(pressing) > 1 else said
