"""Files that are wrong on purpose, to try the import with: they are no part of the shops' year."""

import shutil
from pathlib import Path

import numpy as np

from data.demo.exports.orders import order_columns
from data.demo.facts.shop_year import ShopYear
from data.demo.writing.workbook import Cell, write_workbook

HEADINGS = ("订单编号", "买家实付金额", "退款金额", "订单状态", "订单付款时间", "店铺名称")
ROWS = 12


def damaged_ids(year: ShopYear, to: Path) -> Path:
    """Orders re-saved by a spreadsheet program: numbers rounded to 15 digits, two of them as 3.60E+18."""
    columns = order_columns(year, np.flatnonzero(year.orders.paid)[-ROWS:])
    rows = [list[Cell](row) for row in zip(*(columns[heading] for heading in HEADINGS), strict=True)]
    for n, row in enumerate(rows):
        number = float(f"{row[0]}"[:15] + "0000")
        row[0] = f"{number:.2E}" if n < 2 else number
    return write_workbook(to / "订单导出(2).xlsx", {"export": [HEADINGS, *rows]})


def duplicate(file: Path, to: Path) -> Path:
    """The same bytes under the name a desktop gives a copy."""
    return Path(shutil.copyfile(file, to / f"{file.stem} - 副本{file.suffix}"))
