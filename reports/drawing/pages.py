"""A deck as drawn pages: every slide once, a table too long for a page on as many as it needs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.drawing.body import body, fits, needed
from reports.drawing.cover import cover
from reports.drawing.density import LISTED
from reports.drawing.frame import FOOT, FrameContent, footer, masthead, title
from reports.drawing.marks import MARGIN, WIDTH, Box, Page
from reports.drawing.table import split
from reports.drawing.text.reading import spoken_text
from reports.slide.deck import Deck
from reports.slide.slide import Part, Slide, Table
from text import Language, Text

COVER = "cover"
FOOT_GAP = 26
CONTINUED = Text("{title}（第 {page} 页，共 {pages} 页）", "{title} (page {page} of {pages})")


def rendered(deck: Deck, language: Language) -> tuple[Page, ...]:
    """The pages of a deck in the order in which they are turned."""
    setting = setting_of(deck, language)
    found: list[Page] = []
    for place, slide in deck.numbered:
        found += of_slide(slide, setting, len(found) + 1, place)
    return tuple(found)


def of_slide(slide: Slide, setting: FrameContent, number: int, place: str) -> list[Page]:
    """The pages of one slide, the first of which is that number's in the deck."""
    every = enumerate(pieces(slide, setting.language), number)
    return [page(piece, setting, at, place) for at, piece in every]


def page(slide: Slide, setting: FrameContent, number: int, place: str) -> Page:
    """One slide on the canvas."""
    finding = slide.title.to(setting.language)
    if slide.key == COVER:
        marks = (*cover(slide, setting), *footer(setting, place))
    else:
        headline, _ = title(finding)
        marks = (
            *masthead(slide.topic.to(setting.language), setting),
            *headline,
            *body(slide, _room(finding), setting.language),
            *footer(setting, place),
        )
    return Page(slide.key, number, place, finding, spoken_text(slide, setting.language), marks)


def setting_of(deck: Deck, language: Language) -> FrameContent:
    """What stands around every slide of a deck."""
    return FrameContent(deck.week.label(language), deck.called.to(language), deck.stamp.line(language), language)


def pieces(slide: Slide, language: Language) -> list[Slide]:
    """The slide, or where it is too full for one page, one slide for each page of it."""
    room = _room(slide.title.to(language))
    if slide.key == COVER or _fits(slide, room, language):
        return [slide]
    room = _room(CONTINUED.filled(title=slide.title, page=99, pages=99).to(language))
    bare = replace(slide, parts=(), waits=None)
    found = [bare] if bare.numbers or bare.lines else []
    rest = replace(slide, numbers=(), lines=())
    if fits(rest, room, language) and not any(_whole(part) for part in rest.parts):
        found.append(rest)
    else:
        found += [replace(rest, parts=(part,)) for part in _apart(rest.parts, room, language)]
    count = len(found)
    titles = [CONTINUED.filled(title=slide.title, page=at, pages=count) for at in range(1, count + 1)]
    return [replace(one, title=title) for one, title in zip(found, titles, strict=True)] if count > 1 else found


def _apart(parts: Sequence[Part], room: Box, language: Language) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Table):
            yield from split(part, room, LISTED, language)
        else:
            yield part


def _fits(slide: Slide, room: Box, language: Language) -> bool:
    listed = any(_whole(part) for part in slide.parts)
    return needed(slide, room.width, LISTED, language) <= room.height if listed else fits(slide, room, language)


def _whole(part: Part) -> bool:
    return isinstance(part, Table) and part.whole


def _room(finding: str) -> Box:
    _, top = title(finding)
    return Box(MARGIN, top, WIDTH - 2 * MARGIN, FOOT - FOOT_GAP - top)
