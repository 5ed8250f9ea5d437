"""How wide the columns of a table are, and how large its text: as large as lets every word stand unbroken."""

from dataclasses import dataclass
from typing import Literal

from metrics.judgement.limits import Judgement
from reports.drawing.density import Density
from reports.drawing.marks import SMALLEST, Box, Run
from reports.drawing.shapes import RADIUS, judged_width
from reports.drawing.text.faces import Face
from reports.drawing.text.wrapping import wide, widest_atom
from reports.slide.slide import Cell, Table
from reports.slide.written import ColumnHead, cell, heads
from text import Language

GAP, WIDEST_GAP = 26, 84
UNBROKEN = 8
"""Words are broken into lines of at least so many characters."""

Kind = Literal["shape", "number", "words"]


@dataclass(frozen=True, slots=True)
class Grid:
    """Where each column begins, how wide it is, what it holds; `worded` when judgements show their word."""

    heads: tuple[ColumnHead, ...]
    kinds: tuple[Kind, ...]
    worded: bool
    starts: tuple[float, ...]
    widths: tuple[float, ...]
    size: float

    @property
    def head_size(self) -> float:
        """The size of the heads."""
        return max(SMALLEST, min(24.0, self.size - 2))

    @property
    def first_words(self) -> int:
        """The column that names the rows; −1 where there is none."""
        return self.kinds.index("words") if "words" in self.kinds else -1

    def title(self, at: int) -> str:
        """The heading of a column with its unit; nothing over bare shapes."""
        return "" if self.kinds[at] == "shape" and not self.worded else self.heads[at].label


def grid(part: Table, box: Box, density: Density, language: Language) -> Grid:
    """The columns of a table in the width of a box."""
    named = tuple(heads(part, language))
    kinds = tuple(_kind(part, at, named[at]) for at in range(len(named)))
    size = min(30.0, density.label)
    while True:
        for worded in (True, False):
            tried = Grid(named, kinds, worded, (), (), size)
            if widths := _widths(part, tried, box.width, language):
                return _laid(tried, widths, box)
        if size <= SMALLEST:
            each = (box.width - GAP * (len(named) - 1)) / max(len(named), 1)
            return _laid(tried, [each] * len(named), box)
        size = max(SMALLEST, size - 2)


def natural_width(part: Table, density: Density, language: Language) -> float:
    """How many pixels of the page a table would like to have: every cell in one line."""
    named = tuple(heads(part, language))
    kinds = tuple(_kind(part, at, named[at]) for at in range(len(named)))
    tried = Grid(named, kinds, True, (), (), min(30.0, density.label))
    widths = [_natural(part, tried, at, language) for at in range(len(named))]
    return sum(widths) + GAP * 1.5 * (len(widths) - 1)


def _kind(part: Table, at: int, head: ColumnHead) -> Kind:
    if head.scale is not None:
        return "number"
    cells = [row[at] for row in part.rows if row[at] is not None]
    return "shape" if cells and all(isinstance(each, Judgement) for each in cells) else "words"


def _widths(part: Table, tried: Grid, width: float, language: Language) -> list[float] | None:
    room = width - GAP * (len(tried.heads) - 1)
    natural = [_natural(part, tried, at, language) for at in range(len(tried.heads))]
    if sum(natural) <= room:
        return natural
    least = [_least(part, tried, at, natural[at], language) for at in range(len(tried.heads))]
    if sum(least) > room:
        return None
    share = (room - sum(least)) / (sum(natural) - sum(least))
    return [low + (high - low) * share for low, high in zip(least, natural, strict=True)]


def _natural(part: Table, tried: Grid, at: int, language: Language) -> float:
    if tried.kinds[at] == "shape" and not tried.worded:
        return tried.size * RADIUS * 2 + 4
    head = wide((Run(tried.title(at)),), tried.head_size)
    return max([head, *(_cell(row[at], tried, at, language) for row in part.rows)]) + 1


def _least(part: Table, tried: Grid, at: int, natural: float, language: Language) -> float:
    if tried.kinds[at] == "shape":
        return natural
    head = widest_atom((Run(tried.title(at)),), tried.head_size)
    if tried.kinds[at] == "number":
        head = max(head, min(wide((Run(tried.title(at)),), tried.head_size), 4.2 * tried.head_size))
        return min(natural, max([head, *(_cell(row[at], tried, at, language) for row in part.rows)]) + 1)
    words = [widest_atom(run_of(row[at], tried, at, language), tried.size) for row in part.rows]
    return min(natural, max([head, UNBROKEN * tried.size, *words]) + 1)


def _cell(value: Cell, tried: Grid, at: int, language: Language) -> float:
    if isinstance(value, Judgement):
        return judged_width(value.level, tried.size, language)
    return wide(run_of(value, tried, at, language), tried.size)


def run_of(value: Cell, laid: Grid, at: int, language: Language) -> tuple[Run, ...]:
    """What a cell says, as it is written: the names of the rows bold, asides grey."""
    face = Face.BOLD if at == laid.first_words and value is not None else Face.SANS
    grey = value is None or (laid.kinds[at] == "number" and hasattr(value, "to"))
    return (Run(cell(value, laid.heads[at], language), face, "ink3" if grey else "ink"),)


def _laid(tried: Grid, widths: list[float], box: Box) -> Grid:
    count = len(widths)
    spare = max(0.0, box.width - sum(widths))
    gap = min(WIDEST_GAP, spare / (count - 1)) if count > 1 else 0
    if tried.first_words >= 0:
        widths[tried.first_words] += spare - gap * (count - 1)
    starts = [box.x + sum(widths[:at]) + gap * at for at in range(count)]
    return Grid(tried.heads, tried.kinds, tried.worded, tuple(starts), tuple(widths), tried.size)
