"""What a reader is asked for and what it finds."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pyarrow as pa

from data.reading.limits import DEFAULT, Limits

PLACES = 20
"""Addresses of odd cells that are handed on; beyond that they are only counted."""


class Refused(Exception):
    """A file that cannot be read, with the code of the problem that says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """Passwords that may open a file, the headings, normalised, under which cells are read, and limits."""

    passwords: tuple[str, ...] = ()
    headings: frozenset[str] = frozenset()
    limits: Limits = DEFAULT


@dataclass(slots=True)
class Places:
    """Cells of one sort: the addresses of the first ones, such as "D7", and how many there are."""

    first: list[str] = field(default_factory=list)
    count: int = 0

    def note(self, address: str | None) -> None:
        """Count a cell; its address may be unknown."""
        self.count += 1
        if address and len(self.first) < PLACES:
            self.first.append(address)

    def add(self, other: "Places") -> None:
        """Count the other's cells too."""
        self.first = [*self.first, *other.first][:PLACES]
        self.count += other.count


@dataclass(slots=True)
class SheetContent:
    """One sheet: where it was, and the cells of its rows as text (column `row` is the row's number in the sheet).

    `errors` are cells that hold an error such as #DIV/0!, `uncached` formulas whose value was never stored.
    """

    name: str
    cells: pa.Table
    hidden: bool = False
    within: str = ""
    odd_bytes: bool = False
    errors: Places = field(default_factory=Places)
    uncached: Places = field(default_factory=Places)

    def metadata(self) -> Iterator[tuple[str, object]]:
        """Everything but the cells, as plain values by name."""
        yield from (("within", self.within), ("name", self.name))
        yield from (("hidden", self.hidden), ("odd_bytes", self.odd_bytes))
        yield from (("errors", self.errors.first), ("error_cells", self.errors.count))
        yield from (("uncached", self.uncached.first), ("uncached_formulas", self.uncached.count))


def address(row: int, column: int) -> str:
    """A cell's name in a spreadsheet program: row 7 and column 3, counted from 0, make D7."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"
