"""Score ledger: why a mean of 180 days of scores moved, how it moves when old ones leave, what lifts it again.

A score that comes in or leaves moves the mean by its distance from the mean before, over the number of scores now:
these shares add up to the whole change exactly, so that nothing is left over.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period, last_days

WINDOW = 180
"""The days a score looks back over, its own among them."""

AHEAD = 30
FULL = Fraction(5)
LOW = 3
"""Up to which score one counts as low."""

COLUMNS = {"dsr_item": "coalesce(nullif(score_item, 0), score)", "dsr_service": "nullif(score_service, 0)",
           "dsr_delivery": "nullif(score_delivery, 0)"}  # fmt: skip
"""What reviews one by one tell of each of the three scores; platforms write 0 where nothing was given."""

Tally = Mapping[date, Mapping[Fraction, int]]
"""How many of each score came in on each day."""


@dataclass(frozen=True, slots=True)
class WindowScores:
    """Scores within a window: their sum and their number."""

    total: Fraction
    count: int

    @property
    def mean(self) -> Fraction | None:
        """The score itself; None where nobody scored."""
        return self.total / self.count if self.count else None


@dataclass(frozen=True, slots=True)
class Entry:
    """Scores of one value that came in, or that left the window, and by how much they moved the mean."""

    score: Fraction
    came: bool
    count: int
    effect: Fraction

    @property
    def low(self) -> bool:
        """Whether it is a low score."""
        return self.score <= LOW


@dataclass(frozen=True, slots=True)
class Ledger:
    """A change of the mean between two days, entry by entry; the effects add up to it exactly."""

    since: date
    day: date
    before: WindowScores
    after: WindowScores
    entries: tuple[Entry, ...]

    @property
    def change(self) -> Fraction:
        """The mean now minus the mean then."""
        return sum((entry.effect for entry in self.entries), Fraction(0))

    def effect(self, *, came: bool, low: bool | None = None, full: bool | None = None) -> Fraction:
        """What some of the entries moved together: those that came or left, low ones, fives, or all others."""
        chosen = [entry for entry in self.entries if entry.came is came]
        if low is not None:
            chosen = [entry for entry in chosen if entry.low is low]
        if full is not None:
            chosen = [entry for entry in chosen if (entry.score == FULL) is full]
        return sum((entry.effect for entry in chosen), Fraction(0))

    def count(self, *, came: bool, low: bool | None = None, full: bool | None = None) -> int:
        """How many scores those are."""
        return sum(
            entry.count
            for entry in self.entries
            if entry.came is came
            and (low is None or entry.low is low)
            and (full is None or (entry.score == FULL) is full)
        )


def standing(tally: Tally, day: date, window: int = WINDOW) -> WindowScores:
    """The scores of the window that ends with a day."""
    scores = _scores(tally, last_days(day, window))
    return WindowScores(sum((score * n for score, n in scores.items()), Fraction(0)), scores.total())


def ledger(tally: Tally, since: date, day: date, window: int = WINDOW) -> Ledger | None:
    """How the mean of a day came out of that of an earlier one; None where either day has no scores in its window.

    Scores that came and left again in between are not counted. ValueError where `since` is not the earlier day.
    """
    if since >= day:
        raise ValueError(f"{since} is not before {day}")
    before, after = standing(tally, since, window), standing(tally, day, window)
    if before.mean is None or after.mean is None:
        return None
    old, new = last_days(since, window), last_days(day, window)
    came = _scores(tally, Period(max(since + timedelta(days=1), new.first), day))
    left = _scores(tally, Period(old.first, min(since, new.first - timedelta(days=1))))
    mean, count = before.mean, after.count
    entries = [Entry(score, True, n, (score - mean) * n / count) for score, n in came.items()]
    entries += [Entry(score, False, n, (mean - score) * n / count) for score, n in left.items()]
    return Ledger(since, day, before, after, tuple(sorted(entries, key=lambda each: (each.effect, each.score))))


def rolled_off(
    tally: Tally, day: date, days: int = AHEAD, window: int = WINDOW
) -> tuple[tuple[date, WindowScores], ...]:
    """Each of the days that follow as it will stand if nobody scores any more: only old scores leave."""
    until_day = {when: scores for when, scores in tally.items() if when <= day}
    ahead = (day + timedelta(days=n) for n in range(1, days + 1))
    return tuple((when, standing(until_day, when, window)) for when in ahead)


def fives_needed(now: WindowScores, aim: Fraction) -> int | None:
    """How many fives more lift the mean to `aim`: 0 when it is there; None for the full score, or without scores."""
    if now.mean is None:
        return None
    if now.mean >= aim:
        return 0
    return ceil((aim * now.count - now.total) / (FULL - aim)) if aim < FULL else None


def tallied(warehouse: Warehouse, name: str, shop: str, last: date) -> dict[date, Counter[Fraction]]:
    """The scores of reviews one by one up to a day, of dsr_item, dsr_service or dsr_delivery; KeyError for others."""
    rows = warehouse.rows(
        f"SELECT review_time::DATE, {COLUMNS[name]} AS given, count(*) FROM reviews"
        " WHERE shop = ? AND review_time::DATE <= ? AND given IS NOT NULL GROUP BY ALL",
        [shop, last],
    )
    found: dict[date, Counter[Fraction]] = {}
    for when, given, count in rows:
        found.setdefault(when, Counter())[Fraction(str(given))] += count
    return found


def _scores(tally: Tally, during: Period) -> Counter[Fraction]:
    found: Counter[Fraction] = Counter()
    for when, scores in tally.items():
        if when in during:
            found.update(scores)
    return found
