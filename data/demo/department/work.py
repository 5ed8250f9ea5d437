"""定额本, 工作量 and 绩效: what five teams should do, what they wrote down, and how their leads scored them."""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from data.demo.department.shifts import on_duty
from data.demo.facts.shop_year import ShopYear
from data.demo.writing.workbook import Cell, write_workbook
from data.starter import QUOTAS

Rows = list[list[Cell]]

DAYS = 60
SERVICE = "客服组"


@dataclass(frozen=True, slots=True)
class Task:
    """What a person of a team does every so many working days: how much usually, and how much it varies."""

    team: str
    person: str
    task: str
    usual: float
    varies: float = 0.0
    every: int = 1


PLANNING, PRODUCT, DESIGN, PROMOTION = "策划商务组", "产品组", "美工组", "推广执行部"
TASKS = (
    Task(DESIGN, "小暑", "海报", 15, 1.0), Task(DESIGN, "大暑", "抠图修图", 150, 5.0),
    Task(DESIGN, "立秋", "页面", 0.5),
    Task(PROMOTION, "小寒", "微博推广", 5, 1.0), Task(PROMOTION, "小寒", "邮件", 450, 20.0),
    Task(PROMOTION, "大寒", "贴吧发帖", 8, 2.0), Task(PROMOTION, "大寒", "微信推广", 4, 1.0),
    Task(PLANNING, "霜降", "商品页检查", 215, 18.0), Task(PLANNING, "霜降", "新浪微博", 2, 0.6),
    Task(PLANNING, "寒露", "店铺检查", 19, 3.0), Task(PLANNING, "寒露", "照片处理", 805, 30.0),
    Task(PLANNING, "寒露", "数据统计", 1), Task(PLANNING, "霜降", "广告排期", 1),
    Task(PLANNING, "霜降", "小型活动", 1, 0.0, 2), Task(PLANNING, "霜降", "大型活动", 1, 0.0, 7),
    Task(PRODUCT, "立冬", "功能与缺陷", 10, 1.5), Task(PRODUCT, "小雪", "产品页面", 1, 0.5),
    Task(PRODUCT, "立冬", "新产品", 1, 0.0, 9),
)  # fmt: skip
UNENTERED = {"小雪": 3}
"""Who has written nothing down for so many days."""

SLIP = ("大暑", 1480)
"""Who typed one figure too many yesterday, and what it became."""

CALLS, HOTLINE, POSTS = (85, 79, 72, 61), 9, 2
"""What agents answer by telephone a day, in turn; the hours of the hotline and the posts that the whole team covers."""

APPRAISALS = ("月份", "组", "人", "考核项", "权重", "得分", "封顶", "理由")
MONTHS, ITEMS = 3, (("完成率", 0.4, 120), ("质量", 0.3, 100), ("协作", 0.3, 100))


def write(years: list[ShopYear], to: Path) -> list[Path]:
    """The quota book, and the work of the last two months."""
    rng, today = np.random.RandomState(20_260), years[0].today
    days = [today - timedelta(days=DAYS - n) for n in range(DAYS)]
    head: list[Cell] = ["日期", "组", "人", "事项", "数量", "单位"]
    name = f"工作量_{days[0]:%Y%m%d}-{days[-1]:%Y%m%d}.xlsx"
    return [_book(to), write_workbook(to / name, {"工作量": [head, *_served(rng, years, days), *_made(rng, days)]})]


def appraisals(years: list[ShopYear]) -> Rows:
    """The scores of everybody for the last three whole months: one is over its cap."""
    rng = np.random.RandomState(20_263)
    people = [(SERVICE, agent.name) for year in years for agent in year.shop.agents]
    people += dict.fromkeys((task.team, task.person) for task in TASKS)
    rows: Rows = [[*APPRAISALS]]
    month = years[0].today.replace(day=1)
    for _ in range(MONTHS):
        month = (month - timedelta(days=1)).replace(day=1)
        for team, person in people:
            for item, weight, cap in ITEMS:
                score = round(rng.uniform(72, cap + 6))
                rows.append([f"{month:%Y-%m}", team, person, item, weight, score, cap, ""])
    return rows


def _book(to: Path) -> Path:
    teams = {SERVICE, *(task.team for task in TASKS)}
    with QUOTAS.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    return write_workbook(to / "定额本.xlsx", {"定额": [list(head), *(list(row) for row in rows if row[0] in teams)]})


def _served(rng: np.random.RandomState, years: list[ShopYear], days: list[date]) -> Rows:
    rows: Rows = []
    for year in years:
        for number, agent in enumerate(year.shop.agents):
            for day in (day for day in days if on_duty(number, day)):
                calls = round(CALLS[number % len(CALLS)] + 5 * float(rng.standard_normal()))
                rows.append([day, SERVICE, agent.name, "商家电话", calls, "个"])
    lead = years[0].shop.agents[0].name
    for day in (day for day in days if on_duty(0, day)):
        rows += [
            [day, SERVICE, lead, "QQ与400热线值守", HOTLINE, "小时"],
            [day, SERVICE, lead, "网点值班", POSTS, "班"],
        ]
    return rows


def _made(rng: np.random.RandomState, days: list[date]) -> Rows:
    rows: Rows = []
    working = [day for day in days if day.weekday() < 5 or day == days[-1]]
    for n, day in enumerate(working):
        for task in TASKS:
            varies = round(task.varies * float(rng.standard_normal()))
            if n % task.every or (days[-1] - day).days < UNENTERED.get(task.person, 0):
                continue
            slipped = task.person == SLIP[0] and day == days[-1]
            done = SLIP[1] if slipped else max(task.usual + varies, 0)
            rows.append([day, task.team, task.person, task.task, done, ""])
    return rows
