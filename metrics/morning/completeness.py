"""Which of a day's files are in, and whether orders and shop report agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from data.sources.orders import subjects
from data.sources.ratings import dsr
from data.sources.service import service
from data.sources.targets import targets
from data.sources.trade import shop_daily, traffic
from data.store.warehouse import Warehouse
from metrics.catalogue.targets.plans import PLANS
from metrics.catalogue.trade.sales import EXPORTED_DAYS
from metrics.query.batching import alone
from metrics.query.requests import QueryPlan, Rows
from metrics.query.rollups import quick
from text import Text

# Sub-orders tell of a day's orders as well as the order report does.
DAYS_IN = {
    shop_daily.SUBJECT: "SELECT shop, day FROM shop_daily",
    subjects.ORDERS: EXPORTED_DAYS,
    traffic.SUBJECT: "SELECT shop, day FROM traffic",
    service.SUBJECT: "SELECT shop, day FROM service",
    dsr.SUBJECT: "SELECT shop, day FROM dsr",
}
"""The shop-days of each subject that is expected every day."""


@dataclass(frozen=True, slots=True)
class FileState:
    """Whether a subject's file of a shop is in, and when it was last imported."""

    subject: str
    title: Text
    shop: str
    state: Literal["in", "missing"]
    imported_at: datetime | None


def shops(warehouse: Warehouse) -> list[str]:
    """Every shop of which there are facts, sorted."""
    each = " UNION ".join(f"SELECT shop FROM ({quick(warehouse, sql)})" for sql in DAYS_IN.values())
    return [shop for (shop,) in warehouse.rows(f"SELECT shop FROM ({each}) WHERE shop <> '' ORDER BY shop")]


def files(warehouse: Warehouse, day: date, of_shops: Sequence[str]) -> tuple[FileState, ...]:
    """The files expected for a day, and the targets of its month, shop by shop."""
    return alone(warehouse, expected(day, of_shops))


def expected(day: date, of_shops: Sequence[str]) -> QueryPlan[tuple[FileState, ...]]:
    """`files()` to be asked together with others."""
    there, newest = yield [_loaded(day), _imported(day)]
    loaded, imported = set(there), dict(newest)
    return tuple(
        FileState(
            subject.name,
            subject.title,
            shop,
            "in" if (subject.name, shop) in loaded else "missing",
            imported.get(subject.name) if (subject.name, shop) in loaded else None,
        )
        for shop in of_shops
        for subject in (*DAYS_IN, targets.SUBJECT)
    )


def _loaded(day: date) -> Rows:
    """The names of the subjects, each with the shops, of which the day's file is in."""
    each = [
        f"SELECT '{subject.name}' AS subject, shop FROM ({sql}) WHERE day = (SELECT day FROM asked)"
        for subject, sql in DAYS_IN.items()
    ]
    each.append(
        f"SELECT '{targets.SUBJECT.name}', shop FROM ({PLANS})"
        " WHERE left(period, 7) = (SELECT strftime(day, '%Y-%m') FROM asked)"
    )
    return Rows(f"WITH asked AS (SELECT ?::DATE AS day) {' UNION '.join(each)}", [day])


def _imported(day: date) -> Rows:
    """When the newest file of a day was imported, by the subject's name; sub-orders count as orders."""
    return Rows(
        "SELECT CASE subject WHEN ? THEN ? ELSE subject END AS subject, max(imported_at) FROM parts"
        " JOIN batches USING (batch) WHERE withdrawn_at IS NULL AND coalesce(? BETWEEN first_day AND last_day, true)"
        " GROUP BY ALL",
        [subjects.ORDER_ITEMS.name, subjects.ORDERS.name, day],
    )
