"""A metric over a period as the reader sees it: value, what it is compared with, judgement, last days."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from metrics.calendar.comparison import LAST_YEAR, usual
from metrics.calendar.period import Period, last_days, spelled_out
from metrics.calendar.period import day as one_day
from metrics.calendar.spans import same_days_before
from metrics.catalogue import metric_named
from metrics.definition.metric import Metric, young
from metrics.definition.refusals import Unanswerable
from metrics.judgement.baselines import named_base
from metrics.judgement.difference import ValueChange, changed, is_base
from metrics.judgement.limits import NO_BASE, Judgement, Level, Past, judge
from metrics.judgement.maturity import NONE_FINAL, SO_FAR, mature
from metrics.judgement.rules import DAY_BEFORE, LONGEST_RUN
from metrics.morning.numbers import Tile
from metrics.planning.targets import TARGETS
from metrics.query.history import base_of
from metrics.query.question import fits
from metrics.query.values import measure
from metrics.wording.rounding import number
from text import Text
from ui.cache import answers
from ui.cache.rules import rules
from ui.choices import compared_with, filters

SPARK_DAYS = 14
NOT_ALL_LOADED = Text("上期数据不全，不评", "The days before are not all loaded: not judged")


def judged(metrics: Sequence[Metric], during: Period, where: Mapping[str, str]) -> list[Tile]:
    """Each metric judged; one that cannot be asked over several days is replaced by the one named for that."""
    answered = [metric for each in metrics if (metric := answerable(each, during, where))]
    return [_judged(metric, during, where) for metric in answered]


def answerable(metric: Metric, during: Period, where: Mapping[str, str], by: Sequence[str] = ()) -> Metric | None:
    """The metric, or the one that stands in for it, if the question can be answered."""
    candidates = (metric, *([metric_named(metric.instead)] if metric.instead else []))
    return next((each for each in candidates if fits(answers.facts(), each, during, by, where)), None)


def value_of(metric: Metric, during: Period, where: Mapping[str, str]) -> float | None:
    """One number; None where it is missing or cannot be asked that way."""
    try:
        return number(answers.ask([metric], during, (), where)[metric.name][0].as_py())
    except Unanswerable:
        return None


def by_day(metric: Metric, during: Period, where: Mapping[str, str]) -> list[tuple[date, float | None]]:
    """Every day of the period with its value, missing days with None."""
    try:
        rows = answers.ask([metric], during, ("day",), where).to_pylist()
    except Unanswerable:
        rows = []
    values = {row["day"]: measure(row, metric.name) for row in rows}
    return [(day, values.get(day)) for day in during]


def weekday_base(metric: Metric, day: date, where: Mapping[str, str]) -> float | None:
    """The median of the same weekdays of the four weeks before; None with fewer than three of them."""
    return number(base_of(dict(by_day(metric, Period(day - timedelta(weeks=4), day), where)), day))


def _judged(metric: Metric, during: Period, where: Mapping[str, str]) -> Tile:
    span = compared_with.shown(metric, during)
    if span is None:
        return Tile(metric, during, None, Judgement(Level.UNJUDGED, NONE_FINAL), None, None, None, (), None)
    settles = young(metric, span.last, compared_with.as_of_day())
    changes = tuple(_changes(metric, span, where))
    return Tile(
        metric=metric,
        period=span,
        value=value_of(metric, span, where),
        base=None if settles else rule_base(metric, span, where),
        last_year=changes[-1].base if changes else None,
        target=_target(metric, span, where),
        young_until=settles,
        judgement=_judgement(metric, span, where),
        spark=tuple(by_day(metric, last_days(span.last, SPARK_DAYS), where)),
        changes=changes,
    )


def _judgement(metric: Metric, span: Period, where: Mapping[str, str]) -> Judgement:
    """How the final days of a period stand; one of which none is final is not judged."""
    final = mature(metric, span, compared_with.as_of_day())
    days = final or span
    value, target = value_of(metric, days, where), _target(metric, days, where)
    sample = value_of(metric_named(metric.sample), days, where) if metric.sample else None
    base = rule_base(metric, days, where) if final else None
    settles = young(metric, days.last, compared_with.as_of_day())
    found = judge(
        metric, value, target=target, base=base, sample=sample, young_until=settles,
        rules=rules(where.get("shop")), before=_before(metric, days, where),
        day_before=_day_before(metric, days, where),
    )  # fmt: skip
    if found.reason == NO_BASE and days.days > 1:
        found = Judgement(found.level, NOT_ALL_LOADED)
    if final in (None, span) or value is None:
        return found
    phrase = Text(spelled_out(days, "zh"), spelled_out(days, "en"))
    return Judgement(found.level, SO_FAR.filled(days=phrase, said=found.reason))


def _target(metric: Metric, span: Period, where: Mapping[str, str]) -> float | None:
    return value_of(TARGETS[metric.name], span, where) if metric.name in TARGETS else None


def _before(metric: Metric, span: Period, where: Mapping[str, str]) -> list[Past]:
    """The days before a single day, the last first, for rules that count days running."""
    if span.days > 1 or all(rule.days == 1 for rule in rules(where.get("shop")).get(metric.name, ())):
        return []
    days = [span.last - timedelta(days=n) for n in range(1, LONGEST_RUN)]
    each = {day: (value_of(metric, one_day(day), where), one_day(day)) for day in days}
    return [
        Past(value, rule_base(metric, when, where), _target(metric, when, where), _day_before(metric, when, where))
        for value, when in each.values()
    ]


def _day_before(metric: Metric, span: Period, where: Mapping[str, str]) -> float | None:
    """The value of the day before the last one, where a rule asks for it."""
    if all(rule.versus != DAY_BEFORE for rule in rules(where.get("shop")).get(metric.name, ())):
        return None
    return value_of(metric, one_day(span.last - timedelta(days=1)), where)


def _changes(metric: Metric, span: Period, where: Mapping[str, str]) -> list[ValueChange]:
    """Against what the reader compares with, and against last year; what has no past has no changes."""
    if metric.as_of_export:
        return []
    ways = dict.fromkeys([compared_with.comparison(span), LAST_YEAR])
    if len(ways) < 2 and filters.cut(span) != "year":
        ways = dict.fromkeys([usual(span), LAST_YEAR])
    return [
        changed(
            compared_with.against(span, way),
            metric.unit,
            lambda days: value_of(metric, days, where),
            lambda days: days_loaded(metric, days, where),
        )
        for way in ways
    ]


def rule_base(metric: Metric, span: Period, where: Mapping[str, str]) -> float | None:
    """What the metric's own rule holds a period against, in its unit, whatever the reader compares with; else None."""
    if metric.as_of_export:
        return None
    if named := named_base(rules(where.get("shop")).get(metric.name, ()), span):
        return value_of(metric, named, where)
    if span.days == 1:
        return weekday_base(metric, span.last, where)
    earlier = same_days_before(span, filters.cut(span))
    comparable = is_base(earlier, span, lambda days: days_loaded(metric, days, where))
    return value_of(metric, earlier, where) if comparable else None


def days_loaded(metric: Metric, span: Period, where: Mapping[str, str]) -> int:
    """How many days of a period a metric is known of; all of them where the last one is what counts."""
    if metric.latest:
        return span.days
    return sum(value is not None for _, value in by_day(metric, span, where))
