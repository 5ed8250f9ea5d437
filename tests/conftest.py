"""What every test gets: a var folder and a warehouse of its own, to be filled row by row; the demo shops' years."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from data.store.warehouse import Warehouse
from tests.demo_years import DemoYears
from tests.empty_warehouses import EmptyWarehouses
from tests.inserting import insert

# How long an example takes says something of the machine, not of the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that holds the warehouse and the uploads during this test."""
    folder = tmp_path / "var"
    monkeypatch.setenv("OPSBOARD_VAR", str(folder))
    return folder


@pytest.fixture(scope="session")
def demo_years(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> DemoYears:
    """The demo shops' years, which all workers share, and with `DEMO_YEARS` (a folder) several runs."""
    if shared := os.environ.get("DEMO_YEARS"):
        return DemoYears(Path(shared))
    own = tmp_path_factory.getbasetemp()
    return DemoYears(own if worker_id == "master" else own.parent)


@pytest.fixture(scope="session")
def empty_warehouses() -> Iterator[EmptyWarehouses]:
    """The empty warehouses of this worker."""
    made = EmptyWarehouses()
    yield made
    made.close()


@pytest.fixture
def warehouse(empty_warehouses: EmptyWarehouses) -> Iterator[Warehouse]:
    """An empty warehouse in memory."""
    lent = empty_warehouses.lent()
    yield lent
    empty_warehouses.returned(lent)


@pytest.fixture
def fill(warehouse: Warehouse) -> Callable[..., None]:
    """fill("orders", dict(shop=…, paid=…), …): rows with the columns they name."""

    def _fill(table: str, *rows: dict[str, object]) -> None:
        with warehouse.writing() as run:
            insert(run, table, rows)

    return _fill
