"""Judged: a week's number with its target, its judgement and what it is compared with."""

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from metrics.calendar.comparison import LAST_YEAR, PREVIOUS, Against
from metrics.calendar.period import Period
from metrics.catalogue import metric_named
from metrics.definition.metric import Metric, young
from metrics.judgement.difference import ValueChange, changed
from metrics.judgement.limits import NO_BASE, Judgement, Level, judge
from metrics.judgement.maturity import mature
from metrics.judgement.rules import Rulebook
from metrics.wording.figure import Number
from reports.numbers.query import WeekQuery
from text import Text

WEEK_BEFORE = Text("前一周", "the week before")
NOT_LOADED = Text("前一周的数据不全，不评", "The week before is not all loaded: not judged")
WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class WeekNumber:
    """A metric's week, `young` while it may still change, with its target (None without one) and its fixed limit.

    `before` compares it with the week before, `last_year` with the same week of last year.
    """

    metric: Metric
    value: Number | None
    young: bool
    judgement: Judgement
    target: Number | None
    limit: float | None
    before: ValueChange
    last_year: ValueChange


def week_number(query: WeekQuery, metric: Metric, target: Number | None = None) -> WeekNumber:
    """A metric of the week, against its target where it has one."""
    before, last_year = week_changes(query, metric)
    period = query.week.period
    return WeekNumber(
        metric, query.value(metric, period), query.young(metric, period), judged_week(query, metric, target), target,
        limit_of(query.book, metric), before, last_year,
    )  # fmt: skip


def week_changes(query: WeekQuery, metric: Metric) -> tuple[ValueChange, ValueChange]:
    """The week against the week before, and against the same week of last year."""
    value, days = partial(query.value, metric), partial(query.days, metric)
    spans = ((PREVIOUS, query.week.before), (LAST_YEAR, query.week.last_year))
    before, last_year = (
        changed(Against(comparison, query.week.period, (span,)), metric.unit, value, days) for comparison, span in spans
    )
    return before, last_year


def judged_week(query: WeekQuery, metric: Metric, target: Number | None = None) -> Judgement:
    """The week's judgement: against the target, else the week before, else fixed limits; on its final days alone."""
    final = mature(metric, query.week.period, query.week.today)
    during = final or query.week.period
    earlier = Period(during.first - WEEK, during.last - WEEK)
    spans = Against(PREVIOUS, during, (earlier,))
    before = changed(spans, metric.unit, partial(query.value, metric), partial(query.days, metric))
    judged = judge(
        metric,
        query.value(metric, during),
        target=target,
        base=None if before.why else before.base,
        sample=_sample(query, metric, during),
        young_until=None if final else young(metric, during.last, query.week.today),
        rules=versus(query.book, metric, WEEK_BEFORE),
    )
    return Judgement(Level.UNJUDGED, NOT_LOADED) if judged.reason == NO_BASE else judged


def versus(book: Rulebook, metric: Metric, called: Text) -> Rulebook:
    """The rules of a metric, with what its base is called here: those of a day name the same weekday."""
    rules = book.get(metric.name, ())
    return {metric.name: tuple(replace(rule, versus=called) if rule.against == "base" else rule for rule in rules)}


def limit_of(book: Rulebook, metric: Metric) -> float | None:
    """The fixed limit that a metric has to keep; None where it is judged otherwise."""
    rules = book.get(metric.name, ())
    return next((rule.watch for rule in rules if rule.against == "limit" and rule.side == "worse"), None)


def _sample(query: WeekQuery, metric: Metric, during: Period) -> int | None:
    """How many cases a rate of the week rests on, added up over its days."""
    if not metric.sample:
        return None
    rows = query.rows([metric_named(metric.sample)], during, ("shop", "day"))
    return sum(int(row[metric.sample] or 0) for row in rows)
