"""The slides as the presenter shows them, each drawn once: a deck that differs in one slide draws that one anew."""

from typing import Any

from palette import THEMED
from reports.drawing.frame import FrameContent
from reports.drawing.marks import Page
from reports.drawing.pages import of_slide, setting_of
from reports.drawing.svg import svg
from reports.slide.deck import Deck
from reports.slide.slide import Slide
from reports.slide.written import plain
from text import Language
from ui.cache.edition_cache import EditionCache

DRAWINGS = EditionCache(400)
"""Drawn slides that are kept ready, of some fifteen decks."""

PageData = list[dict[str, Any]]


def drawings(deck: Deck, language: Language) -> PageData:
    """Every page of a deck: number, topic, title, drawing, notes, definitions, what it opens, what is entered on it."""
    setting = setting_of(deck, language)
    found: PageData = []
    for place, slide in deck.numbered:
        found += _kept(slide, setting, len(found) + 1, place)
    return found


def _kept(slide: Slide, setting: FrameContent, number: int, place: str) -> PageData:
    def render() -> tuple[Slide, PageData]:
        pages = of_slide(slide, setting, number, place)
        return slide, [_page(page, slide, setting.language) for page in pages]

    # The slide is kept beside its drawing, so that no other can come to have its identity.
    return DRAWINGS.of((id(slide), setting, number, place), render)[1]


def _page(page: Page, slide: Slide, language: Language) -> dict[str, Any]:
    defined = [
        [metric.label.to(language), metric.meaning.to(language), metric.formula.to(language)]
        for metric in slide.metrics
    ]
    notes = slide.notes.to(language) if slide.notes else ""
    return {
        "key": page.key, "number": page.place, "topic": slide.topic.to(language), "title": plain(page.title),
        "svg": svg(page, THEMED, language), "notes": plain(notes), "definitions": defined, "live": slide.live or "",
        "details": [each for each in slide.details if each],
    }  # fmt: skip
