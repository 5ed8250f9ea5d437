"""Which facts are kept by day, and the same metric asked of them instead of the single rows."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from weakref import WeakKeyDictionary

from data.store import rollups as stored
from data.store.rollups import ASIDE, Rollup, words
from data.store.schema import BOOKS
from data.store.schema import TABLES as SUBJECTS
from data.store.warehouse import Warehouse
from metrics.catalogue import METRICS
from metrics.catalogue.orders.cases import COMPLAINTS_OPEN, COMPLAINTS_OVERDUE
from metrics.catalogue.orders.delivery import SLOW_ORDERS, TOLD_DAYS, UNSHIPPED_48H, UNSHIPPED_SOON
from metrics.catalogue.orders.fulfilment import BACKLOG
from metrics.catalogue.service.chats import CHAT_ROUNDS, HOURS_ASKED
from metrics.catalogue.service.quotas import QUOTA_DAYS
from metrics.catalogue.service.service import AGENT_DAYS
from metrics.catalogue.targets.occasions import OWN_DAYS
from metrics.catalogue.targets.pace import PACE, WEIGHED
from metrics.catalogue.targets.person_targets import PERSON_DAYS
from metrics.catalogue.targets.plans import GOALS, PLANS
from metrics.catalogue.targets.shape import SHAPE
from metrics.catalogue.trade.order_days import ITEMS_MADE, ITEMS_PAID, ORDERS_MADE
from metrics.catalogue.trade.promotion import FROM_FILES, SHOP_SPENDING, SPENDING
from metrics.catalogue.trade.sales import ORDER_DAYS, PAID_DAY, SALES
from metrics.catalogue.trade.traffic import CHANNELS
from metrics.definition.facts import PARTS_OF_TIME
from metrics.definition.metric import Metric

WHOLE = {
    "daily_persons": PERSON_DAYS.sql,
    "daily_weighed": WEIGHED.sql,
    "daily_shape": SHAPE,
    "daily_pace": PACE.sql,
    "daily_goals": GOALS.sql,
    "planned": PLANS,
    "daily_ads": SHOP_SPENDING.sql,
    "daily_spending": SPENDING.sql,
    "daily_promotion": FROM_FILES,
    "daily_late": UNSHIPPED_48H.facts.sql,
    "daily_soon": UNSHIPPED_SOON.facts.sql,
    "daily_complaints": COMPLAINTS_OPEN.facts.sql,
    "daily_overdue": COMPLAINTS_OVERDUE.facts.sql,
    "daily_agents": AGENT_DAYS.sql,
    "daily_channels": CHANNELS.sql,
    "daily_quotas": QUOTA_DAYS.sql,
    "waited": CHAT_ROUNDS.sql,
    "promoted_days": OWN_DAYS,
}
"""Queries whose rows depend on each other, or on few rows: kept as a whole, after every change of a table they name."""

BY_DAY = {
    "daily_paid": PAID_DAY.sql,
    "daily_ordered": ORDER_DAYS,
    "daily_items_paid": ITEMS_PAID,
    "daily_items_made": ITEMS_MADE,
    "daily_orders_made": ORDERS_MADE,
    "daily_told": TOLD_DAYS,
    "slow_orders": SLOW_ORDERS,
    "hours_asked": HOURS_ASKED,
}
"""Queries whose rows are of one shop-day each."""

AS_THEY_ARE = {**WHOLE, **BY_DAY}
"""Wherever such a query stands in another, the table of that name can stand for it; the outer ones come first."""

SUMMED = {"daily_sales": SALES, "daily_backlog": BACKLOG}
"""Facts of single orders, of which each shop-day's sums and counts are kept."""

_AGGREGATE = re.compile(r"\b(sum|count|min|max)\(")
_FILTER = " FILTER ("
_AROUND = re.compile(r"(nullif|coalesce|BIGINT|DOUBLE|DECIMAL\(\d+,\d+\)|part_\d+|[\s\d.,()/*+:-])*", re.IGNORECASE)
"""What may stand between the sums of a metric: nothing that looks at a single row."""


@dataclass(frozen=True, slots=True)
class _Split:
    """A metric's value with `{part_n}` in the place of its aggregates, and those: the function and its whole SQL."""

    text: str
    parts: Mapping[str, tuple[str, str]]


def _closing(text: str, start: int) -> int:
    """The place after the bracket that closes the one before `start`."""
    depth = 1
    while depth:
        depth += {"(": 1, ")": -1}.get(text[start], 0)
        start += 1
    return start


