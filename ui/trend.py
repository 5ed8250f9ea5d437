"""A metric over time: the chart, the table behind it, the download."""

from datetime import date

import streamlit as st

from metrics.change import base
from metrics.comparison import LAST_YEAR
from metrics.metric import Metric, Unit, young
from metrics.period import Period, last_days, same_days_last_year
from metrics.period import day as one_day
from metrics.scale import scale_of
from text import Text
from ui import charts, filters, language, taking, versus
from ui.charts import Days
from ui.comparison import number
from ui.judged import TARGETS, answerable, by_day, limit_of, value_of
from ui.language import say
from ui.pieces.lines import page
from ui.pieces.table import section
from ui.theme import palette

DAYS_SHOWN = 30
TARGET = Text("日目标", "day target")
LIMIT = Text("界线", "limit")
DOTTED = Text("虚线是{days}", "dotted: {days}")
CUT = Text("纵轴不从 0 起", "axis not from 0")


def show(metric: Metric, during: Period) -> bool:
    """Draw a metric's days: columns where they add up, else a line. False, and nothing drawn, where none is known."""
    whole = during if during.days > 1 else last_days(during.last, DAYS_SHOWN)
    asked = answerable(metric, whole, filters.where(), ("day",))
    span = versus.shown(asked, whole) if asked else None
    shown = _days(asked, span) if asked and span else None
    if asked is None or shown is None or all(value is None for value in shown.values):
        return False
    _draw(asked, shown)
    return True


def _draw(metric: Metric, shown: Days) -> None:
    spoken, earlier = language.chosen(), shown.last_year[1] if shown.last_year else []
    scale = scale_of([*shown.values, *earlier], metric.unit, spoken)
    chart = charts.columns if metric.adds_up else charts.lines
    cut = not metric.adds_up and not charts.from_zero(shown.values)
    dotted = [say(DOTTED.filled(days=shown.last_year[0]))] if shown.last_year else []
    beside = say("，", ", ").join([*dotted, *([say(CUT)] if cut else [])])
    st.html(page(section(shown.name, beside=beside, note=scale.title(spoken))))
    made, alt = chart(shown, scale, palette()), metric.meaning.to(spoken)
    st.plotly_chart(made, theme=None, config=charts.CONFIG, key=f"over-time-{metric.name}", alt=alt)
    heads, units = [say("日期", "Day"), shown.name], [None, metric.unit]
    rows = [[day, value] for day, value in zip(shown.days, shown.values, strict=True)]
    _table(heads, rows, units, shown)


def _table(heads: list[str], rows: list[list], units: list[Unit | None], shown: Days) -> None:
    if shown.last_year:
        name, earlier = shown.last_year
        heads, units = [*heads, name], [*units, units[-1]]
        rows = [[*row, past] for row, past in zip(rows, earlier, strict=True)]
    taking.table_behind(heads[1], heads, rows, units)


def _days(metric: Metric, span: Period) -> Days:
    known, past = by_day(metric, span, filters.where()), _earlier(metric, span)
    return Days(
        name=metric.label.to(language.chosen()),
        days=[day for day, _ in known],
        values=[value for _, value in known],
        last_year=past if any(value is not None for value in past[1]) else None,
        target=_target(metric, span),
        young_from=_young_from(metric, span),
    )


def _earlier(metric: Metric, span: Period) -> tuple[str, list[float | None]]:
    """The days compared with, beside those of the span: the reader's, else those of last year."""
    if not versus.compares_otherwise():
        year_before = same_days_last_year(span)
        known = dict(by_day(metric, year_before, filters.where()))
        return say(LAST_YEAR.label), [known.get(same_days_last_year(one_day(day)).first) for day in span]
    against = versus.against(span)
    each = [[value for _, value in by_day(metric, other, filters.where())] for other in against.others]
    lines = [[series[n] if n < len(series) else None for series in each] for n in range(span.days)]
    return say(against.comparison.label), [number(base(values)) for values in lines]


def _target(metric: Metric, span: Period) -> tuple[str, float] | None:
    if metric.name in TARGETS:
        goal = value_of(TARGETS[metric.name], span, filters.where())
        return (say(TARGET), goal / span.days) if goal else None
    limit = limit_of(metric)
    return (say(LIMIT), limit) if limit else None


def _young_from(metric: Metric, span: Period) -> date | None:
    return next((day for day in span if young(metric, day, versus.known_on())), None)
