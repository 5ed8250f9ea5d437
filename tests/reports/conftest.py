"""Decks as they are made: small warehouses filled row by row, and the demo shop's year."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

import pytest

from data.store.board import opened
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue.rollups import ROLLUPS
from metrics.query.rollups import keep
from reports.numbers.query import WeekQuery
from reports.numbers.week_query import week_query
from tests.demo_years import DemoYears
from tests.metrics.rows import SHOP

MONDAY = date(2026, 6, 15)
WEEK = Period(date(2026, 6, 8), date(2026, 6, 14))

DEMO_DAY = date(2026, 6, 12)
"""The day of the demo year, which is the one that the browser's tests stand on, too."""

DEMO_MONDAY = date(2026, 6, 8)
DEMO_WEEK = Period(date(2026, 6, 1), date(2026, 6, 7))


@pytest.fixture
def ask(warehouse: Warehouse) -> Callable[..., WeekQuery]:
    """The week of 8 to 14 June 2026 as seen on the Monday after, of a shop or of all."""

    def _ask(
        shop: str | None = SHOP, week: Period = WEEK, today: date = MONDAY, masks: Mapping[str, str] | None = None
    ) -> WeekQuery:
        return week_query(warehouse, shop, week, today, masks)

    return _ask


@pytest.fixture(scope="session")
def demo(demo_years: DemoYears, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """Both demo shops' year to 11 June 2026."""
    with opened(demo_years.imported(DEMO_DAY, tmp_path_factory.mktemp("demo") / "var")) as made:
        keep(made, ROLLUPS)
        yield made
