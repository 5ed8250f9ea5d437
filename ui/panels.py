"""The pieces a page is made of."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from metrics.judgement import Level
from metrics.metric import Metric
from metrics.period import Period
from metrics.question import Unanswerable
from metrics.tiles import Tile
from text import Text
from ui import answers, bars, breakdown, demo, filters, first_run, language, trend, versus
from ui.judged import judged
from ui.language import say
from ui.pieces.lines import empty_zone, foot, headline, page
from ui.pieces.marks import judgement
from ui.pieces.markup import block
from ui.pieces.tile import tiles
from ui.theme import palette
from ui.tiles import worded

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
    with st.container(horizontal=True, vertical_alignment="center", key="ob-versus"):
        versus.choose(during)
        st.html(page(block("ob-note", versus.spelled(during, answers.last_day(filters.shop())))))
    spoken, shown = language.chosen(), judged(metrics, during, filters.where())
    worst = min((tile.judgement.level for tile in shown), key=WORST_FIRST.index, default=Level.UNJUDGED)
    shop = filters.shop() or say("全部店铺", "All shops")
    finding = Text("{title}：{finding}", "{title}: {finding}").filled(title=title, finding=_finding(shown))
    place.html(page(headline(say(finding), f"{shop}　{during.label(spoken)}")))
    mark.html(page(judgement(worst, spoken), look="ob-page-judgement"))
    st.html(page(tiles([worded(tile, spoken, palette(), during=during) for tile in shown], spoken)))
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
    if not trend.show(metric, during):
        _waits(metric)


def compare(dimension: str, metric: Metric, during: Period) -> None:
    """A metric split by a dimension as bars from zero, the longest first; nothing where it cannot be asked so."""
    bars.show(dimension, during, metric)


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
