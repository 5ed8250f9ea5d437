"""What stands below the morning's numbers: channels, agents, scores, orders not sent."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import pyarrow as pa

from metrics.calendar.period import Period, last_days
from metrics.calendar.period import day as one_day
from metrics.catalogue.ratings.reputation import METRICS as SCORES
from metrics.catalogue.service.service import (
    AVG_RESPONSE,
    CS_SALES,
    FIRST_RESPONSE,
    INQUIRERS,
    INQUIRY_PAY_RATE,
    RECEPTIONS,
    REPLY_RATE,
)
from metrics.catalogue.trade.traffic import CHANNEL_CONVERSION, CHANNEL_UV_VALUE, CHANNEL_VISITORS
from metrics.definition.metric import Metric
from metrics.definition.refusals import Unanswerable
from metrics.judgement.limits import Level, Past, judge
from metrics.judgement.maturity import last_final_day
from metrics.judgement.rules import LONGEST_RUN, Rulebook
from metrics.morning.numbers import Agent, Channel, Judged
from metrics.query.history import base_of
from metrics.query.requests import QueryPlan, Question
from metrics.wording.figure import Number

SPEED = (FIRST_RESPONSE, AVG_RESPONSE, REPLY_RATE)
INQUIRIES = (INQUIRERS, INQUIRY_PAY_RATE)
_WORST_FIRST = (Level.BAD, Level.WATCH, Level.GOOD, Level.UNJUDGED)


def judged(metric: Metric, day: date, where: Mapping[str, str], book: Rulebook) -> QueryPlan[Judged]:
    """A metric of one day, judged without a base."""
    table, *earlier = yield [Question([metric], one_day(day), where=where), *_earlier([metric], day, (), where, book)]
    value = table[metric.name][0].as_py()
    before = _before([metric], day, earlier).get("", {}).get(metric.name, [])
    return Judged(metric, value, None, judge(metric, value, rules=book, before=before))


def scores(day: date, where: Mapping[str, str], book: Rulebook) -> QueryPlan[tuple[Judged, ...]]:
    """The three scores of a day against those of a week before; empty for several shops at once."""
    (table,) = yield [Question(SCORES, last_days(day, 7 + LONGEST_RUN), ("day",), where)]
    if isinstance(table, Unanswerable):
        return ()
    by_day = {row["day"]: row for row in table.to_pylist()}
    return tuple(_score(metric, [_week(by_day, metric, day, n) for n in range(LONGEST_RUN)], book) for metric in SCORES)


def _week(by_day: Mapping[date, Mapping], metric: Metric, day: date, back: int) -> Past:
    now, eve, then = (by_day.get(day - timedelta(days=back + more), {}).get(metric.name) for more in (0, 1, 7))
    return Past(now, then, day_before=eve)


def _score(metric: Metric, days: list[Past], book: Rulebook) -> Judged:
    value, base, _, eve = days[0]
    found = judge(metric, value, base=base, rules=book, before=days[1:], day_before=eve)
    return Judged(metric, value, base, found)


def channels(day: date, where: Mapping[str, str], book: Rulebook) -> QueryPlan[tuple[Channel, ...]]:
    """The day's channels, the largest first; empty for several shops or carriers at once."""
    metrics = (CHANNEL_VISITORS, CHANNEL_CONVERSION, CHANNEL_UV_VALUE)
    now, before = yield [
        Question(metrics, one_day(day), ("channel",), where),
        Question([CHANNEL_VISITORS], _weeks_before(day), ("channel", "day"), where),
    ]
    if isinstance(now, Unanswerable) or isinstance(before, Unanswerable):
        return ()
    series: dict[str, dict[date, Number | None]] = {}
    for row in before.to_pylist():
        series.setdefault(row["channel"], {})[row["day"]] = row[CHANNEL_VISITORS.name]
    found = [_channel(row, series.get(row["channel"], {}), day, book) for row in now.to_pylist()]
    return tuple(sorted(found, key=lambda channel: -(channel.visitors or 0)))


def _channel(row: Mapping, series: Mapping[date, Number | None], day: date, book: Rulebook) -> Channel:
    visitors, base = row[CHANNEL_VISITORS.name], base_of(series, day)
    earlier = [day - timedelta(days=n) for n in range(1, LONGEST_RUN)]
    before = [Past(series.get(when), base_of(series, when)) for when in earlier]
    return Channel(
        row["channel"],
        visitors,
        base,
        row[CHANNEL_CONVERSION.name],
        row[CHANNEL_UV_VALUE.name],
        judge(CHANNEL_VISITORS, visitors, base=base, rules=book, before=before),
    )


