"""目标, kept by hand: people across months in 万元, months across people in yuan, and a list of this month's days."""

from datetime import date, timedelta
from pathlib import Path

from data.demo.facts.figures import Figures
from data.demo.facts.seasons import weight
from data.demo.facts.shop_year import ShopYear
from data.demo.writing.workbook import Cell, write_workbook

AMBITION = 1.04
PROMOTED = 0.095
"""What a month may spend on promotion, as a share of its target."""

TEAM, TEAM_SHARE = "客服组", 0.44
WAN = 10_000


def by_month(year: ShopYear, facts: Figures, to: Path) -> list[Path]:
    """People across the months of each calendar year, in 万元, with the shop, the team and a total row."""
    return [_people_by_month(year, facts, number, to) for number in _calendar_years(year)]


def by_person(year: ShopYear, facts: Figures, to: Path) -> list[Path]:
    """Months across people, in yuan; the people's targets leave part of the shop's to nobody."""
    return [_months_by_person(year, facts, number, to) for number in _calendar_years(year)]


def day_list(years: list[tuple[ShopYear, Figures]], to: Path) -> Path:
    """The days of yesterday's month for both shops, busy days higher; what that month and the one before may spend."""
    yesterday = years[0][0].days.tolist()[-1]
    lines: list[list[Cell]] = [["店铺名称", "日期", "指标", "目标销售额"]]
    for year, facts in years:
        amounts = _split(month_target(year, facts, yesterday.replace(day=1)), yesterday)
        lines += [[year.shop.name, day, "支付金额", amount] for day, amount in amounts.items()]
        usual = int(facts.visitors.sum()) / sum(weight(day) for day in year.days.tolist())
        lines += [[year.shop.name, day, "访客数", round(usual * weight(day) / 10) * 10] for day in amounts]
    for year, facts in years:
        for month in ((yesterday.replace(day=1) - timedelta(days=1)).replace(day=1), yesterday.replace(day=1)):
            budget = round(month_target(year, facts, month) * PROMOTED, -2)
            lines.append([year.shop.name, f"{month:%Y-%m}", "推广预算", budget])
    return write_workbook(to / f"目标清单_{yesterday:%Y-%m}.xlsx", {"日目标": lines})


def month_target(year: ShopYear, facts: Figures, month: date) -> int:
    """A shop's target for the month that begins on this day, in whole yuan: half a 万元 is the smallest step."""
    usual = int(facts.pay_amount.sum()) / 100 / sum(weight(day) for day in year.days.tolist())
    return round(usual * AMBITION * sum(weight(day) for day in _days_of(month)) / 5_000) * 5_000


def _people_by_month(year: ShopYear, facts: Figures, number: int, to: Path) -> Path:
    months = [date(number, month, 1) for month in range(1, 13)]
    shop = [month_target(year, facts, month) for month in months]
    lines: list[list[Cell]] = [
        [f"{number}年销售目标（万元）"],
        ["小组", "姓名", *(f"{number}年{m.month}月" for m in months)],
    ]
    lines.append(["", "全店", *(_wan(amount) for amount in shop)])
    lines.append([TEAM, "全部", *(_wan(amount * TEAM_SHARE) for amount in shop)])
    people = [[_wan(amount * TEAM_SHARE * agent.share) for amount in shop] for agent in year.shop.agents]
    lines += [[TEAM, agent.name, *row] for agent, row in zip(year.shop.agents, people, strict=True)]
    lines.append(["", "合计", *(round(sum(column), 2) for column in zip(*people, strict=True))])
    return write_workbook(to / f"{number}年目标_{year.shop.name}_人月.xlsx", {"销售目标": lines})


def _months_by_person(year: ShopYear, facts: Figures, number: int, to: Path) -> Path:
    agents = year.shop.agents
    lines: list[list[Cell]] = [[f"{year.shop.name} {number}年销售目标"]]
    lines.append(["月份", "全店", *(agent.name for agent in agents)])
    for month in range(1, 13):
        shop = month_target(year, facts, date(number, month, 1))
        parts = [round(shop * TEAM_SHARE * agent.share, -2) for agent in agents]
        lines.append([f"{number}年{month}月", f"{shop:,}", *parts])
    return write_workbook(to / f"{number}年目标_{year.shop.name}_月人.xlsx", {"销售目标": lines})


def _calendar_years(year: ShopYear) -> range:
    days = year.days.tolist()
    return range(days[0].year, days[-1].year + 1)


def _split(amount: int, day: date) -> dict[date, int]:
    """A month's amount over its days by their weight, in whole hundreds; the last day takes what is left."""
    days = _days_of(day.replace(day=1))
    whole = sum(weight(each) for each in days)
    parts = {each: round(amount * weight(each) / whole, -2) for each in days}
    parts[days[-1]] = int(amount - sum(parts[each] for each in days[:-1]))
    return {each: int(part) for each, part in parts.items()}


def _days_of(month: date) -> list[date]:
    days = [month + timedelta(days=n) for n in range(31)]
    return [day for day in days if day.month == month.month]


def _wan(amount: float) -> float:
    return round(amount / WAN, 2)
