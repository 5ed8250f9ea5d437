"""The deck as slides: masthead, finding, numbers, parts, lines, footer and notes; the appendix in pages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import singledispatch
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from palette import LIGHT
from reports.drawing.frame import HATCHED
from reports.powerpoint import bars, lines, tables
from reports.powerpoint.boxes import GAP, HEIGHT, LINE, MARGIN, WHOLE, WIDTH, places
from reports.powerpoint.marks import hatched, judged, rule
from reports.powerpoint.numbers import row
from reports.powerpoint.words import fitting, label, rows, style, wide, write
from reports.slide.box import Box
from reports.slide.deck import Deck
from reports.slide.slide import Bars, Curve, Part, Slide, Table, Trend, Waterfall
from reports.slide.written import plain, scale_of_chart
from text import Language, Text

TITLE_ONLY = 5
"""The layout of python-pptx's template that has nothing but a title."""

ROWS = 12
"""Rows of a long table on one page of the appendix."""

COVER = "cover"
LEAST_LINE = 26
"""The size down to which a finding is set before it takes a second row."""

MANY = 6
"""From so many columns on a table needs more room than the chart beside it."""

DEFINED = Text("{label}：{formula}", "{label}: {formula}")


def powerpoint(deck: Deck, language: Language) -> bytes:
    """The deck as a .pptx file with native charts, tables and speaker notes."""
    show = Presentation()
    show.slide_width, show.slide_height = Pt(WIDTH), Pt(HEIGHT)
    show.core_properties.title = deck.slides[0].title.to(language)
    show.core_properties.language = "zh-CN" if language == "zh" else "en-GB"
    for place, slide in _numbered(deck):
        _page(show, deck, slide, place, language)
    into = BytesIO()
    show.save(into)
    return into.getvalue()


def _numbered(deck: Deck) -> Iterator[tuple[str, Slide]]:
    """Every page with its slide's number; a long table goes over several pages."""
    for place, slide in deck.numbered:
        for page in _paged(slide):
            yield place, page


def _paged(slide: Slide) -> Iterator[Slide]:
    """A slide, page by page where its table is too long for one."""
    long = next((part for part in slide.parts if isinstance(part, Table) and len(part.rows) > ROWS), None)
    if long is None:
        yield slide
        return
    for start in range(0, len(long.rows), ROWS):
        yield replace(slide, parts=(replace(long, rows=long.rows[start : start + ROWS], among=long.rows),))


def _page(show: Any, deck: Deck, slide: Slide, place: str, language: Language) -> None:
    made = show.slides.add_slide(show.slide_layouts[TITLE_ONLY])
    rule(made, MARGIN, 52, WIDTH - 2 * MARGIN, 6, LIGHT.heavy)
    frame = label(made, Box(MARGIN, 72, 1300, 44), slide.topic.to(language), 28, bold=True)
    style(frame.paragraphs[0].add_run(), f"　{deck.week.label(language)}", 28, ink=LIGHT.ink2)
    shop = deck.called.to(language)
    label(made, Box(WIDTH - MARGIN - 500, 72, 500, 44), shop, 28, ink=LIGHT.ink2, align="right")
    _title(made, plain(slide.title.to(language)))
    _content(made, slide, language)
    _footer(made, deck, place, language)
    made.notes_slide.notes_text_frame.text = "\n".join(_notes(deck, slide, language))


def _title(made: Any, words: str) -> None:
    title = made.shapes.title
    title.left, title.top, title.width, title.height = places(Box(MARGIN, 116, WIDTH - 2 * MARGIN, 110))
    frame = title.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    write(frame, words, max(44, fitting(words, 60, WIDTH - 2 * MARGIN)), bold=True)
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE


def _content(made: Any, slide: Slide, language: Language) -> None:
    box = WHOLE
    if slide.waits:
        label(made, box.top_band(200), slide.waits.to(language), 31, ink=LIGHT.ink2)
        return
    if slide.numbers:
        box = box.below(row(made, box, slide.numbers, language))
    if slide.key == COVER:
        box = box.below(280)
    room = Box(box.x, box.y, box.width, box.height - sum(_heights(slide, box.width, language)) - 16)
    for part, each in zip(slide.parts, _places(slide.parts, room), strict=True):
        _part(made, each, part, language)
    _findings(made, box.below(room.height + 16) if slide.parts else box.below(24), slide, language)


