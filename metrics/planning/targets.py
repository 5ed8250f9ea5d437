"""Targets: which metric is whose target, and the month as a tree of shop, team and person."""

from collections.abc import Mapping, Sequence
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


People = dict[tuple[str, str], Decimal]
"""The amount of each person of a month, by team (empty without one) and name."""


def _of_shop(shop: str, month: date, found: Amounts) -> list[Plan]:
    """The shop's quarter, its month, the people without a team, then each team before its people."""
    name = f"{month:%Y-%m}"
    of_month = {key[2:]: amount for key, amount in found.items() if key[:2] == (shop, name)}
    people = {key: amount for key, amount in of_month.items() if key[1]}
    teams = [_team(shop, name, team, of_month, people) for team in sorted({team for team, _ in of_month if team})]
    whole = _whole(shop, name, of_month.get(("", "")), teams, people)
    made = [*_of_quarter(shop, month, found), *whole, *_each(shop, name, "", people)]
    for plan in teams:
        made += [plan, *_each(shop, name, plan.team, people)]
    return made


def _of_quarter(shop: str, month: date, found: Amounts) -> list[Plan]:
    """The quarter, where it has an amount of its own; its parts are its months."""
    quarter = _quarter(month)
    amount = found.get((shop, quarter, "", ""))
    months = [found.get((shop, name, "", "")) for name in _months(month)]
    return [] if amount is None else [Plan(shop, quarter, "", "", amount, _sum(months))]


def _whole(shop: str, name: str, amount: Decimal | None, teams: Sequence[Plan], people: People) -> list[Plan]:
    """The month of the shop, where anything is known of it; its parts are its teams or, without any, its people."""
    parts = [plan.children if plan.amount is None else plan.amount for plan in teams] or _members("", people)
    plan = Plan(shop, name, "", "", amount, _sum(parts))
    return [] if plan.amount is None and plan.children is None else [plan]


def _team(shop: str, name: str, team: str, of_month: Mapping[tuple[str, str], Decimal], people: People) -> Plan:
    return Plan(shop, name, team, "", of_month.get((team, "")), _sum(_members(team, people)))


def _each(shop: str, name: str, team: str, people: People) -> list[Plan]:
    """The people of a team, by name."""
    return [Plan(shop, name, of, who, people[of, who], None) for of, who in sorted(people) if of == team]


def _members(team: str, people: People) -> list[Decimal | None]:
    return [amount for (of, _), amount in people.items() if of == team]


def _sum(amounts: Sequence[Decimal | None]) -> Decimal | None:
    present = [amount for amount in amounts if amount is not None]
    return sum(present, Decimal(0)) if present else None


def _quarter(month: date) -> str:
    return f"{month.year}-Q{(month.month + 2) // 3}"


def _months(month: date) -> list[str]:
    first = (month.month - 1) // 3 * 3 + 1
    return [f"{month.year}-{number:02d}" for number in range(first, first + 3)]
