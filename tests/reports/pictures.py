"""A deck as the screen shows it."""

from palette import Palette
from reports.drawing.pages import rendered
from reports.drawing.svg import svg
from reports.slide.deck import Deck
from text import Language


def pictures(deck: Deck, language: Language, palette: Palette) -> list[str]:
    """Every page as an SVG of 16 by 9, in the order in which they are turned."""
    return [svg(page, palette, language) for page in rendered(deck, language)]
