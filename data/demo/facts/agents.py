"""What each agent of a made-up shop did on each day."""

from dataclasses import dataclass, replace

import numpy as np

from data.demo.facts.arrays import day_texts
from data.demo.facts.figures import Figures
from data.demo.facts.shop_year import ShopYear
from data.demo.facts.shops import DemoAgent

CONSULTING = 0.095
INQUIRING = 0.62
UNSETTLED = 3
"""So many days pass until it is known who of the inquirers paid: younger days have fewer."""

FEW = 3
"""The inquirers of the last agent yesterday: too few for a rate."""


@dataclass(frozen=True, slots=True)
class AgentDay:
    """An agent's day; `reply` and `satisfied` in per cent, `answers` a ratio, amounts in fen."""

    day: str
    agent: DemoAgent
    receptions: int
    unreplied: int
    inquirers: int
    payers: int
    first_sec: float
    mean_sec: float
    session_sec: int
    reply: float
    satisfied: float
    answers: float
    sales: int
    refund: int

    @property
    def within_3min(self) -> float:
        """The share answered within three minutes, in per cent: the slower on the whole, the fewer."""
        return round(min(99.9, 100.2 - self.mean_sec * 0.065), 2)


def combined(rows: list[AgentDay]) -> AgentDay:
    """Rows as one: counts and amounts added, the rest as in the first."""
    return replace(
        rows[0],
        receptions=sum(row.receptions for row in rows),
        unreplied=sum(row.unreplied for row in rows),
        inquirers=sum(row.inquirers for row in rows),
        payers=sum(row.payers for row in rows),
        sales=sum(row.sales for row in rows),
        refund=sum(row.refund for row in rows),
    )


def agent_days(year: ShopYear, facts: Figures) -> list[AgentDay]:
    """One entry for each agent on duty on each day: everyone rests one day in seven, never yesterday."""
    rng = np.random.RandomState(year.shop.seed + 33)
    days, basket = day_texts(year.days), facts.pay_amount / np.maximum(facts.pay_buyers, 1)
    rows = []
    for n, day in enumerate(days):
        left = len(days) - 1 - n
        for place, agent in enumerate(year.shop.agents):
            luck = rng.uniform(0.9, 1.1, 4)
            if left == 0 or (n + place) % 7:
                people = facts.visitors[n] * CONSULTING * agent.share * 7 / 6 * luck[0]
                rows.append(_agent_day(day, agent, round(people), left, basket[n], luck.tolist()))
    return rows


def _agent_day(day: str, agent: DemoAgent, people: int, left: int, basket: float, luck: list[float]) -> AgentDay:
    few = left == 0 and agent.share < 0.1
    inquirers = FEW if few else round(people * INQUIRING * luck[1])
    settled = 0.7 + 0.3 * min(left, UNSETTLED) / UNSETTLED
    payers = round(inquirers * agent.paying / 100 * luck[2] * settled)
    receptions = FEW + 2 if few else max(people, inquirers)
    sales = round(payers * basket * luck[3])
    return AgentDay(
        day=day,
        agent=agent,
        receptions=receptions,
        unreplied=round(receptions * (100 - agent.reply) / 100),
        inquirers=inquirers,
        payers=payers,
        first_sec=round(agent.first_sec * luck[1], 2),
        mean_sec=round(agent.mean_sec * luck[2], 2),
        session_sec=round(420 * luck[3]),
        reply=min(100.0, round(agent.reply * (1 + (luck[0] - 1) / 20), 2)),
        satisfied=round(94 + 30 * (luck[1] - 1), 2),
        answers=round(1.25 * luck[3], 4),
        sales=sales,
        refund=sales * 7 // 100,
    )
