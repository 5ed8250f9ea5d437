"""What an import would do: the outcome of a dry run, table by table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from data.checking.outcome import Skipped
from data.formats.mode import Mode, usual
from data.formats.problem import LocatedProblem
from data.formats.source import Source
from data.reading.upload import Upload
from data.recognition.block import Block
from data.recognition.match import Match
from data.store.cell_changes import CellChange
from data.store.merging import UNCHANGED, DayChange, MergeCounts
from text import Text


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row set aside: its number, the reasons, and its cells by heading."""

    row: int
    reasons: Text
    cells: Mapping[str, str]


def rejected_rows(block: Block, match: Match, problems: Sequence[LocatedProblem]) -> tuple[RejectedRow, ...]:
    """The rows that problems set aside, with the cells under the headings that are read; other columns are left out."""
    reasons: dict[int, list[Text]] = {}
    for found in problems:
        if found.row is not None and found.problem.severity == "error":
            reasons.setdefault(found.row, []).append(found.message)
    if not reasons:
        return ()
    headed = {place: block.header[int(place[1:])] for place in (*match.places.values(), *match.spread)}
    wanted = block.rows.filter(pc.is_in(block.rows["row"], pa.array(sorted(reasons), pa.int32())))
    return tuple(
        RejectedRow(
            cells["row"],
            Text("；".join(one.zh for one in reasons[cells["row"]]), " ".join(one.en for one in reasons[cells["row"]])),
            {heading: cells[place] or "" for place, heading in headed.items()},
        )
        for cells in wanted.select(["row", *headed]).to_pylist()
    )


@dataclass(frozen=True, slots=True)
class TablePreview:
    """One table of one file: `rows` = kept + rejected + skipped; kept = new + changed + same.

    `vanish` are stored rows that it drops. `source` is None where the table, or the whole file, was not understood.
    `mode` is set where the reader chose another one than is usual.
    """

    file: str
    sheet: str
    upload: Upload
    source: Source | None = None
    header_row: int | None = None
    shops: tuple[str, ...] = ()
    count: int = 0
    rejected: int = 0
    difference: MergeCounts = UNCHANGED
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[LocatedProblem, ...] = ()
    days: tuple[DayChange, ...] = ()
    cells: tuple[CellChange, ...] = ()
    columns_read: tuple[str, ...] = ()
    headings_not_stored: tuple[str, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    facts: pa.Table | None = None
    block: Block | None = None
    mode: Mode | None = None
    rejected_rows: tuple[RejectedRow, ...] = ()

    @property
    def shop(self) -> str | None:
        """The shop its rows belong to, if it is one."""
        return self.shops[0] if len(self.shops) == 1 else None

    @property
    def rows(self) -> int:
        """How many facts were found in the table, skipped and refused ones included."""
        return self.count

    @property
    def kept(self) -> int:
        """How many facts can be stored: new, changed or the same."""
        return self.new + self.changed + self.same

    @property
    def new(self) -> int:
        """How many facts have a key that is not stored yet."""
        return self.difference.new

    @property
    def changed(self) -> int:
        """How many facts are stored with another content."""
        return self.difference.changed

    @property
    def same(self) -> int:
        """How many facts are stored as they are."""
        return self.difference.same

    @property
    def vanish(self) -> int:
        """How many stored facts of the slices it replaces it does not hold."""
        return self.difference.vanish

    @property
    def storable(self) -> bool:
        """Whether it holds facts that can be stored."""
        return self.source is not None and self.facts is not None and self.facts.num_rows > 0

    @property
    def is_usual(self) -> bool:
        """Whether it is stored as its subject declares."""
        return self.source is None or self.mode in (None, usual(self.source.subject))

    @property
    def set_aside(self) -> bool:
        """Whether anything of it was refused or not understood."""
        return self.source is None or any(found.problem.severity == "error" for found in self.problems)


@dataclass(frozen=True, slots=True)
class Preview:
    """What storing the files would do to a warehouse's `edition`."""

    tables: tuple[TablePreview, ...]
    edition: object = None

    @property
    def to_store(self) -> int:
        """Rows that would be written: new and changed ones, and those that would go."""
        return sum(table.new + table.changed + table.vanish for table in self.tables)

    @property
    def problems(self) -> tuple[tuple[TablePreview, LocatedProblem], ...]:
        """Every problem with the table it stands in."""
        return tuple((table, found) for table in self.tables for found in table.problems)

    @property
    def set_aside(self) -> bool:
        """Whether anything was refused or not understood."""
        return any(table.set_aside for table in self.tables)
