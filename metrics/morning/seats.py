"""Seats: who is on today's roster hour by hour, and how many the same weekdays of the last four weeks needed."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil
from statistics import quantiles

from data.records.roster import with_persons
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue.service.chats import CHAT_ROUNDS, ROUNDS_BY_HOUR
from metrics.query.batching import alone
from metrics.query.requests import QueryPlan, Rows

FIRST, LAST = 8, 24
"""The hours of the day that are drawn."""

DAYS_BACK, FEWEST = 28, 20
"""How far back work is looked at, and the fewest staffed hours that tell how much one seat takes."""

_SPAN = re.compile(r"(\d{1,2})[:：](\d{2})\s*[-~～—–至到]+\s*(\d{1,2})[:：](\d{2})")
Spell = tuple[date, str, datetime, datetime]


@dataclass(frozen=True, slots=True)
class SeatHour:
    """An hour of the day: seats on the roster, and seats needed (None where chats do not tell)."""

    hour: int
    seats: int
    need: int | None

    @property
    def short(self) -> int:
        """How many seats are missing."""
        return max(0, (self.need or 0) - self.seats)


def seats(warehouse: Warehouse, today: date, where: Mapping[str, str]) -> tuple[SeatHour, ...]:
    """Today's hours from 8 to 24; empty without a roster of today.

    The need is the rounds for people of the same weekdays, over what a busy seat took in an hour: the upper
    quartile of rounds for each seat over the staffed hours of four weeks.
    """
    return alone(warehouse, staffing(today, where))


def staffing(today: date, where: Mapping[str, str]) -> QueryPlan[tuple[SeatHour, ...]]:
    """`seats()` to be asked together with others."""
    since = today - timedelta(days=DAYS_BACK)
    spells, counted = yield [_spells(since, today, where.get("shop")), _rounds(since, where.get("shop"))]
    manned = _manned(spell for row in spells if (spell := _spell(*row)))
    if not any(day == today for day, _ in manned):
        return ()
    rounds = {(day, hour): count for day, hour, count in counted}
    takes = _takes(rounds, manned)
    usual = _usual(rounds, today)
    return tuple(
        SeatHour(hour, manned[today, hour], ceil(usual.get(hour, 0) / takes - 1e-9) if takes and usual else None)
        for hour in range(FIRST, LAST)
    )


def taken_by_hour(warehouse: Warehouse, during: Period, shop: str | None = None) -> dict[int, float]:
    """How many rounds for people the seats online could take in each hour of the day, over all days of a period.

    A seat takes the upper quartile of rounds for each seat over the staffed hours of the 28 days up to the period's
    end. Empty without a chat log, or where a day with rounds has no roster: part of the seats would look like all.
    """
    return alone(warehouse, _capacity(during, shop))


def _capacity(during: Period, shop: str | None) -> QueryPlan[dict[int, float]]:
    since = during.last - timedelta(days=DAYS_BACK)
    first = min(since, during.first)
    spells, counted = yield [_spells(first, during.last, shop), _rounds_for_people(first, during.last, shop)]
    manned = _manned(spell for row in spells if (spell := _spell(*row)))
    takes = _takes({(day, hour): count for day, hour, count in counted if day >= since}, manned)
    days = {day for day, _, _ in counted if day in during}
    if takes is None or not days or days - {day for day, _ in manned}:
        return {}
    seated = _seated(manned, days)
    return {hour: seated[hour] * takes for hour in range(24)}


def _seated(manned: Counter[tuple[date, int]], days: Collection[date]) -> Counter[int]:
    """The people there in each hour, over all of these days."""
    seated: Counter[int] = Counter()
    for (day, hour), count in manned.items():
        if day in days:
            seated[hour] += count
    return seated


def _rounds_for_people(first: date, last: date, shop: str | None) -> Rows:
    return Rows(
        f"SELECT day, hour, count(*) FROM ({CHAT_ROUNDS.sql})"
        " WHERE inside AND day BETWEEN ? AND ? AND coalesce(?, shop) = shop GROUP BY day, hour",
        [first, last, shop],
    )


def _spells(since: date, today: date, shop: str | None) -> Rows:
    return Rows(
        f"SELECT day, person, coalesce(shift, ''), online_from, online_until FROM ({with_persons('shifts')})"
        " WHERE day BETWEEN ? AND ? AND (? IS NULL OR shop IN (?, ''))",
        [since, today, shop, shop],
    )


def _spell(day: date, person: str, shift: str, begins: time | None, ends: time | None) -> Spell | None:
    """When somebody was or will be online: the written times, else those in the shift's name."""
    planned = _SPAN.search(shift)
    if begins is None and planned:
        begins = time(int(planned[1]) % 24, int(planned[2]))
    if ends is None and planned:
        ends = time(int(planned[3]) % 24, int(planned[4]))
    if begins is None or ends is None:
        return None
    over = timedelta(days=1) if ends <= begins else timedelta(0)
    return day, person, datetime.combine(day, begins), datetime.combine(day, ends) + over


def _manned(spells: Iterable[Spell]) -> Counter[tuple[date, int]]:
    """People by day and hour; one counts for an hour of which they are there at least half."""
    there: set[tuple[date, int, str]] = set()
    for day, person, begins, ends in spells:
        for hour in range(24):
            start = datetime.combine(day, time(hour))
            if min(ends, start + timedelta(hours=1)) - max(begins, start) >= timedelta(minutes=30):
                there.add((day, hour, person))
    return Counter((day, hour) for day, hour, _ in there)


def _rounds(since: date, shop: str | None) -> Rows:
    return Rows(
        f"SELECT day, hour, sum(rounds)::BIGINT FROM ({ROUNDS_BY_HOUR}) WHERE day >= ? AND coalesce(?, shop) = shop"
        " GROUP BY ALL",
        [since, shop],
    )


def _takes(rounds: Mapping[tuple[date, int], int], manned: Counter[tuple[date, int]]) -> float | None:
    loads: Sequence[float] = [count / manned[key] for key, count in rounds.items() if manned[key]]
    return quantiles(loads, n=4)[2] if len(loads) >= FEWEST else None


def _usual(rounds: Mapping[tuple[date, int], int], today: date) -> dict[int, float]:
    days = {day for day, _ in rounds if day.weekday() == today.weekday()}
    return {hour: sum(rounds.get((day, hour), 0) for day in days) / len(days) for hour in range(FIRST, LAST) if days}
