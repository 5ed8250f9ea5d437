"""Assembly: pages and the numbers that they are made of, put together as a deck."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from reports.deck.definitions import definitions
from reports.numbers.query import WeekQuery
from reports.numbers.stamp import stamp
from reports.slide.deck import Deck
from reports.slide.slide import Slide

Numbers = TypeVar("Numbers")
Page = TypeVar("Page")
Slides = Mapping[str, Callable[[WeekQuery], Slide]]
Tables = Mapping[str, Callable[[WeekQuery], Slide | None]]
Details = Mapping[str, Sequence[str]]
"""Which pages of the appendix hold the whole of a slide's parts, and, where there is one more, of its numbers."""


def of(numbers: Callable[[WeekQuery], Numbers], page: Callable[[Numbers], Page]) -> Callable[[WeekQuery], Page]:
    """A page of the numbers that it is made of."""
    return lambda query: page(numbers(query))


def assembled(query: WeekQuery, slides: Slides, tables: Tables, details: Details) -> Deck:
    """The deck of a week: its slides, the pages of the appendix that have something to show, and the definitions."""
    pages = [made(query) for made in slides.values()]
    whole = tuple(page for made in tables.values() if (page := made(query)))
    defined = definitions((*pages, *whole))
    appendix = (*whole, *((defined,) if defined else ()))
    week = query.week
    shown = tuple(detailed(slide, appendix, details) for slide in pages)
    return Deck(week.shop, week.period, stamp(query), shown, appendix)


def detailed(slide: Slide, appendix: Sequence[Slide], details: Details) -> Slide:
    """A slide that names the pages of an appendix which hold the whole of its parts."""
    there = {page.key for page in appendix}
    return replace(slide, details=tuple(key for key in details.get(slide.key, ()) if key in there))
