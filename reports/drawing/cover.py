"""The cover: the meeting in large letters, the shop above it, below what the deck rests on."""

from collections.abc import Iterator

from reports.drawing.density import ROOMY
from reports.drawing.frame import FOOT, INSIDE, FrameContent
from reports.drawing.lines import lines, lines_height
from reports.drawing.marks import MARGIN, Box, Mark, Run, rule
from reports.drawing.text.writing import headline, paragraph, tall
from reports.slide.slide import Slide

SIZES = ((92, 1), (84, 2), (72, 2), (60, 3), (48, 4), (36, 6))


def cover(slide: Slide, setting: FrameContent) -> Iterator[Mark]:
    """Everything above the footer."""
    yield rule(INSIDE, INSIDE.y, "heavy", 6)
    shop = (Run(setting.shop, colour="ink2"),)
    yield from paragraph(shop, Box(MARGIN, 96, INSIDE.width, 0), 40, 1.35)
    under = 96 + tall(shop, INSIDE.width, 40, 1.35)
    _, height = headline(slide.title.to(setting.language), Box(MARGIN, 0, INSIDE.width, 0), SIZES)
    foot = lines_height(slide.lines, INSIDE.width, ROOMY, setting.language)
    lowest = FOOT - 34 - foot
    top = max(under + 24, under + (lowest - under - height) * 0.4)
    moved, _ = headline(slide.title.to(setting.language), Box(MARGIN, top, INSIDE.width, 0), SIZES)
    yield from moved
    yield from lines(slide.lines, Box(MARGIN, lowest, INSIDE.width, foot), ROOMY, setting.language)
