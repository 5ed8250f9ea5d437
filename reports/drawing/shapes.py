"""The shapes of a judgement, each as good as its word."""

from collections.abc import Iterator

from metrics.judgement.limits import Level
from reports.drawing.marks import Anchor, Box, Circle, Mark, Polygon, Rect, Run, Words
from reports.drawing.text.faces import Face
from text import Language

RADIUS, APART = 0.42, 1.16
"""Half the width of a shape, and how far from its left edge the word begins, in parts of the word's size."""


def shape(level: Level, x: float, y: float, size: float) -> Mark:
    """The shape of a level, its middle at a point; `size` is that of the text beside it."""
    half = size * RADIUS
    if level is Level.GOOD:
        return Circle(x, y, half, "good", "good_edge")
    if level is Level.BAD:
        return Rect(Box(x - half * 0.92, y - half * 0.92, half * 1.84, half * 1.84), "bad", "bad_edge")
    if level is Level.WATCH:
        corners = ((x, y - half * 0.96), (x + half, y + half * 0.86), (x - half, y + half * 0.86))
        return Polygon(corners, "watch", "watch_edge")
    return Circle(x, y, half, None, "ink3", 2.5, (5, 4))


def judged(
    level: Level, x: float, y: float, size: float, language: Language, anchor: Anchor = "start"
) -> Iterator[Mark]:
    """The shape and its word in bold ink, `y` their baseline."""
    word = Words(0, y, (Run(level.word.to(language), Face.BOLD),), size)
    left = x - judged_width(level, size, language) if anchor == "end" else x
    yield shape(level, left + size * RADIUS, y - size * 0.37, size)
    yield Words(left + size * APART, y, word.runs, size)


def judged_width(level: Level, size: float, language: Language) -> float:
    """How many pixels of the page shape and word take."""
    return size * APART + Words(0, 0, (Run(level.word.to(language), Face.BOLD),), size).width
