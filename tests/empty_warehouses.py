"""Empty warehouses in memory, made once and emptied after use: making one takes longer than most tests do."""

from copy import copy

from data.store.board import SCHEMA, in_memory
from data.store.warehouse import Warehouse

USES = 50
"""How often one is lent: deleted rows stay in it until it is closed."""


class EmptyWarehouses:
    """The warehouses of one process, lent one at a time to each who asks."""

    def __init__(self) -> None:
        self._resting: list[tuple[Warehouse, int]] = []
        self._uses: dict[int, int] = {}

    def lent(self) -> Warehouse:
        """An empty warehouse, under an identity of its own: nothing remembered of another one fits it."""
        resting, uses = self._resting.pop() if self._resting else (in_memory(), 0)
        made = copy(resting)
        self._uses[id(made)] = uses + 1
        return made

    def returned(self, warehouse: Warehouse) -> None:
        """Take one back, to be lent again, or close it where a test left something in it that is no row."""
        uses = self._uses.pop(id(warehouse))
        if warehouse.closed:
            return
        if uses < USES and _emptied(warehouse):
            self._resting.append((warehouse, uses))
        else:
            warehouse.close()

    def close(self) -> None:
        """Close those that rest."""
        for warehouse, _ in self._resting:
            warehouse.close()


def _emptied(warehouse: Warehouse) -> bool:
    """Delete all rows; whether nothing but the tables of every warehouse is there then."""
    tables = warehouse.rows("SELECT table_name, column_count, estimated_size FROM duckdb_tables() WHERE NOT internal")
    if {name: columns for name, columns, _ in tables} != COLUMNS:
        return False
    with warehouse.writing() as run:
        for name, _, rows in tables:
            if rows:
                run.execute(f"DELETE FROM {name}")
    return True


COLUMNS = {name: len(columns) for name, columns in SCHEMA.tables.items()}
