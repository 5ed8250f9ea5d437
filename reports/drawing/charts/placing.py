"""Finding a place for a label that covers no other text and, where it can, no line of the chart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reports.drawing.marks import Box, Mark, Point, Polyline, Words

STEP = 6


def placed(label: Words, spots: Iterable[Point], within: Box, around: Sequence[Mark]) -> Words | None:
    """The label moved to the first spot that crosses least; None when every spot meets other text or leaves the box."""
    texts = [mark.box for mark in around if isinstance(mark, Words)]
    dots = [dot for mark in around if isinstance(mark, Polyline) for dot in _along(mark.points)]
    moved = (_kept(replace(label, x=x, y=y), within) for x, y in spots)
    free = (each for each in moved if _is_free(each.box, within, texts))
    return min(free, key=lambda each: _crossed(each.box, dots), default=None)


def _is_free(box: Box, within: Box, texts: Sequence[Box]) -> bool:
    """Whether a box lies within another from top to bottom and meets no text."""
    return box.y >= within.y and box.bottom <= within.bottom and not any(box.meets(text) for text in texts)


def _crossed(box: Box, dots: Sequence[Point]) -> int:
    """How many dots of lines lie in a box."""
    return sum(box.x < x < box.right and box.y < y < box.bottom for x, y in dots)


def around(x: float, y: float, size: float) -> Iterator[Point]:
    """Spots for a label centred over or under a point, the nearest first."""
    for away in (0.55, 0.9, 1.4, 2.0, 2.8):
        yield x, y - away * size
        yield x, y + (away + 0.75) * size


def _kept(label: Words, within: Box) -> Words:
    box = label.box
    shift = max(within.x - box.x, 0) or min(within.right - box.right, 0)
    return replace(label, x=label.x + shift)


def _along(points: Sequence[Point]) -> Iterator[Point]:
    for (x1, y1), (x2, y2) in pairwise(points):
        steps = max(1, int(max(abs(x2 - x1), abs(y2 - y1)) / STEP))
        for step in range(steps + 1):
            yield x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps
