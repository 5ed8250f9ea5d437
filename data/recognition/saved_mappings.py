"""Mappings that somebody confirmed: kept in the warehouse, listed, and forgotten again."""

from collections.abc import Mapping as Pairs
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from data.formats.mapping import Mapping, Mappings, RateScale, header_key
from data.sources import SOURCES
from data.store import clock
from data.store.warehouse import Warehouse


@dataclass(frozen=True, slots=True)
class Remembered:
    """A mapping in the list: the headings it is for, what it says, since when and by whom."""

    headings: tuple[str, ...]
    mapping: Mapping
    saved_at: datetime
    by: str


def remembered(warehouse: Warehouse) -> list[Remembered]:
    """Every mapping, newest first; those of formats that are no longer declared are left out."""
    declared = {source.name for source in SOURCES}
    rows = warehouse.rows(
        "SELECT headings, source, places, scales, saved_at, by_whom FROM mappings ORDER BY saved_at DESC, headings"
    )
    return [
        Remembered(tuple(headings), Mapping(source, places, _scales(scales)), saved_at, by)
        for headings, source, places, scales, saved_at, by in rows
        if source in declared
    ]


def _scales(mapping: Pairs[str, str]) -> dict[str, RateScale]:
    return {column: RateScale(scale) for column, scale in mapping.items()}


def mappings(warehouse: Warehouse) -> Mappings:
    """The mappings as recognition asks for them."""
    return Mappings({line.headings: line.mapping for line in remembered(warehouse)})


def remember(
    warehouse: Warehouse, header: Sequence[str], mapping: Mapping, *, by: str, now: datetime | None = None
) -> None:
    """Keep how a row of headings is read, in the place of what was kept for it before."""
    headings, saved_at = list(header_key(header)), now or clock.now(warehouse)
    with warehouse.writing() as run:
        run.execute("DELETE FROM mappings WHERE headings = ?", [headings])
        run.execute(
            "INSERT INTO mappings VALUES (?, ?, map(?, ?), map(?, ?), ?, ?)",
            [
                headings, mapping.source, list(mapping.places), list(mapping.places.values()),
                list(mapping.scales), [str(scale) for scale in mapping.scales.values()], saved_at, by,
            ],
        )  # fmt: skip


def forget(warehouse: Warehouse, headings: Sequence[str]) -> None:
    """Read a row of headings by the declared formats alone again."""
    with warehouse.writing() as run:
        run.execute("DELETE FROM mappings WHERE headings = ?", [list(headings)])
