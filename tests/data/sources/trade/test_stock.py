"""库存表: items in stock by product, with its day in the file's name or beside each row."""

from pathlib import Path

from data.demo.writing.workbook import write_workbook
from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.store.warehouse import Warehouse


def test_a_stock_list_is_read_with_the_day_of_its_name(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [["商品ID", "商品名称", "可用库存"], ["719850241635", "落地灯", "1,200"], ["", "合计", "1,200"]]
    path = write_workbook(tmp_path / "库存_云栖木语家居旗舰店_2026-06-11.xlsx", {"Sheet1": rows})
    store(warehouse, preview(warehouse, [Upload(path.name, path)]), by="test")
    assert warehouse.rows("SELECT shop, day::VARCHAR, item_id, stock FROM stock") == [
        ("云栖木语家居旗舰店", "2026-06-11", "719850241635", 1200)
    ]
