"""Match: a row of headings as a Source reads it."""

from collections.abc import Mapping as Pairs
from dataclasses import dataclass, field

from data.formats.mapping import Mapping
from data.formats.source import Source


@dataclass(frozen=True, slots=True)
class Match:
    """A header read as a Source: which cell column holds which declared column, and what was left over.

    `spread` is the matrix part: cell column -> what its heading stands for. `mapping` is the mapping it follows, if
    somebody said how these headings are read.
    """

    source: Source
    places: Pairs[str, str]
    headings: Pairs[str, str]
    spread: Pairs[str, str] = field(default_factory=dict)
    left_over: tuple[str, ...] = ()
    mapping: Mapping | None = None

    @property
    def size(self) -> int:
        """How much of the header it explains; headings that are taken unseen explain nothing."""
        matrix = self.source.matrix
        return len(self.places) + (len(self.spread) if matrix and not matrix.rest else 0)