def _weeks_before(day: date) -> Period:
    return last_days(day - timedelta(days=1), 28)


def final_inquiry_day(day: date, today: date) -> date:
    """The last day up to `day` whose inquiry rate is final by `today`."""
    return min(day, last_final_day(INQUIRY_PAY_RATE, today))


def agents(
    day: date, inquiry_day: date, where: Mapping[str, str], book: Rulebook
) -> QueryPlan[tuple[Agent | None, tuple[Agent, ...]]]:
    """The team together (None where its file is missing) and its agents, the busiest first."""
    plans = [_of_agents(day, inquiry_day, by, where, book) for by in ((), ("agent",))]
    tables = yield [*plans[0], *plans[1]]
    team, each = (_agents(day, part, book) for part in (tables[: len(plans[0])], tables[len(plans[0]) :]))
    return (team[0] if each else None), each


def _of_agents(
    day: date, inquiry_day: date, by: tuple[str, ...], where: Mapping[str, str], book: Rulebook
) -> list[Question]:
    """The day; the inquiries of their day and of the weeks before; and the days before where rules look at them."""
    return [
        Question((RECEPTIONS, *SPEED, CS_SALES), one_day(day), by, where),
        *(Question(INQUIRIES, during, by, where) for during in (one_day(inquiry_day), _weeks_before(inquiry_day))),
        *_earlier(SPEED, day, by, where, book),
    ]


def _agents(day: date, tables: Sequence[pa.Table], book: Rulebook) -> tuple[Agent, ...]:
    speed, paid, usual, *before = tables
    earlier = _before(SPEED, day, before)
    final, weeks = ({row.get("agent", ""): row for row in part.to_pylist()} for part in (paid, usual))
    found = [
        _agent(row, final.get(name, {}), weeks.get(name, {}), earlier.get(name, {}), book)
        for row in speed.to_pylist()
        for name in [row.get("agent", "")]
    ]
    return tuple(sorted(found, key=lambda agent: -(agent.receptions or 0)))


def _earlier(
    metrics: Sequence[Metric], day: date, by: tuple[str, ...], where: Mapping[str, str], book: Rulebook
) -> list[Question]:
    """The metrics on the days before, where a rule counts days running."""
    lasting = any(rule.days > 1 for metric in metrics for rule in book.get(metric.name, ()))
    return [Question(metrics, _days_before(day), (*by, "day"), where)] if lasting else []


def _before(metrics: Sequence[Metric], day: date, tables: Iterable[pa.Table]) -> dict[str, dict[str, list[Past]]]:
    """The days before, the last first, by agent and metric."""
    during = _days_before(day)
    found: dict[str, dict[str, list[Past]]] = {}
    for row in (row for table in tables for row in table.to_pylist()):
        of_agent = found.setdefault(row.get("agent", ""), {})
        for metric in metrics:
            days = of_agent.setdefault(metric.name, [Past(None)] * during.days)
            days[(during.last - row["day"]).days] = Past(row[metric.name])
    return found


def _days_before(day: date) -> Period:
    return last_days(day - timedelta(days=1), LONGEST_RUN - 1)


def _agent(row: Mapping, final: Mapping, usual: Mapping, earlier: Mapping[str, list[Past]], book: Rulebook) -> Agent:
    inquirers, rate = final.get(INQUIRERS.name), final.get(INQUIRY_PAY_RATE.name)
    verdicts = [judge(metric, row[metric.name], rules=book, before=earlier.get(metric.name, ())) for metric in SPEED]
    return Agent(
        row.get("agent", ""),
        row[RECEPTIONS.name],
        row[FIRST_RESPONSE.name],
        row[AVG_RESPONSE.name],
        row[REPLY_RATE.name],
        row[CS_SALES.name],
        inquirers,
        rate,
        min(verdicts, key=lambda verdict: _WORST_FIRST.index(verdict.level)),
        judge(INQUIRY_PAY_RATE, rate, base=usual.get(INQUIRY_PAY_RATE.name), sample=inquirers, rules=book),
    )
