"""Putting text on the canvas: a line that shrinks to its room, a paragraph that breaks, a headline that does both."""

from collections.abc import Iterator, Sequence

from reports.drawing.marks import SMALLEST, Anchor, Box, Colour, Run, Words
from reports.drawing.text.faces import Face
from reports.drawing.text.wrapping import balanced, wide, wrapped

LEADING = 1.38


def words(
    text: str, x: float, y: float, size: float, colour: Colour = "ink", *, bold: bool = False, anchor: Anchor = "start"
) -> Words:
    """One line of plain text, `y` its baseline."""
    return Words(x, y, (Run(text, Face.BOLD if bold else Face.SANS, colour),), size, anchor)


def spread(text: str, size: float, *, bold: bool = False) -> float:
    """How many pixels of the page a line of plain text takes."""
    return wide((Run(text, Face.BOLD if bold else Face.SANS),), size)


def fitting(text: str, width: float, size: float, *, bold: bool = False, least: float = SMALLEST) -> float:
    """The greatest size up to `size` at which the text is no wider than `width`, but no less than `least`."""
    full = spread(text, size, bold=bold)
    return size if full <= width else max(least, int(size * width / full))


def paragraph(
    runs: Sequence[Run],
    box: Box,
    size: float,
    leading: float = LEADING,
    anchor: Anchor = "start",
    *,
    even: bool = False,
) -> Iterator[Words]:
    """Lines from the top of a box down; `even` ones are as equally long as can be."""
    x = box.x + box.width * {"start": 0, "middle": 0.5, "end": 1}[anchor]
    for at, line in enumerate((balanced if even else wrapped)(runs, box.width, size)):
        yield Words(x, baseline(box.y, size, leading) + at * size * leading, line, size, anchor)


def tall(runs: Sequence[Run], width: float, size: float, leading: float = LEADING) -> float:
    """How many pixels of the page that paragraph takes."""
    return len(wrapped(runs, width, size)) * size * leading


def baseline(top: float, size: float, leading: float = LEADING) -> float:
    """Where the text of a line stands whose strip begins at `top`."""
    return top + size * leading / 2 + size * 0.37


def headline(
    text: str, box: Box, sizes: Sequence[tuple[float, int]], colour: Colour = "ink"
) -> tuple[list[Words], float]:
    """The headline in the first of (size, most lines) in which it fits, and how tall it is."""
    runs = (Run(text, Face.SERIF, colour),)
    size = next((size for size, most in sizes if len(wrapped(runs, box.width, size)) <= most), sizes[-1][0])
    lines = balanced(runs, box.width, size)
    step = size * 1.28
    return [Words(box.x, box.y + size * 0.9 + at * step, line, size) for at, line in enumerate(lines)], step * len(
        lines
    )
