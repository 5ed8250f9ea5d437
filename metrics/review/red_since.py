"""Since when a line of the red list has been red: the first of the days running on which its rules were broken."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from metrics.calendar.period import Period
from metrics.catalogue import METRICS
from metrics.catalogue.targets.pace import DAY_TARGET
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.definition.facts import Facts
from metrics.definition.metric import Metric
from metrics.judgement.limits import judge
from metrics.judgement.rulebook import Rulebook
from metrics.judgement.rules import WEEK_AGO
from metrics.query.batching import Section
from metrics.query.history import base_of
from metrics.query.question import Question, Unanswerable
from metrics.review.red_items import ASKS, Item
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


def since(found: Sequence[Item], day: date, where: Mapping[str, str], book: Rulebook) -> Section[dict[str, date]]:
    """The first red day of each item, by its key; a line whose past cannot be told has begun on `day`."""
    during = Period(day - timedelta(days=LONGEST + 28), day)
    known = yield from _series(found, during, where)
    return {item.key: _first(item, known, day, book) for item in found}


def _series(found: Sequence[Item], during: Period, where: Mapping[str, str]) -> Section[dict[tuple[str, str], Series]]:
    """Every number asked about by day, by metric and part; those that would be refused alike are asked together."""
    named = {metric.name: metric for metric in METRICS}
    wanted: dict[tuple[str, tuple[str, ...], Facts], dict[str, Metric]] = {}
    for item in found:
        split = SPLIT.get(item.metric, "") if item.part else ""
        if item.metric in named and bool(item.part) == bool(split) and not named[item.metric].as_of_export:
            for metric in (named[item.metric], *([DAY_TARGET] if item.metric == PAY_AMOUNT.name else [])):
                wanted.setdefault((split, metric.never_across, metric.facts), {})[metric.name] = metric
    told = yield [
        Question(list(metrics.values()), during, (*([split] if split else []), "day"), where)
        for (split, _, _), metrics in wanted.items()
    ]
    series: dict[tuple[str, str], Series] = {}
    for ((split, _, _), metrics), table in zip(wanted.items(), told, strict=True):
        for row in [] if isinstance(table, Unanswerable) else table.to_pylist():
            for name in metrics:
                series.setdefault((name, row[split] if split else ""), {})[row["day"]] = row[name]
    return series


def _first(item: Item, known: Mapping[tuple[str, str], Series], day: date, book: Rulebook) -> date:
    series = known.get((item.metric, item.part))
    if not series:
        return day
    metric = next(metric for metric in METRICS if metric.name == item.metric)
    targets = known.get((DAY_TARGET.name, ""), {}) if metric is PAY_AMOUNT else {}
    first = day
    for n in range(1, LONGEST):
        when = day - timedelta(days=n)
        base = _base(metric, series, when, book)
        target, eve = targets.get(when) or None, series.get(when - timedelta(days=1))
        found = judge(metric, series.get(when), target=target, base=base, rules=book, day_before=eve)
        if found.level not in ASKS:
            break
        first = when
    return first


def _base(metric: Metric, series: Series, when: date, book: Rulebook) -> Number | None:
    if any(rule.versus == WEEK_AGO for rule in book.get(metric.name, ())):
        return series.get(when - timedelta(weeks=1))
    return base_of(series, when)
