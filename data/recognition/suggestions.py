"""What an unknown sheet may be: the formats nearest to its headings, and which heading may be which column."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from data.formats.heading import normalised
from data.formats.mapping import keyed
from data.formats.source import Column, Source
from data.sources import SOURCES

ALIKE = 0.6
"""How alike two headings must be, from 0 to 1, for one to be guessed to stand for the other."""


def nearest(header: Sequence[str]) -> list[Source]:
    """Every format that may be meant, likeliest first: by how many of its headings are there, needed ones double."""

    def likeness(source: Source) -> float:
        placed = set(guessed(source, header))
        needed = {column.name for column in source.on_the_sheet if column.needed} | set(source.identified_by)
        return len(placed) + len(placed & needed) - 2 * len(needed - placed)

    return sorted((source for source in SOURCES if source.on_the_sheet), key=likeness, reverse=True)


def guessed(source: Source, header: Sequence[str]) -> dict[str, str]:
    """Which heading (`keyed`) each column may be under: the same words first, then the most alike."""
    keys = [key for key in keyed(header) if key]
    found = _equal(source, keys)
    pairs = ((_alike(column, key), column.name, key) for column in source.on_the_sheet for key in keys)
    for likeness, name, key in sorted(pairs, reverse=True):
        if likeness >= ALIKE and name not in found and key not in found.values():
            found[name] = key
    return found


def _equal(source: Source, keys: Sequence[str]) -> dict[str, str]:
    """The columns of which a heading is there as it is declared."""
    found: dict[str, str] = {}
    for column in source.on_the_sheet:
        heading = next((word for word in column.headings if word in keys and word not in found.values()), None)
        if heading:
            found[column.name] = heading
    return found


def lacking(source: Source, places: Sequence[str]) -> list[Column]:
    """The columns that every row needs and no heading was matched with."""
    return [
        column
        for column in source.on_the_sheet
        if column.needed and column.name not in places and column.default is None and not _given_elsewhere(column)
    ]


def _given_elsewhere(column: Column) -> bool:
    return column.name == "shop" or column.from_file_name or bool(column.from_sheet_name)


def _alike(column: Column, key: str) -> float:
    return max(_likeness(heading, key) for heading in column.headings)


@lru_cache(maxsize=1 << 17)
def _likeness(heading: str, key: str) -> float:
    return SequenceMatcher(None, heading, normalised(key), autojunk=False).ratio()
