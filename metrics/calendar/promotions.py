"""Promotions: the days of 双11, 618 and the others, from the shop's own calendar or else as they usually fall."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from data.store.warehouse import Warehouse
from metrics.calendar.lunar import new_year
from metrics.calendar.period import Period
from text import Text


class DatesFrom(Enum):
    """How a promotion's days are known."""

    SHOP = "shop"
    PUBLISHED = "published"
    USUAL = "usual"

    @property
    def word(self) -> Text:
        """Where its days are from, as it is written."""
        return _WORDS[self]


_WORDS = {
    DatesFrom.SHOP: Text("本店填写", "entered here"),
    DatesFrom.PUBLISHED: Text("内置，请核对", "built in, please check"),
    DatesFrom.USUAL: Text("按往年惯例，请核对", "as in other years, please check"),
}


@dataclass(frozen=True, slots=True)
class Promotion:
    """A promotion of one year, presale included; years are aligned on the peak day."""

    name: str
    year: int
    span: Period
    peak: date
    level: str
    dates_from: DatesFrom

    @property
    def label(self) -> Text:
        """Its name and year: 2026年双11, Double 11 2026."""
        return Text(f"{self.year}年{self.title.zh}", f"{self.title.en} {self.year}")

    @property
    def title(self) -> Text:
        """Its name alone."""
        return next((usual.label for usual in USUAL if usual.name == self.name), Text(self.name, self.name))

    @property
    def waves(self) -> tuple[Period, ...]:
        """The days on which shops sell otherwise; of one that only the shop knows, those near its peak."""
        usual = next((usual for usual in USUAL if usual.name == self.name), None)
        if usual and (usual.waves or self.dates_from is not DatesFrom.SHOP):
            return tuple(Period(self._from_peak(first), self._from_peak(last)) for first, last in usual.waves)
        first, last = self._from_peak(-NEAR_PEAK), self._from_peak(NEAR_PEAK)
        return (Period(max(first, self.span.first), min(last, self.span.last)),)

    def _from_peak(self, days: int) -> date:
        return self.peak + timedelta(days=days)


@dataclass(frozen=True, slots=True)
class Usual:
    """A promotion as it usually falls: first day, peak and last day of a year; `published` has years that differed.

    `waves` are the days on which shops sell otherwise than usual, counted from the peak.
    """

    name: str
    label: Text
    level: str
    days: Callable[[int], tuple[date, date, date]]
    published: dict[int, tuple[date, date, date]]
    waves: tuple[tuple[int, int], ...] = ()


def _yearly(first: tuple[int, int], peak: tuple[int, int], last: tuple[int, int]) -> Callable[[int], tuple]:
    return lambda year: (date(year, *first), date(year, *peak), date(year, *last))


def _before_new_year(year: int) -> tuple[date, date, date]:
    eve = new_year(year)
    return eve - timedelta(days=30), eve - timedelta(days=21), eve - timedelta(days=12)


def _autumn(year: int, first: int, last: int = 11) -> tuple[date, date, date]:
    return date(year, 10, first), date(year, 11, 11), date(year, 11, last)


def _june(first: date) -> tuple[date, date, date]:
    return first, date(first.year, 6, 18), date(first.year, 6, 20)


# Tmall's spans as it announced them, presale included; rules of the platform change every year.
USUAL = (
    Usual("年货节", Text("年货节", "New Year goods festival"), "A级", _before_new_year, {}),
    Usual("38节", Text("38节", "March 8"), "A级", _yearly((3, 1), (3, 8), (3, 8)), {}, ((-1, 0),)),
    Usual(
        "618", Text("618", "6.18"), "S级", _yearly((5, 16), (6, 18), (6, 20)),
        {2023: _june(date(2023, 5, 26)), 2024: _june(date(2024, 5, 20)), 2025: _june(date(2025, 5, 13))},
        ((-17, -16), (-2, 2)),
    ),
    Usual("99大促", Text("99大促", "9.9"), "A级", _yearly((9, 5), (9, 9), (9, 9)), {}, ((0, 0),)),
    Usual(
        "双11", Text("双11", "Double 11"), "S级", _yearly((10, 15), (11, 11), (11, 11)),
        {2023: _autumn(2023, 24), 2024: _autumn(2024, 14), 2025: _autumn(2025, 15, 14)},
        ((-10, -9), (-2, 2)),
    ),
    Usual("双12", Text("双12", "Double 12"), "A级", _yearly((12, 9), (12, 12), (12, 12)), {}, ((-1, 0),)),
)  # fmt: skip
"""The promotions every shop on the platform meets, in the order of the year, until a shop enters its own days."""

NEAR_PEAK = 3
"""Of a promotion that only a shop knows, the days this near its peak are no ordinary days."""

YEARS = range(2018, 2041)
"""The years for which the usual promotions are written out."""

ALSO_CALLED = {
    **dict.fromkeys(("双十一", "11.11", "双11大促"), "双11"),
    **dict.fromkeys(("6·18", "6.18", "618大促"), "618"),
    **dict.fromkeys(("三八节", "38大促", "38女王节"), "38节"),
    **dict.fromkeys(("99", "99划算节"), "99大促"),
    **dict.fromkeys(("双十二", "双12大促"), "双12"),
    "天猫年货节": "年货节",
}
NOT_TAKEN_PART = ("不参加", "取消")
"""The level of a promotion in the shop's calendar that takes it out of that year."""


