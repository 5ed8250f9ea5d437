"""The slides of a deck drawn once, as marks on a canvas, and rendered for the screen or for paper."""

from palette import Palette
from reports.deck import Deck
from reports.drawing.drawn import drawn
from reports.drawing.svg import svg
from text import Language


def pages(deck: Deck, language: Language, palette: Palette) -> tuple[str, ...]:
    """Every page of a deck as an SVG of 16 by 9, in the order in which they are turned."""
    return tuple(svg(page, palette, language) for page in drawn(deck, language))
