"""What the check of a block leaves: its typed rows, those skipped, and what stood in the way."""

from dataclasses import dataclass

import pyarrow as pa

from data.formats.problem import LocatedProblem
from data.recognition.match import Match
from text import Text


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that holds no fact of its own, and why."""

    row: int
    why: Text


@dataclass(frozen=True, slots=True)
class CheckedBlock:
    """A block that was read: `rows` (typed, by declared column) and what stood in the way.

    `count` is the number of facts in the block, skipped and refused ones included; in a matrix a filled cell is one.
    """

    match: Match
    shops: tuple[str, ...]
    rows: pa.Table
    count: int
    rejected: int
    skipped: tuple[Skipped, ...]
    problems: tuple[LocatedProblem, ...]