def promotions(warehouse: Warehouse, years: Sequence[int], shop: str | None = None) -> tuple[Promotion, ...]:
    """Every promotion of those years in order: the shop's own rows, and for what it does not name the usual days.

    Rows for all shops count for each; `shop` None takes every shop's.
    """
    own = _own(warehouse, shop)
    found = [own.get((usual.name, year)) or usual_days(usual, year) for usual in USUAL for year in years]
    usual_names = {usual.name for usual in USUAL}
    found += [each for (name, year), each in own.items() if name not in usual_names and year in years]
    taken = [each for each in found if each.level not in NOT_TAKEN_PART]
    return tuple(sorted(taken, key=lambda each: (each.span.first, each.name)))


def usual_days(usual: Usual, year: int) -> Promotion:
    """A promotion of a year as published, or as it usually falls."""
    first, peak, last = usual.published.get(year) or usual.days(year)
    origin = DatesFrom.PUBLISHED if year in usual.published else DatesFrom.USUAL
    return Promotion(usual.name, year, Period(first, last), peak, usual.level, origin)


def running(promotions: Sequence[Promotion], period: Period) -> Promotion | None:
    """The promotion that holds most days of a period, the nearest peak among equals; None where none holds any."""
    held = [(shared, each) for each in promotions if (shared := _shared(each.span, period))]
    return max(held, key=lambda pair: (pair[0], -abs((pair[1].peak - period.last).days)))[1] if held else None


def year_before(promotions: Sequence[Promotion], promotion: Promotion) -> Promotion | None:
    """The same promotion a year before."""
    wanted = (promotion.name, promotion.year - 1)
    return next((each for each in promotions if (each.name, each.year) == wanted), None)


def _shared(one: Period, other: Period) -> int:
    return max(0, (min(one.last, other.last) - max(one.first, other.first)).days + 1)


def _own(warehouse: Warehouse, shop: str | None) -> dict[tuple[str, int], Promotion]:
    rows = warehouse.rows(
        r"SELECT trim(regexp_replace(activity, '^\d{4}年?', '')), year, first_day, last_day,"
        " coalesce(peak_day, last_day), coalesce(level, '') FROM promotions"
        " WHERE last_day >= first_day AND (? IS NULL OR shop IN (?, '')) ORDER BY shop, activity, year",
        [shop, shop],
    )
    # A shop's own row comes after the row for all shops and takes its place.
    found = [
        Promotion(ALSO_CALLED.get(spelling, spelling), year, Period(first, last), peak, level, DatesFrom.SHOP)
        for spelling, year, first, last, peak, level in rows
    ]
    return {(each.name, each.year): each for each in found}


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


_CALLED = " ".join(f"WHEN '{origin}' THEN '{name}'" for origin, name in ALSO_CALLED.items())
_USUAL = ", ".join(
    f"('{usual.name}', {year}, DATE '{usual_days(usual, year).peak}')" for usual in USUAL for year in YEARS
)
_WAVES = ", ".join(f"('{usual.name}', {first}, {last})" for usual in USUAL for first, last in usual.waves)


def days_of(shops: str) -> str:
    """SQL for shop, day and occasion of the days on which the shops sell otherwise, by the calendar each goes by.

    `shops` is SQL for them. The occasion is a promotion's name and how far the day lies from the peak, the same every
    year; days of promotions that every shop meets go before those of the shop's own.
    """
    return f"""
    WITH asked AS ({shops}),
    told AS (
      SELECT asked.shop, CASE said {_CALLED} ELSE said END AS named, year, first_day, last_day, peak, level
      FROM asked JOIN (
        SELECT shop AS whose, trim(regexp_replace(activity, '^\\d{{4}}年?', '')) AS said, year, first_day, last_day,
          coalesce(peak_day, last_day) AS peak, coalesce(level, '') AS level
        FROM promotions WHERE last_day >= first_day) ON coalesce(whose, '') IN ('', asked.shop)
      QUALIFY row_number() OVER (PARTITION BY asked.shop, named, year ORDER BY coalesce(whose, '') DESC,
        said, first_day, last_day, peak, level) = 1),
    known AS (
      SELECT shop, named, peak, NULL AS first_day, NULL AS last_day
      FROM (FROM asked CROSS JOIN (VALUES {_USUAL}) AS usual (named, year, peak))
      ANTI JOIN told USING (shop, named, year)
      UNION ALL
      SELECT shop, named, peak, first_day, last_day FROM told WHERE level NOT IN ({_listed(NOT_TAKEN_PART)})),
    spread AS (
      SELECT shop, named, peak, 1 AS place, peak + since AS since, peak + until AS until
      FROM known JOIN (VALUES {_WAVES}) AS waves (named, since, until) USING (named)
      UNION ALL
      SELECT shop, named, peak, 2, greatest(first_day, peak - {NEAR_PEAK}), least(last_day, peak + {NEAR_PEAK})
      FROM known ANTI JOIN (VALUES {_WAVES}) AS waves (named, since, until) USING (named)
      WHERE first_day IS NOT NULL)
    SELECT shop, day, arg_min(named || (day - peak), (place, named)) AS occasion
    FROM (
      SELECT shop, named, peak, place, unnest(generate_series(since, until, INTERVAL 1 DAY))::DATE AS day FROM spread)
    GROUP BY shop, day"""
