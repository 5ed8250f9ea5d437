"""Service: how a week's buyers were answered, by whom, in which hours seats were missing."""

from collections.abc import Mapping
from dataclasses import dataclass

from metrics.calendar.period import Period
from metrics.catalogue.service.chats import FIRST_MEDIAN, FIRST_P90, WITHIN_3MIN
from metrics.catalogue.service.people import SEAT_COVERAGE, UnmannedSpan
from metrics.catalogue.service.service import AVG_RESPONSE, FIRST_RESPONSE, INQUIRY_PAY_RATE, RECEPTIONS
from metrics.definition.metric import Metric
from metrics.judgement.difference import ValueChange
from metrics.morning.seats import SeatHour, seats
from metrics.wording.figure import Number
from reports.numbers.daily import DailyNumbers, daily
from reports.numbers.judged import limit_of, week_changes
from reports.numbers.query import WeekQuery
from reports.numbers.service.agents import AgentWeek, LateHours, agents, by_chats, inquiry_days, late_hours, unmanned
from reports.numbers.service.replies import reply, reply_label
from reports.numbers.trends import trend
from reports.numbers.week import Week
from reports.slide.slide import Trend
from text import Text


@dataclass(frozen=True, slots=True)
class ServiceNumbers:
    """The metric that stands for the speed of answers with its value, change and trend, and every agent's week.

    `by_chats` says that single conversations are on file. `final` are the days whose inquiries are final and
    `pay_rate` that of all agents on them. `unmanned` is None without a roster. `missing_seats` are today's hours that
    lack some. `limits` are the fixed ones of metrics, by name, for those that have one.
    """

    week: Week
    reply: Metric
    label: Text
    value: Number | None
    change: ValueChange
    trend: Trend | None
    agents: tuple[AgentWeek, ...]
    by_chats: bool
    final: Period | None
    pay_rate: Number | None
    late: LateHours | None
    unmanned: list[UnmannedSpan] | None
    missing_seats: tuple[SeatHour, ...]
    limits: Mapping[str, float]


def service(query: WeekQuery) -> ServiceNumbers:
    """Service of the week."""
    week, metric, final = query.week, reply(query), inquiry_days(query)
    label, value = reply_label(metric), query.value(metric, week.period)
    limits = {each.name: limit_of(query.book, each) for each in (AVG_RESPONSE, FIRST_P90, WITHIN_3MIN)}
    return ServiceNumbers(
        week,
        metric,
        label,
        value,
        week_changes(query, metric)[0],
        None if value is None else trend(query, metric, label),
        tuple(agents(query)),
        by_chats(query),
        final,
        query.value(INQUIRY_PAY_RATE, final) if final else None,
        late_hours(query),
        unmanned(query),
        tuple(each for each in seats(query.warehouse, week.today, query.where) if each.short),
        {name: limit for name, limit in limits.items() if limit is not None},
    )


@dataclass(frozen=True, slots=True)
class AgentNumbers:
    """Every agent's week, the slowest first; `by_chats` says that single conversations are on file."""

    week: Week
    agents: tuple[AgentWeek, ...]
    by_chats: bool


def all_agents(query: WeekQuery) -> AgentNumbers:
    """Everybody who received buyers in the week."""
    return AgentNumbers(query.week, tuple(agents(query)), by_chats(query))


def service_days(query: WeekQuery) -> DailyNumbers | None:
    """Receptions, answers and seats of each day; None where the speed of answers is not on file."""
    metric = reply(query)
    if query.value(metric, query.week.period) is None:
        return None
    speeds = (FIRST_MEDIAN, FIRST_P90, WITHIN_3MIN) if by_chats(query) else (FIRST_RESPONSE, AVG_RESPONSE)
    return daily(*dict.fromkeys((RECEPTIONS, metric, *speeds, SEAT_COVERAGE)))(query)
