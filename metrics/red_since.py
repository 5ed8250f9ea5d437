"""Since when a line of the red list has been red: the first of the days running on which its rules were broken."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from data.warehouse import Warehouse
from metrics.catalogue import METRICS
from metrics.figure import Number
from metrics.history import base_of
from metrics.judgement import judge
from metrics.metric import Metric
from metrics.pace import DAY_TARGET
from metrics.period import Period
from metrics.question import answer, fits
from metrics.red_items import ASKS, Item
from metrics.rulebook import Rulebook
from metrics.rules import WEEK_AGO
from metrics.sales import PAY_AMOUNT

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


def since(
    warehouse: Warehouse, found: Sequence[Item], day: date, where: Mapping[str, str], book: Rulebook
) -> dict[str, date]:
    """The first red day of each item, by its key; a line whose past cannot be told has begun on `day`."""
    during = Period(day - timedelta(days=LONGEST + 28), day)
    known = _series(warehouse, found, during, where)
    return {item.key: _first(item, known, day, book) for item in found}


def _series(
    warehouse: Warehouse, found: Sequence[Item], during: Period, where: Mapping[str, str]
) -> dict[tuple[str, str], Series]:
    """Every number asked about by day, by metric and part; as many questions as there are ways to split."""
    named = {metric.name: metric for metric in METRICS}
    wanted: dict[str, dict[str, Metric]] = {}
    for item in found:
        split = SPLIT.get(item.metric, "") if item.part else ""
        if item.metric in named and bool(item.part) == bool(split) and not named[item.metric].as_of_export:
            wanted.setdefault(split, {})[item.metric] = named[item.metric]
    if PAY_AMOUNT.name in wanted.get("", {}):
        wanted[""][DAY_TARGET.name] = DAY_TARGET
    series: dict[tuple[str, str], Series] = {}
    for split, metrics in wanted.items():
        _fill(series, warehouse, list(metrics.values()), during, split, where)
    return series


def _fill(
    series: dict[tuple[str, str], Series],
    warehouse: Warehouse,
    metrics: Iterable[Metric],
    during: Period,
    split: str,
    where: Mapping[str, str],
) -> None:
    by = (*([split] if split else []), "day")
    asked = [metric for metric in metrics if fits(warehouse, metric, during, by, where)]
    for row in answer(warehouse, asked, during, by, where).to_pylist() if asked else []:
        for metric in asked:
            series.setdefault((metric.name, row[split] if split else ""), {})[row["day"]] = row[metric.name]


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
        found = judge(metric, series.get(when), target=targets.get(when) or None, base=base, rules=book)
        if found.level not in ASKS:
            break
        first = when
    return first


def _base(metric: Metric, series: Series, when: date, book: Rulebook) -> Number | None:
    if any(rule.versus is WEEK_AGO for rule in book.get(metric.name, ())):
        return series.get(when - timedelta(weeks=1))
    return base_of(series, when)
