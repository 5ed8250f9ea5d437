"""The teams' quotas as the wall shows them: attainment of the month so far, and people as counts."""

from dataclasses import dataclass
from datetime import date

from metrics.calendar.period import month_to_date
from metrics.judgement.limits import Judgement, Level
from metrics.judgement.quota_lines import ENOUGH, QuotaLine, attained, judged
from metrics.query.batching import QueryBatch
from metrics.query.requests import QueryPlan
from text import Text

UNDER = Text("{n}人低于 80%", "{n} under 80%")
UNFILLED = Text("{n}人未填", "{n} without entry")
ALL_THERE = Text("全员达到", "all met")
GROUP_SHORT = Text("缺在整组事项", "team tasks")
NO_PEOPLE = Text("整组定额", "of the whole team")


@dataclass(frozen=True, slots=True)
class QuotaBar:
    """A team's attainment as a share, how many of its people lie below 80%, and how many wrote nothing down."""

    team: str
    attain: float | None
    judgement: Judgement
    people: int
    under: int
    unfilled: int

    @property
    def note(self) -> Text:
        """Whom to look at, as a count."""
        counts = [(UNDER, self.under), (UNFILLED, self.unfilled)]
        phrases = [phrase.filled(n=count) for phrase, count in counts if count]
        if phrases:
            return Text("，".join(each.zh for each in phrases), ", ".join(each.en for each in phrases))
        if self.judgement.level is not Level.GOOD:
            return GROUP_SHORT
        return ALL_THERE if self.people else NO_PEOPLE


def quota_bars(day: date) -> QueryPlan[tuple[QuotaBar, ...]]:
    """Every team with quotas from the first of the month to a day, the best first; doubtful and unjudged ones last."""
    batch, during = QueryBatch(), month_to_date(day)
    each, whole = batch.add(attained(during, ("team", "person"))), batch.add(attained(during, ("team",)))
    yield from batch.asking()
    people = [line for line in each.value if line.person]
    teams = [line for line in whole.value if line.team]
    bars = [_bar(line, [each for each in people if each.team == line.team]) for line in teams]
    order = (Level.GOOD, Level.WATCH, Level.BAD, Level.UNJUDGED)
    return tuple(sorted(bars, key=lambda bar: (order.index(bar.judgement.level), bar.team)))


def _bar(line: QuotaLine, people: list[QuotaLine]) -> QuotaBar:
    counted = [each for each in people if each.attain is not None]
    unfilled = [each for each in counted if each.done == 0]
    under = [each for each in counted if each.done and (each.attain or 0) < ENOUGH - 1e-9]
    return QuotaBar(line.team, line.attain, judged(line), len(counted), len(under), len(unfilled))
