"""A drawn page as one SVG that a screen reader can read: text stays text, colours come from the palette."""

from functools import singledispatchmethod
from html import escape

from palette import SANS, SERIF, Palette
from reports.drawing.marks import (
    HEIGHT,
    WIDTH,
    Circle,
    Colour,
    Hatch,
    Mark,
    Page,
    Point,
    Polygon,
    Polyline,
    Rect,
    Run,
    Words,
    Zone,
    resolved,
)
from reports.drawing.text.faces import Face

STYLES = {Face.SANS: "", Face.BOLD: ' font-weight="700"', Face.SERIF: ' class="f"'}


def svg(page: Page, palette: Palette, language: str = "zh") -> str:
    """The page in a palette, as wide or as high as what it is put into."""
    name = f"{page.key}-{page.number}"
    drawing = _Drawing(palette, name)
    marks = "".join(drawing.mark(mark) for mark in page.marks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'lang="{"zh-CN" if language == "zh" else "en"}" aria-labelledby="t-{name} d-{name}" class="slide">'
        f'<title id="t-{name}">{escape(page.title)}</title><desc id="d-{name}">{escape(page.says)}</desc>'
        f"<style>.slide text{{font-family:{SANS};font-variant-numeric:tabular-nums;white-space:pre}}"
        f".slide .f{{font-family:{SERIF};font-weight:700}}</style>"
        f'<defs><pattern id="h-{name}" width="8" height="8" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="8" height="8" fill="{palette.page}"/>'
        f'<rect width="3.2" height="8" fill="{palette.accent}"/></pattern></defs>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{palette.page}"/>{marks}</svg>'
    )


class _Drawing:
    def __init__(self, palette: Palette, name: str) -> None:
        self.palette, self.name = palette, name

    @singledispatchmethod
    def mark(self, mark: Mark) -> str:
        raise TypeError(f"no way to draw {mark!r}")

    @mark.register
    def _(self, mark: Rect) -> str:
        return f"<rect {_box(mark)} fill={self._colour(mark.fill)}{self._edge(mark.edge)}/>"

    @mark.register
    def _(self, mark: Hatch) -> str:
        return f'<rect {_box(mark)} fill="url(#h-{self.name})"{self._edge(mark.colour)}/>'

    @mark.register
    def _(self, mark: Polyline) -> str:
        dashes = f' stroke-dasharray="{" ".join(map(_short, mark.dashes))}"' if mark.dashes else ""
        return (
            f'<polyline points="{_points(mark.points)}" fill="none" stroke={self._colour(mark.colour)} '
            f'stroke-width="{_short(mark.thick)}" stroke-linejoin="round"{dashes}/>'
        )

    @mark.register
    def _(self, mark: Polygon) -> str:
        opacity = f' fill-opacity="{mark.opacity}"' if mark.opacity < 1 else ""
        fill = self._colour(mark.fill)
        return f'<polygon points="{_points(mark.points)}" fill={fill}{opacity}{self._edge(mark.edge)}/>'

    @mark.register
    def _(self, mark: Circle) -> str:
        fill = self._colour(mark.fill) if mark.fill else '"none"'
        dashes = f' stroke-dasharray="{" ".join(map(_short, mark.dashes))}"' if mark.dashes else ""
        where = f'cx="{_short(mark.x)}" cy="{_short(mark.y)}" r="{_short(mark.radius)}"'
        return f"<circle {where} fill={fill}{self._edge(mark.edge, mark.thick)}{dashes}/>"

    @mark.register
    def _(self, mark: Words) -> str:
        anchor = "" if mark.anchor == "start" else f' text-anchor="{mark.anchor}"'
        tight = f' letter-spacing="{mark.tight}em"' if mark.tight else ""
        where = f'x="{_short(mark.x)}" y="{_short(mark.y)}" font-size="{_short(mark.size)}"'
        if len(mark.runs) == 1:
            return f"<text {where}{anchor}{tight}{self._run(mark.runs[0])}>{escape(mark.text, False)}</text>"
        spans = (f"<tspan{self._run(run)}>{escape(run.text, False)}</tspan>" for run in mark.runs)
        return f"<text {where}{anchor}{tight}>{''.join(spans)}</text>"

    @mark.register
    def _(self, mark: Zone) -> str:
        return f'<rect {_box(mark)} fill="transparent" data-opens="{escape(mark.opens)}"/>'

    def _run(self, run: Run) -> str:
        return f"{STYLES[run.face]} fill={self._colour(run.colour)}"

    def _colour(self, colour: Colour) -> str:
        return f'"{resolved(colour, self.palette)}"'

    def _edge(self, edge: Colour | None, thick: float = 2) -> str:
        return f' stroke={self._colour(edge)} stroke-width="{_short(thick)}"' if edge else ""


def _box(mark: Rect | Hatch | Zone) -> str:
    box = mark.box
    return f'x="{_short(box.x)}" y="{_short(box.y)}" width="{_short(box.width)}" height="{_short(box.height)}"'


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{_short(x)},{_short(y)}" for x, y in points)


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
