"""How closely a slide is set: from roomy to the closest that the last row can still read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Density:
    """Sizes in pixels; `air` stands above and below a sentence, `row` is the height of a table's row."""

    sentence: float
    air: float
    number: float
    label: float
    small: float
    row: float
    gap: float


ROOMY = Density(35, 19, 100, 30, 28, 62, 60)
USUAL = Density(31, 11, 88, 30, 26, 56, 36)
CLOSE = Density(28, 8, 72, 28, 24, 46, 26)
LISTED = Density(28, 8, 72, 26, 24, 42, 26)
CLOSEST = Density(24, 5, 58, 24, 22, 34, 18)
