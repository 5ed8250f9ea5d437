"""A week's target given as one amount: the targets of its days, of a shop or of the people of a team, to the cent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

from data.records.plan_versions import (
    NAME_NEEDED,
    WAITS_ALREADY,
    NotNow,
    begin,
    counting,
    propose,
    quarter_of,
    versions,
)
from data.sources.targets.targets import PAY_AMOUNT
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period, short
from metrics.catalogue.service.service import CS_SALES
from metrics.catalogue.targets.person_targets import PERSON_DAY_TARGET
from metrics.catalogue.targets.plans import ALL_PLANS, DAY_TARGET
from metrics.planning.spreading import spread
from metrics.query.question import answer
from text import Text

Key = tuple[str, str, str, str]
"""Shop, period, team, person: where a target stands."""

TITLE = Text("周会定的：{first} 起一周 {whose} {amount}", "Set in the meeting: week from {first}, {whose} {amount}")
PROPOSED = Text("周会提的，等批准", "Proposed in the meeting")


class Save(Protocol):
    """Whoever stores targets as they are entered: `data.importing.plan_edits.save`."""

    def __call__(
        self,
        warehouse: Warehouse,
        metric: str,
        level: Literal["amount"],
        amounts: Mapping[Key, Decimal | None],
        *,
        by: str,
        title: str,
    ) -> object: ...


@dataclass(frozen=True, slots=True)
class WeekTarget:
    """What a shop, or a team of it, has to bring in a week, in yuan; `team` is None for the shop as a whole.

    ValueError unless the amount is positive and the week is whole.
    """

    shop: str
    team: str | None
    week: Period
    amount: Decimal

    def __post_init__(self) -> None:
        if not (self.shop and self.amount.is_finite() and self.amount > 0 and self.week.days == 7):
            raise ValueError(f"no target of a week: {self}")


class Nobody(Exception):
    """The team has nobody with a target among whom the amount could be shared."""

    text = Text(
        "这个组还没有人有目标，先到「目标」页给人定。",
        "Nobody in the team has a target yet: begin on the page Targets.",
    )


def set_week(warehouse: Warehouse, of: WeekTarget, save: Save, *, by: str) -> bool:
    """Give the days of a week their targets, in the proportions that they have now, and `save` them.

    Where a version of the plan is approved they are proposed as another, and count once that is approved: True then.
    Raises Nobody, and plan_versions.NotNow where a version waits already or nobody says who proposes.
    """
    parts = _of_people(warehouse, of) if of.team is not None else {PAY_AMOUNT: _of_shop(warehouse, of)}
    quarters = sorted({quarter_of(key[1]) or "" for keyed in parts.values() for key in keyed})
    approved = [quarter for quarter in quarters if counting(warehouse, of.shop, quarter)]
    _unlocked(warehouse, of.shop, approved, by)
    title = TITLE.filled(first=short(of.week.first, "zh"), whose=of.team or of.shop, amount=f"{of.amount:,}").zh
    for metric, amounts in parts.items():
        save(warehouse, metric, "amount", amounts, by=by, title=title)
    for quarter in approved:
        propose(warehouse, of.shop, quarter, by=by, note=PROPOSED.zh)
    return bool(approved)


def _unlocked(warehouse: Warehouse, shop: str, quarters: Sequence[str], by: str) -> None:
    """Begin another version of each quarter that is locked; where one of them cannot, none is begun."""
    latest = {quarter: versions(warehouse, shop, quarter)[0] for quarter in quarters}
    if latest and not by.strip():
        raise NotNow(NAME_NEEDED)
    for last in latest.values():
        if last.waits:
            raise NotNow(WAITS_ALREADY.filled(n=last.version))
    for quarter, last in latest.items():
        if last.approved:
            begin(warehouse, shop, quarter, by=by)


def _of_shop(warehouse: Warehouse, of: WeekTarget) -> Mapping[Key, Decimal | None]:
    rows = answer(warehouse, [DAY_TARGET], of.week, ("day",), {"shop": of.shop}).to_pylist()
    weights = {row["day"]: float(row[DAY_TARGET.name] or 0) for row in rows}
    days = list(of.week)
    parts = spread(of.amount, _shares([weights.get(day, 0.0) for day in days]))
    return {(of.shop, f"{day}", "", ""): part for day, part in zip(days, parts, strict=True)}


def _of_people(warehouse: Warehouse, of: WeekTarget) -> dict[str, dict[Key, Decimal | None]]:
    answered = answer(warehouse, [PERSON_DAY_TARGET], of.week, ("team", "agent", "day"), {"shop": of.shop}).to_pylist()
    rows = [row for row in answered if (row["team"] or "") == of.team and row[PERSON_DAY_TARGET.name] is not None]
    if not rows:
        raise Nobody
    counts = _counting(warehouse, of.shop)
    parts = spread(of.amount, _shares([float(row[PERSON_DAY_TARGET.name]) for row in rows]))
    found: dict[str, dict[Key, Decimal | None]] = {}
    for row, part in zip(rows, parts, strict=True):
        counted = counts.get((row["agent"], f"{row['day']:%Y-%m}"), {})
        metric = min(counted, default=CS_SALES.name)
        found.setdefault(metric, {})[of.shop, f"{row['day']}", counted.get(metric, of.team or ""), row["agent"]] = part
    return found


def _counting(warehouse: Warehouse, shop: str) -> dict[tuple[str, str], dict[str, str]]:
    """By person and month: by which metrics they have targets, and under which team these stand."""
    rows = warehouse.rows(
        f"SELECT person, left(period, 7), metric, max(team) FROM ({ALL_PLANS}) WHERE shop = ? AND person <> ''"
        " AND amount IS NOT NULL AND metric IN (?, ?) GROUP BY ALL",
        [shop, CS_SALES.name, PAY_AMOUNT],
    )
    found: dict[tuple[str, str], dict[str, str]] = {}
    for person, month, metric, team in rows:
        found.setdefault((person, month), {})[metric] = team
    return found


def _shares(weights: list[float]) -> list[float]:
    return weights if sum(weights) > 0 else [1.0] * len(weights)
