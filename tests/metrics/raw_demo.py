"""The demo files as plain pandas tables, read straight from the disk: nothing here knows the board's own readers."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from openpyxl import load_workbook

SHOPS = ("云栖木语家居旗舰店", "云栖木语生活专营店")
TAKEN = ("汇总", "均值", "平均", "同行")
"""Beginnings and ends of names of rows that add up others."""

Rows = list[dict[str, object]]


@dataclass(frozen=True)
class Raw:
    """A table for each kind of file; amounts in fen, rates as fractions, days as Timestamps."""

    orders: pd.DataFrame
    daily: pd.DataFrame
    traffic: pd.DataFrame
    dsr: pd.DataFrame
    agents: pd.DataFrame
    items: pd.DataFrame
    months: pd.DataFrame
    plans: pd.DataFrame
    products: pd.DataFrame
    refunds: pd.DataFrame


def read(folder: Path) -> Raw:
    """Everything the metrics of the demo year rest on."""
    return Raw(
        _orders(folder),
        _daily(folder),
        _traffic(folder),
        _dsr(folder),
        _agents(folder),
        _items(folder),
        _months(folder),
        _plans(folder),
        _products(folder),
        _refunds(folder),
    )


def _sheet(path: Path, header: int = 1, sheet: int = 0) -> Rows:
    book = load_workbook(path, read_only=True)
    headings, *rows = list(book.worksheets[sheet].iter_rows(values_only=True))[header - 1 :]
    book.close()
    return [{str(name or "").strip(): cell for name, cell in zip(headings, row, strict=False)} for row in rows]


def _number(cell: object) -> float | None:
    """1,234.50 and 3.35% as numbers; anything that is none as nothing."""
    text = str(cell if cell is not None else "").replace(",", "").replace("￥", "")
    try:
        return float(text[:-1]) / 100 if text.endswith("%") else float(text)
    except ValueError:
        return None


def _fen(cell: object) -> float | None:
    amount = _number(cell)
    return None if amount is None else round(amount * 100)


def _shop(name: str) -> str:
    return next(shop for shop in SHOPS if shop in name)


def _table(rows: Rows, *days: str) -> pd.DataFrame:
    table = pd.DataFrame(rows)
    for name in days:
        table[name] = pd.to_datetime(table[name])
    return table


def _orders(folder: Path) -> pd.DataFrame:
    rows: Rows = []
    for path in sorted(folder.glob("ExportOrderList*")):
        if path.suffix == ".csv":
            with path.open(encoding="gb18030", newline="") as file:
                rows += [{name.strip(): cell for name, cell in row.items()} for row in csv.DictReader(file)]
        else:
            rows += _sheet(path)
    return _table(
        [
            {
                "shop": row["店铺名称"],
                "order": str(row["订单编号"]).strip('="'),
                "buyer": row["买家会员名"],
                "made": row["订单创建时间"] or None,
                "paid_at": row["订单付款时间"] or None,
                "left": _fen(row.get("买家实际支付金额") or row.get("买家实付金额")),
                "refund": _fen(row["退款金额"]),
                "status": row["订单状态"],
                "sent": row.get("发货时间") or None,
            }
            for row in rows
        ],
        "made",
        "paid_at",
    )


def _daily(folder: Path) -> pd.DataFrame:
    rows = [(path, row) for path in folder.glob("天猫_*.xlsx") for row in _sheet(path)]
    rows += [(path, row) for path in folder.glob("自助取数_*.xlsx") for row in _sheet(path, 4)]
    made: Rows = []
    for path, row in rows:
        values = {re.sub(r"\(元\)$", "", name): cell for name, cell in row.items()}
        day = values.pop("统计日期", None) or values.pop("日期")
        made.append({"shop": _shop(path.name), "day": day, **{name: _number(cell) for name, cell in values.items()}})
    return _table(made, "day")


def _traffic(folder: Path) -> pd.DataFrame:
    rows: list[tuple[Path, object, dict[str, object]]] = []
    for path in folder.glob("流量来源汇总_*.xlsx"):
        rows += [(path, row["统计日期"], row) for row in _sheet(path, 2)]
    for path in folder.glob("【生意参谋平台】*.xlsx"):
        rows += [(path, path.stem.rpartition("_")[2], row) for row in _sheet(path, 6)]
    made: Rows = []
    for path, day, row in rows:
        levels = [row[f"{n}级来源"] for n in "一二三四"]
        if "汇总" not in levels:
            values = {"visitors": _number(row["访客数"]), "buyers": _number(row["支付买家数"])}
            named = [level for level in levels if level not in (None, "-")]
            amount = _fen(row["支付金额"])
            made.append({"shop": _shop(path.name), "day": day, "channel": named[-1], **values, "amount": amount})
    return _table(made, "day")


def _dsr(folder: Path) -> pd.DataFrame:
    rows = [(path, row) for path in folder.glob("店铺DSR每日_*.xlsx") for row in _sheet(path)]
    return _table([{"shop": _shop(path.name), "day": row.pop("日期"), **row} for path, row in rows], "day")


def _agents(folder: Path) -> pd.DataFrame:
    made: Rows = []
    for path in folder.glob("自制报表-*.xlsx"):
        for row in _sheet(path):
            if ":" in str(row["旺旺昵称"]):
                values = {"asked": row["咨询人数"], "received": row["有效接待人数"], "reply": row["旺旺回复率"]}
                first, mean = row["首次响应时长（秒)"], row["平均响应时长（秒)"]
                made.append(_agent(path, row["日期"], row, first, mean, row["询单最终付款人数"], **values))
    for path in folder.glob("自定义报表_*.xlsx"):
        for row in _sheet(path):
            if not any(word in str(row["客服昵称"]) for word in TAKEN):
                queried, rate = row["聊天人数(原咨询人数)"], _number(row["询单->最终付款转化率"])
                values = {"asked": queried, "received": row["接待人数"], "reply": row["回复率"]}
                inquirers = _number(row["询单人数"])
                paid = None if rate is None or inquirers is None else round(rate * inquirers)
                day = row.get("日期") or path.stem.rpartition("至")[2]
                made.append(_agent(path, day, row, row["首次响应(秒)"], row["平均响应(秒)"], paid, **values))
    return _table(made, "day")


def _agent(
    path: Path, day: object, row: dict[str, object], first: object, mean: object, paid: object, **reported: object
) -> dict[str, object]:
    figures = {
        "first": first,
        "mean": mean,
        "paid": paid,
        "inquirers": row["询单人数"],
        "served": row["销售人数"],
        **reported,
    }
    cells = {"shop": _shop(path.name), "day": day, "sales": _fen(row["销售额"])}
    return {**cells, **{name: _number(cell) for name, cell in figures.items()}}


def _items(folder: Path) -> pd.DataFrame:
    rows = [(path, row) for path in folder.glob("ExportOrderDetailList_*.xlsx") for row in _sheet(path)]
    return _table(
        [
            {
                "shop": _shop(path.name),
                "product": str(row["商品ID"]),
                "paid_at": row["订单付款时间"] or None,
                "pieces": int(str(row["购买数量"])),
                "left": _fen(row["买家实付金额"]),
                "returned": _fen(row["退款金额"]) if row["退款状态"] == "退款成功" else 0,
            }
            for path, row in rows
        ],
        "paid_at",
    )


def _months(folder: Path) -> pd.DataFrame:
    made: Rows = []
    for path in folder.glob("*_人月.xlsx"):
        whole = next(row for row in _sheet(path, 2) if row["姓名"] == "全店")
        for heading, cell in whole.items():
            if found := re.fullmatch(r"(\d+)年(\d+)月", heading):
                month = f"{found[1]}-{int(found[2]):02d}-01"
                made.append({"shop": _shop(path.name), "month": month, "target": round(float(str(cell)) * 10_000)})
    for path in folder.glob("*_月人.xlsx"):
        for row in _sheet(path, 2):
            if found := re.fullmatch(r"(\d+)年(\d+)月", str(row["月份"])):
                month = f"{found[1]}-{int(found[2]):02d}-01"
                made.append({"shop": _shop(path.name), "month": month, "target": _number(row["全店"])})
    return _table(made, "month")


def _plans(folder: Path) -> pd.DataFrame:
    made: Rows = []
    for path in folder.glob("计划报表_*.csv"):
        with path.open(encoding="gb18030", newline="") as file:
            for row in csv.DictReader(file):
                values = {name: float(row[name]) for name in ("花费", "总成交金额", "点击量", "展现量")}
                made.append({"shop": _shop(path.name), "day": row["日期"], **values})
    return _table(made, "day")


def _products(folder: Path) -> pd.DataFrame:
    rows = [(path, row) for path in folder.glob("商品排行汇总_*.xlsx") for row in _sheet(path)]
    return _table([{"shop": _shop(path.name), "day": row.pop("统计日期"), **row} for path, row in rows], "day")


def _refunds(folder: Path) -> pd.DataFrame:
    rows = [(path, row) for path in folder.glob("退款管理_*.xlsx") for row in _sheet(path)]
    made: Rows = [
        {
            "shop": _shop(path.name),
            "asked": row["退款申请时间"],
            "done": row["退款完结时间"] or None,
            "status": row["退款状态"],
            "reason": str(row["买家退款原因"]),
            "platform": row["客服介入状态"],
        }
        for path, row in rows
    ]
    return _table(made, "asked", "done")
