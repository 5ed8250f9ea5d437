"""Small warehouses, filled row by row."""

from collections.abc import Callable

import pytest

from data.warehouse import Warehouse


@pytest.fixture
def fill(warehouse: Warehouse) -> Callable[..., None]:
    """fill("orders", dict(shop=…, paid=…), …): rows with the columns they name."""

    def _fill(table: str, *rows: dict[str, object]) -> None:
        with warehouse.writing() as run:
            for row in rows:
                marks = ", ".join("?" for _ in row)
                run.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))

    return _fill
