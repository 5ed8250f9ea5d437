"""A metric over time: the chart, the table behind it, the download."""

from datetime import date

import streamlit as st

from metrics.metric import Metric, Unit, young
from metrics.period import Period, last_days, same_days_last_year
from metrics.period import day as one_day
from text import Text
from ui import charts, filters, language, taking
from ui.charts import Days
from ui.judged import TARGETS, answerable, by_day, limit_of, value_of
from ui.language import say
from ui.pieces.lines import page
from ui.pieces.table import section
from ui.scale import scale_of
from ui.theme import palette

DAYS_SHOWN = 30
LAST_YEAR = Text("去年同日", "a year before")
TARGET = Text("日目标", "day target")
LIMIT = Text("界线", "limit")
DOTTED = Text("虚线是去年同日", "dotted: a year before")
CUT = Text("纵轴不从 0 起", "axis not from 0")


def show(metric: Metric, during: Period) -> bool:
    """Draw a metric's days: columns where they add up, else a line. False, and nothing drawn, where none is known."""
    span = during if during.days > 1 else last_days(during.last, DAYS_SHOWN)
    asked = answerable(metric, span, filters.where(), ("day",))
    shown = _days(asked, span) if asked else None
    if asked is None or shown is None or all(value is None for value in shown.values):
        return False
    _draw(asked, shown)
    return True


def _draw(metric: Metric, shown: Days) -> None:
    spoken, earlier = language.chosen(), shown.last_year[1] if shown.last_year else []
    scale = scale_of([*shown.values, *earlier], metric.unit, spoken)
    chart = charts.columns if metric.adds_up else charts.lines
    cut = not metric.adds_up and not charts.from_zero(shown.values)
    beside = say("，", ", ").join([*([say(DOTTED)] if earlier else []), *([say(CUT)] if cut else [])])
    st.html(page(section(shown.name, beside=beside, note=scale.title(spoken))))
    made, alt = chart(shown, scale, palette()), metric.meaning.to(spoken)
    st.plotly_chart(made, theme=None, config=charts.CONFIG, key=f"over-time-{metric.name}", alt=alt)
    heads, units = [say("日期", "Day"), shown.name], [None, metric.unit]
    rows = [[day, value] for day, value in zip(shown.days, shown.values, strict=True)]
    _table(heads, rows, units, list(earlier))


def _table(heads: list[str], rows: list[list], units: list[Unit | None], earlier: list[float | None]) -> None:
    if earlier:
        heads, units = [*heads, say(LAST_YEAR)], [*units, units[-1]]
        rows = [[*row, past] for row, past in zip(rows, earlier, strict=True)]
    taking.table_behind(heads[1], heads, rows, units)


def _days(metric: Metric, span: Period) -> Days:
    known = by_day(metric, span, filters.where())
    earlier = dict(by_day(metric, same_days_last_year(span), filters.where()))
    past = [earlier.get(same_days_last_year(one_day(day)).first) for day in span]
    return Days(
        name=metric.label.to(language.chosen()),
        days=[day for day, _ in known],
        values=[value for _, value in known],
        last_year=(say(LAST_YEAR), past) if any(value is not None for value in past) else None,
        target=_target(metric, span),
        young_from=_young_from(metric, span),
    )


def _target(metric: Metric, span: Period) -> tuple[str, float] | None:
    if metric.name in TARGETS:
        goal = value_of(TARGETS[metric.name], span, filters.where())
        return (say(TARGET), goal / span.days) if goal else None
    limit = limit_of(metric)
    return (say(LIMIT), limit) if limit else None


def _young_from(metric: Metric, span: Period) -> date | None:
    return next((day for day in span if young(metric, day, filters.today())), None)
