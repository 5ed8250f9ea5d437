"""Agents: how fast each answered in the week, how many they received, and how many of their inquirers paid."""

from dataclasses import dataclass

from metrics.calendar.period import Period
from metrics.catalogue.service.by_hour import ServiceHour, hours
from metrics.catalogue.service.chats import FIRST_MEDIAN, FIRST_P90, FIRST_REPLIES, ROUNDS, WITHIN_3MIN
from metrics.catalogue.service.people import UnmannedSpan, gaps
from metrics.catalogue.service.service import AVG_RESPONSE, FIRST_RESPONSE, INQUIRERS, INQUIRY_PAY_RATE, RECEPTIONS
from metrics.definition.metric import Metric
from metrics.judgement.limits import Judgement, Level, judge
from metrics.judgement.maturity import mature
from metrics.wording.figure import Number
from metrics.wording.masking import bare
from reports.numbers.query import WeekQuery, once

CHATS = (FIRST_MEDIAN, FIRST_P90, WITHIN_3MIN, ROUNDS, FIRST_REPLIES)
GRAVE = (Level.BAD, Level.WATCH, Level.GOOD, Level.UNJUDGED)
FEWEST_SLOW = 1 / 3
"""The share of late answers that two hours must hold to be called the cause."""


@dataclass(frozen=True, slots=True)
class AgentWeek:
    """A person's week; seconds and fractions, None where no file tells. `rounds` and `inquirers` are the samples.

    `speed` and `slow` are the median and the 90th percentile of first responses, or the means of first and of all
    responses where no single conversation is known.
    """

    name: str
    received: int | None
    speed: Number | None
    slow: Number | None
    in_time: Number | None
    rounds: int | None
    paid: Number | None
    inquirers: int | None
    judgement: Judgement


def by_chats(query: WeekQuery) -> bool:
    """Whether single conversations of the week are on file."""
    return any(row[ROUNDS.name] for row in _by_agent(query, CHATS, query.week.period).values())


def inquiry_days(query: WeekQuery) -> Period | None:
    """The days of the week whose inquiries are final."""
    return mature(INQUIRY_PAY_RATE, query.week.period, query.week.today)


@once
def agents(query: WeekQuery) -> list[AgentWeek]:
    """Everybody who received buyers in the week, the slowest first, those with too few behind them."""
    single = by_chats(query)
    received = _by_agent(query, (RECEPTIONS, FIRST_RESPONSE, AVG_RESPONSE), query.week.period)
    chats = _by_agent(query, CHATS, query.week.period) if single else {}
    final = inquiry_days(query)
    asking = _by_agent(query, (INQUIRY_PAY_RATE, INQUIRERS), final) if final else {}
    names = [name for name, row in received.items() if row[RECEPTIONS.name]] or list(chats)
    found = [
        _agent(query, name, received.get(name, {}), chats.get(name) if single else None, asking.get(name, {}))
        for name in names
    ]
    return sorted(found, key=lambda each: (each.judgement.level is Level.UNJUDGED, -(each.slow or 0), each.name))


def _by_agent(query: WeekQuery, metrics: tuple[Metric, ...], during: Period) -> dict[str, dict]:
    return {bare(row["agent"]): row for row in query.rows(metrics, during, ("agent",)) if row["agent"]}


def _agent(query: WeekQuery, name: str, row: dict, chats: dict | None, asking: dict) -> AgentWeek:
    speeds = (FIRST_RESPONSE, AVG_RESPONSE) if chats is None else (FIRST_MEDIAN, FIRST_P90)
    of = row if chats is None else chats
    speed, slow = (of.get(metric.name) for metric in speeds)
    in_time, rounds = (None, None) if chats is None else (chats[WITHIN_3MIN.name], chats[ROUNDS.name])
    replies = None if chats is None else chats[FIRST_REPLIES.name]
    judged = [judge(speeds[1], slow, sample=replies, rules=query.book)]
    if chats is not None:
        judged.append(judge(WITHIN_3MIN, in_time, sample=rounds, rules=query.book))
    worst = min(judged, key=lambda each: GRAVE.index(each.level))
    return AgentWeek(
        name, row.get(RECEPTIONS.name), speed, slow, in_time, rounds, asking.get(INQUIRY_PAY_RATE.name),
        asking.get(INQUIRERS.name), worst,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class LateHours:
    """The hours that hold most late answers (two at most), the share of late ones in them, and how others stand."""

    hours: tuple[int, ...]
    late: int
    all_late: int
    elsewhere: float | None

    @property
    def share(self) -> float:
        """Of the late answers, how many fell into these hours."""
        return self.late / self.all_late


def late_hours(query: WeekQuery) -> LateHours | None:
    """The two hours with most late answers; None without late ones, or where two hours do not stand out."""
    found = hours(query.warehouse, query.week.period, query.week.shop)
    all_late = sum(each.late for each in found)
    worst = sorted((each for each in found if each.late), key=lambda each: (-each.late, each.hour))[:2]
    late = sum(each.late for each in worst)
    if not worst or late < FEWEST_SLOW * all_late:
        return None
    others = [each for each in found if each not in worst]
    return LateHours(tuple(sorted(each.hour for each in worst)), late, all_late, _in_time(others))


def _in_time(of: list[ServiceHour]) -> float | None:
    rounds = sum(each.rounds for each in of)
    return sum(each.in_time for each in of) / rounds if rounds else None


def unmanned(query: WeekQuery) -> list[UnmannedSpan] | None:
    """The times of the week at which nobody was online; None without a roster of the week."""
    shifts = query.warehouse.rows(
        "SELECT count(*) FROM shifts WHERE day BETWEEN ? AND ? AND (? IS NULL OR shop IN (?, ''))",
        [query.week.first, query.week.last, query.week.shop, query.week.shop],
    )[0][0]
    return gaps(query.warehouse, query.week.first, query.week.last, query.week.shop) if shifts else None
