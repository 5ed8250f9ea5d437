"""The frame of every slide: masthead, the finding as headline, footer with the stamp."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.drawing.marks import HEIGHT, MARGIN, SMALLEST, WIDTH, Box, Hatch, Mark, Run, Words, rule
from reports.drawing.text.faces import Face
from reports.drawing.text.writing import fitting, headline, spread, words
from text import Language, Text

INSIDE = Box(MARGIN, 52, WIDTH - 2 * MARGIN, HEIGHT - 52)
FOOT = 1010
TITLE_SIZES = ((60, 1), (54, 1), (50, 2), (44, 2), (38, 2), (34, 3), (30, 4), (26, 6))
HATCHED = Text("暂估", "Provisional")


@dataclass(frozen=True, slots=True)
class FrameContent:
    """What stands around every slide: the week, the shop, the stamp, in which language."""

    week: str
    shop: str
    stamp: str
    language: Language


def masthead(topic: str, setting: FrameContent) -> Iterator[Mark]:
    """The thick rule, the topic with its week, the shop."""
    yield rule(INSIDE, INSIDE.y, "heavy", 6)
    size = min(26, fitting(f"{topic}　{setting.week}　{setting.shop}　", INSIDE.width, 26, bold=True))
    week = Run("　" + setting.week, Face.SANS, "ink2")
    yield Words(MARGIN, 101, (Run(topic, Face.BOLD), week), size)
    yield words(setting.shop, INSIDE.right, 101, size, "ink2", anchor="end")


def title(finding: str) -> tuple[list[Words], float]:
    """The finding, and the y in pixels of the page at which the slide's body begins."""
    lines, height = headline(finding, Box(MARGIN, 134, INSIDE.width, 0), TITLE_SIZES)
    return lines, 134 + max(height, 76) + 32


def footer(setting: FrameContent, page: str) -> Iterator[Mark]:
    """What the slide was made from, the sample of the hatch, and the page."""
    yield rule(INSIDE, FOOT)
    meaning = HATCHED.to(setting.language)
    yield words(page, INSIDE.right, 1051, SMALLEST, bold=True, anchor="end")
    right = INSIDE.right - 66
    yield words(meaning, right, 1051, SMALLEST, "ink3", anchor="end")
    left = right - spread(meaning, SMALLEST) - 66
    yield Hatch(Box(left, 1033, 46, 20))
    yield words(setting.stamp, MARGIN, 1051, SMALLEST, "ink3")
