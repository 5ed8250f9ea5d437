"""The plan of a shop as a tree: year, quarter, month, day one way, shop, team, person the other, and what is left."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from data.records.plan_rows import ENTERED
from data.store.warehouse import Warehouse
from metrics.catalogue.targets.plans import ALL_PLANS

Place = tuple[str, str, str]
"""Period, team, person: where a target stands within a shop's plan."""

Level = Literal["floor", "amount", "stretch"]
Way = Literal["time", "owner"]

Amounts = Mapping[Place, Decimal]


@dataclass(frozen=True, slots=True)
class Node:
    """A place of the plan: its own amount, and what its parts in time and its parts by owner add up to.

    None where it has no amount or no such parts. `open_days` are a month's days that nobody gave a target.
    """

    place: Place
    amount: Decimal | None
    by_time: Decimal | None
    by_owner: Decimal | None
    open_days: int = 0

    @property
    def whole(self) -> Decimal | None:
        """Its own amount, else its owners' parts, else those in time, in the metric's unit; None without any."""
        return next((one for one in (self.amount, self.by_owner, self.by_time) if one is not None), None)

    def residual(self, way: Way) -> Decimal | None:
        """The whole minus its parts that way: above 0 is not given out, below 0 is too much; None without."""
        parts = self.by_time if way == "time" else self.by_owner
        return None if parts is None or self.whole is None else self.whole - parts


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """Parts that do not add up to their whole; `shared`: the board spreads the rest over the month's open days."""

    place: Place
    way: Way
    whole: Decimal
    parts: Decimal
    shared: bool

    @property
    def residual(self) -> Decimal:
        """The whole minus the parts, in the metric's unit."""
        return self.whole - self.parts


def planned(warehouse: Warehouse, shop: str, metric: str, level: Level = "amount") -> dict[Place, Decimal]:
    """The targets of a shop that count, of one metric and level."""
    return _read(warehouse, ALL_PLANS, shop, metric, level)


def entered(warehouse: Warehouse, shop: str, metric: str, level: Level = "amount") -> dict[Place, Decimal]:
    """The targets of a shop as they are entered, approved or not."""
    return _read(warehouse, ENTERED, shop, metric, level)


def tree(amounts: Amounts) -> list[Node]:
    """Every place that has an amount or parts, wholes before their parts."""
    return _Grown(amounts).nodes()


def differences(nodes: Iterable[Node]) -> list[PlanDifference]:
    """Wherever parts do not add up to their whole."""
    ways: tuple[Way, ...] = ("time", "owner")
    found = []
    for node in nodes:
        for way in ways:
            rest, parts = node.residual(way), node.by_time if way == "time" else node.by_owner
            if rest and parts is not None and node.whole is not None:
                shared = way == "time" and rest > 0 and node.open_days > 0 and node.place[1:] == ("", "")
                found.append(PlanDifference(node.place, way, node.whole, parts, shared))
    return found


def wholes(place: Place) -> list[tuple[Way, Place]]:
    """The places that a place is a part of."""
    period, team, person = place
    found: list[tuple[Way, Place]] = []
    if over := time_over(period):
        found.append(("time", (over, team, person)))
    if person:
        found.append(("owner", (period, team, "")))
    elif team:
        found.append(("owner", (period, "", "")))
    return found


def time_over(period: str) -> str | None:
    """The month of a day, the quarter of a month, the year of a quarter."""
    if len(period) == 10:
        return period[:7]
    if "Q" in period:
        return period[:4]
    return f"{period[:4]}-Q{(int(period[5:7]) + 2) // 3}" if len(period) == 7 else None


def times_under(period: str) -> list[str]:
    """The quarters of a year, the months of a quarter, the days of a month; none of a day."""
    year = int(period[:4])
    if len(period) == 4:
        return [f"{year}-Q{n}" for n in range(1, 5)]
    if "Q" in period:
        last = int(period[-1]) * 3
        return [f"{year}-{month:02d}" for month in range(last - 2, last + 1)]
    return [f"{period}-{day:02d}" for day in range(1, days_in(period) + 1)] if len(period) == 7 else []


def days_in(month: str) -> int:
    """The days of a month written as 2026-06."""
    return monthrange(int(month[:4]), int(month[5:7]))[1]


def first_day(period: str) -> date:
    """The first day of a year, quarter, month or day."""
    if "Q" in period:
        return date(int(period[:4]), int(period[-1]) * 3 - 2, 1)
    return date.fromisoformat(period + "-01-01"[: 10 - len(period)] if len(period) == 4 else (period + "-01")[:10])


@dataclass(slots=True)
class _Grown:
    """The tree while it is worked out: the parts of each place that way, and the nodes done so far."""

    amounts: Amounts
    parts: dict[tuple[Way, Place], list[Place]] = field(default_factory=dict)
    done: dict[Place, Node] = field(default_factory=dict)

    def __post_init__(self) -> None:
        waiting, seen = list(self.amounts), set(self.amounts)
        while waiting:
            place = waiting.pop()
            for way, over in wholes(place):
                if way == "time" and over not in self.amounts and not _implied(place, over):
                    continue
                self.parts.setdefault((way, over), []).append(place)
                if over not in seen:
                    seen.add(over)
                    waiting.append(over)

    def nodes(self) -> list[Node]:
        places = {*self.amounts, *(place for _, place in self.parts)}
        return [self.node(place) for place in sorted(places, key=_order)]

    def node(self, place: Place) -> Node:
        if place not in self.done:
            days = self.parts.get(("time", place), []) if len(place[0]) == 7 and "Q" not in place[0] else None
            self.done[place] = Node(
                place,
                self.amounts.get(place),
                self._sum("time", place),
                self._sum("owner", place),
                0 if days is None else days_in(place[0]) - len(days),
            )
        return self.done[place]

    def _sum(self, way: Way, place: Place) -> Decimal | None:
        present = [whole for part in self.parts.get((way, place), []) if (whole := self.node(part).whole) is not None]
        return sum(present, Decimal(0)) if present else None


def _implied(place: Place, over: Place) -> bool:
    """Whether a whole that nobody gave an amount stands for its parts: a month for its days, a shop's quarter."""
    return len(place[0]) == 10 or (len(over[0]) == 7 and over[1:] == ("", ""))


def _order(place: Place) -> tuple:
    return first_day(place[0]), len(place[0]) == 10, "Q" not in place[0] and len(place[0]) > 4, *place[1:]


def _read(warehouse: Warehouse, sql: str, shop: str, metric: str, level: Level) -> dict[Place, Decimal]:
    rows = warehouse.rows(
        f"SELECT period, team, person, {level} FROM ({sql}) WHERE shop = ? AND metric = ? AND {level} IS NOT NULL",
        [shop, metric],
    )
    return {(period, team, person): amount for period, team, person, amount in rows}
