"""Reconciliation: do the files agree with one another? Each declared check, with its difference over a period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.explanation.checks import CHECKS, Check
from metrics.judgement.limits import Level
from metrics.query.batching import alone
from metrics.query.requests import QueryPlan, Rows
from text import Text

SMALL = Decimal(1)
"""Yuan a day by which two sides may always differ: exports round."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Both sides of a check on one shop-day, in yuan."""

    shop: str
    day: date
    one: Decimal
    other: Decimal

    @property
    def difference(self) -> Decimal:
        """The first side minus the second."""
        return self.one - self.other


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A check over a period: how many shop-days have both sides, their sums, and the pairs that do not agree.

    GOOD where every pair agrees, WATCH where one does not, UNJUDGED where a shop has no day with both sides:
    those shops are `lacking`, none of a rare check. A pair that does not agree is named in any case.
    """

    check: Check
    days: int
    one: Decimal
    other: Decimal
    off: tuple[Pair, ...]
    lacking: tuple[str, ...]

    @property
    def level(self) -> Level:
        """How the check came out."""
        if self.off:
            return Level.WATCH
        return Level.UNJUDGED if self.lacking or not self.days else Level.GOOD

    @property
    def difference(self) -> Decimal:
        """The first side minus the second, over all shop-days that have both."""
        return self.one - self.other


AGREEMENT = Text("对账 {passed}/{all}", "Agree {passed}/{all}")


def reconciled(warehouse: Warehouse, during: Period, of_shops: Sequence[str]) -> tuple[Reconciliation, ...]:
    """Every declared check over the shop-days of a period that have both sides, in the order declared."""
    return alone(warehouse, agreeing(during, of_shops))


def agreeing(during: Period, of_shops: Sequence[str]) -> QueryPlan[tuple[Reconciliation, ...]]:
    """`reconciled()` to be asked together with others."""
    each = " UNION ALL ".join(
        f"SELECT '{check.name}' AS checked, shop, day, one, other FROM ({check.sql})" for check in CHECKS
    )
    (rows,) = yield [Rows(f"{each} ORDER BY shop, day", [during.first, during.last])]
    pairs: dict[str, list[Pair]] = {check.name: [] for check in CHECKS}
    for name, shop, day, one, other in rows:
        if shop in of_shops:
            pairs[name].append(Pair(shop, day, one, other))
    return tuple(_checked(check, found, of_shops) for check in CHECKS if (found := pairs[check.name]) or not check.rare)


def agreement(found: Sequence[Reconciliation]) -> Text:
    """对账 5/6: how many of the checks passed; one that could not be made has not."""
    return AGREEMENT.filled(passed=sum(each.level is Level.GOOD for each in found), all=len(found))


def _checked(check: Check, pairs: Sequence[Pair], of_shops: Sequence[str]) -> Reconciliation:
    shops_with_pairs = {pair.shop for pair in pairs}
    one, other = (sum((side(pair) for pair in pairs), Decimal(0)) for side in (lambda p: p.one, lambda p: p.other))
    off = tuple(pair for pair in pairs if not _agrees(check, pair))
    lacking = () if check.rare else tuple(shop for shop in of_shops if shop not in shops_with_pairs)
    return Reconciliation(check, len(pairs), one, other, off, lacking)


def _agrees(check: Check, pair: Pair) -> bool:
    allowed = check.tolerance * max(abs(pair.one), abs(pair.other))
    return abs(pair.difference) <= max(allowed, SMALL)
