"""Spreading: a target over its parts, exact to the cent, by last year's shape, by weekdays or evenly."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from statistics import fmean

from data.store.warehouse import Warehouse
from metrics.calendar.lunar import a_lunar_year_before
from metrics.calendar.occasions import is_special, occasion
from metrics.calendar.period import Period, last_days, month_of, same_days_last_year
from metrics.calendar.period import day as one_day
from metrics.calendar.promotions import Promotion, promotions, year_before
from metrics.catalogue.service.agent_days import AGENT_DAYS
from metrics.definition.metric import Metric, Unit
from metrics.planning.plan_tree import Place, first_day, times_under
from metrics.query.question import answer
from text import Refusal, Text

CENT, ONE = Decimal("0.01"), Decimal(1)
WEEKS = 8
"""Weeks before a period whose weekdays say how days differ."""

YEAR_BACK = (364, 371, 357)
"""Days back to the same weekday of a year ago, the next best where that was a promotion."""

NOTHING_LAST_YEAR = Text("去年同期没有{metric}，没有形状可照", "No {metric} a year ago: there is no shape to follow")
NO_WEEKDAYS = Text(
    "前 8 周没有{metric}，分不出周几轻重", "No {metric} in the 8 weeks before: weekdays cannot be told apart"
)
NOT_BY_OWNER = Text(
    "没有按小组或个人的{metric}，只能均分", "No {metric} by team or person: only an even split is possible"
)


class How(Enum):
    """By what a target is spread."""

    EVENLY = "evenly"
    WEEKDAYS = "weekdays"
    LAST_YEAR = "last_year"

    @property
    def word(self) -> Text:
        """The way as it is written."""
        return _WORDS[self]


_WORDS = {
    How.EVENLY: Text("均分", "Evenly"),
    How.WEEKDAYS: Text("按周几轻重", "By weekday weights"),
    How.LAST_YEAR: Text("按去年形状", "By last year's shape"),
}


class NoShape(Refusal):
    """Nothing stored says how the parts differ."""


@dataclass(frozen=True, slots=True)
class PromotionDay:
    """The peak of a promotion, and how many usual days it weighed a year ago; None where that is not known."""

    day: date
    label: Text
    weight: float | None


def spread(amount: Decimal, weights: Sequence[float], step: Decimal = CENT) -> list[Decimal]:
    """Parts in proportion to the weights, in whole steps, which sum to the amount exactly.

    What is no whole step goes to the last part that weighs anything. ValueError where no weight is positive, or one
    is negative.
    """
    exact = [Fraction(weight) for weight in weights]
    total = sum(exact)
    if not total or min(exact) < 0:
        raise ValueError(f"weights {list(weights)}")
    steps = int(amount // step)
    so_far, given, parts = Fraction(0), 0, []
    for weight in exact:
        so_far += weight
        until = round(steps * so_far / total)
        parts.append((until - given) * step)
        given = until
    last = max(n for n, weight in enumerate(exact) if weight)
    parts[last] += amount - steps * step
    return parts


def step_of(metric: Metric) -> Decimal:
    """What a metric's targets are counted in: cents of amounts, else whole ones."""
    return CENT if metric.unit in (Unit.YUAN, Unit.YUAN_EACH) else ONE


def over_time(
    warehouse: Warehouse,
    metric: Metric,
    shop: str,
    place: Place,
    how: How,
    promotion_weights: Mapping[date, float] | None = None,
) -> dict[Place, float]:
    """The weight of each part of a place in time: the months of a quarter, the days of a month. Raises NoShape.

    `promotion_weights` say how many usual days a day of a promotion counts; they go with every way but last year's,
    where the days weigh what they weighed.
    """
    parts = times_under(place[0])
    heavier = dict(promotion_weights or {})
    if how is How.LAST_YEAR:
        return {(part, *place[1:]): weight for part, weight in _last_year(warehouse, metric, shop, parts).items()}
    usual = _by_weekday(warehouse, metric, shop, first_day(place[0])) if how is How.WEEKDAYS else [1.0] * 7
    if how is How.EVENLY and not heavier:
        return {(part, *place[1:]): 1.0 for part in parts}
    return {
        (part, *place[1:]): sum(usual[day.weekday()] * heavier.get(day, 1) for day in _days(part)) for part in parts
    }


def over_owners(
    warehouse: Warehouse, metric: Metric, shop: str, place: Place, parts: Sequence[Place], how: How
) -> dict[Place, float]:
    """The weight of each team of a shop or person of a team in a place; NoShape without last year by owner."""
    if how is not How.LAST_YEAR:
        return dict.fromkeys(parts, 1.0)
    column = OWNERS.get(metric.name)
    if not column:
        raise NoShape(NOT_BY_OWNER.filled(metric=metric.label))
    days = _days(place[0])
    running = _promotions(warehouse, shop, days)
    first, last = _a_year_back(days[0], running), _a_year_back(days[-1], running)
    rows = warehouse.rows(
        f"SELECT coalesce(team, ''), agent, sum({column})::DOUBLE FROM ({AGENT_DAYS.sql})"
        " WHERE shop = ? AND day BETWEEN ? AND ? GROUP BY ALL ORDER BY ALL",
        [shop, first, last],
    )
    found = dict.fromkeys(parts, 0.0)
    for team, person, done in rows:
        for part in parts:
            if done and (part[2] == person if part[2] else part[1] == team):
                found[part] += done
    if not any(found.values()):
        raise NoShape(NOTHING_LAST_YEAR.filled(metric=metric.label))
    return found


