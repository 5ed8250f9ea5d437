"""Meetings: which week was discussed, on whose knowledge, what its numbers and definitions were, and how it ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from data.store import clock
from data.store.warehouse import Warehouse
from text import Text

COLUMNS = "meeting, shop, week, moment, opened_at, opened_by, closed_at, closed_by, definitions, figures"


class MeetingNotOpen(Exception):
    """The meeting is not there, or somebody has closed it already."""

    text = Text("这场周会已经结束了，请刷新看看。", "This meeting has been closed already: reload the page.")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as it is kept: of a shop ("" all) and the week that begins on a Monday, frozen at a moment.

    `definitions` names by metric the formula and rules that counted, `figures` by metric what the week then was.
    """

    number: int
    shop: str
    week: date
    moment: datetime
    opened_at: datetime
    opened_by: str
    closed_at: datetime | None = None
    closed_by: str | None = None
    definitions: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, float] = field(default_factory=dict)
    minutes: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it still goes on."""
        return self.closed_at is None


def meetings(warehouse: Warehouse, shop: str | None = None) -> list[Meeting]:
    """The meetings of a shop ("" for those of all shops together), or every one; the newest first."""
    rows = warehouse.rows(
        f"SELECT {COLUMNS}, coalesce(minutes, '') FROM meetings WHERE coalesce(?, shop) = shop ORDER BY meeting DESC",
        [shop],
    )
    return [Meeting(*row) for row in rows]


def last_meeting(warehouse: Warehouse, shop: str, before: date) -> Meeting | None:
    """The newest meeting of a shop ("" all) that discussed a week before the one that begins on a day."""
    return next((each for each in meetings(warehouse, shop) if each.week < before), None)


def open_meeting(
    warehouse: Warehouse,
    shop: str,
    week: date,
    *,
    moment: datetime,
    by: str,
    definitions: Mapping[str, str],
    figures: Mapping[str, float],
    now: datetime | None = None,
) -> int:
    """Note that a meeting begins on what was known at a moment; returns its number. ValueError unless on a Monday."""
    if week.weekday():
        raise ValueError(f"{week} is no Monday")
    opened_at = now or clock.now(warehouse)
    with warehouse.writing() as run:
        number: int = run.execute("SELECT coalesce(max(meeting), 0) + 1 FROM meetings").fetchall()[0][0]
        run.execute(
            "INSERT INTO meetings (meeting, shop, week, moment, opened_at, opened_by, definitions, figures)"
            " VALUES (?, ?, ?, ?, ?, ?, map(?::VARCHAR[], ?::VARCHAR[]), map(?::VARCHAR[], ?::DOUBLE[]))",
            [
                number, shop, week, moment, opened_at, by, list(definitions), list(definitions.values()),
                list(figures), list(figures.values()),
            ],
        )  # fmt: skip
    return number


def close_meeting(warehouse: Warehouse, number: int, minutes: str, *, by: str, now: datetime | None = None) -> None:
    """End a meeting with its minutes. Raises NotOpen where it is closed already."""
    with warehouse.writing() as run:
        closed = run.execute(
            "UPDATE meetings SET closed_at = ?, closed_by = ?, minutes = ? WHERE meeting = ? AND closed_at IS NULL"
            " RETURNING meeting",
            [now or clock.now(warehouse), by, minutes.strip(), number],
        ).fetchall()
        if not closed:
            raise MeetingNotOpen
