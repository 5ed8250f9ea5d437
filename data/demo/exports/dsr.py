"""店铺DSR: the sheet with two tables one above the other, and the plain daily list kept beside it."""

from pathlib import Path

from data.demo.exports.reviews import means, reviews
from data.demo.facts.arrays import Ints, day_texts, whole
from data.demo.facts.shop_year import ShopYear
from data.demo.writing.workbook import Cell, write_workbook

TREND = 30
INDUSTRY = (478, 479, 477)
HEADINGS = ("指标(指标名称)", "得分(评分)", "趋势(趋势提示)", "行业均值", "与行业对比", "目标值", "距目标值差距")


def scores(year: ShopYear) -> Ints:
    """Description, service and delivery in hundredths, one row a day: what the reviews of 180 days come to."""
    return whole(means(year, reviews(year)))


def write(year: ShopYear, to: Path) -> list[Path]:
    """The stacked sheet of the last day and the daily list of the year."""
    last, found = day_texts(year.days)[-1], scores(year)
    stacked = to / f"店铺DSR数据_{year.shop.name}_{last}.xlsx"
    daily = to / f"店铺DSR每日_{year.shop.name}_{last}.xlsx"
    rows: list[list[Cell]] = [["日期", "描述相符评分", "服务态度评分", "物流服务评分"]]
    rows += [[day, *(row / 100).tolist()] for day, row in zip(day_texts(year.days), found, strict=True)]
    return [
        write_workbook(stacked, {"店铺DSR数据": _stacked(year, found)}),
        write_workbook(daily, {"每日DSR": rows}),
    ]


def _stacked(year: ShopYear, found: Ints) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[f"{year.shop.name} DSR数据（近180天）"], [*HEADINGS]]
    for name, score, mean in zip(("描述相符", "服务态度", "物流质量"), found[-1].tolist(), INDUSTRY, strict=True):
        better = f"{'高于' if score >= mean else '低于'}行业{abs(score - mean) / mean:.2%}"
        rows.append([name, f"{score / 100:.2f}", "平稳", f"{mean / 100:.2f}", better, "4.80", "-"])
    rows += [[], [], ["日期", "描述得分（较上日）", "物流得分（较上日）", "服务得分（较上日）"]]
    days = day_texts(year.days)
    rows += [[days[n], *(_cell(found, n, item) for item in (0, 2, 1))] for n in range(len(days) - TREND, len(days))]
    return rows


def _cell(found: Ints, day: int, item: int) -> str:
    return f"{found[day, item] / 100:.2f}（{(found[day, item] - found[day - 1, item]) / 100:+.2f}）"
