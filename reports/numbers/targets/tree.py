"""Tree: the target tree of the month up to the week's last day, teams and persons, with what each has done."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from metrics.catalogue.service.service import CS_SALES, RECEPTIONS
from metrics.catalogue.targets.pace import MONTH_ATTAIN, TIME_PROGRESS_W
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.judgement.limits import Judgement, Level, judge
from metrics.planning.targets import Plan, month_tree
from metrics.query.values import amount
from metrics.wording.figure import Number
from metrics.wording.masking import bare
from reports.numbers.query import WeekQuery, once
from reports.numbers.week import Week
from text import Text

NOT_COUNTED = Text("没有按组、按人的销售数据，未评", "No sales by team or person: not judged")
FEWEST = 30
"""Receptions under which nobody is ranked."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A shop, team or person: the month's target, what was done so far, and how that stands to the month's pace.

    `done` is None where no file tells; `sample` counts receptions. `residual` is what the target leaves of the parts'.
    """

    shop: str
    team: str
    person: str
    target: Decimal | None
    done: Number | None
    sample: int | None
    residual: Decimal | None
    pace: float | None
    judgement: Judgement

    @property
    def attained(self) -> float | None:
        """Done as a fraction of the target."""
        return float(self.done) / float(self.target) if self.target and self.done is not None else None

    @property
    def due(self) -> float | None:
        """What the pace asks for by now, in yuan."""
        return float(self.target) * self.pace if self.target is not None and self.pace is not None else None


@dataclass(frozen=True, slots=True)
class TreeNumbers:
    """The month's targets: shops, their teams, their people; none where no target is set."""

    week: Week
    standings: tuple[Standing, ...]


@once
def tree(query: WeekQuery) -> TreeNumbers:
    """The target tree of the month that the week ends in."""
    month = query.week.month
    plans = [plan for plan in month_tree(query.warehouse, month.first, query.week.shops) if "Q" not in plan.period]
    paces = {row["shop"]: row[TIME_PROGRESS_W.name] for row in query.rows([TIME_PROGRESS_W], month, ("shop",))}
    paid = {row["shop"]: row[PAY_AMOUNT.name] for row in query.rows([PAY_AMOUNT], month, ("shop",))}
    sold = _sold(query)
    standings = (_standing(query, plan, plans, sold, paid, paces.get(plan.shop)) for plan in plans)
    return TreeNumbers(query.week, tuple(standings))


Sold = dict[tuple[str, str], tuple[Decimal | None, int | None]]


def _sold(query: WeekQuery) -> Sold:
    """What each person of each shop sold this month, and how many buyers they received."""
    found: Sold = {}
    for row in query.rows([CS_SALES, RECEPTIONS], query.week.month, ("shop", "agent")):
        if row["agent"]:
            found[row["shop"], bare(row["agent"])] = amount(row, CS_SALES.name), row[RECEPTIONS.name]
    return found


def _standing(query: WeekQuery, plan: Plan, plans: list[Plan], sold: Sold, paid: dict, pace: float | None) -> Standing:
    target = plan.amount if plan.amount is not None else plan.children
    done, sample = _done(plan, plans, sold, paid)
    pace = None if pace is None else float(pace)
    attained = float(done) / float(target) if done is not None and target else None
    judgement = Judgement(Level.UNJUDGED, NOT_COUNTED)
    if attained is not None:
        enough = sample is None or sample >= FEWEST
        judgement = judge(MONTH_ATTAIN, attained, target=pace, rules=query.book) if enough else _too_few(sample or 0)
    return Standing(plan.shop, plan.team, plan.person, target, done, sample, plan.residual, pace, judgement)


TOO_FEW = Text("样本不足（接待 {count} 人，至少 {enough}）", "Sample too small ({count} received, at least {enough})")


def _too_few(count: int) -> Judgement:
    return Judgement(Level.UNJUDGED, TOO_FEW.filled(count=count, enough=FEWEST))


def _done(plan: Plan, plans: list[Plan], sold: Sold, paid: dict) -> tuple[Number | None, int | None]:
    """What a plan's owner has done; that of a team is its people's, where at least one of them is told of."""
    if plan.person:
        return sold.get((plan.shop, bare(plan.person)), (None, None))
    if not plan.team:
        return paid.get(plan.shop), None
    members = [each for each in plans if each.shop == plan.shop and each.team == plan.team and each.person]
    return _of_team([sold.get((plan.shop, bare(each.person)), (None, None)) for each in members])


def _of_team(members: Sequence[tuple[Decimal | None, int | None]]) -> tuple[Decimal | None, int | None]:
    sums = [(done, count or 0) for done, count in members if done is not None]
    if not sums:
        return None, None
    return sum((done for done, _ in sums), Decimal(0)), sum(count for _, count in sums)
