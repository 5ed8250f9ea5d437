"""Targets: which metric is whose target, and the month as a tree of shop, team and person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.store.warehouse import Warehouse
from metrics.catalogue.service.service import CS_SALES
from metrics.catalogue.targets.budgets import AD_BUDGET, AD_COST_RATIO_PLAN
from metrics.catalogue.targets.pace import MONTH_ATTAIN, MONTH_FORECAST, TIME_PROGRESS_W
from metrics.catalogue.targets.person_targets import PERSON_DAY_TARGET
from metrics.catalogue.targets.plans import DAY_TARGET, MONTH_TARGET, PLANS
from metrics.catalogue.trade.promotion import AD_COST_RATIO, AD_SPEND
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.definition.metric import Metric

TARGETS: dict[str, Metric] = {
    PAY_AMOUNT.name: DAY_TARGET,
    MONTH_ATTAIN.name: TIME_PROGRESS_W,
    MONTH_FORECAST.name: MONTH_TARGET,
    CS_SALES.name: PERSON_DAY_TARGET,
    AD_SPEND.name: AD_BUDGET,
    AD_COST_RATIO.name: AD_COST_RATIO_PLAN,
}
"""The metric that is the target of another, by the other's name."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One target: of a shop's quarter or month, of a team's or a person's month.

    `children` is what its parts add up to, `residual` what its own amount leaves of them (positive: not given
    out yet); None where it has no parts or no amount of its own.
    """

    shop: str
    period: str
    team: str
    person: str
    amount: Decimal | None
    children: Decimal | None

    @property
    def residual(self) -> Decimal | None:
        """Own amount minus that of the parts, in yuan."""
        return None if self.amount is None or self.children is None else self.amount - self.children


def month_tree(warehouse: Warehouse, month: date, shops: Sequence[str] = ()) -> list[Plan]:
    """The sales targets of the month around a day and of its quarter: each shop, then its teams and their people.

    Without `shops` it is every shop that has a target. Teams known only by their people stand with no amount.
    """
    found = _amounts(warehouse, month)
    named = [shop for shop in sorted({key[0] for key in found}) if not shops or shop in shops]
    return [plan for shop in named for plan in _of_shop(shop, month, found)]


Amounts = dict[tuple[str, str, str, str], Decimal]


def _amounts(warehouse: Warehouse, month: date) -> Amounts:
    periods = [_quarter(month), *_months(month)]
    rows = warehouse.rows(f"SELECT * FROM ({PLANS}) WHERE list_contains(?, period)", [periods])
    return {(shop, period, team, person): amount for shop, period, team, person, amount in rows}


def _of_shop(shop: str, month: date, found: Amounts) -> list[Plan]:
    name, quarter = f"{month:%Y-%m}", _quarter(month)
    people = {key[2:]: amount for key, amount in found.items() if key[:2] == (shop, name) and key[3]}
    teams = sorted({key[2] for key in found if key[:2] == (shop, name) and key[2]})
    rows = [_team(shop, name, team, found, people) for team in teams]
    direct = [amount for (team, _), amount in people.items() if not team]
    parts = [row.amount if row.amount is not None else row.children for row in rows] or direct
    whole = Plan(shop, name, "", "", found.get((shop, name, "", "")), _sum(parts))
    made = [_of_quarter(shop, quarter, month, found)] if (shop, quarter, "", "") in found else []
    if whole.amount is not None or whole.children is not None:
        made.append(whole)
    for team in ["", *teams]:
        made += [row for row in rows if row.team == team]
        made += [Plan(shop, name, team, who, people[team, who], None) for t, who in sorted(people) if t == team]
    return made


def _team(shop: str, period: str, team: str, found: Amounts, people: dict[tuple[str, str], Decimal]) -> Plan:
    members = _sum([amount for (of_team, _), amount in people.items() if of_team == team])
    return Plan(shop, period, team, "", found.get((shop, period, team, "")), members)


def _of_quarter(shop: str, quarter: str, month: date, found: Amounts) -> Plan:
    months = [found.get((shop, name, "", "")) for name in _months(month)]
    return Plan(shop, quarter, "", "", found[shop, quarter, "", ""], _sum(months))


def _sum(amounts: Sequence[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def _quarter(month: date) -> str:
    return f"{month.year}-Q{(month.month + 2) // 3}"


def _months(month: date) -> list[str]:
    first = (month.month - 1) // 3 * 3 + 1
    return [f"{month.year}-{number:02d}" for number in range(first, first + 3)]
