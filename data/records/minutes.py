"""Minutes: what a morning review ended with, kept for good, and the moment whose knowledge it stood on."""

from dataclasses import dataclass
from datetime import date, datetime

from data.store.warehouse import Warehouse

COLUMNS = "number, shop, day, begun_at, ended_at, ended_by, notes, zh, en"


@dataclass(frozen=True, slots=True)
class Minutes:
    """A review as it is kept: of which shop ("" all) and day, from when until when, by whom, in both languages."""

    number: int
    shop: str
    day: date
    begun_at: datetime
    ended_at: datetime
    ended_by: str
    notes: str
    zh: str
    en: str

    @property
    def seconds(self) -> int:
        """How many seconds it lasted."""
        return max(0, int((self.ended_at - self.begun_at).total_seconds()))


def minutes(warehouse: Warehouse, shop: str | None = None) -> list[Minutes]:
    """The minutes of a shop ("" for the reviews of all together), or of every review; the newest first."""
    rows = warehouse.rows(
        f"SELECT {COLUMNS} FROM minutes WHERE coalesce(?, shop) = shop ORDER BY ended_at DESC, number DESC", [shop]
    )
    return [Minutes(*row) for row in rows]


def keep_minutes(
    warehouse: Warehouse,
    shop: str,
    day: date,
    *,
    begun_at: datetime,
    ended_at: datetime,
    by: str,
    notes: str,
    zh: str,
    en: str,
) -> Minutes:
    """Keep a review's minutes; they are never changed. Returns them with their number.

    What was known at `ended_at` is what the review saw, so it is the moment at which nothing more can be written.
    """
    with warehouse.writing(answers_stay=True) as run:
        row = run.execute(
            f"INSERT INTO minutes ({COLUMNS})"
            " SELECT coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? FROM minutes RETURNING number",
            [shop, day, begun_at, ended_at, by, notes.strip(), zh, en],
        ).fetchall()
    return Minutes(row[0][0], shop, day, begun_at, ended_at, by, notes.strip(), zh, en)
