"""The demo's hand-kept workbook and its reviews as plain pandas tables, read straight from the disk."""

from pathlib import Path

import pandas as pd

from tests.metrics.raw_demo import SHOPS

TIMES = {
    "投诉登记": ["投诉时间", "处理截止时间", "完结时间"],
    "运营日志": ["发现", "排除"],
    "主推商品": ["日期"],
    "库存": ["日期"],
}


def ledger(folder: Path) -> dict[str, pd.DataFrame]:
    """Its sheets by name, their times as Timestamps."""
    (path,) = folder.glob("运营台账_*.xlsx")
    sheets = pd.read_excel(path, sheet_name=list(TIMES), dtype={"商品ID": str}, engine="openpyxl")
    for name, columns in TIMES.items():
        for column in columns:
            sheets[name][column] = pd.to_datetime(sheets[name][column])
    return sheets


def reviews(folder: Path) -> pd.DataFrame:
    """Every review of both shops with its shop."""
    tables = [
        pd.read_csv(path, encoding="gb18030").assign(shop=next(shop for shop in SHOPS if shop in path.name))
        for path in sorted(folder.glob("评价管理_*.csv"))
    ]
    whole = pd.concat(tables)
    return whole.assign(day=pd.to_datetime(whole["评价时间"]).dt.normalize())
