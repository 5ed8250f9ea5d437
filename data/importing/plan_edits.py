"""Targets as they are entered on a page: one level of one metric, as one batch; a locked plan is left alone."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from data.importing.entered import entered
from data.importing.imports import Receipt, store
from data.records.plan_versions import LOCKED, NotNow, locked_by, quarter_of
from data.sources.targets.targets import TARGETS
from data.store.warehouse import Warehouse

Level = Literal["floor", "amount", "stretch"]
"""The column of a target: 保底, 目标 or 冲刺."""


def save(
    warehouse: Warehouse,
    metric: str,
    level: Level,
    amounts: Mapping[tuple[str, str, str, str], Decimal | None],
    *,
    by: str,
    title: str,
) -> Receipt:
    """Store amounts by shop, period, team and person, None to clear one; the other levels stay as they are.

    Raises NotNow, and stores nothing, where one of them lies in a quarter that is locked.
    """
    for shop, quarter in sorted({(key[0], quarter_of(key[1]) or "") for key in amounts}):
        if lock := locked_by(warehouse, shop, quarter):
            raise NotNow(LOCKED.filled(n=lock.version))
    rows = [
        {"shop": shop, "period": period, "team": team, "person": person, "metric": metric, level: amount}
        for (shop, period, team, person), amount in amounts.items()
    ]
    return store(warehouse, entered(warehouse, TARGETS, rows, title), by=by)
