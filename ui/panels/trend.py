"""A metric over time: the chart, the table behind it, the download."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from metrics.calendar.comparison import LAST_YEAR
from metrics.calendar.period import Period, last_days, same_days_last_year, short
from metrics.calendar.period import day as one_day
from metrics.definition.metric import Metric, Unit, young
from metrics.judgement.difference import base
from metrics.planning.targets import TARGETS
from metrics.wording.figure import IN_POINTS, figure, spelled
from metrics.wording.rounding import number
from metrics.wording.scale import Scale, scale_of
from text import Text
from ui.choices import compared_with, filters
from ui.choices.other_shop import other_shop
from ui.content import data_table
from ui.content.data_table import Taken
from ui.content.panel_cache import panel
from ui.content.panel_content import Part, chart
from ui.figures import charts
from ui.figures.charts import DailySeries
from ui.panels.limits import limit_of
from ui.panels.metric_values import answerable, by_day, value_of
from ui.pieces.lines import page
from ui.pieces.table import section
from ui.session import language
from ui.session.language import say
from ui.session.theme import palette

DAYS_SHOWN = 30
TARGET = Text("日目标", "day target")
LIMIT = Text("界线", "limit")
DOTTED = Text("虚线是{days}", "dotted: {days}")
ACROSS = Text("横线是{name} {value}", "line: {name} {value}")
GREY = Text("灰色是{shop}", "grey: {shop}")
RANGE = Text("最后 {last}，最低 {low}，最高 {high}", "last {last}, lowest {low}, highest {high}")
DIFFERENCE = Text("相差", "Difference")
CUT = Text("纵轴不从 0 起", "axis not from 0")


@panel
def show(metric: Metric, during: Period, where: Mapping[str, str] | None = None) -> Iterator[Part]:
    """A metric's days: columns where they add up, else a line; nothing where none is known.

    `where` holds one part of the shop instead of all of it.
    """
    whole = during if during.days > 1 else last_days(during.last, DAYS_SHOWN)
    answered = answerable(metric, whole, filters.where() if where is None else where, ("day",))
    span = compared_with.shown(answered, whole) if answered else None
    shown = _days(answered, span, where) if answered and span else None
    if answered is not None and shown is not None and any(value is not None for value in shown.values):
        yield from _parts(answered, shown)


def _parts(metric: Metric, shown: DailySeries) -> Iterator[Part]:
    spoken = language.chosen()
    others = [value for _, values in filter(None, (shown.last_year, shown.compared)) for value in values]
    scale = scale_of([*shown.values, *others], metric.unit, spoken)
    draw = charts.columns if metric.adds_up else charts.lines
    cut = not metric.adds_up and not charts.from_zero([*shown.values, *others])
    dotted = [say(DOTTED.filled(days=shown.last_year[0]))] if shown.last_year else []
    if shown.compared:
        dotted = [say(GREY.filled(shop=shown.compared[0]))]
    aimed = [_aim(shown.target, scale)] if shown.target else []
    about = say("，", ", ").join([*dotted, *aimed, *([say(CUT)] if cut else [])])
    shown = replace(
        shown, formatter=lambda value: spelled(value, metric.unit, spoken), ending=_ending(shown, metric.unit)
    )
    yield page(section(shown.name, side=about, note=scale.title(spoken)))
    yield chart(draw(shown, scale, palette()), f"over-time-{metric.name}", _alt(shown, metric.unit))
    heads, units = [say("日期", "Day"), shown.name], [None, metric.unit]
    rows = [[day, value] for day, value in zip(shown.days, shown.values, strict=True)]
    yield _table(heads, rows, units, shown)


def _ending(shown: DailySeries, unit: Unit) -> str:
    """The last rate with the digits of the key number above, which may be more than those of the axis."""
    last = next((value for value in reversed(shown.values) if value is not None), None)
    return figure(last, unit, language.chosen()).number if unit in IN_POINTS and last is not None else ""


def _aim(target: tuple[str, float], scale: Scale) -> str:
    """What the line across is; its name has no room among columns."""
    name, value = target
    return say(ACROSS.filled(name=name, value=scale.formatted(value)))


def _alt(shown: DailySeries, unit: Unit) -> str:
    """The line in words: its last value, its lowest and its highest."""
    present = [(value, day) for day, value in zip(shown.days, shown.values, strict=True) if value is not None]
    ends = {"last": present[-1], "low": min(present), "high": max(present)}
    spoken = language.chosen()
    texts = {name: f"{spelled(value, unit, spoken)} ({short(day, spoken)})" for name, (value, day) in ends.items()}
    return f"{shown.name}: {say(RANGE.filled(**texts))}"


def _table(heads: list[str], rows: list[list], units: list[Unit | None], shown: DailySeries) -> Taken:
    for name, others in filter(None, (shown.last_year, shown.compared)):
        heads, units = [*heads, name], [*units, units[-1]]
        rows = [[*row, other] for row, other in zip(rows, others, strict=True)]
    if shown.compared:
        heads, units = [*heads, say(DIFFERENCE)], [*units, _of_difference(units[-1])]
        rows = [[*row, _difference(row[1], row[-1])] for row in rows]
    return data_table.detail_table(heads[1], heads, rows, units)


def _difference(value: float | None, other: float | None) -> float | None:
    return None if value is None or other is None else value - other


def _of_difference(unit: Unit | None) -> Unit | None:
    return Unit.POINTS if unit is Unit.PERCENT else unit


def _days(metric: Metric, span: Period, where: Mapping[str, str] | None) -> DailySeries:
    values = by_day(metric, span, filters.where() if where is None else where)
    other = _other_shop(metric, span) if where is None else None
    past = _earlier(metric, span, filters.where() if where is None else where)
    return DailySeries(
        name=metric.label.to(language.chosen()),
        days=[day for day, _ in values],
        values=[value for _, value in values],
        last_year=past if other is None and any(value is not None for value in past[1]) else None,
        target=_target(metric, span) if where is None else None,
        young_from=_young_from(metric, span),
        compared=other,
    )


def _other_shop(metric: Metric, span: Period) -> tuple[str, list[float | None]] | None:
    """The days of the shop set beside the chosen one; None where there is no such shop or none of its days is known."""
    shop = other_shop()
    values = [value for _, value in by_day(metric, span, {"shop": shop})] if shop else []
    return (shop, values) if shop and any(value is not None for value in values) else None


def _earlier(metric: Metric, span: Period, where: Mapping[str, str]) -> tuple[str, list[float | None]]:
    """The days compared with, beside those of the span: the reader's, else those of last year."""
    if not compared_with.compares_otherwise():
        year_before = same_days_last_year(span)
        values = dict(by_day(metric, year_before, where))
        return say(LAST_YEAR.label), [values.get(same_days_last_year(one_day(day)).first) for day in span]
    against = compared_with.against(span)
    each = [[value for _, value in by_day(metric, other, where)] for other in against.others]
    lines = [[series[n] if n < len(series) else None for series in each] for n in range(span.days)]
    return say(against.comparison.label), [number(base(values)) for values in lines]


def _target(metric: Metric, span: Period) -> tuple[str, float] | None:
    if metric.name in TARGETS:
        goal = value_of(TARGETS[metric.name], span, filters.where())
        return (say(TARGET), goal / span.days) if goal else None
    limit = limit_of(metric)
    return (say(LIMIT), limit) if limit else None


def _young_from(metric: Metric, span: Period) -> date | None:
    return next((day for day in span if young(metric, day, compared_with.as_of_day())), None)
