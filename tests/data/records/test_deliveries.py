"""Who brought which file of which shop."""

from datetime import date, datetime
from pathlib import Path

import pytest

from data.importing.batches import withdraw
from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.records.deliveries import deliveries, importer_names, usual_bringer
from data.store.board import in_memory
from data.store.warehouse import Warehouse
from tests.files import xlsx

SHOP = "甲乙旗舰店"
MORNING = datetime(2026, 6, 12, 8, 12)


@pytest.fixture
def warehouse() -> Warehouse:
    return in_memory()


def bring(warehouse: Warehouse, folder: Path, day: str, by: str, at: datetime, paid: int = 2000) -> str | None:
    path = xlsx(folder / f"{SHOP}_{day}.xlsx", [["统计日期", "访客数", "支付金额"], [day, 100, paid]])
    return store(warehouse, preview(warehouse, [Upload(path.name, path)]), by=by, now=at).batch


def test_a_delivery_says_who_brought_what_for_which_shop_and_day(warehouse: Warehouse, tmp_path: Path) -> None:
    bring(warehouse, tmp_path, "2026-06-11", "木白", MORNING)
    (found,) = deliveries(warehouse, ["shop_daily", "orders"], datetime(2026, 6, 1))
    assert (found.subject, found.shop, found.by, found.at) == ("shop_daily", SHOP, "木白", MORNING)
    assert found.speaks_of(date(2026, 6, 11))
    assert not found.speaks_of(date(2026, 6, 10))


def test_a_withdrawn_batch_delivered_nothing(warehouse: Warehouse, tmp_path: Path) -> None:
    batch = bring(warehouse, tmp_path, "2026-06-11", "木白", MORNING)
    assert batch
    withdraw(warehouse, batch, by="小满")
    assert deliveries(warehouse, ["shop_daily"], datetime(2026, 6, 1)) == []


def test_the_usual_bringer_is_the_one_who_came_most_often(warehouse: Warehouse, tmp_path: Path) -> None:
    for number, name in enumerate(["木白", "小满", "木白", ""], start=1):
        bring(warehouse, tmp_path, f"2026-06-{number:02d}", name, MORNING.replace(day=number))
    assert usual_bringer(deliveries(warehouse, ["shop_daily"], datetime(2026, 6, 1))) == "木白"
    assert usual_bringer(deliveries(warehouse, ["shop_daily"], datetime(2026, 6, 4))) == ""


def test_names_are_known_from_imports_and_withdrawals_latest_first(warehouse: Warehouse, tmp_path: Path) -> None:
    batch = bring(warehouse, tmp_path, "2026-06-10", "木白", MORNING)
    assert batch
    withdraw(warehouse, batch, by="小满", now=MORNING.replace(hour=9))
    assert importer_names(warehouse) == ["小满", "木白"]
