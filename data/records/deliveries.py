"""Who brought which file of which shop, and when: read from the living batches."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from data.store.warehouse import Warehouse

BY_INBOX = "收件箱"
"""Who a batch that came by the inbox is stored under."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One shop's rows of an imported table; `source` is the format's name, the days are those of the table."""

    subject: str
    shop: str
    source: str
    by: str
    at: datetime
    first_day: date | None
    last_day: date | None

    def speaks_of(self, day: date) -> bool:
        """Whether its table covers a day; one that knows no days covers any."""
        return self.first_day is None or self.last_day is None or self.first_day <= day <= self.last_day


def deliveries(warehouse: Warehouse, subjects: Sequence[str], since: datetime) -> list[Delivery]:
    """What was brought of these subjects since a moment and still counts, oldest first."""
    of_each = " UNION ALL ".join(f"SELECT DISTINCT part, shop FROM {name}_history" for name in subjects)
    rows = warehouse.rows(
        f"SELECT subject, shop, source, coalesce(by_whom, ''), imported_at, first_day, last_day FROM ({of_each})"
        " JOIN parts USING (part) JOIN batches USING (batch)"
        " WHERE withdrawn_at IS NULL AND imported_at >= ? AND list_contains(?, subject) ORDER BY imported_at, part",
        [since, list(subjects)],
    )
    return [Delivery(*row) for row in rows]


def usual_bringer(brought: Iterable[Delivery]) -> str:
    """The name that brought most of them, the later one among equals; empty where nobody gave a name."""
    names = [each.by for each in brought if each.by]
    counts = Counter(reversed(names))
    return counts.most_common(1)[0][0] if counts else ""


def importer_names(warehouse: Warehouse) -> list[str]:
    """Everybody who ever imported or withdrew a batch, the latest first."""
    rows = warehouse.rows(
        "SELECT name FROM (SELECT by_whom AS name, imported_at AS seen FROM batches WHERE NOT demo"
        " UNION ALL SELECT withdrawn_by, withdrawn_at FROM batches WHERE withdrawn_at IS NOT NULL)"
        " WHERE coalesce(name, '') <> '' GROUP BY name ORDER BY max(seen) DESC, name"
    )
    return [name for (name,) in rows]
