"""排班 and 花名册: who was online when over two months, who is down for the week to come, whose account is whose."""

from datetime import date, timedelta

import numpy as np

from data.demo.facts.shop_year import ShopYear
from data.demo.writing.workbook import Cell

Rows = list[list[Cell]]

DAYS, AHEAD = 60, 7
HEADINGS = ("店铺名称", "日期", "客服", "班次", "上线", "离线")
SHIFTS = (("早班 08:00-16:00", 8 * 60, 16 * 60), ("晚班 16:00-24:00", 16 * 60, 24 * 60))
LATE, LUNCH = 0.04, (12 * 60 + 5, 12 * 60 + 50)
ROSTER = ("店铺名称", "账号名", "员工姓名", "工号", "小组")


def shifts(years: list[ShopYear]) -> Rows:
    """Each agent rests one weekday; who comes early in one week comes late in the next. Days to come have no times."""
    rows: Rows = [[*HEADINGS]]
    for year in years:
        rng = np.random.RandomState(year.shop.seed + 141)
        for number, agent in enumerate(year.shop.agents):
            for back in range(DAYS, -AHEAD, -1):
                day = year.today - timedelta(days=back)
                row: list[Cell] = [year.shop.name, day, agent.name]
                rows += [[*row, *spell] for spell in _spells(rng, number, day, back)]
    return rows


def on_duty(number: int, day: date) -> bool:
    """Whether the agent of that number works on a day."""
    return day.weekday() != number % 7


def roster(years: list[ShopYear]) -> Rows:
    """The account of each agent, which goes by the person's own name."""
    rows: Rows = [[*ROSTER]]
    for shop, name in [(year.shop.name, agent.name) for year in years for agent in year.shop.agents]:
        rows.append([shop, name, name, f"K{len(rows):03d}", "客服组"])
    return rows


def _spells(rng: np.random.RandomState, number: int, day: date, back: int) -> Rows:
    if not on_duty(number, day):
        return [["休", "", ""]]
    name, begins, ends = SHIFTS[(number + day.isocalendar().week) % 2]
    late = int(rng.randint(5, 25)) if rng.random_sample() < LATE else -int(rng.randint(0, 8))
    if back <= 0:
        return [[name, "", ""]]
    # On the last day those of the early shift went to lunch together: nobody was there.
    if back == 1 and begins < LUNCH[0]:
        return [[name, _clock(begins + late), _clock(LUNCH[0])], [name, _clock(LUNCH[1]), _clock(ends)]]
    return [[name, _clock(begins + late), _clock(ends)]]


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
