"""Since when a line of the red list has been red: the first of the days running on which its rules were broken."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from metrics.calendar.period import Period
from metrics.catalogue import METRICS, metric_named
from metrics.catalogue.targets.plans import DAY_TARGET
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.definition.facts import Facts
from metrics.definition.metric import Metric
from metrics.definition.refusals import Unanswerable
from metrics.judgement.limits import Past, passed
from metrics.judgement.rules import WEEK_AGO, Rule, Rulebook
from metrics.query.history import base_of
from metrics.query.requests import QueryPlan, Question
from metrics.review.red_items import RedItem
from metrics.wording.figure import Number

LONGEST = 14
"""How many days back a line is followed."""

SPLIT = {
    "channel_visitors": "channel",
    "first_response_sec": "agent",
    "avg_response_sec": "agent",
    "reply_rate": "agent",
}
"""The dimension that an item's part is one of, by its metric's name."""

Series = dict[date, Number | None]
Alike = tuple[str, tuple[str, ...], Facts]
"""What metrics asked in one question have in common: their split, what they are never added across, their facts."""


def since(found: Sequence[RedItem], day: date, where: Mapping[str, str], book: Rulebook) -> QueryPlan[dict[str, date]]:
    """The first red day of each item, by its key; a line whose past cannot be told has begun on `day`."""
    during = Period(day - timedelta(days=LONGEST + 28), day)
    series_by_key = yield from _series(found, during, where)
    return {item.key: _first(item, series_by_key, day, book) for item in found}


def _series(
    found: Sequence[RedItem], during: Period, where: Mapping[str, str]
) -> QueryPlan[dict[tuple[str, str], Series]]:
    """Every number asked about by day, by metric and part."""
    wanted = _wanted(found)
    answers = yield [
        Question(list(metrics.values()), during, (*([split] if split else []), "day"), where)
        for (split, _, _), metrics in wanted.items()
    ]
    series: dict[tuple[str, str], Series] = {}
    for ((split, _, _), metrics), table in zip(wanted.items(), answers, strict=True):
        for row in [] if isinstance(table, Unanswerable) else table.to_pylist():
            for name in metrics:
                series.setdefault((name, row[split] if split else ""), {})[row["day"]] = row[name]
    return series


def _wanted(found: Sequence[RedItem]) -> dict[Alike, dict[str, Metric]]:
    """The metrics to be asked by day, by name; those that would be refused alike are asked together."""
    named = {metric.name: metric for metric in METRICS}
    wanted: dict[Alike, dict[str, Metric]] = {}
    for item in found:
        split = SPLIT.get(item.metric, "") if item.part else ""
        if item.metric in named and bool(item.part) == bool(split) and not named[item.metric].as_of_export:
            for metric in _needed(named[item.metric], split):
                wanted.setdefault((split, metric.never_across, metric.facts), {})[metric.name] = metric
    return wanted


def _needed(metric: Metric, split: str) -> list[Metric]:
    """What a metric's rules look at: itself, the day's target, and what its sample is counted by."""
    sample = [metric_named(metric.sample)] if metric.sample else []
    targets = [DAY_TARGET] if metric is PAY_AMOUNT else []
    return [metric, *targets, *(each for each in sample if not split or split in each.facts.splits)]


def _first(item: RedItem, series_by_key: Mapping[tuple[str, str], Series], day: date, book: Rulebook) -> date:
    series = series_by_key.get((item.metric, item.part))
    if not series:
        return day
    metric = metric_named(item.metric)
    samples = series_by_key.get((metric.sample, item.part), {})
    targets = series_by_key.get((DAY_TARGET.name, ""), {}) if metric is PAY_AMOUNT else {}
    broken = {}
    for when in (day - timedelta(days=n) for n in range(LONGEST)):
        past = Past(
            series.get(when),
            _base(metric, series, when, book),
            targets.get(when) or None,
            series.get(when - timedelta(days=1)),
        )
        broken[when] = passed(metric, past, sample=samples.get(when), rules=book)
    return _run_of(day, _red(broken, book.get(metric.name, ())))


def _red(broken: Mapping[date, frozenset[str]], rules: Sequence[Rule]) -> frozenset[date]:
    """The days of every run in which one rule was broken for as many days as it waits for."""
    red: set[date] = set()
    for rule in rules:
        run: list[date] = []
        for when in sorted(broken):
            run = [*run, when] if rule.key in broken[when] else []
            red.update(run if len(run) >= rule.days else ())
    return frozenset(red)


def _run_of(day: date, red: frozenset[date]) -> date:
    """The first of the red days that lead up to a day without a gap; the day itself where there is none."""
    while (eve := day - timedelta(days=1)) in red:
        day = eve
    return day


def _base(metric: Metric, series: Series, when: date, book: Rulebook) -> Number | None:
    if any(rule.versus == WEEK_AGO for rule in book.get(metric.name, ())):
        return series.get(when - timedelta(weeks=1))
    return base_of(series, when)
