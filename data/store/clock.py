"""The board's clock: Beijing's, or that of the zone set. Nothing else in the product reads the machine's.

A stamp is a datetime without a zone: what the board's clock showed. Where a zone sets its clocks back, a stamp of this
process remembers which of the two equal hours it means (`fold`); a stored one means the first.
"""

import os
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.store.warehouse import Warehouse

SETTING = "time_zone"
"""The name of the setting that holds the board's zone."""

DEFAULT = "Asia/Shanghai"
BEIJING = ZoneInfo(DEFAULT)

Of = Warehouse | ZoneInfo
"""Whose clock is meant: that of a board's warehouse, or of its zone where that is at hand."""


def zone(warehouse: Warehouse) -> ZoneInfo:
    """The zone that a board's clock follows."""
    rows = warehouse.rows("SELECT value FROM settings WHERE name = ?", [SETTING])
    return ZoneInfo(rows[0][0]) if rows else BEIJING


def now(of: Of = BEIJING) -> datetime:
    """The present as a stamp; Beijing's where no board is at hand."""
    return moment(datetime.now(UTC), of)


def today(of: Of = BEIJING) -> date:
    """The day that the board's clock shows; `OPSBOARD_TODAY` (YYYY-MM-DD) stands in for it."""
    given = os.environ.get("OPSBOARD_TODAY")
    return date.fromisoformat(given) if given else now(of).date()


def moment(at: datetime, of: Of) -> datetime:
    """A point in time as a stamp; what has no zone is one already."""
    return at.astimezone(_zone(of)).replace(tzinfo=None) if at.tzinfo else at


def instant(stamp: datetime, of: Of) -> datetime:
    """A stamp as a point in time, in the board's zone."""
    return stamp.replace(tzinfo=_zone(of))


def passed(since: datetime, until: datetime, of: Of) -> timedelta:
    """How long it was from one stamp to another; clocks that were set back or forward in between do not count."""
    clock = _zone(of)
    return instant(until, clock).astimezone(UTC) - instant(since, clock).astimezone(UTC)


def _zone(of: Of) -> ZoneInfo:
    return zone(of) if isinstance(of, Warehouse) else of
