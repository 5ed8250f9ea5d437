"""Marks on a slide: rules, bars, and the shapes of judgement."""

from typing import Any

from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from metrics.judgement.limits import Level
from palette import LIGHT
from reports.powerpoint.boxes import places
from reports.powerpoint.words import colour
from reports.slide.box import Box

SHAPES = {
    Level.GOOD: (MSO_SHAPE.OVAL, LIGHT.good, LIGHT.good_edge),
    Level.WATCH: (MSO_SHAPE.ISOSCELES_TRIANGLE, LIGHT.watch, LIGHT.watch_edge),
    Level.BAD: (MSO_SHAPE.RECTANGLE, LIGHT.bad, LIGHT.bad_edge),
}


def block(slide: Any, box: Box, fill: str, edge: str | None = None, shape: MSO_SHAPE = MSO_SHAPE.RECTANGLE) -> Any:
    """A filled shape without shadow, with an edge only where one is named."""
    made = slide.shapes.add_shape(shape, *places(box))
    made._element.remove(made._element.find(qn("p:style")))
    made.fill.solid()
    made.fill.fore_color.rgb = colour(fill)
    if edge is None:
        made.line.fill.background()
    else:
        made.line.color.rgb, made.line.width = colour(edge), Pt(2)
    return made


def hatched(slide: Any, box: Box, ink: str) -> None:
    """A striped block: what it stands for may still change."""
    made = block(slide, box, LIGHT.page, ink)
    made.fill.patterned()
    made.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    made.fill.fore_color.rgb, made.fill.back_color.rgb = colour(ink), colour(LIGHT.page)


def rule(slide: Any, x: float, y: float, width: float, thick: float = 1, ink: str = LIGHT.line) -> None:
    """A horizontal rule."""
    block(slide, Box(x, y, width, thick), ink)


def judged(slide: Any, level: Level, x: float, y: float, size: float, word: str) -> None:
    """The shape of a level, its word as alternative text."""
    if level in SHAPES:
        shape, fill, edge = SHAPES[level]
        made = block(slide, Box(x, y, size, size), fill, edge, shape)
    else:
        made = block(slide, Box(x, y, size, size), LIGHT.page, LIGHT.ink3, MSO_SHAPE.OVAL)
        made.line.dash_style = MSO_LINE.DASH
    described(made, word)


def described(shape: Any, words: str) -> None:
    """Give a shape its alternative text."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", words)
