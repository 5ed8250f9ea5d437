"""Files into a test's warehouse, in the shop that most tests speak of."""

from datetime import date
from pathlib import Path

from data.checking.preview import TablePreview
from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.store.warehouse import Warehouse

SHOP = "云栖木语家居旗舰店"


def look(warehouse: Warehouse, path: Path, shop: str | None = SHOP, day: date | None = None) -> TablePreview:
    """A dry run over a file that holds one table."""
    (table,) = preview(warehouse, [Upload(path.name, path)], shop=shop, day=day).tables
    return table


def take(warehouse: Warehouse, path: Path, shop: str | None = SHOP, day: date | None = None) -> TablePreview:
    """Store a file that holds one table; what it was read as."""
    found = preview(warehouse, [Upload(path.name, path)], shop=shop, day=day)
    (table,) = store(warehouse, found, by="test").tables
    return table


def read_as(table: TablePreview) -> str:
    """The name of the format it was recognised as."""
    return table.source.name if table.source else ""
