"""Mapping: how a row of headings is read because somebody said so."""

from collections.abc import Mapping as Pairs
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from data.formats.heading import normalised


class RateScale(StrEnum):
    """What a rate without a sign stands for: 0.85 as 0.85 % or as 85 %."""

    POINTS = "points"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Mapping:
    """The Source that a row of headings is, the heading (`keyed`) of each column, and the scale of doubtful rates.

    Without `places` the Source's own headings count.
    """

    source: str
    places: Pairs[str, str] = field(default_factory=dict)
    scales: Pairs[str, RateScale] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mappings:
    """Every mapping that is remembered, by its row of headings."""

    saved: Pairs[tuple[str, ...], Mapping] = field(default_factory=dict)

    def of(self, header: Sequence[str]) -> Mapping | None:
        """The mapping of a row of headings, in whatever order they stand; None if there is none."""
        return self.saved.get(header_key(header)) if self.saved else None

    @property
    def headings(self) -> frozenset[str]:
        """The headings that any mapping places."""
        return frozenset(key.split(REPEATED)[0] for mapping in self.saved.values() for key in mapping.places.values())


NOTHING_MAPPED = Mappings()

REPEATED = "\t"
"""What stands before the number of a heading that is there for the second or third time."""


def keyed(header: Sequence[str]) -> list[str]:
    """The headings as mappings name them: normalised, and numbered from the second of equal ones on."""
    keys: list[str] = []
    seen: dict[str, int] = {}
    for text in header:
        key = normalised(text)
        seen[key] = seen.get(key, 0) + 1
        keys.append(key if seen[key] == 1 or not key else f"{key}{REPEATED}{seen[key]}")
    return keys


def header_key(header: Sequence[str]) -> tuple[str, ...]:
    """A row of headings whatever its order: its keys, sorted."""
    return tuple(sorted(filter(None, keyed(header))))