OWNERS = {"pay_amount": "sales", "cs_sales": "sales", "receptions": "receptions", "inquirers": "inquirers"}
"""The column of the agents' figures that says how a metric was shared among teams and people."""


def promotion_days(warehouse: Warehouse, metric: Metric, shop: str, period: str) -> list[PromotionDay]:
    """The peaks of promotions within a period, with what each weighed a year ago against the days around it."""
    days = _days(period)
    if not days:
        return []
    years = range(days[0].year - 1, days[0].year + 1)
    all_promotions = promotions(warehouse, years, shop)
    found = []
    for each in all_promotions:
        if days[0] <= each.peak <= days[-1]:
            before = next((p.peak for p in all_promotions if (p.name, p.year) == (each.name, each.year - 1)), None)
            weight = _weighed(warehouse, metric, shop, before) if before else None
            found.append(PromotionDay(each.peak, each.label, weight))
    return found


def _weighed(warehouse: Warehouse, metric: Metric, shop: str, peak: date) -> float | None:
    around = _by_day(warehouse, metric, shop, Period(peak - timedelta(days=28), peak + timedelta(days=28)))
    promotions = _promotions(warehouse, shop, around)
    usual = [value for day, value in around.items() if not is_special(day, promotions)]
    if peak not in around or not usual or not fmean(usual):
        return None
    return round(around[peak] / fmean(usual), 2)


def _by_weekday(warehouse: Warehouse, metric: Metric, shop: str, before: date) -> list[float]:
    """How much a Monday, a Tuesday … weighs: its mean over the weeks before, promotions and festivals left out."""
    last = _last_with_value(warehouse, metric, shop, before)
    by_day = _by_day(warehouse, metric, shop, last_days(last, WEEKS * 7)) if last else {}
    running = _promotions(warehouse, shop, by_day)
    ordinary = {day: value for day, value in by_day.items() if not is_special(day, running)}
    found = [[value for day, value in ordinary.items() if day.weekday() == n] for n in range(7)]
    if not all(found) or not sum(map(sum, found)):
        raise NoShape(NO_WEEKDAYS.filled(metric=metric.label))
    return [fmean(values) for values in found]


def _last_with_value(warehouse: Warehouse, metric: Metric, shop: str, before: date) -> date | None:
    """The last day with a value before a day: plans are made ahead of the days they are for."""
    by_day = _by_day(warehouse, metric, shop, last_days(before - timedelta(days=1), 366))
    return max(by_day, default=None)


def _last_year(warehouse: Warehouse, metric: Metric, shop: str, parts: Sequence[str]) -> dict[str, float]:
    days = {part: _days(part) for part in parts}
    running = _promotions(warehouse, shop, [day for part in days.values() for day in part])
    back = {day: _a_year_back(day, running) for part in days.values() for day in part}
    by_day = _by_day(warehouse, metric, shop, Period(min(back.values()), max(back.values())))
    if not by_day:
        raise NoShape(NOTHING_LAST_YEAR.filled(metric=metric.label))
    usual = fmean(by_day.values())
    if not usual:
        raise NoShape(NOTHING_LAST_YEAR.filled(metric=metric.label))
    # A day without a figure a year ago weighs what the others do on average: missing is not nothing.
    return {part: sum(by_day.get(back[day], usual) for day in each) for part, each in days.items()}


def _promotions(warehouse: Warehouse, shop: str, days: Iterable[date]) -> tuple[Promotion, ...]:
    """The shop's promotions of the years of some days, and of the years before these."""
    years = {day.year for day in days}
    return promotions(warehouse, sorted(years | {year - 1 for year in years}), shop or None)


def _a_year_back(day: date, promotions: Sequence[Promotion] = ()) -> date:
    """The day a year ago that a day is like: as far from the peak in a promotion, else the same weekday."""
    special = occasion(day, promotions)
    if special and special.lunar:
        return a_lunar_year_before(day)
    if special and special.promotion and (before := year_before(promotions, special.promotion)):
        return before.peak + (day - special.promotion.peak)
    if special:
        return same_days_last_year(one_day(day)).first
    alike = (day - timedelta(days=back) for back in YEAR_BACK)
    return next((one for one in alike if not is_special(one, promotions)), day - timedelta(days=YEAR_BACK[0]))


def _by_day(warehouse: Warehouse, metric: Metric, shop: str, during: Period) -> dict[date, float]:
    rows = answer(warehouse, [metric], during, by=("day",), where={"shop": shop} if shop else {}).to_pylist()
    return {row["day"]: max(0.0, float(row[metric.name])) for row in rows if row[metric.name] is not None}


def _days(period: str) -> list[date]:
    """The days of a quarter, a month or a day."""
    if len(period) == 10:
        return [date.fromisoformat(period)]
    if len(period) == 7 and "Q" not in period:
        return list(month_of(first_day(period)))
    return [day for part in times_under(period) for day in _days(part)]
