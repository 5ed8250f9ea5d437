"""聊天记录: two weeks of conversations, with bots alone, bots that hand over, nights, and talks passed on."""

import csv
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np

from data.demo.facts.agents import AgentDay, agent_days
from data.demo.facts.figures import Figures
from data.demo.facts.shop_year import ShopYear

DAYS = 14
HEADINGS = (
    "会话编号", "店铺名称", "客服账号", "买家", "买家消息时间", "转人工时间", "首次人工回复时间", "机器人回复", "转接",
)  # fmt: skip
BOT = "店小蜜"
NIGHT, BOT_ALONE, HANDED_OVER, PASSED_ON = 0.03, 0.08, 0.2, 0.02
"""The shares of talks at night, that a bot alone answers, that a bot hands over, that one agent passes to another."""

Row = tuple[str, ...]


def write(year: ShopYear, facts: Figures, to: Path) -> list[Path]:
    """One file of the last two weeks, as a CSV."""
    rng = np.random.RandomState(year.shop.seed + 77)
    first = year.today - timedelta(DAYS)
    found = [row for row in agent_days(year, facts) if date.fromisoformat(row.day) >= first]
    path = to / f"聊天记录_{year.shop.name}_{first:%Y%m%d}-{year.today - timedelta(1):%Y%m%d}.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for number, row in enumerate(found, start=1):
            writer.writerows(_talks(rng, year, row, number))
    return [path]


def _talks(rng: np.random.RandomState, year: ShopYear, row: AgentDay, number: int) -> list[Row]:
    """An agent's talks of a day; the last of them nobody answered."""
    requested, luck = _moments(rng, row), rng.random_sample((row.receptions, 4)).tolist()
    # The mean of what this gives is the agent's own mean: exp(0.6² ÷ 2) is taken off.
    waits = np.minimum(rng.lognormal(np.log(row.first_sec) - 0.18, 0.6, row.receptions), 900).tolist()
    others = [agent.name for agent in year.shop.agents if agent is not row.agent]
    rows: list[Row] = []
    for n, (at, wait, (bot, handed, passed, who)) in enumerate(zip(requested, waits, luck, strict=True)):
        session = f"{year.shop.shop_id}-{number:04d}-{n:04d}"
        cells = (session, year.shop.name)
        buyer = f"tb{year.shop.seed}{int(who * 1e8):08d}"
        if bot < BOT_ALONE:
            rows.append((*cells, BOT, buyer, str(at), "", "", "是", ""))
            continue
        over = at + timedelta(seconds=20) if handed < HANDED_OVER else None
        answered = (over or at) + timedelta(seconds=max(1, round(wait)))
        reply = str(answered) if n < row.receptions - row.unreplied else ""
        talk_cells = (buyer, str(at), str(over or ""), reply, "是" if over else "否")
        if passed < PASSED_ON and reply:
            rows.append((*cells, others[int(who * len(others))], *talk_cells[:3], "", talk_cells[4], row.agent.name))
        rows.append((*cells, row.agent.name, *talk_cells, ""))
    return rows


def _moments(rng: np.random.RandomState, row: AgentDay) -> list[datetime]:
    """When its buyers first wrote: most from 8 to 24 o'clock with the evening busiest, a few at night."""
    night = rng.random_sample(row.receptions) < NIGHT
    hours = np.where(night, rng.uniform(0, 8, row.receptions), rng.triangular(8, 20.5, 24, row.receptions))
    begun = datetime.fromisoformat(row.day)
    return [begun + timedelta(seconds=int(hour * 3600)) for hour in hours.tolist()]
