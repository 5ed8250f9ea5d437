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
from reports.numbers.week import Asked
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


def final_span(asked: Asked) -> Period:
    """The last fourteen days up to the week's last whose return no longer changes."""
    last: date = min(asked.week.last, last_final_day(AD_ROI, asked.today))
    return last_days(last, FINAL_DAYS)


def tools(asked: Asked) -> list[Tool]:
    """Every tool that cost something in the week, the dearest first."""
    return asked.once("tools", lambda: _tools(asked))


def _tools(asked: Asked) -> list[Tool]:
    spent = {name: spent_on(asked, asked.week, name) for name in dict.fromkeys(row["tool"] for row in _ledger(asked))}
    week = {row["tool"]: row[AD_ROI.name] for row in asked.rows([AD_ROI], asked.week, ("tool",))}
    final = {row["tool"]: row[AD_ROI.name] for row in asked.rows([AD_ROI], final_span(asked), ("tool",))}
    whole = asked.value(AD_ROI, final_span(asked))
    found = [
        _tool(asked, name, float(cost), week.get(name), final.get(name), whole) for name, cost in spent.items() if cost
    ]
    return sorted(found, key=lambda each: (-each.spend, each.name))


def spent_on(asked: Asked, during: Period, tool: str | None = None) -> Decimal | None:
    """What a tool, or all of them, cost in days from the month's first or the week before; None where no file tells."""
    known = [
        amount(row, AD_SPEND.name) for row in _ledger(asked) if row["day"] in during and tool in (None, row["tool"])
    ]
    return sum((one for one in known if one is not None), Decimal(0)) if known else None


def _ledger(asked: Asked) -> list[dict]:
    """Every tool's day since the month or the week before began: what is spent adds up however it is split."""
    since = min(asked.month.first, asked.week_before.first)
    return asked.rows([AD_SPEND], Period(since, asked.week.last), ("shop", "tool", "day"))


def _tool(
    asked: Asked, name: str, spend: float, roi: Number | None, final: Number | None, whole: Number | None
) -> Tool:
    judgement = Judgement(Level.UNJUDGED, NO_SALES) if final is None else judge(AD_ROI, final, rules=asked.book)
    return Tool(name, spend, roi, final, judgement, _advice(asked, judgement, final, whole))


def _advice(asked: Asked, judgement: Judgement, final: Number | None, whole: Number | None) -> Advice:
    """Stop what lies behind its rule; more for what brings clearly more than all do, once the budget allows it."""
    if final is None or judgement.level is Level.UNJUDGED:
        return Advice.NONE
    if judgement.level is Level.BAD:
        return Advice.STOP
    if judgement.level is not Level.GOOD or whole is None or float(final) < BETTER * float(whole):
        return Advice.KEEP
    money = budget(asked)
    return Advice.ADD if money is None or (money.ahead <= 0 and money.left > 0) else Advice.WAIT


def budget(asked: Asked) -> Budget | None:
    """The month's budget; None where a shop has none, or nothing is known to be spent."""
    return asked.once("ad_budget", lambda: _budget(asked))


def _budget(asked: Asked) -> Budget | None:
    goal = TARGETS[AD_SPEND.name]
    rows = asked.rows([goal], month_of(asked.week.last), ("shop", "day"))
    known = [row for row in rows if row[goal.name] is not None]
    spent, shops = spent_on(asked, asked.month), {row["shop"] for row in known}
    if not known or spent is None or any(shop not in shops for shop in asked.shops):
        return None
    whole = sum(float(row[goal.name]) for row in known)
    due = sum(float(row[goal.name]) for row in known if row["day"] in asked.month)
    return Budget(whole, due, float(spent)) if whole else None


def days_without(asked: Asked) -> list[date]:
    """The days of the week of which a shop's spend is not told."""
    known = {(row["shop"], row["day"]) for row in _ledger(asked) if row[AD_SPEND.name] is not None}
    return [day for day in asked.week if any((shop, day) not in known for shop in asked.shops)]
