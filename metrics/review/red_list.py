"""The red list: at most seven lines, each with what, how far off, since, owner, next step and due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from data.records.red_list import ASSIGN, DISMISS, NOTE, RESTORE, TAKE, Mark
from metrics.catalogue import METRICS
from metrics.definition.metric import Unit
from metrics.judgement.limits import Level
from metrics.judgement.rules import Rulebook
from metrics.morning.morning import Morning
from metrics.morning.surroundings import Surroundings
from metrics.query.requests import QueryPlan
from metrics.review.red_items import GRAVITY, RedItem, by_cause, items
from metrics.review.red_since import since
from metrics.review.red_steps import step_of
from metrics.review.red_waits import waits
from text import Text, same

AT_MOST = 7
Order = Literal["due", "money"]
MATERIAL = 0.10
"""By which share of itself a value must move before a dismissed line comes back."""

MATERIAL_STEPS = {Unit.SCORE: 0.02, Unit.PERCENT: 0.02}
"""The same for values that hardly move: a difference in the metric's own unit."""


@dataclass(frozen=True, slots=True)
class RedLine:
    """An item with its first red day, its due moment, its next step and its owner ("" while nobody has it)."""

    item: RedItem
    since: date
    due: datetime
    step: Text
    owner: str
    notes: tuple[Mark, ...]

    @property
    def level(self) -> Level:
        """How grave it is."""
        return self.item.level


@dataclass(frozen=True, slots=True)
class Dismissed:
    """An item that somebody called no problem, and what they said."""

    item: RedItem
    mark: Mark


@dataclass(frozen=True, slots=True)
class RedList:
    """At most seven lines in order, how many there are in all, and those called no problem."""

    lines: tuple[RedLine, ...]
    found: int
    dismissed: tuple[Dismissed, ...]

    @property
    def unowned(self) -> int:
        """How many of the lines nobody has taken."""
        return sum(not line.owner for line in self.lines)


@dataclass(frozen=True, slots=True)
class RedFindings:
    """What calls for attention on a day, the gravest first, each with its first red day by its key."""

    items: tuple[RedItem, ...]
    since: dict[str, date]


def finding(morning: Morning, surroundings: Surroundings, book: Rulebook) -> QueryPlan[RedFindings]:
    """Everything of the day that asks for somebody, one item for each cause."""
    every = [*by_cause(items(morning, book)), *waits(morning, surroundings)]
    gravest = sorted(every, key=lambda item: GRAVITY.index(item.level))
    where = {"shop": morning.shop} if morning.shop else {}
    return RedFindings(tuple(gravest), (yield from since(gravest, morning.day, where, book)))


def red_list(what: RedFindings, marks: Sequence[Mark], today: date, order: Order = "due") -> RedList:
    """The day's items with what was said of them; the seven gravest, by due moment or by money at stake."""
    by_key: dict[str, list[Mark]] = {}
    for mark in marks:
        by_key.setdefault(mark.line, []).append(mark)
    away = {item.key: held for item in what.items if (held := _dismissal(item, by_key.get(item.key, ()), today))}
    asking = [item for item in what.items if item.key not in away]
    lines = [_line(item, what.since, by_key.get(item.key, ()), today) for item in asking[:AT_MOST]]
    lines.sort(key=_by_money if order == "money" else _by_due)
    dismissed = tuple(Dismissed(item, away[item.key]) for item in what.items if item.key in away)
    return RedList(tuple(lines), len(asking), dismissed)


def _line(item: RedItem, begun: Mapping[str, date], marks: Sequence[Mark], today: date) -> RedLine:
    first, usual = begun[item.key], step_of(item.metric)
    # What was said of an earlier run of red days is over with that run.
    of_run = [mark for mark in marks if mark.made_at is None or mark.made_at.date() >= first]
    given, assigned = _last(of_run, TAKE, ASSIGN), _last(of_run, ASSIGN)
    due = assigned.due if assigned and assigned.due else datetime.combine(today, usual.until)
    step = same(assigned.step) if assigned and assigned.step else usual.what
    notes = tuple(mark for mark in of_run if mark.kind == NOTE)
    return RedLine(item, first, due, step, given.owner if given else item.owner, notes)


def _last(marks: Sequence[Mark], *kinds: str) -> Mark | None:
    """The last mark of these kinds."""
    return next((mark for mark in reversed(marks) if mark.kind in kinds), None)


def _dismissal(item: RedItem, marks: Sequence[Mark], today: date) -> Mark | None:
    """The dismissal that still holds: not taken back, not over, and of a value that has not moved much since."""
    last = _last(marks, DISMISS, RESTORE)
    if last is None or last.kind == RESTORE or last.until is None or today > last.until:
        return None
    return None if moved_materially(item, last.value) else last


def moved_materially(item: RedItem, then: float | None) -> bool:
    """Whether an item's value is another than it was: by a tenth, or a step of two hundredths of scores and shares."""
    if item.value is None or then is None:
        return (item.value is None) != (then is None)
    unit = next((metric.unit for metric in METRICS if metric.name == item.metric), None)
    least = MATERIAL_STEPS[unit] if unit in MATERIAL_STEPS else MATERIAL * abs(then)
    return round(abs(item.value - then) - least, 9) > 0


def _by_due(line: RedLine) -> tuple[datetime, int]:
    return line.due, GRAVITY.index(line.level)


def _by_money(line: RedLine) -> tuple[float, datetime]:
    return (line.item.money if line.item.money is not None else float("inf")), line.due


def until_usually(today: date) -> date:
    """Until when a dismissal holds unless somebody says otherwise: a week."""
    return today + timedelta(days=7)
