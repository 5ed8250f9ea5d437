"""What every part has above its drawing: the section rule, its title, and on the right its unit or note."""

from collections.abc import Iterator

from reports.drawing.density import Density
from reports.drawing.marks import SMALLEST, Box, Mark, Run, rule
from reports.drawing.text.faces import Face
from reports.drawing.text.writing import paragraph, spread, tall, words

NOTE = 24


def head(box: Box, title: str, note: str, density: Density, taken: float = 0) -> Iterator[Mark]:
    """Rule, title and note; `taken` is the width that something behind the title needs."""
    yield rule(box, box.y, "heavy", 3)
    lines = paragraph((Run(title, Face.BOLD),), Box(box.x, box.y + 13, box.width, 0), density.label, 1.3)
    if fits_one_line(box.width, title, note, density, taken):
        yield words(title, box.x, box.y + 13 + density.label * 1.02, density.label, bold=True)
        if note:
            yield words(note, box.right, box.y + 13 + density.label * 1.02, _small(density), "ink2", anchor="end")
        return
    yield from lines
    under = box.y + 13 + tall((Run(title, Face.BOLD),), box.width, density.label, 1.3)
    yield from paragraph((Run(note, Face.SANS, "ink2"),), Box(box.x, under, box.width - taken, 0), _small(density), 1.3)


def head_height(width: float, title: str, note: str, density: Density, taken: float = 0) -> float:
    """How many pixels of the page below the panel's top its drawing begins."""
    if fits_one_line(width, title, note, density, taken):
        return 13 + density.label * 1.3 + 10
    title_height = tall((Run(title, Face.BOLD),), width, density.label, 1.3)
    return 13 + title_height + tall((Run(note),), width - taken, _small(density), 1.3) + 10


def fits_one_line(width: float, title: str, note: str, density: Density, taken: float) -> bool:
    """Whether title and note stand in one line."""
    gap = 24 if note else 0
    return spread(title, density.label, bold=True) + taken + gap + spread(note, _small(density)) <= width


def _small(density: Density) -> float:
    return max(SMALLEST, min(NOTE, density.small))
