"""Tools: what each promotion tool cost and brought back, and whether to stop it, keep it or give it more."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from metrics.calendar.period import Period, last_days, month_of
from metrics.catalogue.trade.promotion import AD_ROI, AD_SPEND
from metrics.judgement.limits import Judgement, Level, judge
from metrics.judgement.maturity import last_final_day
from metrics.planning.targets import TARGETS
from metrics.query.values import amount
from metrics.wording.figure import Number
from reports.numbers.query import WeekQuery, once
from text import Text

FINAL_DAYS = 14
"""How many final days a tool is judged by."""

BETTER = 1.1
"""From how many times the return of all tools one is worth more money."""

NO_SALES = Text("没有成交数据，未评", "No attributed sales: not judged")


class Advice(Enum):
    """What to do with a tool."""

    STOP = Text("停", "Stop")
    KEEP = Text("保留", "Keep")
    WAIT = Text("等预算", "Hold")
    ADD = Text("加投", "Add")
    NONE = Text("未评", "Not judged")


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool's week: yuan spent, the return of the week (still young) and of fourteen final days; None: not told."""

    name: str
    spend: float
    roi: Number | None
    final_roi: Number | None
    judgement: Judgement
    advice: Advice


@dataclass(frozen=True, slots=True)
class Budget:
    """The month's ad budget in yuan, what is spent of it, and what its days up to the week's last one allow."""

    whole: float
    due: float
    spent: float

    @property
    def left(self) -> float:
        """Yuan not spent yet, less than 0 where more was spent."""
        return self.whole - self.spent

    @property
    def ahead(self) -> float:
        """How much more than its days allow is spent, as a fraction of the whole."""
        return (self.spent - self.due) / self.whole


def final_span(query: WeekQuery) -> Period:
    """The last fourteen days up to the week's last whose return no longer changes."""
    last: date = min(query.week.last, last_final_day(AD_ROI, query.week.today))
    return last_days(last, FINAL_DAYS)


@once
def tools(query: WeekQuery) -> list[Tool]:
    """Every tool that cost something in the week, the dearest first."""
    spent = {
        name: spent_on(query, query.week.period, name) for name in dict.fromkeys(row["tool"] for row in _ledger(query))
    }
    week = {row["tool"]: row[AD_ROI.name] for row in query.rows([AD_ROI], query.week.period, ("tool",))}
    final = {row["tool"]: row[AD_ROI.name] for row in query.rows([AD_ROI], final_span(query), ("tool",))}
    whole = query.value(AD_ROI, final_span(query))
    found = [
        _tool(query, name, float(cost), week.get(name), final.get(name), whole) for name, cost in spent.items() if cost
    ]
    return sorted(found, key=lambda each: (-each.spend, each.name))


def spent_on(query: WeekQuery, during: Period, tool: str | None = None) -> Decimal | None:
    """What a tool, or all of them, cost in days from the month's first or the week before; None where no file tells."""
    spent = [
        amount(row, AD_SPEND.name) for row in _ledger(query) if row["day"] in during and tool in (None, row["tool"])
    ]
    return sum((one for one in spent if one is not None), Decimal(0)) if spent else None


def _ledger(query: WeekQuery) -> list[dict]:
    """Every tool's day since the month or the week before began: what is spent adds up however it is split."""
    since = min(query.week.month.first, query.week.before.first)
    return query.rows([AD_SPEND], Period(since, query.week.last), ("shop", "tool", "day"))


def _tool(
    query: WeekQuery, name: str, spend: float, roi: Number | None, final: Number | None, whole: Number | None
) -> Tool:
    judgement = final_judgement(query, final)
    return Tool(name, spend, roi, final, judgement, _advice(query, judgement, final, whole))


def final_judgement(query: WeekQuery, final: Number | None) -> Judgement:
    """How the return of final days stands; not judged where no sales are known."""
    return Judgement(Level.UNJUDGED, NO_SALES) if final is None else judge(AD_ROI, final, rules=query.book)


def _advice(query: WeekQuery, judgement: Judgement, final: Number | None, whole: Number | None) -> Advice:
    """Stop what lies behind its rule; more for what brings clearly more than all do, once the budget allows it."""
    if final is None or judgement.level is Level.UNJUDGED:
        return Advice.NONE
    if judgement.level is Level.BAD:
        return Advice.STOP
    if judgement.level is not Level.GOOD or whole is None or float(final) < BETTER * float(whole):
        return Advice.KEEP
    money = budget(query)
    return Advice.ADD if money is None or (money.ahead <= 0 and money.left > 0) else Advice.WAIT


@once
def budget(query: WeekQuery) -> Budget | None:
    """The month's budget; None where a shop has none, or nothing is known to be spent."""
    goal = TARGETS[AD_SPEND.name]
    rows = query.rows([goal], month_of(query.week.last), ("shop", "day"))
    present = [row for row in rows if row[goal.name] is not None]
    spent, shops = spent_on(query, query.week.month), {row["shop"] for row in present}
    if not present or spent is None or any(shop not in shops for shop in query.week.shops):
        return None
    whole = sum(float(row[goal.name]) for row in present)
    due = sum(float(row[goal.name]) for row in present if row["day"] in query.week.month)
    return Budget(whole, due, float(spent)) if whole else None


def days_without(query: WeekQuery) -> list[date]:
    """The days of the week of which a shop's spend is not told."""
    with_spend = {(row["shop"], row["day"]) for row in _ledger(query) if row[AD_SPEND.name] is not None}
    return [day for day in query.week.period if any((shop, day) not in with_spend for shop in query.week.shops)]
