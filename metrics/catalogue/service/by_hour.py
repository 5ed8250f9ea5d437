"""Conversations by the hour of the day: how many rounds came for people, and how many were answered in time."""

from dataclasses import dataclass

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue.service.chats import CHAT_ROUNDS

IN_TIME = 180
"""Seconds within which a round counts as answered in time."""


@dataclass(frozen=True, slots=True)
class ServiceHour:
    """An hour of the day within service hours: the rounds of all days together, and those answered in time."""

    hour: int
    rounds: int
    in_time: int

    @property
    def late(self) -> int:
        """How many rounds waited longer, or got no answer."""
        return self.rounds - self.in_time


def hours(warehouse: Warehouse, during: Period, shop: str | None = None) -> list[ServiceHour]:
    """Every hour in which somebody asked, in order; none without a chat log of the period."""
    rows = warehouse.rows(
        f"SELECT hour, count(*), count(*) FILTER (WHERE wait <= {IN_TIME}) FROM ({CHAT_ROUNDS.sql})"
        " WHERE inside AND day BETWEEN ? AND ? AND coalesce(?, shop) = shop GROUP BY hour ORDER BY hour",
        [during.first, during.last, shop],
    )
    return [ServiceHour(*row) for row in rows]
