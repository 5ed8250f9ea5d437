"""The pieces a page is made of."""

from datetime import date

import streamlit as st

from metrics.metric import Metric, young
from metrics.period import Period, last_days
from metrics.question import Unanswerable
from text import Text
from ui import breakdown, charts, demo, filters, first_run, language, taking
from ui.judged import TARGETS, answerable, by_day, judged, limit_of, value_of
from ui.language import say
from ui.pieces.lines import empty_zone, foot, headline, page
from ui.pieces.table import section
from ui.pieces.tile import tiles
from ui.scale import scale_of
from ui.theme import palette
from ui.tiles import worded

DAYS_SHOWN = 30
LAST_YEAR = Text("去年同日", "a year before")
TARGET = Text("日目标", "day target")
LIMIT = Text("界线", "limit")
WAITS = Text("等这些文件：{files}", "Waits for: {files}")


def opening(title: str) -> Period:
    """A team's page begins: its title and the switch between periods. Returns the period; ends an empty board here."""
    first_run.instead_of_an_empty_page()
    demo.notice()
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        place = st.empty()
        during = filters.period()
    shop = filters.shop() or say("全部店铺", "All shops")
    place.html(page(headline(title, f"{shop}　{during.label(language.chosen())}")))
    return during


def headline_numbers(during: Period, *metrics: Metric) -> None:
    """Judged numbers beside one another."""
    shown = [worded(each, language.chosen(), palette()) for each in judged(metrics, during, filters.where())]
    st.html(page(tiles(shown, language.chosen())))


def over_time(metric: Metric, during: Period) -> None:
    """A metric day by day with last year's line and its target, the table behind it, and a download."""
    where, spoken = filters.where(), language.chosen()
    span = during if during.days > 1 else last_days(during.last, DAYS_SHOWN)
    shown = answerable(metric, span, where, ("day",))
    days = by_day(shown, span, where) if shown else []
    if not shown or all(value is None for _, value in days):
        _waits(metric)
        return
    earlier = _a_year_earlier(shown, span)
    scale = scale_of([*(value for _, value in days), *earlier], shown.unit, spoken)
    name = shown.label.to(spoken)
    figure = charts.over_days(
        name,
        [day for day, _ in days],
        [value for _, value in days],
        scale,
        palette(),
        beside=[charts.Beside(say(LAST_YEAR), earlier)],
        target=_target(shown, span),
        young_from=_young_from(shown, span),
    )
    beside = say("虚线是去年同日", "dotted: a year before") if any(value is not None for value in earlier) else ""
    st.html(page(section(name, beside=beside, note=scale.title(spoken))))
    st.plotly_chart(
        figure, theme=None, config=charts.CONFIG, key=f"over-time-{shown.name}", alt=shown.meaning.to(spoken)
    )
    heads = [say("日期", "Day"), name, say(LAST_YEAR)]
    rows = [(day, value, past) for (day, value), past in zip(days, earlier, strict=True)]
    taking.table_behind(name, heads, rows)


def by(dimension: str, during: Period, *metrics: Metric) -> None:
    """Metrics split by a dimension, whoever needs help first; the first metric leads. With a download."""
    try:
        breakdown.show(dimension, during, metrics)
    except Unanswerable as refusal:
        st.html(page(empty_zone(metrics[0].label.to(language.chosen()), say(refusal.text))))


def stamp(during: Period, *metrics: Metric) -> None:
    """The footer: where the figures come from and up to which day."""
    labels = dict.fromkeys(metric.facts.label.to(language.chosen()) for metric in metrics)
    left = [say("来源 ", "From ") + "、".join(labels), say("期间 ", "Period ") + during.label(language.chosen())]
    st.html(page(foot(left, [], language.chosen())))


def _waits(metric: Metric) -> None:
    files = say(WAITS.filled(files=metric.facts.label))
    st.html(page(empty_zone(metric.label.to(language.chosen()), files)))


def _a_year_earlier(metric: Metric, span: Period) -> list[float | None]:
    earlier = dict(by_day(metric, Period(_year_before(span.first), _year_before(span.last)), filters.where()))
    return [earlier.get(_year_before(day)) for day in span]


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _target(metric: Metric, span: Period) -> tuple[str, float] | None:
    if metric.name in TARGETS:
        goal = value_of(TARGETS[metric.name], span, filters.where())
        return (say(TARGET), goal / span.days) if goal else None
    limit = limit_of(metric)
    return (say(LIMIT), limit) if limit else None


def _young_from(metric: Metric, span: Period) -> date | None:
    return next((day for day in span if young(metric, day, filters.today())), None)
