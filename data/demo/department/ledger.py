"""运营台账: what a department keeps by hand beside its exports, one sheet a subject in one workbook."""

from datetime import date, datetime, timedelta
from pathlib import Path

from data.demo.department.activities import activities, featured
from data.demo.department.incidents import complaints, faults, page_checks
from data.demo.department.shifts import roster, shifts
from data.demo.department.work import appraisals
from data.demo.exports.scores import experience, home
from data.demo.exports.service import of_shops
from data.demo.exports.stock import TO_DO_DAYS, stock, to_do
from data.demo.facts.figures import Figures
from data.demo.facts.shop_year import ShopYear
from data.demo.writing.workbook import Cell, write_workbook

OPENED, CLOSED, STATUS = 5, 7, 4


def write(years: list[tuple[ShopYear, Figures]], to: Path) -> list[Path]:
    """One workbook for both shops."""
    shops = [year for year, _ in years]
    rows = complaints(shops)
    sheets = {
        "活动登记": activities(years),
        "主推商品": featured(years),
        "库存": stock(shops),
        "客服排班": shifts(shops),
        "花名册": roster(shops),
        "投诉登记": rows,
        "运营日志": faults(shops),
        "页面检查": page_checks(shops),
        "千牛待办": to_do(shops, _open(rows[1:], shops[0].today)),
        "真实体验分": experience(shops),
        "首页核心指标": home(years),
        "店铺客服": of_shops(years),
        "绩效评分": appraisals(shops),
    }
    return [write_workbook(to / f"运营台账_{shops[0].today:%Y%m%d}.xlsx", sheets)]


def _open(rows: list[list[Cell]], today: date) -> dict[tuple[str, date], int]:
    """Complaints open at the end of each of the last days, by shop."""
    found: dict[tuple[str, date], int] = {}
    for row in rows:
        opened = datetime.fromisoformat(str(row[OPENED])).date()
        closed = datetime.fromisoformat(str(row[CLOSED])).date() if row[CLOSED] else None
        for day in (today - timedelta(days=n) for n in range(TO_DO_DAYS, 0, -1)):
            if opened <= day and (closed > day if closed else row[STATUS] != "已完结"):
                found[str(row[0]), day] = found.get((str(row[0]), day), 0) + 1
    return found