@cache
def _split(value: str) -> _Split | None:
    """A value's aggregates, or None where it is not made of those that days can be added up from."""
    parts: dict[str, tuple[str, str]] = {}
    text, place = "", 0
    for found in _AGGREGATE.finditer(value):
        if found.start() < place:
            continue
        end = _closing(value, found.end())
        if value.startswith(_FILTER, end):
            end = _closing(value, end + len(_FILTER))
        name = f"part_{len(parts)}"
        parts[name] = (found[1], value[found.start() : end])
        text, place = f"{text}{value[place : found.start()]}{name}", end
    text += value[place:]
    adds = parts and _AROUND.fullmatch(text) and not any("DISTINCT" in sql for _, sql in parts.values())
    return _Split(text, parts) if adds else None


@cache
def _columns(name: str) -> dict[str, str]:
    """The aggregates that a table of SUMMED holds, in the order of the catalogue, each with its column."""
    every = [split for metric in METRICS if metric.facts == SUMMED[name] and (split := _split(metric.value))]
    wanted = dict.fromkeys(sql for split in every for _, sql in split.parts.values())
    return {sql: f"kept_{number}" for number, sql in enumerate(wanted)}


@cache
def declared() -> tuple[Rollup, ...]:
    """Every rollup that the metrics can use."""
    summed = (
        Rollup(name, f"SELECT shop, day, {_listed(name)} FROM ({facts.sql}) GROUP BY shop, day")
        for name, facts in SUMMED.items()
    )
    by_day = tuple(Rollup(name, sql, tuple(ASIDE & words(sql))) for name, sql in BY_DAY.items())
    inside = frozenset(BY_DAY)
    whole = []
    for name, sql in reversed(WHOLE.items()):
        whole.append(Rollup(name, _replaced(sql, inside), _tables(sql)))
        inside |= {name}
    return (*by_day, *summed, *whole)


def _tables(sql: str) -> tuple[str, ...]:
    """Every table a query reads; a book may be called as a column is."""
    books = set(re.findall(r"\b(?:FROM|JOIN)\s+(\w+)", sql)) & BOOKS.keys()
    return (*(name for name in SUBJECTS if name in words(sql)), *sorted(books))


def _listed(name: str) -> str:
    return ", ".join(f"{sql} AS {column}" for sql, column in _columns(name).items())


def keep(warehouse: Warehouse) -> None:
    """Have the warehouse keep what is declared, from now on with every import; a moment where it does already."""
    if len(_kept(warehouse)) < len(declared()):
        stored.keep(warehouse, declared())


_KEPT: WeakKeyDictionary[Warehouse, tuple[object, frozenset[str]]] = WeakKeyDictionary()


def _kept(warehouse: Warehouse) -> frozenset[str]:
    """The declared rollups that are up to date, by name."""
    edition = warehouse.edition
    known = _KEPT.get(warehouse)
    if known is None or known[0] != edition:
        held = stored.standing(warehouse)
        known = edition, frozenset(one.name for one in declared() if held.get(one.name) == one.sql)
        _KEPT[warehouse] = known
    return known[1]


def quick(warehouse: Warehouse, sql: str) -> str:
    """The same query, with the tables that are kept in the place of the queries they hold."""
    return _replaced(sql, _kept(warehouse))


@lru_cache(maxsize=512)
def _replaced(sql: str, kept: frozenset[str]) -> str:
    for name, query in AS_THEY_ARE.items():
        if name in kept:
            sql = sql.replace(query, f"SELECT * FROM {name}")
    return sql


def by_day(warehouse: Warehouse, metric: Metric, dimensions: Iterable[str]) -> Metric:
    """The metric asked of the daily facts where they can tell it split by these dimensions, else as it is."""
    return _by_day(metric, frozenset(dimensions) <= {"shop", *PARTS_OF_TIME}, _kept(warehouse))


@lru_cache(maxsize=2048)
def _by_day(metric: Metric, days_tell: bool, kept: frozenset[str]) -> Metric:
    facts = metric.facts
    for name, each in SUMMED.items():
        split = _split(metric.value)
        if name in kept and days_tell and each == facts and split:
            return replace(metric, facts=replace(facts, sql=f"SELECT * FROM {name}"), value=_of_days(split, name))
    sql = _replaced(facts.sql, kept)
    return metric if sql == facts.sql else replace(metric, facts=replace(facts, sql=sql))


def _of_days(split: _Split, name: str) -> str:
    """A value of the single rows as one of the days of a table of SUMMED."""
    columns = _columns(name)
    return re.sub(r"part_\d+", lambda found: _again(*split.parts[found[0]], columns), split.text)


def _again(function: str, sql: str, columns: Mapping[str, str]) -> str:
    """An aggregate of the single rows as one of the days; no day counts nothing."""
    if function == "count":
        return f"coalesce(sum({columns[sql]}), 0)::BIGINT"
    return f"{function}({columns[sql]})"