def _places(parts: Sequence[Part], room: Box) -> list[Box]:
    """The box of each part; a table of many columns beside a chart has the wider one."""
    if len(parts) < 2:
        return [room] * len(parts)
    first, second = (isinstance(part, Table) and len(part.columns) >= MANY for part in parts)
    return room.parted(0.42 if second and not first else 0.55, GAP)


def _part(made: Any, box: Box, part: Part, language: Language) -> None:
    rule(made, box.x, box.y, box.width, 3, LIGHT.heavy)
    title, room = part.title.to(language), box.width - (0 if isinstance(part, Table) else 230)
    label(made, Box(box.x, box.y + 14, room, 44), title, fitting(title, 30, room), bold=True)
    judgement = getattr(part, "judgement", None)
    if judgement:
        word = judgement.level.word.to(language)
        after = box.x + min(wide(part.title.to(language), 30) + 22, box.width - 300)
        judged(made, judgement.level, after, box.y + 24, 24, word)
        label(made, Box(after + 34, box.y + 16, 200, 40), word, 26)
    if not isinstance(part, Table):
        unit = scale_of_chart(part, language).title(language)
        label(made, Box(box.x + box.width - 400, box.y + 18, 400, 40), unit, 24, ink=LIGHT.ink3, align="right")
    note = getattr(part, "note", None)
    inner = Box(box.x, box.y + 66, box.width, box.height - 66 - (44 if note else 0))
    _render(part, made, inner, language)
    if note:
        where = Box(box.x, box.y + box.height - 40, box.width, 40)
        label(made, where, note.to(language), 24, ink=LIGHT.ink2)


@singledispatch
def _render(part: Any, made: Any, box: Box, language: Language) -> None:
    raise TypeError(f"no drawing for {type(part)}")


@_render.register
def _(part: Trend, made: Any, box: Box, language: Language) -> None:
    lines.trend(made, box, part, language)


@_render.register
def _(part: Waterfall, made: Any, box: Box, language: Language) -> None:
    bars.waterfall(made, box, part, language)


@_render.register
def _(part: Bars, made: Any, box: Box, language: Language) -> None:
    bars.bars(made, box, part, language)


@_render.register
def _(part: Curve, made: Any, box: Box, language: Language) -> None:
    lines.curve(made, box, part, language)


@_render.register
def _(part: Table, made: Any, box: Box, language: Language) -> None:
    tables.table(made, box, part, language)


def _findings(made: Any, box: Box, slide: Slide, language: Language) -> None:
    first, y = _words_column(slide, language), box.y
    for line, tall in zip(slide.lines, _heights(slide, box.width, language), strict=True):
        rule(made, box.x, y, box.width)
        text, room = line.sentence.to(language), box.width - first
        size = max(fitting(text, 31, room), LEAST_LINE)
        label(made, Box(box.x, y + 10, first, LINE - 12), line.word.to(language), 31, bold=True, ink=LIGHT.accent)
        label(made, Box(box.x + first, y + 10, room, tall - 12), text, size)
        y += tall


def _words_column(slide: Slide, language: Language) -> float:
    """How wide the words before the sentences are, with the gap behind them."""
    return max([110.0, *(wide(line.word.to(language), 31) for line in slide.lines)]) + 30


def _heights(slide: Slide, width: float, language: Language) -> list[float]:
    """How high each finding stands: a second row where its sentence needs one at the least size."""
    room = width - _words_column(slide, language)
    return [LINE + 34 * (rows(line.sentence.to(language), LEAST_LINE, room) - 1) for line in slide.lines]


def _footer(made: Any, deck: Deck, place: str, language: Language) -> None:
    rule(made, MARGIN, 1012, WIDTH - 2 * MARGIN)
    label(made, Box(MARGIN, 1024, 1300, 36), deck.stamp.line(language), 22, ink=LIGHT.ink3)
    text = HATCHED.to(language)
    legend = f"{text}　{place}"
    hatched(made, Box(WIDTH - MARGIN - wide(legend, 22) - 44, 1031, 34, 18), LIGHT.accent)
    label(made, Box(WIDTH - MARGIN - GAP - 560, 1024, 560 + GAP, 36), legend, 22, ink=LIGHT.ink3, align="right")


def _notes(deck: Deck, slide: Slide, language: Language) -> Iterator[str]:
    if slide.notes:
        yield slide.notes.to(language)
    for metric in slide.metrics:
        yield DEFINED.filled(label=metric.label, formula=metric.formula).to(language)
    yield deck.stamp.line(language)
