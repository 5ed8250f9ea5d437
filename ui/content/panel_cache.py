"""Parts of a page, worked out once for all readers who see them alike."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import wraps
from typing import ParamSpec, TypeVar

from ui.cache import answers
from ui.cache.edition_cache import EditionCache
from ui.cache.weight import weight
from ui.choices import filters
from ui.content.panel_content import Part, draw
from ui.session import address, knowledge, language
from ui.session.theme import palette

Parameters = ParamSpec("Parameters")
Found = TypeVar("Found")
MOST = 100_000_000
"""Bytes, about, that all parts may take."""


def remembered(work: Callable[Parameters, Found]) -> Callable[Parameters, Found]:
    """Keep what a function gives to readers with the same `sight`, until anything is written.

    It must depend on its arguments and on that sight alone, draw nothing, and give what nobody changes.
    """

    @wraps(work)
    def once(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Found:
        key = (*map(_plain, args), *((name, _plain(value)) for name, value in kwargs.items()))
        return PARTS.of((work.__module__, work.__qualname__, key, sight()), lambda: work(*args, **kwargs))

    return once


def panel(work: Callable[Parameters, Iterator[Part]]) -> Callable[Parameters, bool]:
    """A function that draws the parts it is told, which are remembered; it says whether there were any."""

    @remembered
    @wraps(work)
    def cached(*args: Parameters.args, **kwargs: Parameters.kwargs) -> tuple[Part, ...]:
        return tuple(work(*args, **kwargs))

    @wraps(work)
    def show(*args: Parameters.args, **kwargs: Parameters.kwargs) -> bool:
        return draw(cached(*args, **kwargs))

    return show


def sight() -> Hashable:
    """All that decides what a reader is shown: what is stored, the day, every choice, language and colours.

    Whether names are masked, who is ranked, which shop and days are looked at are choices, and so part of it.
    """
    choices = tuple(sorted(address.everything().items()))
    return filters.today(), knowledge.moment(), choices, language.chosen(), palette()


def _plain(given: object) -> Hashable:
    """An argument as a key: what can be changed by its content."""
    match given:
        case Mapping():
            return tuple(sorted(given.items()))
        case list():
            return tuple(given)
        case Hashable():
            return given
    raise TypeError(given)


PARTS = EditionCache(MOST, weight, answers.stored)
