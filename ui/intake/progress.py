"""What is being done while the reader waits: which file of how many, and what became of each."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st

from data.checking.preview import TablePreview
from metrics.judgement.limits import Level
from text import Language, Text
from ui.pieces.lines import page, point, points
from ui.pieces.marks import marked, of_this_import
from ui.pieces.markup import Html, block, tag
from ui.pieces.table import section
from ui.session import language

DONE_SHOWN, WAITING_SHOWN = 6, 4
READING, WAITING, REFUSED = Text("在看", "reading"), Text("等着", "waiting"), Text("没收", "not taken")
READ = Text("看完，{n:,} 行", "read, {n:,} rows")


@dataclass(frozen=True, slots=True)
class UploadState:
    """What became of a file that was read: its rows, or why it was refused."""

    rows: int
    refused: Text | None

    @property
    def words(self) -> Text:
        """The state in a few words."""
        return (
            Text("没收：{why}", "not taken: {why}").filled(why=self.refused)
            if self.refused
            else READ.filled(n=self.rows)
        )


class Progress:
    """Redraws one place of the page; called with a share from 0 to 1 and a phrase."""

    def __init__(self, names: Sequence[str] = ()) -> None:
        self._place = st.empty()
        self._names = names
        self._states: list[UploadState] = []
        self._share, self._doing = 0.0, Text("正在看文件", "Looking at the files")
        self._draw()

    def __call__(self, share: float, doing: Text) -> None:
        self._share, self._doing = min(1.0, max(0.0, share)), doing
        self._draw()

    def seen(self, number: int, tables: Sequence[TablePreview]) -> None:
        """A file was read."""
        del self._states[number:]
        self._states.append(state_of(tables))

    def clear(self) -> None:
        """Take it away."""
        self._place.empty()

    def _draw(self) -> None:
        with self._place:
            st.html(page(progress(self._names, self._states, self._share, self._doing, language.chosen())))


def state_of(tables: Sequence[TablePreview]) -> UploadState:
    """What became of a file, by its tables: refused if none of them was understood."""
    if any(table.source for table in tables):
        return UploadState(sum(table.rows for table in tables), None)
    why = [found.problem.title for table in tables for found in table.problems if found.problem.severity == "error"]
    return UploadState(0, why[0] if why else REFUSED)


def progress(names: Sequence[str], states: Sequence[UploadState], share: float, doing: Text, spoken: Language) -> Html:
    """A bar, and below it the files around the one at hand."""
    at, many = len(states), len(names)
    counted = Text("第 {n} 份，共 {many} 份", "file {n} of {many}").filled(n=min(at + 1, many), many=many)
    bar = block("ob-bar", tag("i"), style=f"--v:{share:.0%}")
    shown = range(max(0, at - DONE_SHOWN), min(many, at + 1 + WAITING_SHOWN))
    lines = points([_line(names[number], number, states, spoken) for number in shown])
    return section(doing.to(spoken), bar, lines, note=counted.to(spoken) if many else "")


def _line(name: str, number: int, states: Sequence[UploadState], spoken: Language) -> Html:
    if number < len(states):
        state = states[number]
        mark = marked(Level.BAD if state.refused else Level.GOOD, state.words.to(spoken))
        return point(mark, name, right=state.words.to(spoken))
    if number == len(states):
        return point(of_this_import(spoken), name, right=READING.to(spoken))
    return point(marked(Level.UNJUDGED, WAITING.to(spoken)), name, right=WAITING.to(spoken))


@contextmanager
def reading(names: Sequence[str] = ()) -> Iterator[Progress]:
    """Progress for as long as files are being read."""
    shown = Progress(names)
    try:
        yield shown
    finally:
        shown.clear()
