"""Promotions: the days of 双11, 618 and the others, from the shop's own calendar or else as they usually fall."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from data.warehouse import Warehouse
from metrics.calendar import new_year
from metrics.period import Period
from text import Text


class Said(Enum):
    """How a promotion's days are known."""

    SHOP = "shop"
    PUBLISHED = "published"
    USUAL = "usual"

    @property
    def word(self) -> Text:
        """Where its days are from, as it is written."""
        return _WORDS[self]


_WORDS = {
    Said.SHOP: Text("本店填写", "entered here"),
    Said.PUBLISHED: Text("内置，请核对", "built in, please check"),
    Said.USUAL: Text("按往年惯例，请核对", "as in other years, please check"),
}


@dataclass(frozen=True, slots=True)
class Promotion:
    """A promotion of one year, presale included; years are aligned on the peak day."""

    name: str
    year: int
    span: Period
    peak: date
    level: str
    said: Said

    @property
    def label(self) -> Text:
        """Its name and year: 2026年双11, Double 11 2026."""
        name = next((usual.label for usual in USUAL if usual.name == self.name), Text(self.name, self.name))
        return Text(f"{self.year}年{name.zh}", f"{name.en} {self.year}")


@dataclass(frozen=True, slots=True)
class Usual:
    """A promotion as it usually falls: first day, peak and last day of a year; `published` has years that differed."""

    name: str
    label: Text
    level: str
    days: Callable[[int], tuple[date, date, date]]
    published: dict[int, tuple[date, date, date]]


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
    Usual("38节", Text("38节", "March 8"), "A级", _yearly((3, 1), (3, 8), (3, 8)), {}),
    Usual(
        "618", Text("618", "6.18"), "S级", _yearly((5, 16), (6, 18), (6, 20)),
        {2023: _june(date(2023, 5, 26)), 2024: _june(date(2024, 5, 20)), 2025: _june(date(2025, 5, 13))},
    ),
    Usual("99大促", Text("99大促", "9.9"), "A级", _yearly((9, 5), (9, 9), (9, 9)), {}),
    Usual(
        "双11", Text("双11", "Double 11"), "S级", _yearly((10, 15), (11, 11), (11, 11)),
        {2023: _autumn(2023, 24), 2024: _autumn(2024, 14), 2025: _autumn(2025, 15, 14)},
    ),
    Usual("双12", Text("双12", "Double 12"), "A级", _yearly((12, 9), (12, 12), (12, 12)), {}),
)  # fmt: skip
"""The promotions every shop on the platform meets, in the order of the year."""

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
    known = {usual.name for usual in USUAL}
    found += [each for (name, year), each in own.items() if name not in known and year in years]
    taken = [each for each in found if each.level not in NOT_TAKEN_PART]
    return tuple(sorted(taken, key=lambda each: (each.span.first, each.name)))


def usual_days(usual: Usual, year: int) -> Promotion:
    """A promotion of a year as published, or as it usually falls."""
    first, peak, last = usual.published.get(year) or usual.days(year)
    said = Said.PUBLISHED if year in usual.published else Said.USUAL
    return Promotion(usual.name, year, Period(first, last), peak, usual.level, said)


def running(known: Sequence[Promotion], period: Period) -> Promotion | None:
    """The promotion that holds most days of a period, the nearest peak among equals; None where none holds any."""
    held = [(shared, each) for each in known if (shared := _shared(each.span, period))]
    return max(held, key=lambda pair: (pair[0], -abs((pair[1].peak - period.last).days)))[1] if held else None


def year_before(known: Sequence[Promotion], promotion: Promotion) -> Promotion | None:
    """The same promotion a year before."""
    wanted = (promotion.name, promotion.year - 1)
    return next((each for each in known if (each.name, each.year) == wanted), None)


def _shared(one: Period, other: Period) -> int:
    return max(0, (min(one.last, other.last) - max(one.first, other.first)).days + 1)


def _own(warehouse: Warehouse, shop: str | None) -> dict[tuple[str, int], Promotion]:
    rows = warehouse.rows(
        r"SELECT trim(regexp_replace(activity, '^\d{4}年?', '')), year, first_day, last_day,"
        " coalesce(peak_day, last_day), coalesce(level, '') FROM promotions"
        " WHERE last_day >= first_day AND (? IS NULL OR shop IN (?, '')) ORDER BY shop",
        [shop, shop],
    )
    # A shop's own row comes after the row for all shops and takes its place.
    found = [
        Promotion(ALSO_CALLED.get(said, said), year, Period(first, last), peak, level, Said.SHOP)
        for said, year, first, last, peak, level in rows
    ]
    return {(each.name, each.year): each for each in found}
