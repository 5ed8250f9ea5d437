"""The rollups that a warehouse keeps, and the same metric computed of them instead of the single rows."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache
from weakref import WeakKeyDictionary

from data.store import rollups as stored
from data.store.rollups import ASIDE, Rollup, words
from data.store.warehouse import Warehouse
from metrics.definition.facts import PARTS_OF_TIME
from metrics.definition.metric import Metric
from metrics.definition.rollups import DailySums, Materialized, Rollups
from metrics.query.partials import columns_of, partials

NONE = Rollups((), (), (), frozenset())
"""What a warehouse keeps that was handed nothing."""

_HANDED: WeakKeyDictionary[Warehouse, Rollups] = WeakKeyDictionary()
_CURRENT: WeakKeyDictionary[Warehouse, tuple[object, frozenset[str]]] = WeakKeyDictionary()


def use(warehouse: Warehouse, rollups: Rollups) -> None:
    """From now on answer questions to this warehouse from those of the rollups that it holds up to date."""
    if _HANDED.get(warehouse) is not rollups:
        _HANDED[warehouse] = rollups
        _CURRENT.pop(warehouse, None)


def keep(warehouse: Warehouse, rollups: Rollups) -> None:
    """Have the warehouse keep these and use them, from now on with every import; a moment where it does already."""
    use(warehouse, rollups)
    if len(_current(warehouse)) < len(rollups.declared):
        stored.keep(warehouse, tables(rollups))


def handed(warehouse: Warehouse) -> Rollups:
    """The rollups that questions to this warehouse are answered from; NONE before it was handed any."""
    return _HANDED.get(warehouse, NONE)


def quick(warehouse: Warehouse, sql: str) -> str:
    """The same query, with the tables that are kept in the place of the queries they hold."""
    return _replaced(sql, handed(warehouse), _current(warehouse))


def by_day(warehouse: Warehouse, metric: Metric, dimensions: Iterable[str]) -> Metric:
    """The metric computed of daily facts where these suffice to split it by these dimensions, else as it is."""
    days_suffice = frozenset(dimensions) <= {"shop", *PARTS_OF_TIME}
    return _of_tables(metric, days_suffice, handed(warehouse), _current(warehouse))


@cache
def tables(rollups: Rollups) -> tuple[Rollup, ...]:
    """Every rollup as the warehouse stores it; one that another's query holds stands before that other."""
    by_day = [each for each in _materialized(rollups) if each.by_day]
    made = [Rollup(each.name, each.sql, tuple(ASIDE & words(each.sql))) for each in by_day]
    made += [Rollup(each.name, _summing(rollups, each)) for each in _sums(rollups)]
    inside = frozenset(each.name for each in by_day)
    for each in reversed([each for each in _materialized(rollups) if not each.by_day]):
        made.append(Rollup(each.name, _replaced(each.sql, rollups, inside), _read(rollups, each.sql)))
        inside |= {each.name}
    return tuple(made)


@lru_cache(maxsize=2048)
def _of_tables(metric: Metric, days_suffice: bool, rollups: Rollups, current: frozenset[str]) -> Metric:
    """The metric computed of those tables that are up to date."""
    facts = metric.facts
    for each in _sums(rollups):
        split = partials(metric.value)
        if each.name in current and days_suffice and each.facts == facts and split:
            value = split.of_days(_columns(rollups, each))
            return replace(metric, facts=replace(facts, sql=f"SELECT * FROM {each.name}"), value=value)
    sql = _replaced(facts.sql, rollups, current)
    return metric if sql == facts.sql else replace(metric, facts=replace(facts, sql=sql))


def _current(warehouse: Warehouse) -> frozenset[str]:
    """The rollups it was handed that are up to date, by name."""
    edition = warehouse.edition
    current = _CURRENT.get(warehouse)
    if current is None or current[0] != edition:
        held, wanted = stored.standing(warehouse), tables(handed(warehouse))
        current = edition, frozenset(one.name for one in wanted if held.get(one.name) == one.sql)
        _CURRENT[warehouse] = current
    return current[1]


@cache
def _materialized(rollups: Rollups) -> tuple[Materialized, ...]:
    """Queries, the longest first, so that one stands before those it holds."""
    found = [each for each in rollups.declared if isinstance(each, Materialized)]
    return tuple(sorted(found, key=lambda each: -len(each.sql)))


def _sums(rollups: Rollups) -> tuple[DailySums, ...]:
    return tuple(each for each in rollups.declared if isinstance(each, DailySums))


def _summing(rollups: Rollups, each: DailySums) -> str:
    listed = ", ".join(f"{sql} AS {column}" for sql, column in _columns(rollups, each).items())
    return f"SELECT shop, day, {listed} FROM ({each.facts.sql}) GROUP BY shop, day"


@cache
def _columns(rollups: Rollups, each: DailySums) -> dict[str, str]:
    """The aggregates that the table holds, in the order of the metrics, each with its column."""
    return columns_of(metric.value for metric in rollups.metrics if metric.facts == each.facts)


def _read(rollups: Rollups, sql: str) -> tuple[str, ...]:
    """Every table a query reads; a book may be called as a column is."""
    books = set(re.findall(r"\b(?:FROM|JOIN)\s+(\w+)", sql)) & rollups.books
    return (*(name for name in rollups.subjects if name in words(sql)), *sorted(books))


@lru_cache(maxsize=512)
def _replaced(sql: str, rollups: Rollups, names: frozenset[str]) -> str:
    for each in _materialized(rollups):
        if each.name in names:
            sql = sql.replace(each.sql, f"SELECT * FROM {each.name}")
    return sql
