"""What the teams' pages have in common: how they begin, their columns, their footer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from metrics.calendar.period import Period
from metrics.catalogue.orders.order_rows import orders_of
from metrics.definition.metric import Metric
from metrics.definition.refusals import Unanswerable
from metrics.morning.numbers import Tile
from text import Text
from ui.cache import answers, loaded
from ui.choices import compared_with, filters, names, other_shop
from ui.content.panel_cache import panel, remembered
from ui.content.panel_content import Part
from ui.frame import demo, first_run
from ui.panels import bars, breakdown, findings, rows, trend
from ui.panels.metric_values import judged
from ui.panels.words import WAITS, WHO
from ui.pieces.lines import empty_zone, foot, headline, page
from ui.pieces.marks import judgement
from ui.pieces.markup import Html, block, tag
from ui.pieces.tile import tiles
from ui.session import language
from ui.session.language import say
from ui.teams import drill, second_shop

SHOPS = Text("各店", "Shops")

Because = Callable[[Period], Text | None]


class Opening(NamedTuple):
    """What a team's page begins with: its headline, its judgement, its numbers."""

    headline: Html
    judgement: Html
    numbers: Html
    shown: tuple[Tile, ...]


class Opened(NamedTuple):
    """A team's page as it begins: its period, and its judged numbers."""

    during: Period
    shown: tuple[Tile, ...]


def opening(
    title: str, *metrics: Metric, because: Because | None = None, where: Mapping[str, str] | None = None
) -> Opened:
    """A team's page begins: what its numbers say and why, the reader's choices, the judged numbers themselves.

    `where` stands for the chosen shop: {} for what belongs to the whole department. Ends an empty board here, and a
    page whose address asks for one person, channel, product or order.
    """
    first_run.instead_of_an_empty_page()
    demo.notice()
    place, mark, during = _choices()
    if drill.chosen():
        drill.show(title, during, place, mark)
        stamp(during, *metrics)
        st.stop()
    begun = _opening(title, metrics, during, because(during) if because else None, where)
    place.html(begun.headline)
    mark.html(begun.judgement)
    st.html(begun.numbers)
    second_shop.show(metrics, during)
    return Opened(during, begun.shown)


@remembered
def _opening(
    title: str, metrics: Sequence[Metric], during: Period, because: Text | None, where: Mapping[str, str] | None
) -> Opening:
    spoken, shown = language.chosen(), tuple(judged(metrics, during, filters.where() if where is None else where))
    finding = Text("{title}：{finding}", "{title}: {finding}").filled(title=title, finding=findings.finding(shown))
    shop = (filters.shop() if where is None else None) or say("全部店铺", "All shops")
    lead = say(names.in_ranking(because)) if because else ""
    about = tag("p", f"{shop}　{during.label(spoken)}", look="ob-note")
    return Opening(
        page(headline(say(finding), lead), about),
        page(judgement(findings.worst(shown), spoken), look="ob-page-judgement"),
        page(tiles(drill.worded_all(shown, during), spoken)),
        shown,
    )


def _choices() -> tuple[DeltaGenerator, DeltaGenerator, Period]:
    """The period at the right of the headline's place, below it what to compare with; on every team's page alike."""
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="ob-opening"
    ):
        place = st.empty()
        with st.container(horizontal=True, vertical_alignment="center", width="content"):
            during = filters.period()
            mark = st.empty()
    with st.container(horizontal=True, vertical_alignment="center", key="ob-versus"):
        compared_with.choose(during)
        other_shop.choose()
        _compared(during)
    return place, mark, during


@panel
def _compared(during: Period) -> Iterator[Part]:
    yield page(block("ob-note", compared_with.spelled(during, loaded.last_day(filters.shop()))))


def side_by_side() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Two columns on a desk, one below the other on a phone."""
    left, right = st.columns([1.13, 1], gap="large")
    return left, right


def over_time(metric: Metric, during: Period, where: Mapping[str, str] | None = None) -> None:
    """A metric day by day with last year's line and its target, the table behind it, and a download."""
    if not trend.show(metric, during, where):
        _waits(metric)


def over_time_in_pairs(during: Period, *metrics: Metric, where: Mapping[str, str] | None = None) -> None:
    """Metrics day by day, two beside each other under one line."""
    for first in range(0, len(metrics), 2):
        for column, metric in zip(side_by_side(), metrics[first : first + 2], strict=False):
            with column:
                over_time(metric, during, where)


def compare(dimension: str, metric: Metric, during: Period) -> None:
    """A metric split by a dimension as bars from zero, the longest first; nothing where it cannot be asked so."""
    bars.show(dimension, during, metric)


def by(dimension: str, during: Period, *metrics: Metric, title: Text = WHO, judged_by: Metric | None = None) -> None:
    """Metrics split by a dimension, whoever needs help first; the first metric leads. With a download.

    `judged_by` alone gives the marks and the order, where the others only explain it.
    """
    try:
        breakdown.show(dimension, during, metrics, title, judged_by)
    except Unanswerable as refusal:
        st.html(page(empty_zone(metrics[0].label.to(language.chosen()), say(refusal.text))))


def shops(during: Period, *metrics: Metric) -> None:
    """Metrics of each shop; nothing where the reader looks at one alone."""
    if filters.shop() is None:
        by("shop", during, *metrics, title=SHOPS)


@panel
def orders(during: Period) -> Iterator[Part]:
    """The orders of the period, the greatest first, each leading to its own view."""
    yield from rows.listed(say("订单明细", "Orders"), orders_of(answers.facts(), during, filters.shop()))


@panel
def stamp(during: Period, *metrics: Metric) -> Iterator[Part]:
    """The footer: where the figures come from and up to which day."""
    labels = dict.fromkeys(metric.facts.label.to(language.chosen()) for metric in metrics)
    left = [
        say("来源 ", "From ") + say("、", ", ").join(labels),
        say("期间 ", "Period ") + during.label(language.chosen()),
    ]
    yield page(foot(left, [], language.chosen()))


def _waits(metric: Metric) -> None:
    files = say(WAITS.filled(files=metric.facts.label))
    st.html(page(empty_zone(metric.label.to(language.chosen()), files)))
