"""A deck as a PDF: one slide a page of 16 by 9, vectors and text that can be selected, the shipped font embedded."""

from functools import singledispatchmethod
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from palette import LIGHT, Palette
from reports.drawing.marks import (
    HEIGHT,
    WIDTH,
    Box,
    Circle,
    Colour,
    Hatch,
    Mark,
    Page,
    Point,
    Polygon,
    Polyline,
    Rect,
    Words,
    Zone,
    resolved,
)
from reports.drawing.pages import rendered, setting_of
from reports.drawing.text.faces import Face, drawable, font
from reports.slide.deck import Deck
from text import Language, Text

POINTS = 0.5
"""Points of a pixel: a page is 960 by 540 points, as a slide of 13.33 by 7.5 inches is."""

TITLE = Text("运营周会　{shop}　{week}", "Weekly operations meeting, {shop}, {week}")
STRIPE, EVERY = 3.2, 8


def pdf(deck: Deck, language: Language, palette: Palette = LIGHT) -> bytes:
    """The deck as a PDF file, a bookmark for every slide."""
    setting, file = setting_of(deck, language), BytesIO()
    canvas = Canvas(
        file,
        pagesize=(WIDTH * POINTS, HEIGHT * POINTS),
        initialFontName=font(Face.SANS).fontName,
        lang="zh-CN" if language == "zh" else "en",
    )
    canvas.setTitle(TITLE.filled(shop=setting.shop, week=setting.week).to(language))
    canvas.setAuthor(setting.shop)
    canvas.setSubject(setting.stamp)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    sheet, key = _Sheet(canvas, palette), ""
    for page in rendered(deck, language):
        if page.key != key:
            _bookmark(canvas, page)
        key = page.key
        sheet.draw(page)
    canvas.save()
    return file.getvalue()


def _bookmark(canvas: Canvas, page: Page) -> None:
    canvas.bookmarkPage(page.key)
    canvas.addOutlineEntry(page.title, page.key)


class _Sheet:
    def __init__(self, canvas: Canvas, palette: Palette) -> None:
        self.canvas, self.palette = canvas, palette

    def draw(self, page: Page) -> None:
        self.canvas.scale(POINTS, POINTS)
        self.mark(Rect(Box(0, 0, WIDTH, HEIGHT), "page"))
        for mark in page.marks:
            self.mark(mark)
        self.canvas.showPage()

    @singledispatchmethod
    def mark(self, mark: Mark) -> None:
        raise TypeError(f"no way to draw {mark!r}")

    @mark.register
    def _(self, mark: Rect) -> None:
        box = mark.box
        self._fill(mark.fill)
        self._edge(mark.edge)
        self.canvas.rect(box.x, HEIGHT - box.bottom, box.width, box.height, stroke=mark.edge is not None, fill=1)

    @mark.register
    def _(self, mark: Hatch) -> None:
        self.mark(Rect(mark.box, "page"))
        box, canvas = mark.box, self.canvas
        canvas.saveState()
        canvas.clipPath(self._path(_corners(box)), stroke=0, fill=0)
        self._edge(mark.colour, STRIPE)
        step, low = EVERY * 2**0.5, HEIGHT - box.bottom
        for at in range(int((box.width + box.height) / step) + 2):
            x = box.x - box.height + at * step
            canvas.line(x - STRIPE, low - STRIPE, x + box.height + STRIPE, low + box.height + STRIPE)
        canvas.restoreState()
        self._edge(mark.colour)
        canvas.rect(box.x, low, box.width, box.height, stroke=1, fill=0)

    @mark.register
    def _(self, mark: Polyline) -> None:
        self._edge(mark.colour, mark.thick, mark.dashes)
        self.canvas.setLineJoin(1)
        self.canvas.drawPath(self._path(mark.points, close=False), stroke=1, fill=0)

    @mark.register
    def _(self, mark: Polygon) -> None:
        self._fill(mark.fill)
        self._edge(mark.edge)
        self.canvas.setFillAlpha(mark.opacity)
        self.canvas.drawPath(self._path(mark.points), stroke=mark.edge is not None, fill=1)
        self.canvas.setFillAlpha(1)

    @mark.register
    def _(self, mark: Circle) -> None:
        if mark.fill:
            self._fill(mark.fill)
        self._edge(mark.edge, mark.thick, mark.dashes)
        y = HEIGHT - mark.y
        self.canvas.circle(mark.x, y, mark.radius, stroke=mark.edge is not None, fill=mark.fill is not None)

    @mark.register
    def _(self, mark: Words) -> None:
        text = self.canvas.beginText(mark.box.x, HEIGHT - mark.y)
        text.setCharSpace(mark.tight * mark.size)
        for run in mark.runs:
            text.setFillColor(resolved(run.colour, self.palette))
            for piece, face in drawable(run.text, run.face):
                text.setFont(font(face).fontName, mark.size)
                text.textOut(piece)
        self.canvas.drawText(text)

    @mark.register
    def _(self, mark: Zone) -> None:
        box = mark.box
        corners = (box.x, HEIGHT - box.bottom, box.right, HEIGHT - box.y)
        self.canvas.linkRect("", mark.opens, corners, relative=1, thickness=0)

    def _fill(self, colour: Colour) -> None:
        self.canvas.setFillColor(resolved(colour, self.palette))

    def _edge(self, colour: Colour | None, thick: float = 2, dashes: tuple[float, ...] = ()) -> None:
        if colour:
            self.canvas.setStrokeColor(resolved(colour, self.palette))
            self.canvas.setLineWidth(thick)
            self.canvas.setDash(list(dashes))

    def _path(self, points: tuple[Point, ...], close: bool = True) -> PDFPathObject:
        path = self.canvas.beginPath()
        path.moveTo(points[0][0], HEIGHT - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, HEIGHT - y)
        if close:
            path.close()
        return path


def _corners(box: Box) -> tuple[Point, ...]:
    return (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)
