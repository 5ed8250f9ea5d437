"""Judged: a week's number with its target, its judgement and what it is compared with."""

from datetime import timedelta
from functools import partial

from metrics.catalogue import metric_named
from metrics.change import Change, changed
from metrics.comparison import LAST_YEAR, PREVIOUS, Against
from metrics.figure import IN_POINTS, Number
from metrics.judgement import Judgement, judge
from metrics.maturity import mature
from metrics.metric import Metric, Unit, young
from metrics.period import Period
from reports.asked import Asked
from reports.saying import both, joined, written
from reports.slide import Amount, KeyNumber
from text import Text

TARGET = Text("目标 {target}", "target {target}")
ATTAINED = Text("达成 **{share}**", "**{share}** of target")
SHORT, BEYOND = Text("差 {gap}", "{gap} short"), Text("超 {gap}", "{gap} beyond")
LESS, MORE = Text("**少 {gap}**", "**{gap} fewer**"), Text("**多 {gap}**", "**{gap} more**")
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
    return judge(
        metric,
        asked.value(metric, during),
        target=target,
        base=None if before.why else before.base,
        sample=_sample(asked, metric, during),
        young_until=None if final else young(metric, during.last, asked.today),
        rules=asked.book,
    )


def week_number(asked: Asked, metric: Metric, label: Text | None = None, target: Number | None = None) -> KeyNumber:
    """A big number of the week, against its target where it has one, the week before and last year."""
    value = asked.value(metric, asked.week)
    lines = (None if target is None else against(value, target, metric), compared(asked, metric))
    amount = Amount(value, metric.unit, asked.young(metric, asked.week))
    judgement = judged_week(asked, metric, target)
    return KeyNumber(label or metric.label, amount, judgement, target, None, tuple(line for line in lines if line))


def against(value: Number | None, target: Number, metric: Metric) -> Text | None:
    """达成 95.6%　差 13.60万元; for rates and means the target and the difference."""
    if value is None or not target:
        return None
    gap = float(value) - float(target)
    if metric.unit in IN_POINTS or not metric.adds_up:
        unit = Unit.POINTS if metric.unit in IN_POINTS else metric.unit
        moved = (LESS if gap < 0 else MORE).filled(gap=written(abs(gap), unit))
        return joined([TARGET.filled(target=written(target, metric.unit)), moved], "　", " · ")
    share = ATTAINED.filled(share=written(float(value) / float(target), Unit.PERCENT))
    return joined([share, (SHORT if gap < 0 else BEYOND).filled(gap=written(abs(gap), metric.unit))], "　", " · ")


def _sample(asked: Asked, metric: Metric, during: Period) -> int | None:
    """How many cases a rate of the week rests on, added up over its days."""
    if not metric.sample:
        return None
    rows = asked.rows([metric_named(metric.sample)], during, ("day",))
    return sum(int(row[metric.sample] or 0) for row in rows)
