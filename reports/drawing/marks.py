"""What a drawn page consists of: marks on a canvas of 1920 by 1080, coloured by their role in a palette."""

from dataclasses import dataclass
from typing import Literal

from palette import Palette
from reports.drawing.text.faces import Face, width_of
from reports.slide.box import Box

WIDTH, HEIGHT = 1920, 1080
MARGIN = 96
SMALLEST = 22
"""The least size of text that the last row of a room can read."""

Colour = Literal[
    "page",
    "band",
    "ink",
    "ink2",
    "ink3",
    "line",
    "heavy",
    "accent",
    "accent_soft",
    "on_accent",
    "reference",
    "good",
    "good_edge",
    "watch",
    "watch_edge",
    "bad",
    "bad_edge",
    "on_bad",
]
Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled area."""

    box: Box
    fill: Colour
    edge: Colour | None = None


@dataclass(frozen=True, slots=True)
class Hatch:
    """An area striped at 45°: its value may still change."""

    box: Box
    colour: Colour = "accent"


@dataclass(frozen=True, slots=True)
class Polyline:
    """A line through points, dashed or not."""

    points: tuple[Point, ...]
    colour: Colour
    thick: float
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled shape; `opacity` from 0 to 1."""

    points: tuple[Point, ...]
    fill: Colour
    edge: Colour | None = None
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Circle:
    """A dot: filled, or only its edge, dashed or not."""

    x: float
    y: float
    radius: float
    fill: Colour | None
    edge: Colour | None = None
    thick: float = 2
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters of a line in one face and colour."""

    text: str
    face: Face = Face.SANS
    colour: Colour = "ink"


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text, `y` its baseline; `tight` is added after every character, in parts of the size."""

    x: float
    y: float
    runs: tuple[Run, ...]
    size: float
    anchor: Anchor = "start"
    tight: float = 0

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for run in self.runs)

    @property
    def width(self) -> float:
        """How many pixels of the page it reaches, in the shipped font."""
        spread = sum(width_of(run.text, run.face) for run in self.runs) + self.tight * len(self.text)
        return spread * self.size

    @property
    def box(self) -> Box:
        """The room its characters take."""
        left = self.x - self.width * {"start": 0, "middle": 0.5, "end": 1}[self.anchor]
        return Box(left, self.y - 0.86 * self.size, self.width, 0.98 * self.size)


@dataclass(frozen=True, slots=True)
class Zone:
    """An area without colour that opens a page: where its detail stands."""

    box: Box
    opens: str


Mark = Rect | Hatch | Polyline | Polygon | Circle | Words | Zone


@dataclass(frozen=True, slots=True)
class Page:
    """A drawn page: the slide it is of, what it is called, what it says in words for who cannot see it.

    `number` counts drawn pages from 1, `place` is the slide's number in the deck, which several pages may share.
    """

    key: str
    number: int
    place: str
    title: str
    says: str
    marks: tuple[Mark, ...]


def resolved(colour: Colour, palette: Palette) -> str:
    """A role's colour."""
    return str(getattr(palette, colour))


def rule(box: Box, y: float, colour: Colour = "line", thick: float = 1) -> Rect:
    """A line across a box, `y` its upper edge."""
    return Rect(Box(box.x, y, box.width, thick), colour)
