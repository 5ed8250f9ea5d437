"""Complete: which of the week's files are all in, day by day and shop by shop."""

from dataclasses import dataclass
from datetime import date

from data.sources.targets import targets
from metrics.catalogue.targets.plans import PLANS
from metrics.explanation.reconciliation import Reconciliation, reconciled
from metrics.morning.completeness import DAYS_IN
from metrics.query.rollups import quick
from reports.numbers.query import WeekQuery
from text import Text


@dataclass(frozen=True, slots=True)
class Expected:
    """A kind of file of a shop, and the days of the week that are not in; `whole` where none is.

    `monthly` files are of the whole month, of which a missing one lacks the first day.
    """

    title: Text
    shop: str
    missing: tuple[date, ...]
    whole: bool = False
    monthly: bool = False


def expected(query: WeekQuery) -> list[Expected]:
    """Every file expected for each day of the week and the targets of its month, shop by shop."""
    there = _there(query)
    found = []
    for shop in query.week.shops:
        for subject in DAYS_IN:
            missing = tuple(day for day in query.week.period if (subject.name, shop, day) not in there)
            found.append(Expected(subject.title, shop, missing, len(missing) == query.week.period.days))
        planned = (targets.SUBJECT.name, shop, query.week.month.first) in there
        missing = () if planned else (query.week.month.first,)
        found.append(Expected(targets.SUBJECT.title, shop, missing, not planned, monthly=True))
    return found


def _there(query: WeekQuery) -> set[tuple[str, str, date]]:
    each = [
        f"SELECT '{subject.name}', shop, day FROM ({quick(query.warehouse, sql)}) WHERE day BETWEEN $1 AND $2"
        for subject, sql in DAYS_IN.items()
    ]
    each.append(
        f"SELECT '{targets.SUBJECT.name}', shop, $3::DATE FROM ({quick(query.warehouse, PLANS)})"
        " WHERE left(period, 7) = strftime($3::DATE, '%Y-%m')"
    )
    return set(query.warehouse.rows(" UNION ".join(each), [query.week.first, query.week.last, query.week.month.first]))


def checked(query: WeekQuery) -> tuple[Reconciliation, ...]:
    """How the files of the month agree with each other."""
    return reconciled(query.warehouse, query.week.month, query.week.shops)
