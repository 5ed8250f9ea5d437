"""What next: the team's open actions by due day, what nobody has taken yet, and how its quotas stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from data.records.actions import Action, actions
from metrics.calendar.period import Period
from metrics.definition.metric import Metric
from metrics.explanation.actions import State, state_of
from metrics.judgement.limits import Level
from metrics.judgement.quota_lines import judged, lines
from metrics.morning.numbers import Tile
from metrics.wording.figure import MISSING
from metrics.wording.values import on
from text import Text, same
from ui.cache import answers
from ui.choices import filters, names
from ui.content.panel_cache import panel
from ui.content.panel_content import Part
from ui.panels import findings
from ui.pieces.lines import page
from ui.pieces.marks import with_words
from ui.pieces.markup import tag
from ui.pieces.table import Cell, Head, section, strong, table
from ui.session.language import chosen, say
from ui.teams import workload

TITLE = Text("接下来", "What next")
BY_DUE = Text("先到期的在前，没人接的在后", "the next due first, what nobody has taken last")
NOTHING = Text("没有开着的行动，评到的数也都不用补救", "No open action, and nothing judged calls for one")
STATES = {
    State.OPEN: (Level.WATCH, Text("在做", "Under way")),
    State.OVERDUE: (Level.BAD, Text("过期", "Overdue")),
}
UNTAKEN = (Level.UNJUDGED, Text("没人接", "Not taken"))
BEHIND, ON_TARGET = Text("落后", "Behind"), Text("达标", "On target")
ADD = Text("加一条行动", "Add an action")
ALL_QUOTAS = Text("看定额", "See quotas")
SHOWN = 8
UNDATED = same(MISSING)
EMPTY_CELL = Cell(MISSING, "ob-not-said")
"""A cell that is left out where a row is a card."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """One line of what next: until when, who, what, and how it stands."""

    due: Text
    who: str
    what: Text
    state: tuple[Level, Text]


def show(metrics: Sequence[Metric], tiles: Sequence[Tile], during: Period, quotas: Sequence[str] = ()) -> None:
    """The steps of a team that answers for `metrics`; `quotas` are words in the names of its groups."""
    with st.container(key="ob-next"):
        _steps(metrics, tiles, during, quotas)
        with st.container(horizontal=True):
            st.page_link("pages/today/actions.py", label=say(ADD))
            if quotas:
                st.page_link("pages/records/quotas.py", label=say(ALL_QUOTAS))


@panel
def _steps(metrics: Sequence[Metric], tiles: Sequence[Tile], during: Period, quotas: Sequence[str]) -> Iterator[Part]:
    today = filters.today()
    open_ones = sorted(_open(metrics), key=lambda each: each.undertaking.due)
    steps = [_of_action(each, today) for each in open_ones] + _untaken(tiles, open_ones) + _of_quotas(during, quotas)
    rows: list[list[str | Cell]] = [
        [
            strong(say(step.due)) if step.due is not UNDATED else EMPTY_CELL,
            step.who or EMPTY_CELL,
            say(step.what),
            with_words(step.state[0], say(step.state[1]), chosen()),
        ]
        for step in steps[:SHOWN]
    ]
    heads = [
        Head(say("到期", "Due")), Head(say("谁", "Who")), Head(say("做什么", "What")), Head(say("状态", "State"), True),
    ]  # fmt: skip
    inside = table(heads, rows) if rows else tag("p", say(NOTHING), look="ob-note")
    yield page(section(say(TITLE), inside, side=say(BY_DUE)))


def _open(metrics: Sequence[Metric]) -> list[Action]:
    answered_for = {metric.name for metric in metrics}
    every = actions(answers.warehouse(), filters.shop())
    return [each for each in every if each.is_open and each.undertaking.metric in answered_for]


def _of_action(action: Action, today: date) -> StepRow:
    undertaking = action.undertaking
    what = names.in_words(undertaking.what)
    state = STATES.get(state_of(action, today), STATES[State.OPEN])
    return StepRow(on(undertaking.due), names.shown(undertaking.owner), what, state)


def _untaken(tiles: Sequence[Tile], taken: Sequence[Action]) -> list[StepRow]:
    watched = {action.undertaking.metric for action in taken}
    pressing = [tile for tile in tiles if tile.judgement.level in (Level.BAD, Level.WATCH)]
    return [
        StepRow(UNDATED, "", findings.sentence(tile), UNTAKEN)
        for tile in sorted(pressing, key=lambda tile: tile.judgement.level is not Level.BAD)
        if tile.metric.name not in watched
    ]


def _of_quotas(during: Period, words: Sequence[str]) -> list[StepRow]:
    if not words:
        return []
    of_team = [each for each in lines(answers.facts(), during) if any(word in each.team for word in words)]
    present = [each for each in of_team if each.attain is not None]
    if not present:
        return []
    below = any(judged(each).level is Level.BAD for each in present)
    return [
        StepRow(
            on(during.last), "", workload.sentence(present), (Level.BAD, BEHIND) if below else (Level.GOOD, ON_TARGET)
        )
    ]
