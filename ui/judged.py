"""A metric over a period as the reader sees it: value, what it is compared with, judgement, last days."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from metrics.catalogue import metric_named
from metrics.history import base_of
from metrics.judgement import judge
from metrics.metric import Metric, young
from metrics.pace import DAY_TARGET, MONTH_ATTAIN, TIME_PROGRESS_W
from metrics.period import Period, before, last_days, same_days_last_year
from metrics.period import day as one_day
from metrics.question import Unanswerable, fits
from metrics.rules import RULES, WEEK_AGO
from metrics.sales import PAY_AMOUNT
from metrics.tiles import Tile
from ui import answers, filters

SPARK_DAYS = 14
TARGETS: dict[str, Metric] = {PAY_AMOUNT.name: DAY_TARGET, MONTH_ATTAIN.name: TIME_PROGRESS_W}
"""The metric that is the target of another, by the other's name."""


def judged(metrics: Sequence[Metric], during: Period, where: Mapping[str, str]) -> list[Tile]:
    """Each metric judged; one that cannot be asked over several days is replaced by the one named for that."""
    asked = [metric for each in metrics if (metric := answerable(each, during, where))]
    return [_judged(metric, during, where) for metric in asked]


def answerable(metric: Metric, during: Period, where: Mapping[str, str], by: Sequence[str] = ()) -> Metric | None:
    """The metric, or the one that stands in for it, if the question can be answered."""
    candidates = (metric, *([metric_named(metric.instead)] if metric.instead else []))
    return next((each for each in candidates if fits(answers.facts(), each, during, by, where)), None)


def value_of(metric: Metric, during: Period, where: Mapping[str, str]) -> float | None:
    """One number; None where it is missing or cannot be asked that way."""
    try:
        return _number(answers.ask([metric], during, (), where)[metric.name][0].as_py())
    except Unanswerable:
        return None


def by_day(metric: Metric, during: Period, where: Mapping[str, str]) -> list[tuple[date, float | None]]:
    """Every day of the period with its value, missing days with None."""
    try:
        rows = answers.ask([metric], during, ("day",), where).to_pylist()
    except Unanswerable:
        rows = []
    known = {row["day"]: _number(row[metric.name]) for row in rows}
    return [(day, known.get(day)) for day in during]


def weekday_base(metric: Metric, day: date, where: Mapping[str, str]) -> float | None:
    """The median of the same weekdays of the four weeks before; None with fewer than three of them."""
    return _number(base_of(dict(by_day(metric, Period(day - timedelta(weeks=4), day), where)), day))


def limit_of(metric: Metric) -> float | None:
    """The fixed limit of a metric's own rule, if it has one."""
    return next((rule.watch for rule in RULES.get(metric.name, ()) if rule.against == "limit"), None)


def _judged(metric: Metric, during: Period, where: Mapping[str, str]) -> Tile:
    value = value_of(metric, during, where)
    base = _base(metric, during, where)
    target = value_of(TARGETS[metric.name], during, where) if metric.name in TARGETS else None
    sample = value_of(metric_named(metric.sample), during, where) if metric.sample else None
    young_until = young(metric, during.last, filters.today())
    return Tile(
        metric=metric,
        period=during,
        value=value,
        base=base,
        last_year=None if metric.as_of_export else value_of(metric, same_days_last_year(during), where),
        target=target,
        young_until=young_until,
        judgement=judge(metric, value, target=target, base=base, sample=sample, young_until=young_until),
        spark=tuple(by_day(metric, last_days(during.last, SPARK_DAYS), where)),
    )


def _base(metric: Metric, during: Period, where: Mapping[str, str]) -> float | None:
    if metric.as_of_export:
        return None
    if any(rule.versus is WEEK_AGO for rule in RULES.get(metric.name, ())):
        return value_of(metric, one_day(during.last - timedelta(weeks=1)), where)
    return weekday_base(metric, during.last, where) if during.days == 1 else value_of(metric, before(during), where)


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))
