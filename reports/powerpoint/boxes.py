"""Where things stand on a slide of 1920 × 1080 points, so that a size in the design is a size in points."""

from pptx.util import Pt

from reports.slide.box import Box

WIDTH, HEIGHT = 1920, 1080
MARGIN = 96
GAP = 72
TOP, BOTTOM = 236, 1000
LINE = 66
"""The height of a finding line."""

WHOLE = Box(MARGIN, TOP, WIDTH - 2 * MARGIN, BOTTOM - TOP)
"""Where a slide's numbers, parts and lines stand."""


def places(of: Box) -> tuple[Pt, Pt, Pt, Pt]:
    """Left, top, width and height as python-pptx takes them."""
    return Pt(of.x), Pt(of.y), Pt(of.width), Pt(of.height)
