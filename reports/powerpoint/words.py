"""Words on a slide: runs with their font, size and colour, Chinese set in the Chinese font."""

from math import ceil
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from palette import LIGHT
from reports.drawing.text.faces import Face, width_of
from reports.powerpoint.boxes import places
from reports.slide.box import Box
from reports.slide.written import plain, runs

SMALLEST = 22
FAMILY = "微软雅黑"
"""The one font that every Chinese Office has; a serif that is missing would be shown as the smeared bold of SimSun."""

ALIGNED = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "middle": PP_ALIGN.CENTER}


def colour(code: str) -> RGBColor:
    """A colour of the palette."""
    return RGBColor.from_string(code.removeprefix("#"))


def write(
    frame: Any, words: str, size: float, *, ink: str = LIGHT.ink, bold: bool = False, align: str = "left",
    more: bool = False,
) -> None:  # fmt: skip
    """Write a paragraph into a text frame (a further one if `more`); what `**` marks is bold."""
    paragraph = frame.add_paragraph() if more else frame.paragraphs[0]
    paragraph.alignment = ALIGNED[align]
    for piece, strong in runs(words):
        style(paragraph.add_run(), piece, size, ink=ink, bold=bold or strong)


def style(run: Any, words: str, size: float, *, ink: str = LIGHT.ink, bold: bool = False) -> None:
    """One run of text in our fonts."""
    run.text = words
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.rgb = colour(ink)
    run.font.name = FAMILY
    eastern(run._r.get_or_add_rPr())


def eastern(properties: Any) -> None:
    """Have Chinese set in our font, too, which python-pptx cannot name."""
    latin = properties.find(qn("a:latin"))
    made = properties.makeelement(qn("a:ea"), {"typeface": FAMILY})
    if latin is None:
        properties.append(made)
    else:
        latin.addnext(made)


def label(slide: Any, box: Box, words: str, size: float, *, anchor: str = "top", wrap: bool = True, **how: Any) -> Any:
    """A text box without padding; returns its frame."""
    frame = slide.shapes.add_textbox(*places(box)).text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = wrap
    frame.vertical_anchor = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}[anchor]
    write(frame, words, size, **how)
    return frame


def wide(words: str, size: float) -> float:
    """About how many pixels of the page words take: in the shipped bold face, with a little more for other fonts."""
    return 1.05 * size * width_of(words, Face.BOLD)


def rows(words: str, size: float, width: float) -> int:
    """About how many lines words take, with what wrapping leaves empty at their ends."""
    return max(1, ceil(1.04 * wide(plain(words), size) / max(width, size)))


def fitting(words: str, size: float, width: float) -> float:
    """The size at which words fit a line, never under the smallest that a room can read."""
    return max(SMALLEST, min(size, 0.95 * size * width / max(wide(plain(words), size), 1)))
