"""客服绩效: the flagship's 自制报表 of 生意参谋, the second shop's reports of 赤兔, summary rows at their ends."""

from collections.abc import Callable
from pathlib import Path

from data.demo.exports.headings import CHITU, SYCM
from data.demo.facts.agents import UNSETTLED, AgentDay, agent_days, combined
from data.demo.facts.arrays import day_texts
from data.demo.facts.figures import Figures
from data.demo.facts.shop_year import ShopYear
from data.demo.facts.shops import FLAGSHIP
from data.demo.writing.workbook import Cell, write_workbook

RECENT = 3
SYCM_SUMMARIES = ("汇总值", "平均值", "全店汇总值", "全店平均值", "同行同层优秀", "同行同层均值")
CHITU_SUMMARIES = ("汇总", "均值")
NOT_YET = "延迟统计"
NEXT_DAY = 0.93
"""The share of those who pay in the end that has paid by the next day."""


Row = list[Cell]


def write(year: ShopYear, facts: Figures, to: Path) -> list[Path]:
    """One file of all days but the last three, and one for each of these, its day in the name alone for 赤兔."""
    found = agent_days(year, facts)
    days = day_texts(year.days)
    spans = [(days[0], days[-RECENT - 1]), *((day, day) for day in days[-RECENT:])]
    one = _sycm if year.shop is FLAGSHIP else _chitu
    return [one(year, [row for row in found if first <= row.day <= last], first, last, to) for first, last in spans]


def _sycm(year: ShopYear, found: list[AgentDay], first: str, last: str, to: Path) -> Path:
    span = f"{first}_{last}".replace("-", "")
    path = to / f"自制报表-报表查看-客服绩效_{year.shop.name}_{span}_全部.xlsx"
    lines = [[row.day, f"{year.shop.name}:{row.agent.name}", "售前组", *_sycm_cells(row)] for row in found]
    ends = _ends(found, _sycm_cells, SYCM_SUMMARIES)
    # A file of several days has its summary words under 日期, that of one day under 旺旺昵称.
    tails = [[word, "-", "-", *cells] if first != last else [first, word, "-", *cells] for word, cells in ends]
    return write_workbook(path, {"数据信息": [SYCM, *lines, *tails]})


def _sycm_cells(row: AgentDay) -> Row:
    return [
        row.receptions + row.unreplied, row.receptions, row.unreplied, row.inquirers, row.payers,
        f"{row.payers / row.inquirers:.2%}" if row.inquirers else "-", row.first_sec, row.mean_sec,
        f"{row.within_3min:.2f}%", f"{row.reply:.2f}%", f"{row.answers:.2%}", f"{row.satisfied:.2f}%",
        f"{row.sales / 100:,.2f}",
        f"{(row.sales - row.refund) / 100:,.2f}", row.payers, f"{row.sales / 100 / max(row.payers, 1):.2f}",
        f"{row.refund / 100:.2f}",
    ]  # fmt: skip


def _chitu(year: ShopYear, found: list[AgentDay], first: str, last: str, to: Path) -> Path:
    path = to / f"自定义报表_{year.shop.name}_客服数据_{first}至{last}.xlsx"
    young = set(day_texts(year.days)[-UNSETTLED:])
    lines = [[row.agent.name, *_chitu_cells(row, settled=row.day not in young)] for row in found]
    tails: list[Row] = [[word, *cells] for word, cells in _ends(found, _chitu_cells, CHITU_SUMMARIES)]
    headings: Row = [*CHITU]
    if first != last:
        headings, tails = ["日期", *headings], [["-", *row] for row in tails]
        lines = [[row.day, *cells] for row, cells in zip(found, lines, strict=True)]
    return write_workbook(path, {"Sheet1": [headings, *lines, *tails]})


def _chitu_cells(row: AgentDay, *, settled: bool = True) -> Row:
    requested = row.receptions * 6
    return [
        row.receptions + row.unreplied, row.receptions, row.receptions, 0, 0,
        requested + round(requested * row.answers), requested, round(requested * row.answers), round(row.answers, 4),
        3 + row.receptions // 12, row.unreplied, round(row.reply / 100, 4), row.unreplied + 1, row.first_sec,
        row.mean_sec, _spoken(row.session_sec), row.inquirers,
        round(row.payers / max(row.inquirers, 1), 4) if settled else NOT_YET,
        round(row.payers * NEXT_DAY / max(row.inquirers, 1), 4) if settled else NOT_YET, row.sales / 100, row.payers,
        round(row.satisfied / 100, 4),
    ]  # fmt: skip


def _ends(found: list[AgentDay], cells: Callable[[AgentDay], Row], words: tuple[str, ...]) -> list[tuple[str, Row]]:
    """Summary rows: what they hold is made from the whole and must never be counted as an agent."""
    total = combined(found)
    return [(word, cells(total)) for word in words]


OF_SHOP = (
    "店铺名称", "统计日期", "咨询人数", "接待人数", "未回复人数", "有效接待人数", "平均响应时长", "首次响应时长",
    "3分钟人工响应率", "旺旺回复率", "询单人数", "当日付款人数", "最终付款人数", "询单当日付款转化率",
    "询单最终付款转化率",
)  # fmt: skip
SHOP_DAYS, COUNTED_ONCE, SAME_DAY = 60, 0.95, 0.82
"""The days told of; buyers may ask several agents and count once for the shop; who pays on the day of the inquiry."""


def of_shops(years: list[tuple[ShopYear, Figures]]) -> list[Row]:
    """What both shops' agents did together, a row a shop and day of the last two months."""
    rows: list[Row] = [[*OF_SHOP]]
    for year, facts in years:
        by_day: dict[str, list[AgentDay]] = {}
        for row in agent_days(year, facts):
            by_day.setdefault(row.day, []).append(row)
        for day in day_texts(year.days)[-SHOP_DAYS:]:
            rows.append([year.shop.name, day, *_of_shop(by_day[day])])
    return rows


def _of_shop(found: list[AgentDay]) -> Row:
    total = combined(found)
    received, requested = round(total.receptions * COUNTED_ONCE), round(total.inquirers * COUNTED_ONCE)
    paid = round(total.payers * COUNTED_ONCE)
    each = (lambda row: row.mean_sec, lambda row: row.first_sec, lambda row: row.within_3min, lambda row: row.reply)
    mean, first, quick, reply = (sum(of(row) * row.receptions for row in found) / total.receptions for of in each)
    return [
        received + total.unreplied, received, total.unreplied, received, f"{mean:.2f}", f"{first:.2f}", f"{quick:.2f}%",
        f"{reply:.2f}%", requested, round(paid * SAME_DAY), paid, f"{round(paid * SAME_DAY) / requested:.2%}",
        f"{paid / requested:.2%}",
    ]  # fmt: skip


def _spoken(seconds: int) -> str:
    return f"{seconds // 60}分{seconds % 60}秒"
