"""The morning in words: a headline that states the finding, and three sentences that name what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.catalogue.trade.traffic import VISITORS
from metrics.definition.metric import Unit
from metrics.explanation.gap_causes import Cause
from metrics.morning.completeness import FileState
from metrics.morning.numbers import Agent, Judged, Month, Tile
from metrics.wording import phrases as say
from metrics.wording.rounding import decimal
from metrics.wording.values import headcount, joined, on, written
from text import Text

ACTED_ON = ("visits", "conversion", "basket")


@dataclass(frozen=True, slots=True)
class Story:
    """What the words are made from."""

    day: date
    today: date
    tiles: tuple[Tile, ...]
    month: Month
    causes: tuple[Cause, ...]
    team: Agent | None
    scores: tuple[Judged, ...]
    unshipped: Judged
    files: tuple[FileState, ...]
    absent: tuple[str, ...]

    @property
    def when(self) -> Text:
        """昨日, or the date where the day is not the day before."""
        if self.today - self.day == timedelta(days=1):
            return say.YESTERDAY
        return on(self.day)

    def tile(self, name: str) -> Tile:
        """The tile of a metric."""
        return next(tile for tile in self.tiles if tile.metric.name == name)

    def cause(self, name: str) -> Decimal:
        """What one cause took or gave, in yuan."""
        return next((cause.amount for cause in self.causes if cause.name == name), Decimal(0))

    def missing(self, subjects: Sequence[str]) -> Text | None:
        """The titles of those of the subjects' files that are missing for a shop."""
        lacking = dict.fromkeys(f.title for f in self.files if f.state == "missing" and f.subject in subjects)
        return joined(list(lacking), "、", ", ") if lacking else None


def headline(story: Story) -> Text:
    """The one finding of the day."""
    paid = story.tile(PAY_AMOUNT.name)
    if paid.value is None:
        return say.NO_SALES.filled(
            day=story.when, files=story.missing(("orders", "shop_daily")) or paid.metric.facts.label
        )
    amount = written(paid.value, Unit.YUAN)
    if story.absent:
        return say.PAID_WITHOUT.filled(day=story.when, paid=amount, shops=named(story.absent))
    if paid.target is None and not story.causes:
        return say.PAID_ONLY.filled(day=story.when, paid=amount)
    return _held_against(story, paid, amount)


def _held_against(story: Story, paid: Tile, amount: Text) -> Text:
    """The gap to the target, or without one to the weekday's base, with its main cause."""
    if paid.target is not None:
        gap, short_of, beyond = decimal(paid.value or 0) - decimal(paid.target), say.SHORT, say.BEYOND
    else:
        gap, short_of, beyond = sum((c.amount for c in story.causes), Decimal(0)), say.LESS, say.MORE
    if gap == 0:
        return say.EVEN.filled(day=story.when, paid=amount)
    found = (short_of if gap < 0 else beyond).filled(day=story.when, gap=written(abs(gap), Unit.YUAN))
    return joined([found, _main_cause(story, gap)], "，", ", ") if story.causes else found


def _main_cause(story: Story, gap: Decimal) -> Text:
    """The greatest of the causes that somebody can act on; how the target was set only where there is none."""
    lost = gap < 0
    by_weight = sorted(story.causes, key=lambda each: each.amount, reverse=not lost)
    greatest = by_weight[0]
    acted_on = (each for each in by_weight if each.name in ACTED_ON and each.amount and (each.amount < 0) == lost)
    cause = next(acted_on, greatest)
    visits = story.tile(VISITORS.name)
    people = headcount(abs(float(visits.value or 0) - float(visits.base or 0)))
    phrase = (say.LOST if lost else say.WON)[cause.name].filled(people=people, amount=written(abs(cause.amount)))
    mainly = say.MAINLY_LOST if lost else say.MAINLY_WON
    return (mainly if cause is greatest else say.AMONG_IT).filled(cause=phrase)


def named(shops: Sequence[str]) -> Text:
    """The shops in a row: 、 between them in Chinese, a comma in English."""
    return Text("、".join(shops), ", ".join(shops))
