"""How well a row of headings fits each Source, and which cell column holds which declared column."""

import re
from collections.abc import Mapping as Pairs
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from data.formats.heading import normalised
from data.formats.mapping import NOTHING_MAPPED, Mapping, Mappings, keyed
from data.formats.source import TOTALS, Column, Matrix, Source
from data.recognition.dates import month_of, year_in
from data.recognition.match import Match
from data.sources import HEADINGS, SOURCES, source_named


def best_match(
    header: Sequence[str], words: str, mappings: Mappings = NOTHING_MAPPED
) -> tuple[Match | None, Source | None]:
    """The Source that explains most of a header, and a second one that explains as much; `words` stand around it.

    What somebody said of these headings goes before.
    """
    mapping = mappings.of(header)
    if mapping and (found := mapped_match(header, words, mapping)):
        return found, None
    keys = [normalised(text) for text in header]
    fitting = sorted(
        filter(None, (_match(source, header, keys, words) for source in _knowing(keys))),
        key=lambda match: match.size,
        reverse=True,
    )
    if not fitting:
        return None, None
    rival = fitting[1].source if len(fitting) > 1 and fitting[1].size == fitting[0].size else None
    return fitting[0], rival


def _knowing(keys: Sequence[str]) -> list[Source]:
    """The formats of which every column that they are known by has one of its headings there."""
    there = set(keys)
    return [source for source in SOURCES if all(map(there.intersection, _identifying_headings(source)))]


@cache
def _identifying_headings(source: Source) -> list[tuple[str, ...]]:
    """The headings of each column that a format is known by, but for those that stand in no sheet."""
    spread = (source.matrix.into, source.matrix.value) if source.matrix else ()
    columns = [source.column(name) for name in source.identified_by if name not in spread]
    return [column.headings for column in columns if column.headings]


def mapped_match(header: Sequence[str], words: str, mapping: Mapping) -> Match | None:
    """A header read as somebody said; None where that leaves nothing to read."""
    source = source_named(mapping.source)
    if not mapping.places:
        found = _match(source, header, [normalised(text) for text in header], words, by_mapping=True)
        return replace(found, mapping=mapping) if found else None
    keys = keyed(header)
    taken = {keys.index(key): name for name, key in mapping.places.items() if key in keys}
    return _read(source, header, keys, taken, words, mapping)


def _match(
    source: Source, header: Sequence[str], keys: list[str], words: str, by_mapping: bool = False
) -> Match | None:
    if not by_mapping and not _may_be(source, keys, words):
        return None
    taken: dict[int, str] = {}
    for column in source.columns:
        position = _position(column, keys, taken)
        if position is not None:
            taken[position] = column.name
    names = set(taken.values())
    if not names.issuperset(source.identified_by) or (
        source.identified_by_any and names.isdisjoint(source.identified_by_any)
    ):
        return None
    return _read(source, header, keys, taken, words)


def _may_be(source: Source, keys: list[str], words: str) -> bool:
    """Whether nothing in the headings or the words around them speaks against a Source."""
    if not source.unlike_headings.isdisjoint(keys):
        return False
    if source.title_words and not any(word in words.lower() for word in source.title_words):
        return False
    matrix = source.matrix
    inside = (matrix.into, matrix.value) if matrix else ()
    return all(set(source.column(name).headings).isdisjoint(keys) for name in inside)


def _read(
    source: Source,
    header: Sequence[str],
    keys: list[str],
    taken: Pairs[int, str],
    words: str,
    mapping: Mapping | None = None,
) -> Match | None:
    spread = _spread(source, header, keys, taken, words)
    if source.matrix and not spread:
        return None
    left = tuple(text for at, text in enumerate(header) if text and at not in taken and f"c{at}" not in spread)
    return Match(
        source,
        places={name: f"c{at}" for at, name in taken.items()},
        headings={name: header[at] for at, name in taken.items()},
        spread=spread,
        left_over=left,
        mapping=mapping,
    )


def _position(column: Column, keys: Sequence[str], taken: Pairs[int, str]) -> int | None:
    for heading in column.headings:
        for position, key in enumerate(keys):
            if key == heading and position not in taken:
                return position
    return None


def _spread(
    source: Source, header: Sequence[str], keys: list[str], taken: Pairs[int, str], words: str
) -> dict[str, str]:
    if not source.matrix:
        return {}
    found = {}
    for position, key in enumerate(keys):
        if not key or position in taken or key in TOTALS:
            continue
        if source.matrix.rest and key in HEADINGS:  # what a format calls a figure is nobody's name
            return {}
        value = _stands_for(source.matrix, header[position], key, words)
        if value is not None:
            found[f"c{position}"] = value
    return found


def _stands_for(matrix: Matrix, heading: str, key: str, words: str) -> str | None:
    """What is stored for a heading, which normalised is `key`; None if it is none of the matrix's."""
    if matrix.rest:
        return heading.strip()
    if matrix.like:
        return heading.strip() if re.fullmatch(matrix.like, key) else None
    return matrix.headings.get(key) if matrix.headings else month_of(heading, year_in(words))
