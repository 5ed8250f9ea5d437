"""Box: a part of a page of 1920 × 1080, by its left upper corner."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels of the design."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right edge, in pixels of the page."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower edge, in pixels of the page."""
        return self.y + self.height

    def meets(self, other: "Box") -> bool:
        """Whether they share more than an edge."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def below(self, height: float) -> "Box":
        """What is left under a strip of that height."""
        return Box(self.x, self.y + height, self.width, self.height - height)

    def top_band(self, height: float) -> "Box":
        """The strip of that height at its top."""
        return Box(self.x, self.y, self.width, height)

    def across(self, count: int, gap: float) -> list["Box"]:
        """As many equal boxes side by side."""
        each = (self.width - gap * (count - 1)) / count
        return [Box(self.x + at * (each + gap), self.y, each, self.height) for at in range(count)]

    def parted(self, share: float, gap: float) -> list["Box"]:
        """Two boxes side by side, the first with that share of the width."""
        first = (self.width - gap) * share
        return [
            Box(self.x, self.y, first, self.height),
            Box(self.x + first + gap, self.y, self.width - gap - first, self.height),
        ]
