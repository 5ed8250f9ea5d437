"""Where things stand on a slide of 1920 × 1080 points, so that a size in the design is a size in points."""

from dataclasses import dataclass

from pptx.util import Pt

WIDTH, HEIGHT = 1920, 1080
MARGIN = 96
GAP = 72
TOP, BOTTOM = 236, 1000
NUMBERS = 330
"""The height of a row of key numbers."""

LINE = 66
"""The height of a finding line."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def places(self) -> tuple[Pt, Pt, Pt, Pt]:
        """Left, top, width and height as python-pptx takes them."""
        return Pt(self.x), Pt(self.y), Pt(self.width), Pt(self.height)

    def below(self, by: float) -> "Box":
        """What is left below the first `by` points."""
        return Box(self.x, self.y + by, self.width, self.height - by)

    def strip(self, height: float) -> "Box":
        """The first `height` points."""
        return Box(self.x, self.y, self.width, height)

    def across(self, count: int, gap: float = GAP) -> list["Box"]:
        """As many equal boxes side by side."""
        each = (self.width - gap * (count - 1)) / count
        return [Box(self.x + at * (each + gap), self.y, each, self.height) for at in range(count)]

    def parted(self, share: float, gap: float = GAP) -> list["Box"]:
        """Two boxes side by side, the first with that share of the width."""
        first = (self.width - gap) * share
        return [
            Box(self.x, self.y, first, self.height),
            Box(self.x + first + gap, self.y, self.width - gap - first, self.height),
        ]


WHOLE = Box(MARGIN, TOP, WIDTH - 2 * MARGIN, BOTTOM - TOP)
"""Where a slide's numbers, parts and lines stand."""
