"""Judged: a week's number with its target, its judgement and what it is compared with."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from metrics.calendar.comparison import LAST_YEAR, PREVIOUS, Against
from metrics.calendar.period import Period
from metrics.catalogue import metric_named
from metrics.definition.metric import Metric, Unit, young
from metrics.judgement.difference import Change, changed
from metrics.judgement.limits import NO_BASE, Judgement, Level, judge
from metrics.judgement.maturity import mature
from metrics.judgement.rules import Rulebook
from metrics.wording.figure import IN_POINTS, Number
from reports.numbers.week import Asked
from reports.slide.slide import Amount, KeyNumber
from reports.slide.values import both, joined, written
from text import Text

ATTAINED = Text("达成 **{share}**", "**{share}** of target")
SHORT, BEYOND = Text("差 {gap}", "{gap} short"), Text("超 {gap}", "{gap} beyond")
LESS, MORE = Text("**少 {gap}**", "**{gap} less**"), Text("**多 {gap}**", "**{gap} more**")
BASE, NEEDED = Text("前一周 {base}", "week before {base}"), Text("要求 {limit}", "limit {limit}")
LOWER, HIGHER = Text("**低 {gap}**", "**{gap} lower**"), Text("**高 {gap}**", "**{gap} higher**")
WEEK_BEFORE = Text("前一周", "the week before")
NOT_LOADED = Text("前一周的数据不全，不评", "The week before is not all loaded: not judged")
WEEK = timedelta(weeks=1)


def week_changes(asked: Asked, metric: Metric) -> tuple[Change, Change]:
    """The week against the week before, and against the same week of last year."""
    value, days = partial(asked.value, metric), partial(asked.days, metric)
    spans = ((PREVIOUS, asked.week_before), (LAST_YEAR, asked.last_year))
    before, last_year = (
        changed(Against(comparison, asked.week, (span,)), metric.unit, value, days) for comparison, span in spans
    )
    return before, last_year


def compared(asked: Asked, metric: Metric) -> Text:
    """环比 ↑21.3%　年同 ↑6.8%."""
    return joined([both(each.brief) for each in week_changes(asked, metric)], "　", " · ")


def judged_week(asked: Asked, metric: Metric, target: Number | None = None) -> Judgement:
    """The week's judgement: against the target, else the week before, else fixed limits; on its final days alone."""
    final = mature(metric, asked.week, asked.today)
    during = final or asked.week
    earlier = Period(during.first - WEEK, during.last - WEEK)
    spans = Against(PREVIOUS, during, (earlier,))
    before = changed(spans, metric.unit, partial(asked.value, metric), partial(asked.days, metric))
    judged = judge(
        metric,
        asked.value(metric, during),
        target=target,
        base=None if before.why else before.base,
        sample=_sample(asked, metric, during),
        young_until=None if final else young(metric, during.last, asked.today),
        rules=versus(asked.book, metric, WEEK_BEFORE),
    )
    return Judgement(Level.UNJUDGED, NOT_LOADED) if judged.reason == NO_BASE else judged


def versus(book: Rulebook, metric: Metric, called: Text) -> Rulebook:
    """The rules of a metric, with what its base is called here: those of a day name the same weekday."""
    rules = book.get(metric.name, ())
    return {metric.name: tuple(replace(rule, versus=called) if rule.against == "base" else rule for rule in rules)}


def week_number(asked: Asked, metric: Metric, label: Text | None = None, target: Number | None = None) -> KeyNumber:
    """A big number of the week, against its target where it has one, the week before and last year."""
    value, limit = asked.value(metric, asked.week), limit_of(asked.book, metric)
    amount = Amount(value, metric.unit, asked.young(metric, asked.week))
    judgement = judged_week(asked, metric, target)
    aim = limit if target is None else target
    lines = (_first_line(asked, metric, value, target, limit), compared(asked, metric))
    return KeyNumber(label or metric.label, amount, judgement, aim, None, tuple(line for line in lines if line))


def limit_of(book: Rulebook, metric: Metric) -> float | None:
    """The fixed limit that a metric has to keep; None where it is judged otherwise."""
    rules = book.get(metric.name, ())
    return next((rule.watch for rule in rules if rule.against == "limit" and rule.side == "worse"), None)


def _first_line(
    asked: Asked, metric: Metric, value: Number | None, target: Number | None, limit: float | None
) -> Text | None:
    """达成 95.6%　差 13.60万元; without a target 要求 90.0%　高 7.6个百分点, or 前一周 3,338人　少 207人."""
    if value is None:
        return None
    if target:
        gap = float(value) - float(target)
        share = ATTAINED.filled(share=written(float(value) / float(target), Unit.PERCENT))
        return joined([share, (SHORT if gap < 0 else BEYOND).filled(gap=written(abs(gap), metric.unit))], "　", " · ")
    reference = limit if limit is not None else week_changes(asked, metric)[0].base
    if reference is None:
        return None
    said = NEEDED.filled(limit=written(reference, metric.unit)) if limit is not None else None
    said = said or BASE.filled(base=written(reference, metric.unit))
    return joined([said, _distance(float(value) - float(reference), metric.unit)], "　", " · ")


def _distance(gap: float, unit: Unit) -> Text:
    rate = unit in IN_POINTS
    phrase = (LOWER if gap < 0 else HIGHER) if rate else (LESS if gap < 0 else MORE)
    return phrase.filled(gap=written(abs(gap), Unit.POINTS if rate else unit))


def _sample(asked: Asked, metric: Metric, during: Period) -> int | None:
    """How many cases a rate of the week rests on, added up over its days."""
    if not metric.sample:
        return None
    rows = asked.rows([metric_named(metric.sample)], during, ("shop", "day"))
    return sum(int(row[metric.sample] or 0) for row in rows)
