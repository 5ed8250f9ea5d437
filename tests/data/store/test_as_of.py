"""A warehouse as it was known at a past moment."""

from datetime import date, datetime

from data.importing.imports import preview_table, store
from data.sources import source_named
from data.store.as_of import warehouse_as_of
from data.store.warehouse import Warehouse


def test_a_column_that_is_declared_no_longer_does_not_hinder_it(warehouse: Warehouse) -> None:
    with warehouse.writing() as run:
        run.execute("ALTER TABLE dsr ADD COLUMN dropped VARCHAR")
        run.execute("ALTER TABLE dsr_history ADD COLUMN dropped VARCHAR")
    rows = [{"店铺名称": "某店", "日期": "2026-06-11", "描述相符": "4.85", "服务态度": "4.80", "物流质量": "4.75"}]
    outcome = preview_table(warehouse, source_named("dsr_daily"), rows, "dsr.xlsx")
    store(warehouse, outcome, by="test", now=datetime(2026, 6, 12, 9))
    with warehouse_as_of(warehouse, datetime(2026, 6, 12, 10)) as then:
        assert then.rows("SELECT day, score FROM dsr ORDER BY score") == [
            (date(2026, 6, 11), 4.75),
            (date(2026, 6, 11), 4.8),
            (date(2026, 6, 11), 4.85),
        ]
