"""The cells that an import would change most."""

from pathlib import Path

import pytest

from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.store.board import in_memory
from data.store.cell_changes import CellChange
from data.store.warehouse import Warehouse
from tests.files import Row, xlsx

HEAD = ["统计日期", "访客数", "支付金额", "支付买家数"]
SHOP = "甲乙旗舰店"


@pytest.fixture
def warehouse() -> Warehouse:
    return in_memory()


def report(folder: Path, *rows: Row) -> list[Upload]:
    path = xlsx(folder / f"{SHOP}_店铺日报.xlsx", [HEAD, *rows])
    return [Upload(path.name, path)]


def cells(warehouse: Warehouse, folder: Path, *rows: Row) -> tuple[CellChange, ...]:
    (table,) = preview(warehouse, report(folder, *rows)).tables
    return table.cells


def test_new_rows_change_no_cell(warehouse: Warehouse, tmp_path: Path) -> None:
    assert cells(warehouse, tmp_path, ["2026-06-10", 100, 2000, 10]) == ()


def test_the_greatest_move_within_its_column_comes_first(warehouse: Warehouse, tmp_path: Path) -> None:
    days = [[f"2026-06-{day:02d}", 100, 2000, 10] for day in range(1, 5)]
    store(warehouse, preview(warehouse, report(tmp_path, *days)), by="小满")
    days[1] = ["2026-06-02", 101, 2000, 10]
    days[2] = ["2026-06-03", 100, 760, 10]
    found = cells(warehouse, tmp_path, *days)
    assert [(change.key, change.column, change.before, change.after) for change in found] == [
        ((SHOP, "2026-06-03"), "pay_amount", "2000.00", "760.00"),
        ((SHOP, "2026-06-02"), "visitors", "100", "101"),
    ]


def test_at_most_ten_are_named_and_a_filled_gap_is_the_least(warehouse: Warehouse, tmp_path: Path) -> None:
    days = [[f"2026-06-{day:02d}", 100, 2000, "-" if day == 1 else 10] for day in range(1, 13)]
    store(warehouse, preview(warehouse, report(tmp_path, *days)), by="小满")
    fewer = [[day, visitors, 2000 - at, 10] for at, (day, visitors, *_) in enumerate(days, start=1)]
    found = cells(warehouse, tmp_path, *fewer)
    assert len(found) == 10
    assert found[0].after == "1988.00"
    (gap,) = cells(warehouse, tmp_path, ["2026-06-01", 100, 2000, 10])
    assert (gap.column, gap.before, gap.after) == ("pay_buyers", None, "10")
