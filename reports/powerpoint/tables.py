"""A native table on a slide: rules under rows, numbers to the right, judgement by sign and word."""

from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from metrics.judgement import Judgement
from palette import LIGHT
from reports.powerpoint.boxes import Box
from reports.powerpoint.words import wide, write
from reports.slide import MOST, Cell, Table
from reports.written import Head, cell, heads
from text import Language

ROW, HEAD = 62, 48
PADDING = 28


def table(slide: Any, box: Box, of: Table, language: Language) -> None:
    """Draw a table into its box, its rows as high as there is room for."""
    columns = heads(of, language)
    height = min(ROW, (box.height - HEAD) / max(len(of.rows), 1))
    shape = slide.shapes.add_table(len(of.rows) + 1, len(columns), *box.strip(HEAD + height * len(of.rows)).places)
    made = shape.table
    _without_style(shape)
    said = [[_said(value, head, language) for value, head in zip(row, columns, strict=True)] for row in of.rows]
    size = 28 if len(of.rows) <= MOST else 22
    _set_widths(made, [head.said for head in columns], said, size, box.width)
    made.rows[0].height = Pt(HEAD)
    for at, head in enumerate(columns):
        _write(made.cell(0, at), head.said, 24, LIGHT.ink3, head.scale is not None, LIGHT.heavy)
    for down, row in enumerate(said, start=1):
        made.rows[down].height = Pt(height)
        for at, head in enumerate(columns):
            right = head.scale is not None
            _write(made.cell(down, at), row[at], size, LIGHT.ink, right, LIGHT.line, bold=at == 0)


def _said(value: Cell, head: Head, language: Language) -> str:
    """A cell's words; before a judgement's word stands its shape."""
    words = cell(value, head, language)
    return f"{value.level.shape} {words}" if isinstance(value, Judgement) else words


def _write(into: Any, words: str, size: float, ink: str, right: bool, below: str, *, bold: bool = False) -> None:
    into.margin_left, into.margin_right = Pt(6 if right else 14), Pt(6)
    into.margin_top = into.margin_bottom = 0
    into.vertical_anchor = MSO_ANCHOR.MIDDLE
    into.fill.background()
    write(into.text_frame, words, size, ink=ink, bold=bold, align="right" if right else "left")
    _rule_below(into, below)


def _rule_below(into: Any, ink: str) -> None:
    properties = into._tc.get_or_add_tcPr()
    for side in ("a:lnL", "a:lnR", "a:lnT", "a:lnB"):
        line = properties.makeelement(qn(side), {"w": str(Pt(1)) if side == "a:lnB" else "0"})
        filled = line.makeelement(qn("a:solidFill" if side == "a:lnB" else "a:noFill"), {})
        if side == "a:lnB":
            filled.append(filled.makeelement(qn("a:srgbClr"), {"val": ink.removeprefix("#")}))
        line.append(filled)
        properties.insert(("a:lnL", "a:lnR", "a:lnT", "a:lnB").index(side), line)


def _without_style(shape: Any) -> None:
    properties = shape._element.graphic.graphicData.tbl.tblPr
    properties.set("firstRow", "1")
    properties.set("bandRow", "0")
    style = properties.find(qn("a:tableStyleId"))
    if style is not None:
        # "No Style, No Grid" in every PowerPoint.
        style.text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def _set_widths(made: Any, headings: list[str], words: list[list[str]], size: float, width: float) -> None:
    """As wide as what they hold; what is left goes to all of them, what is lacking is taken from the widest."""
    wanted = [
        PADDING + max([wide(heading, 24), *(wide(row[at], size) for row in words)])
        for at, heading in enumerate(headings)
    ]
    lacking = sum(wanted) - width
    if lacking > 0:
        widest = wanted.index(max(wanted))
        wanted[widest] = max(wanted[widest] - lacking, 160)
    for at, of in enumerate(wanted):
        made.columns[at].width = Pt(width * of / sum(wanted))
