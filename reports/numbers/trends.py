"""Trends: a metric's last six weeks beside its last twelve months, with last year and the target."""

from collections.abc import Sequence
from datetime import timedelta

from metrics.calendar.period import MONTHS, Period, same_days_last_year
from metrics.calendar.promotions import Promotion, promotions
from metrics.catalogue.targets.plans import DAY_TARGET
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.definition.metric import Metric
from metrics.wording.figure import Number
from reports.numbers.judged import judged_week, limit_of
from reports.numbers.query import WeekQuery
from reports.slide.slide import Side, Trend
from text import Text

TARGETS = {PAY_AMOUNT.name: DAY_TARGET}
"""The metric that holds the target of another, by the other's name."""

GREAT = ("618", "双11")
"""The promotions that are named beside a month."""

COVERED = 0.9
"""The share of a span's days that must be loaded for its sum to be a base."""

PARTLY = Text("缺 {days} 天", "{days} days missing")


def trend(query: WeekQuery, metric: Metric, title: Text | None = None) -> Trend:
    """The six weeks and the twelve months of a metric that may be asked over days; the last month ends with the week.

    A sum of last year with a tenth of its days missing is no base and stands as unknown.
    """
    weeks, months = query.week.weeks, query.week.months
    return Trend(
        title or metric.label,
        metric.unit,
        _side(query, metric, "week", weeks, [_back(week) for week in weeks], _weeks_called(weeks)),
        _side(query, metric, "month", months, [same_days_last_year(month) for month in months], _months_called(months)),
        judged_week(query, metric),
    )


def _side(
    query: WeekQuery,
    metric: Metric,
    cut: str,
    spans: Sequence[Period],
    before: Sequence[Period],
    called: tuple[Text, ...],
) -> Side:
    values, then = _values(query, metric, cut, spans), _values(query, metric, cut, before)
    loaded, loaded_then = _loaded(query, metric, spans), _loaded(query, metric, before)
    last_year = [
        value if days is None or days >= COVERED * span.days else None
        for value, days, span in zip(then, loaded_then, before, strict=True)
    ]
    return Side(
        called,
        tuple(values),
        tuple(last_year) if any(value is not None for value in last_year) else (),
        tuple(_targets(query, metric, cut, spans)),
        tuple(query.young(metric, span) for span in spans),
        tuple(_marks(query, cut, spans, loaded)),
    )


def _targets(query: WeekQuery, metric: Metric, cut: str, spans: Sequence[Period]) -> list[Number | None]:
    """The targets of the spans, or the fixed limit of the metric; nothing where it has neither."""
    goal, limit = TARGETS.get(metric.name), limit_of(query.book, metric)
    if goal:
        return _values(query, goal, cut, spans)
    return [] if limit is None else [limit] * len(spans)


def _values(query: WeekQuery, metric: Metric, cut: str, spans: Sequence[Period]) -> list[Number | None]:
    """One number a span from one answer; a span that ends within its week or month is the last of those query."""
    whole = Period(spans[0].first, spans[-1].last)
    values = {row[cut]: row[metric.name] for row in query.rows([metric], whole, (cut,))}
    return [values.get(span.first) for span in spans]


def _loaded(query: WeekQuery, metric: Metric, spans: Sequence[Period]) -> list[int | None]:
    """How many days of each span are loaded, of a metric whose days add up; None for others."""
    if not metric.adds_up:
        return [None] * len(spans)
    rows = query.rows([metric], Period(spans[0].first, spans[-1].last), ("day",))
    days = {row["day"] for row in rows if row[metric.name] is not None}
    return [sum(day in days for day in span) for span in spans]


def _marks(query: WeekQuery, cut: str, spans: Sequence[Period], loaded: Sequence[int | None]) -> list[Text | None]:
    great = _great(query, spans) if cut == "month" else []
    found: list[Text | None] = []
    for span, days in zip(spans, loaded, strict=True):
        named = next((each for each in great if each.peak in span), None)
        lacking = span.days - days if days else 0
        found.append(PARTLY.filled(days=lacking) if lacking else _short(named) if named else None)
    return found


def _great(query: WeekQuery, spans: Sequence[Period]) -> list[Promotion]:
    years = range(spans[0].first.year, spans[-1].last.year + 1)
    return [each for each in promotions(query.warehouse, years, query.week.shop) if each.name in GREAT]


def _short(promotion: Promotion) -> Text:
    year = str(promotion.year)
    return Text(promotion.label.zh.replace(f"{year}年", ""), promotion.label.en.replace(f" {year}", ""))


def _back(week: Period) -> Period:
    return Period(week.first - timedelta(weeks=52), week.last - timedelta(weeks=52))


def _weeks_called(weeks: Sequence[Period]) -> tuple[Text, ...]:
    return tuple(
        Text(f"{week.first.month}/{week.first.day}", f"{week.first.day} {MONTHS[week.first.month - 1]}")
        for week in weeks
    )


def _months_called(months: Sequence[Period]) -> tuple[Text, ...]:
    return tuple(Text(f"{month.first.month}月", MONTHS[month.first.month - 1]) for month in months)
