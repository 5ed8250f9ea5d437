"""A deck as drawn pages: every slide once, a table too long for a page on as many as it needs."""

from collections.abc import Iterator
from dataclasses import replace

from reports.deck import Deck
from reports.drawing.body import body
from reports.drawing.cover import cover
from reports.drawing.density import CLOSE
from reports.drawing.frame import ALL_SHOPS, FOOT, Setting, footer, masthead, title
from reports.drawing.marks import MARGIN, WIDTH, Box, Page
from reports.drawing.reading import said
from reports.drawing.table import split
from reports.slide import Slide, Table
from text import Language, Text

COVER = "cover"
FOOT_GAP = 26
CONTINUED = Text("{title}（第 {page} 页，共 {pages} 页）", "{title} (page {page} of {pages})")


def drawn(deck: Deck, language: Language) -> tuple[Page, ...]:
    """The pages of a deck in the order in which they are turned, numbered from 1."""
    setting = setting_of(deck, language)
    slides = [piece for slide in deck.pages for piece in pieces(slide, language)]
    return tuple(page(slide, setting, number) for number, slide in enumerate(slides, 1))


def page(slide: Slide, setting: Setting, number: int) -> Page:
    """One slide on the canvas."""
    finding = slide.title.to(setting.language)
    if slide.key == COVER:
        marks = (*cover(slide, setting), *footer(setting, number))
    else:
        headline, top = title(finding)
        inside = Box(MARGIN, top, WIDTH - 2 * MARGIN, FOOT - FOOT_GAP - top)
        marks = (
            *masthead(slide.topic.to(setting.language), setting),
            *headline,
            *body(slide, inside, setting.language),
            *footer(setting, number),
        )
    return Page(slide.key, number, finding, said(slide, setting.language), marks)


def setting_of(deck: Deck, language: Language) -> Setting:
    """What stands around every slide of a deck."""
    shop = deck.shop or ALL_SHOPS.to(language)
    return Setting(deck.week.label(language), shop, deck.stamp.line(language), language)


def pieces(slide: Slide, language: Language) -> Iterator[Slide]:
    """The slide, or where its whole table is too long for one page, one slide for each page of it."""
    whole = [part for part in slide.parts if isinstance(part, Table) and part.whole]
    if not whole:
        yield slide
        return
    room = _room(slide, language)
    tables = [piece for part in whole for piece in split(part, room, CLOSE, language)]
    for number, piece in enumerate(tables, 1):
        titled = slide.title
        if len(tables) > 1:
            titled = CONTINUED.filled(title=slide.title, page=number, pages=len(tables))
        only = replace(slide, title=titled, parts=(piece,), lines=slide.lines if number == len(tables) else ())
        yield only


def _room(slide: Slide, language: Language) -> Box:
    _, top = title(CONTINUED.filled(title=slide.title, page=99, pages=99).to(language))
    return Box(MARGIN, top, WIDTH - 2 * MARGIN, FOOT - FOOT_GAP - top)
