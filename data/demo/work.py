"""定额本, 排班 and 工作量: two months of who was there and what was done, with rest days, late comers and a slip."""

import csv
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from data.demo.shop_year import ShopYear
from data.demo.workbook import Cell, write_workbook
from data.starter import QUOTAS

DAYS = 60
TEAM = "客服组"
TEAMS = (TEAM, "美工组", "推广执行部")
"""The teams whose quotas of the starter set the made-up department keeps."""

SHIFTS = (("早班 08:00-16:00", 8 * 60, 16 * 60), ("晚班 16:00-24:00", 16 * 60, 24 * 60))
MAKERS = (
    ("美工组", "小暑", "海报", 15, 1.0), ("美工组", "大暑", "抠图修图", 150, 5.0), ("美工组", "立秋", "页面", 0.5, 0.0),
    ("推广执行部", "小寒", "微博推广", 5, 1.0), ("推广执行部", "小寒", "邮件", 450, 20.0),
)  # fmt: skip
"""Team, person, task, what a day usually brings and how much it varies."""

SLIP = ("大暑", 1480)
"""Who typed one figure too many yesterday, and what it became."""

CALLS, LATE = 72, 0.04


def write(years: list[ShopYear], to: Path) -> list[Path]:
    """The quota book, and for the last two months the shifts of each shop and the work of the department."""
    rng = np.random.RandomState(20_260)
    days = [years[0].today - timedelta(days=DAYS - n) for n in range(DAYS)]
    paths = [_book(to)]
    worked: list[list[Cell]] = []
    for year in years:
        path, done = _of_shop(rng, year, days, to)
        paths.append(path)
        worked += done
    worked += _made(rng, days)
    head: list[Cell] = ["日期", "组", "人", "事项", "数量", "单位"]
    name = f"工作量_{days[0]:%Y%m%d}-{days[-1]:%Y%m%d}.xlsx"
    return [*paths, write_workbook(to / name, {"工作量": [head, *worked]})]


def _book(to: Path) -> Path:
    with QUOTAS.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    return write_workbook(to / "定额本.xlsx", {"定额": [list(head), *(list(row) for row in rows if row[0] in TEAMS)]})


def _of_shop(rng: np.random.RandomState, year: ShopYear, days: list[date], to: Path) -> tuple[Path, list[list[Cell]]]:
    """Each agent rests one weekday; who comes early in one week comes late in the next."""
    lines: list[list[Cell]] = [["店铺名称", "日期", "客服", "班次", "上线", "离线"]]
    done: list[list[Cell]] = []
    for number, agent in enumerate(year.shop.agents):
        for day in days:
            if day.weekday() == number % 7:
                lines.append([year.shop.name, day, agent.name, "休", "", ""])
                continue
            name, begins, ends = SHIFTS[(number + day.isocalendar().week) % 2]
            late = int(rng.randint(5, 25)) if rng.random_sample() < LATE else -int(rng.randint(0, 8))
            lines.append([year.shop.name, day, agent.name, name, _clock(begins + late), _clock(ends)])
            done.append([day, TEAM, agent.name, "商家电话", round(CALLS + 6 * float(rng.standard_normal())), "个"])
    path = to / f"客服排班_{year.shop.name}_{days[0]:%Y%m%d}-{days[-1]:%Y%m%d}.xlsx"
    return write_workbook(path, {"排班": lines}), done


def _made(rng: np.random.RandomState, days: list[date]) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for day in (day for day in days if day.weekday() < 5 or day == days[-1]):
        for team, person, task, usual, varies in MAKERS:
            slipped = person == SLIP[0] and day == days[-1]
            done = SLIP[1] if slipped else usual + round(varies * float(rng.standard_normal()))
            rows.append([day, team, person, task, done, ""])
    return rows


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
