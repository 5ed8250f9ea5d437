"""The pieces a page is made of."""

from collections.abc import Sequence
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from metrics.judgement import Level
from metrics.metric import Metric, young
from metrics.period import Period, last_days
from metrics.question import Unanswerable
from metrics.tiles import Tile
from text import Text
from ui import breakdown, charts, demo, filters, first_run, language, taking
from ui.judged import TARGETS, answerable, by_day, judged, limit_of, value_of
from ui.language import say
from ui.pieces.lines import empty_zone, foot, headline, page
from ui.pieces.marks import judgement
from ui.pieces.table import section
from ui.pieces.tile import tiles
from ui.scale import scale_of
from ui.theme import palette
from ui.tiles import worded

DAYS_SHOWN = 30
LAST_YEAR = Text("去年同日", "a year before")
TARGET = Text("日目标", "day target")
LIMIT = Text("界线", "limit")
BEHIND = Text("{names}落后", "{names} behind")
TO_WATCH = Text("{names}要关注", "watch {names}")
ALL_GOOD = Text("评到的都达标", "all that is judged is on target")
NOT_JUDGED = Text("还没有能评的数", "nothing to judge yet")
WORST_FIRST = (Level.BAD, Level.WATCH, Level.GOOD, Level.UNJUDGED)
WAITS = Text("等这些文件：{files}", "Waits for: {files}")


def opening(title: str, *metrics: Metric) -> Period:
    """A team's page begins: what its numbers say, the switch between periods, the judged numbers themselves.

    Returns the period; ends an empty board here.
    """
    first_run.instead_of_an_empty_page()
    demo.notice()
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        place = st.empty()
        with st.container(horizontal=True, vertical_alignment="center", width="content"):
            during = filters.period()
            mark = st.empty()
    spoken, shown = language.chosen(), judged(metrics, during, filters.where())
    worst = min((tile.judgement.level for tile in shown), key=WORST_FIRST.index, default=Level.UNJUDGED)
    shop = filters.shop() or say("全部店铺", "All shops")
    finding = Text("{title}：{finding}", "{title}: {finding}").filled(title=title, finding=_finding(shown))
    place.html(page(headline(say(finding), f"{shop}　{during.label(spoken)}")))
    mark.html(page(judgement(worst, spoken), look="ob-page-judgement"))
    st.html(page(tiles([worded(tile, spoken, palette()) for tile in shown], spoken)))
    return during


def side_by_side() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Two columns on a desk, one below the other on a phone."""
    left, right = st.columns([1.13, 1], gap="large")
    return left, right


def _finding(shown: Sequence[Tile]) -> Text:
    for level, said in ((Level.BAD, BEHIND), (Level.WATCH, TO_WATCH)):
        labels = [tile.metric.label for tile in shown if tile.judgement.level is level]
        if labels:
            return said.filled(names=Text("、".join(x.zh for x in labels), ", ".join(x.en for x in labels)))
    return ALL_GOOD if any(tile.judgement.level is Level.GOOD for tile in shown) else NOT_JUDGED


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
    said = [
        say("虚线是去年同日", "dotted: a year before") if any(value is not None for value in earlier) else "",
        "" if charts.from_zero([value for _, value in days]) else say("纵轴不从 0 起", "axis not from 0"),
    ]
    beside = say("，", ", ").join(filter(None, said))
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
