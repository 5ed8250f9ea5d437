"""A native table on a slide: rules under rows, numbers to the right, judgement by sign and word."""

from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from metrics.judgement.limits import Judgement
from palette import LIGHT
from reports.powerpoint.boxes import places
from reports.powerpoint.words import SMALLEST, rows, wide, write
from reports.slide.box import Box
from reports.slide.slide import MOST, Cell, Table
from reports.slide.written import ColumnHead, cell, heads
from text import Language

ROW, HEAD, BODY, HEADS = 62, 48, 28, 24
PADDING = 28


def table(slide: Any, box: Box, of: Table, language: Language) -> None:
    """Draw a table into its box, its rows as high as there is room for."""
    columns = heads(of, language)
    texts = [[_cell_text(value, head, language) for value, head in zip(row, columns, strict=True)] for row in of.rows]
    widths, size = _widths(columns, texts, box.width)
    lines = max(rows(head.label, HEADS, width - 20) for head, width in zip(columns, widths, strict=True))
    top = HEAD + 30 * (min(lines, 3) - 1)
    height = min(ROW, (box.height - top) / max(len(of.rows), 1))
    size = min(size, max(SMALLEST, height / 1.4))
    shape = slide.shapes.add_table(len(of.rows) + 1, len(columns), *places(box.top_band(top + height * len(of.rows))))
    made = shape.table
    _without_style(shape)
    for at, of_column in enumerate(widths):
        made.columns[at].width = Pt(of_column)
    made.rows[0].height = Pt(top)
    for at, head in enumerate(columns):
        _write(made.cell(0, at), head.label, HEADS, LIGHT.ink3, head.scale is not None, LIGHT.heavy)
    for down, row in enumerate(texts, start=1):
        made.rows[down].height = Pt(height)
        for at, head in enumerate(columns):
            right = head.scale is not None
            _write(made.cell(down, at), row[at], size, LIGHT.ink, right, LIGHT.line, bold=at == 0)


def _cell_text(value: Cell, head: ColumnHead, language: Language) -> str:
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


def _widths(columns: list[ColumnHead], texts: list[list[str]], width: float) -> tuple[list[float], float]:
    """How wide each column is, and the size of the rows: the greatest at which no row has to wrap; heads may."""
    size = BODY if len(texts) <= MOST else SMALLEST
    while True:
        wanted = [
            PADDING + 1.06 * max([_longest_word(head.label), *(wide(row[at], size) for row in texts)])
            for at, head in enumerate(columns)
        ]
        if sum(wanted) <= width or size <= SMALLEST:
            return [width * of / sum(wanted) for of in wanted], size
        size -= 2


def _longest_word(heading: str) -> float:
    """The width of a heading's longest word, at which it may wrap; one without spaces wraps in its middle."""
    return max(wide(word, HEADS) for word in heading.split(" ")) / (1 if " " in heading or len(heading) < 4 else 1.9)
